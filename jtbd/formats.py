"""Days, hours and lists as the language spoken now writes them.

English is written here as Babel writes it, since Babel takes a third of the time that `jtbd score` has; a test
holds the two together. For every other language Babel is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, Literal

from jtbd.i18n import ENGLISH, PSEUDO, locale, spoken

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""In English."""

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""In English."""


def day(value: dt.date) -> str:
    """Return a day that no two countries read differently: 15 December 2026."""
    if _in_english():
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    from babel.dates import format_date  # noqa: PLC0415 - slow, as above

    return format_date(value, "long", locale=locale())


def day_of_year(value: dt.date) -> str:
    """Return a day without its year: 15 December."""
    if _in_english():
        return f"{value.day} {MONTHS[value.month - 1]}"
    from babel.dates import format_skeleton  # noqa: PLC0415 - as above

    return format_skeleton("MMMMd", value, locale=locale())


def month(number: int, year: int | None = None) -> str:
    """Return a month by its number, 1 for January, and perhaps of a year: December, December 2026."""
    if _in_english():
        return f"{MONTHS[number - 1]} {year}" if year else MONTHS[number - 1]
    from babel.dates import format_skeleton, get_month_names  # noqa: PLC0415 - as above

    if year:
        return format_skeleton("yMMMM", dt.date(year, number, 1), locale=locale())
    return str(get_month_names("wide", "stand-alone", locale())[number])


def weekday(number: int) -> str:
    """Return a weekday by its number, 0 for Monday."""
    if _in_english():
        return WEEKDAYS[number]
    from babel.dates import get_day_names  # noqa: PLC0415 - as above

    return str(get_day_names("wide", "stand-alone", locale())[number])


def hour(value: dt.time | dt.datetime) -> str:
    """Return the hour and minute of a day: 09:05."""
    if _in_english():
        return f"{value:%H:%M}"
    from babel.dates import format_time  # noqa: PLC0415 - as above

    return format_time(value.time() if isinstance(value, dt.datetime) else value, "short", locale=locale())


def listing(items: Sequence[str]) -> str:
    """Join one or more items as "one, two and three"."""
    return _listed(items, "standard", "and")


def choice(items: Sequence[str]) -> str:
    """Join one or more items as "one, two or three"."""
    return _listed(items, "or", "or")


def _listed(items: Sequence[str], style: Literal["standard", "or"], joint: str) -> str:
    if _in_english():
        *first, last = items
        return f"{', '.join(first)} {joint} {last}" if first else last
    from babel.lists import format_list  # noqa: PLC0415 - as above

    return format_list(items, style, locale=locale())


def _in_english() -> bool:
    return spoken() in {ENGLISH, PSEUDO}
