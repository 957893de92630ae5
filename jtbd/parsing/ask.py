"""What to ask about words that are not sure, as facts; how it is asked is said by `wording`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from jtbd.model.commitment import Every


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar.

    Attributes:
        number: 1 for January.
        year: of which year, None where it is so in every one.

    """

    number: int
    year: int | None = None


AskValue: TypeAlias = dt.date | Every | Month | int | str | tuple[int, ...]
"""A day, a cadence, a month, a number, the English name of a unit of time, or numbers of weekdays, 0 for Monday."""


class AskKind(StrEnum):
    """What is asked of words; beside each the names of its values, which are days where nothing else is said."""

    EITHER = "either"  # first, second
    MAYBE = "maybe"  # day
    MANY = "many"  # day: for example
    BEYOND = "beyond"  # first, last: of all days
    SHORT_MONTH = "short-month"  # month; days: how many it has
    NO_LEAP_DAY = "no-leap-day"  # month, days; leap: the next year that has one
    OVER = "over"  # first, second
    OTHER_WEEKDAY = "other-weekday"  # day; weekday, asked: of the week
    TODAY_OR = "today-or"  # today, day
    WEEK_END = "week-end"  # friday, sunday
    WEEK_NUMBER = "week-number"
    SEASON = "season"  # day: for example
    HOUR = "hour"
    HOUR_OF_DAY = "hour-of-day"  # day
    FROM_UNSAID = "from-unsaid"  # day: counted from today
    FROM_PLAN = "from-plan"  # day: as above
    TOLD_OR_WHEN = "told-or-when"
    UNPLACED = "unplaced"  # day
    UNTIL = "until"  # day
    BEFORE = "before"  # day: the last one
    VISIT = "visit"  # day
    LOST = "lost"  # day
    HOW_OFTEN = "how-often"  # every: a cadence
    TOO_LONG = "too-long"
    EITHER_BEGIN = "either-begin"  # every; first, second
    MONTH_END = "month-end"  # first
    NTH_WEEKDAY = "nth-weekday"  # first
    SEVERAL_DAYS = "several-days"  # weekdays
    SEVERAL_TIMES = "several-times"  # unit; shorter: a cadence
    TWO_MEANINGS = "two-meanings"  # unit; shorter: a cadence
    WORKING_DAYS = "working-days"
    TOO_OFTEN = "too-often"
    ONCE_A_YEAR = "once-a-year"
    ANY_NUMBER = "any-number"  # unit
    PER_UNIT = "per-unit"  # unit


class Ask(NamedTuple):
    """What to ask of words.

    Attributes:
        kind: what is asked.
        values: what it is asked with, by the names that its kind has.

    """

    kind: AskKind
    values: Mapping[str, AskValue] = {}

    def __str__(self) -> str:
        """Return by what it is known again: its kind and its values, in no language."""
        return " ".join((self.kind, *(str(value) for value in self.values.values())))
