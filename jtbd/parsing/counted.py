"""Days counted from one that is known: tomorrow, 14 days from today, two weeks after 1 December, T+14."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from jtbd.parsing.ask import Ask, AskKind
from jtbd.parsing.counts import COUNT, count
from jtbd.parsing.names_of_days import months_on
from jtbd.parsing.reading import Reading, Way, sure

UNIT: Final = r"(?:(?:working|business|calendar) days?|workdays?|days?|weeks?|fortnights?|months?|quarters?|years?)"
"""A pattern of a unit of time, one or several; `later` knows it."""

TERM: Final = rf"(?:(?:about|around|some) )?(?P<count>{COUNT})[\s-]*(?:\(\d+\) )?(?P<unit>{UNIT})"
"""A pattern of a number of units."""

_SATURDAY: Final = 5


def later(day: dt.date, number: int, unit: str) -> dt.date:
    """Return a day some units later; working days are Monday to Friday, since of holidays nothing is known.

    Raises:
        OverflowError, ValueError: it is beyond any calendar.

    """
    for name, months in (("month", 1), ("quarter", 3), ("year", 12)):
        if unit.startswith(name):
            return months_on(day, months * number)
    if unit.startswith(("working", "business", "workday")):
        return _working_days_later(day, number)
    return day + dt.timedelta(days=number * {"w": 7, "f": 14}.get(unit[0], 1))


def _working_days_later(day: dt.date, number: int) -> dt.date:
    for _ in range(number):
        day += dt.timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day += dt.timedelta(days=1)
    return day


def from_plan(text: str, today: dt.date) -> dt.date | None:
    """Return the day of "T+14" in a row of a plan, where T is the day on which it is agreed."""
    found = _PLAN.fullmatch(text.strip().lower())
    return later(today, int(found["count"]), found["unit"] or "d") if found else None


def _today(_: re.Match[str], today: dt.date) -> Reading:
    return sure(today)


def _tomorrow(found: re.Match[str], today: dt.date) -> Reading:
    return sure(today + dt.timedelta(days=2 if found["after"] else 1))


def _from_today(found: re.Match[str], today: dt.date) -> Reading:
    return sure(later(today, count(found["count"]), found["unit"]))


def _some_time(found: re.Match[str], today: dt.date) -> Reading:
    """Read "in two weeks", which mostly counts from something that was said elsewhere."""
    day = later(today, count(found["count"]), found["unit"])
    return Reading(ask=Ask(AskKind.FROM_UNSAID, {"day": day}))


def _plan(found: re.Match[str], today: dt.date) -> Reading:
    day = later(today, int(found["count"]), found["unit"] or "d")
    return Reading(ask=Ask(AskKind.FROM_PLAN, {"day": day}))


_PLAN: Final = re.compile(r"(?:t|d|day)\s?\+\s?(?P<count>\d{1,3})\s?(?P<unit>d|days?|w|weeks?|months?)?")
_NOW: Final = r"(?:today|now|this day)"

WAYS: Final[tuple[Way, ...]] = (
    (re.compile(r"today|tonight"), _today),
    (re.compile(r"(?P<after>(?:the )?day after )?tomorrow(?: night)?"), _tomorrow),
    (re.compile(rf"(?:in |within )?{TERM}(?:['’]s?)?(?: time)? (?:from|of|after) {_NOW}"), _from_today),
    (re.compile(rf"{_NOW} in {TERM}"), _from_today),
    (
        re.compile(rf"(?:in|within|after|in the next|within the next|the next|in under) {TERM}(?:['’]s?)?(?: time)?"),
        _some_time,
    ),
    (re.compile(rf"{TERM}(?:['’]s? time| at (?:the )?(?:latest|most))"), _some_time),
    (_PLAN, _plan),
)
