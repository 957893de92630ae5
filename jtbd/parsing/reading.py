"""What words say of a day: the day itself where that is sure, else what to ask."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from jtbd.model.moments import date


class Reading(NamedTuple):
    """A day in words.

    Attributes:
        day: the day that is meant; None where that is not sure.
        ask: what to ask then, in words that go on after the quoted ones; empty where it is sure.

    """

    day: dt.date | None = None
    ask: str = ""


Way: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], Reading]]
"""How days are said, as a pattern of lower-case words, and what they mean today; ValueError: nothing after all."""


def sure(day: dt.date) -> Reading:
    """Return a reading that leaves nothing to ask."""
    return Reading(day)


def either(one: dt.date, other: dt.date) -> Reading:
    """Return the question which of two days is meant."""
    if one == other:
        return maybe(one)
    first, second = sorted((one, other))
    return Reading(ask=f"can mean {date(first)} or {date(second)}: write the one that you mean")


def maybe(day: dt.date) -> Reading:
    """Return the question whether a day is meant that the words do not say for sure."""
    return Reading(ask=f"may not be the same day to both of you: is it {date(day)}? Then write that")


def which(example: dt.date) -> Reading:
    """Return the question which day is meant by words that fit many."""
    return Reading(ask=f"can be many a day: name one, as in “by {date(example)}”")


def no_such(why: str) -> Reading:
    """Return the question what is meant by a day that no calendar has."""
    return Reading(ask=f"is no day: {why}")
