"""Days as people say them at a table: "15 Dec", "end of the month", "Friday"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final, NamedTuple

from jtbd.model.text import FIRST_DAY, LAST_DAY
from jtbd.scoring.moments import MONTHS

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH: Final = rf"(?P<month>{'|'.join(rf'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|Sept)\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_YEAR: Final = r"(?:,?\s+(?P<year>\d{4}))?"
_WAYS: Final = tuple(
    re.compile(way, re.IGNORECASE)
    for way in (
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)",
        r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
        rf"(?:the )?{_DAY}(?: of)?\s+{_MONTH}{_YEAR}",
        rf"{_MONTH}\s+{_DAY}{_YEAR}",
        rf"(?:the )?end of {_MONTH}{_YEAR}",
        r"(?:the )?end of (?:the|this) (?P<this>month)",
        r"(?:the )?end of (?P<next>next) month",
        r"(?P<tomorrow>tomorrow)",
        rf"(?:next )?(?P<weekday>{'|'.join(_WEEKDAYS)})",
    )
)


_TOO_SOON: Final = dt.timedelta(weeks=1)


class Day(NamedTuple):
    """A day to choose with one click, and what to call it."""

    label: str
    date: dt.date


def read_day(text: str, today: dt.date) -> dt.date | None:
    """Return the day that a person means, None where that is not clear.

    A day without a year is the next one of that name. Figures alone are read as 2026-12-15 and as 15.12.2026, but not
    with slashes, which two countries read differently. A day that no promise can have is none.
    """
    said = " ".join(text.split()).rstrip(".,;")
    for way in _WAYS:
        if found := way.fullmatch(said):
            try:
                day = _meant(found.groupdict(), today)
            except (ValueError, OverflowError):
                return None
            return day if FIRST_DAY <= day <= LAST_DAY else None
    return None


def _meant(said: dict[str, str | None], today: dt.date) -> dt.date:
    if said.get("tomorrow"):
        return today + dt.timedelta(days=1)
    if said.get("this") or said.get("next"):
        return month_end(today if said.get("this") else month_end(today) + dt.timedelta(days=1))
    if weekday := said.get("weekday"):
        ahead = (_WEEKDAYS.index(weekday.capitalize()) - today.weekday()) % 7
        return today + dt.timedelta(days=ahead or 7)
    month = int(said["number"] or 0) if said.get("number") else _month(said.get("month") or "")
    day = said.get("day")
    year = said.get("year")
    found = _day(int(year or today.year), month, day)
    return found if year or found >= today else _day(today.year + 1, month, day)


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name[:3].lower()))


def _day(year: int, month: int, day: str | None) -> dt.date:
    return dt.date(year, month, int(day)) if day else month_end(dt.date(year, month, 1))


def month_end(day: dt.date) -> dt.date:
    """Return the last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def due_days(today: dt.date, review: dt.date | None) -> tuple[Day, ...]:
    """Return the days by which things are usually promised."""
    end = month_end(today)
    if end - today < _TOO_SOON:
        end = month_end(end + dt.timedelta(days=1))
    usual = (Day("in 2 weeks", today + dt.timedelta(weeks=2)), Day(f"end of {MONTHS[end.month - 1]}", end))
    return (*usual, Day("when we meet", review)) if review and review > today else usual


def review_days(today: dt.date) -> tuple[Day, ...]:
    """Return the days on which two usually look at it again."""
    return tuple(Day(f"in {weeks} weeks", today + dt.timedelta(weeks=weeks)) for weeks in (4, 6, 12))
