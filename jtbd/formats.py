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
