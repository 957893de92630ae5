"""Days as people say them at a table: "15 Dec", "end of the month", "Friday"."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from jtbd.model.moments import MONTHS
from jtbd.parsing.names_of_days import month_end

__all__ = ["Day", "due_days", "month_end", "review_days"]

_TOO_SOON: Final = dt.timedelta(weeks=1)


class Day(NamedTuple):
    """A day to choose with one click, what to call it, and by which name its button is known."""

    label: str
    date: dt.date
    name: str


def due_days(today: dt.date, review: dt.date | None) -> tuple[Day, ...]:
    """Return the days by which things are usually promised."""
    end = month_end(today)
    if end - today < _TOO_SOON:
        end = month_end(end + dt.timedelta(days=1))
    usual = (
        Day("in 2 weeks", today + dt.timedelta(weeks=2), "in-2-weeks"),
        Day(f"end of {MONTHS[end.month - 1]}", end, "end-of-month"),
    )
    return (*usual, Day("when we meet", review, "when-we-meet")) if review and review > today else usual


def review_days(today: dt.date) -> tuple[Day, ...]:
    """Return the days on which two usually look at it again."""
    return tuple(
        Day(f"in {weeks} weeks", today + dt.timedelta(weeks=weeks), f"in-{weeks}-weeks") for weeks in (4, 6, 12)
    )
