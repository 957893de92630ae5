"""What words say of a day: the day itself where that is sure, else what to ask."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from jtbd.parsing.ask import Ask, AskKind


class Reading(NamedTuple):
    """A day in words.

    Attributes:
        day: the day that is meant; None where that is not sure.
        ask: what to ask then; None where it is sure.

    """

    day: dt.date | None = None
    ask: Ask | None = None


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
    return Reading(ask=Ask(AskKind.EITHER, {"first": first, "second": second}))


def maybe(day: dt.date) -> Reading:
    """Return the question whether a day is meant that the words do not say for sure."""
    return Reading(ask=Ask(AskKind.MAYBE, {"day": day}))


def which(example: dt.date) -> Reading:
    """Return the question which day is meant by words that fit many."""
    return Reading(ask=Ask(AskKind.MANY, {"day": example}))
