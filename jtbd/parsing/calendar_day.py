"""Days of the calendar as people write them: 15 Dec, December 3rd 2027, 2026-12-15, 15.12., 15/12, the 15th."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from jtbd.formats import MONTHS
from jtbd.parsing.ask import Ask, AskKind, Month
from jtbd.parsing.counts import ORDINAL, ordinal
from jtbd.parsing.names_of_days import MONTH, WEEKDAY, YEAR, length, month, months_on, weekday, year
from jtbd.parsing.reading import Reading, Way, either, maybe, sure

_JUST_OVER: Final = dt.timedelta(days=31)
_LEAP: Final = 2000


def of_calendar(of_month: int, of_day: int, of_year: int | None, today: dt.date) -> Reading:
    """Return a day of the calendar; without a year the next one, unless this year's is only just over.

    Raises:
        ValueError: there are no such months or days at all.

    """
    if of_year is not None:
        return _in_year(of_year, of_month, of_day)
    if of_day > length(_LEAP, of_month):
        return _too_short(Month(of_month), length(_LEAP, of_month))
    ahead = (of_month, of_day) < (today.month, today.day)
    reading = _in_year(today.year + ahead, of_month, of_day)
    over = _in_year(today.year, of_month, of_day).day
    if ahead and reading.day and over and today - over <= _JUST_OVER:
        return Reading(ask=Ask(AskKind.OVER, {"first": over, "second": reading.day}))
    return reading


def _in_year(of_year: int, of_month: int, of_day: int) -> Reading:
    days = length(of_year, of_month)
    if of_day < 1:
        raise ValueError(of_day)
    if of_day <= days:
        return sure(dt.date(of_year, of_month, of_day))
    if (of_month, of_day) != (2, 29):
        return _too_short(Month(of_month, of_year), days)
    leap = next(known for known in range(of_year, of_year + 9) if length(known, 2) > length(2001, 2))
    return Reading(ask=Ask(AskKind.NO_LEAP_DAY, {"month": Month(of_month, of_year), "days": days, "leap": leap}))


def _too_short(of_month: Month, days: int) -> Reading:
    return Reading(ask=Ask(AskKind.SHORT_MONTH, {"month": of_month, "days": days}))


def _named(found: re.Match[str], today: dt.date) -> Reading:
    """Read a day with its month's name, and perhaps with its weekday, which has to fit."""
    said = found["day"].rstrip(".")
    of_day = int(said) if said.isdecimal() else ordinal(said)
    of_year = year(found["year"]) if found["year"] else None
    return _fitting(of_calendar(month(found["month"]), of_day, of_year, today), found["weekday"])


def _fitting(reading: Reading, named: str | None) -> Reading:
    if not named or not reading.day or reading.day.weekday() == weekday(named):
        return reading
    is_one, asked = (reading.day.weekday(),), (weekday(named),)
    return Reading(ask=Ask(AskKind.OTHER_WEEKDAY, {"day": reading.day, "weekday": is_one, "asked": asked}))


def _iso(found: re.Match[str], today: dt.date) -> Reading:
    reading = of_calendar(int(found["month"]), int(found["day"]), int(found["year"]), today)
    return _fitting(reading, found["weekday"])


def _figures(found: re.Match[str], today: dt.date) -> Reading:
    """Read 15/12 and 15.12.2026; with a stroke, the day comes first in one country and second in another."""
    one, other, dotted = int(found["one"]), int(found["other"]), found["sign"] == "."
    if found[0] == "24/7":  # around the clock
        raise ValueError(found[0])
    digits = found["year"]
    of_year = year(digits) if digits else None
    ways = [(other, one)] if dotted else [*dict.fromkeys(((other, one), (one, other)))]
    days = {way: of_calendar(*way, of_year, today) for way in ways if 1 <= way[0] <= len(MONTHS)}
    if len(days) > 1:
        return either(*(found_.day or dt.date(today.year + 1, *way) for way, found_ in days.items()))
    (reading,) = days.values()
    if dotted and reading.day and not (of_year or found["dot"]) and one <= len(MONTHS):
        return maybe(reading.day)  # 5.12 may be a number, too
    return _fitting(reading, found["weekday"])


def _of_month(found: re.Match[str], today: dt.date) -> Reading:
    """Read "the 15th": of this month, or of the next that has one; on that very day it may be either."""
    of_day, of, first = ordinal(found["day"]), found["of"] or "", today.replace(day=1)
    if of.startswith("next"):
        next_month = months_on(first, 1)
        return _in_year(next_month.year, next_month.month, of_day)
    if of.startswith("this"):
        return _in_year(today.year, today.month, of_day)
    months = (months_on(first, ahead) for ahead in range(3))
    days = [each.replace(day=of_day) for each in months if of_day <= length(each.year, each.month)]
    if days[0] == today:
        return either(days[0], days[1])
    return sure(next(day for day in days if day > today))


_FESTIVE: Final = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
}


def _feast(found: re.Match[str], today: dt.date) -> Reading:
    of_year = year(found["year"]) if found["year"] else None
    return of_calendar(*_FESTIVE[found["feast"].replace("’", "'")], of_year, today)


_ON: Final = rf"(?:(?P<weekday>{WEEKDAY})\.?,?\s+)?(?:the )?"
_DAY: Final = rf"(?P<day>{ORDINAL}|\d{{1,2}}\.?)"
_OF_YEAR: Final = rf"(?:,?[\s-]*(?:of )?(?P<year>{YEAR}))?"

WAYS: Final[tuple[Way, ...]] = (
    (re.compile(rf"{_ON}(?P<year>\d{{4}})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)"), _iso),
    (
        re.compile(
            rf"{_ON}(?P<one>\d\d?)(?P<sign>[/.])\s?(?P<other>\d\d?)(?:(?P=sign)\s?(?P<year>\d{{4}}|\d\d)\b|(?P<dot>\.))?\.?"
        ),
        _figures,
    ),
    (re.compile(rf"{_ON}(?P<one>\d\d?)(?P<sign>-)(?P<other>\d\d?)-(?P<year>\d{{4}}|\d\d)(?P<dot>\b)"), _figures),
    (re.compile(rf"{_ON}{_DAY}(?: of)?[\s-]*(?P<month>{MONTH}){_OF_YEAR}"), _named),
    (re.compile(rf"{_ON}(?P<month>{MONTH})[\s-]*(?:the )?{_DAY}{_OF_YEAR}"), _named),
    (re.compile(rf"{_ON}{_DAY}[ /-](?P<month>{MONTH})[ /-](?P<year>\d\d)"), _named),
    (re.compile(rf"the (?P<day>{ORDINAL})(?: (?:of|day of) (?:the )?(?P<of>(?:this |next )?month))?"), _of_month),
    (re.compile(rf"(?P<feast>christmas (?:eve|day)|new year['’]s (?:eve|day)){_OF_YEAR}"), _feast),
)
