"""Dates and cadences as the sentence of a promise has them: in English, as sheets are written and `parsing` reads."""

from __future__ import annotations

import datetime as dt

from jtbd.formats import MONTHS
from jtbd.model.commitment import Every


def date(day: dt.date) -> str:
    """Return a date that no two countries read differently: 15 December 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def cadence(every: Every) -> str:
    """Return a cadence: every week, every 6 weeks."""
    return f"every {interval(every)}"


def interval(every: Every) -> str:
    """Return what lies between two times of a cadence: week, 6 weeks."""
    unit, count = next(
        (unit, count)
        for unit, count in (("day", every.days), ("week", every.weeks), ("month", every.months))
        if count is not None
    )
    return unit if count == 1 else f"{count} {unit}s"
