"""Days as people say them at a table: "15 Dec", "end of the month", "Friday"."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from jtbd.i18n import mark, say, say_count
from jtbd.parsing.names_of_days import month_end

__all__ = ["Day", "due_days", "month_end", "review_days"]

_ENDS: Final = (
    mark("end of January"),
    mark("end of February"),
    mark("end of March"),
    mark("end of April"),
    mark("end of May"),
    mark("end of June"),
    mark("end of July"),
    mark("end of August"),
    mark("end of September"),
    mark("end of October"),
    mark("end of November"),
    mark("end of December"),
)
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
        _in_weeks(2, today),
        Day(_ENDS[end.month - 1].said(), end, "end-of-month"),
    )
    return (*usual, Day(say("when we meet"), review, "when-we-meet")) if review and review > today else usual


def review_days(today: dt.date) -> tuple[Day, ...]:
    """Return the days on which two usually look at it again."""
    return tuple(_in_weeks(weeks, today) for weeks in (4, 6, 12))


def _in_weeks(weeks: int, today: dt.date) -> Day:
    label = say_count("in {number} week", "in {number} weeks", weeks)
    return Day(label, today + dt.timedelta(weeks=weeks), f"in-{weeks}-weeks")
