"""Weekdays and months by their names, long and short, and the years beside them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Final

from jtbd.formats import MONTHS, WEEKDAYS

_HUNDRED: Final = 100

WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes|s)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
"""A pattern of a weekday, long or short; `weekday` says which."""

MONTH: Final = rf"(?:{'|'.join(rf'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|sept)\.?".lower()
"""A pattern of a month, long or short; `month` says which."""

YEAR: Final = r"(?:(?:19|20|21)\d\d|['’]\d\d)"
"""A pattern of a year; `year` says which."""


def weekday(name: str) -> int:
    """Return the number of a weekday, Monday is 0."""
    return next(place for place, known in enumerate(WEEKDAYS) if known.lower().startswith(name[:3].lower()))


def month(name: str) -> int:
    """Return the number of a month, January is 1."""
    return next(place for place, known in enumerate(MONTHS, 1) if known.lower().startswith(name[:3].lower()))


def year(figures: str) -> int:
    """Return a year; of two figures it is one of this century."""
    number = int(figures.lstrip("'’"))
    return number if number >= _HUNDRED else 2000 + number


def length(of_year: int, of_month: int) -> int:
    """Return how many days a month has."""
    return calendar.monthrange(of_year, of_month)[1]


def month_end(day: dt.date) -> dt.date:
    """Return the last day of a day's month."""
    return day.replace(day=length(day.year, day.month))


def months_on(day: dt.date, count: int) -> dt.date:
    """Return the same day some months later, or the last of a month that is too short for it."""
    years, place = divmod(day.month - 1 + count, 12)
    first = dt.date(day.year + years, place + 1, 1)
    return first.replace(day=min(day.day, length(first.year, first.month)))
