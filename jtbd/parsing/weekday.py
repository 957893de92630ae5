"""Weekdays as people say them: Friday, this Friday, next Friday, Friday of next week, the first Monday of January."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from jtbd.parsing.ask import Ask, AskKind
from jtbd.parsing.counts import ORDINAL, ordinal
from jtbd.parsing.names_of_days import MONTH, WEEKDAY, YEAR, length, month, months_on, weekday, year
from jtbd.parsing.reading import Reading, Way, either, maybe, sure

_WEEK: Final = dt.timedelta(weeks=1)


def coming(of_weekday: int, today: dt.date) -> dt.date:
    """Return the next day with that number in the week, 0 for Monday; never today."""
    return today + dt.timedelta(days=(of_weekday - today.weekday()) % 7 or 7)


def today_or(day: dt.date, today: dt.date) -> Reading:
    """Return the question whether a day is meant or today, which has the same name."""
    return Reading(ask=Ask(AskKind.TODAY_OR, {"today": today, "day": day}))


def _by_name(found: re.Match[str], today: dt.date) -> Reading:
    named = weekday(found["weekday"])
    day, how = coming(named, today), found["how"] or ""
    if how == "next":
        return either(day, _monday(today) + _WEEK + dt.timedelta(days=named))
    if how == "this" and named == today.weekday():
        return today_or(day, today)
    if how == "following" or (how == "this" and named < today.weekday()):
        return maybe(day)
    return sure(day)


def _of_week(found: re.Match[str], today: dt.date) -> Reading:
    weeks = 1 if "next" in found["week"] else 0
    day = _monday(today) + weeks * _WEEK + dt.timedelta(days=weekday(found["weekday"]))
    return sure(day) if day >= today else maybe(day + _WEEK)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _weeks_on(found: re.Match[str], today: dt.date) -> Reading:
    """Read "Friday week" and "a week on Friday", which not all who speak English know."""
    return maybe(coming(weekday(found["weekday"]), today) + _WEEK)


def _after_next(found: re.Match[str], today: dt.date) -> Reading:
    day = coming(weekday(found["weekday"]), today)
    return either(day + _WEEK, day + 2 * _WEEK)


def _of_month(found: re.Match[str], today: dt.date) -> Reading:
    first = today.replace(day=1)
    if found["month"]:
        first = dt.date(year(found["year"]) if found["year"] else today.year, month(found["month"]), 1)
    elif found["next"]:
        first = months_on(first, 1)
    day = _nth(first, found)
    if day >= today or found["year"]:
        return sure(day)
    return sure(_nth(months_on(first, 12), found)) if found["month"] else maybe(_nth(months_on(first, 1), found))


def _nth(first: dt.date, found: re.Match[str]) -> dt.date:
    month_ = (first + dt.timedelta(days=ahead) for ahead in range(length(first.year, first.month)))
    days = [day for day in month_ if day.weekday() == weekday(found["weekday"])]
    place = -1 if found["place"] == "last" else ordinal(found["place"]) - 1
    if place >= len(days):
        raise ValueError(place)
    return days[place]


WAYS: Final[tuple[Way, ...]] = (
    (re.compile(rf"(?:the )?(?:(?P<how>this|next|coming|following) )?(?P<weekday>{WEEKDAY})\.?"), _by_name),
    (re.compile(rf"(?P<weekday>{WEEKDAY}),? (?:of |in )?(?P<week>(?:this|next) week)"), _of_week),
    (re.compile(rf"(?P<week>(?:this|next) week),?(?: on)? (?P<weekday>{WEEKDAY})"), _of_week),
    (re.compile(rf"(?:(?:a|one) week (?:on|from|after) )?(?P<weekday>{WEEKDAY})(?: week)?"), _weeks_on),
    (re.compile(rf"(?:the )?(?P<weekday>{WEEKDAY}) after next"), _after_next),
    (
        re.compile(
            rf"(?:the )?(?P<place>last|{ORDINAL}) (?P<weekday>{WEEKDAY}) (?:of|in) "
            rf"(?:(?:the |this )?month|(?P<next>next month)|(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?)"
        ),
        _of_month,
    ),
)
