"""The verdict with the one thing it is seen by, as a fact."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from jtbd.model import Canvas, Dimension
from jtbd.scoring.conditions import COMMON_PURPOSE
from jtbd.scoring.question import decided
from jtbd.scoring.reason import Question
from jtbd.scoring.result import Overlap, Standing, Verdict
from jtbd.scoring.verdict import asked_of


class HeadlineKind(StrEnum):
    """A verdict by what it is seen by."""

    UNKNOWN = "unknown"
    NO_PART = "no-part"
    NO_COMMON_PURPOSE = "no-common-purpose"
    RIVALS_BY_CHOICE = "rivals-by-choice"
    RIVALS_BY_TEST = "rivals-by-test"
    RIVALS_BY_SHARE = "rivals-by-share"
    RIVALS_SWALLOWED = "rivals-swallowed"
    CONTESTED = "contested"
    TAKEN_TOGETHER = "taken-together"
    NOTHING_SHARED = "nothing-shared"
    COMPLEMENTARY = "complementary"


class Headline(NamedTuple):
    """What to read first.

    Attributes:
        kind: the verdict by what it is seen by.
        both: how much of what has to get done both solve: the very number that the picture shows.

    """

    kind: HeadlineKind
    both: Fraction


def headline(found: Overlap | Standing, canvas: Canvas) -> Headline:
    """Return the headline of an overlap of this canvas."""
    shares = found.split[Dimension.FUNCTIONAL].shares()
    return Headline(_kind(found, canvas), shares["contested"] if shares else Fraction(0))


def _kind(found: Overlap | Standing, canvas: Canvas) -> HeadlineKind:
    match found.verdict:
        case Verdict.UNKNOWN:
            return HeadlineKind.UNKNOWN
        case Verdict.LITTLE_IN_COMMON:
            in_common = found.purpose is not None and found.purpose >= COMMON_PURPOSE
            return HeadlineKind.NO_PART if in_common else HeadlineKind.NO_COMMON_PURPOSE
        case Verdict.COMPETITIVE:
            return _rivals(found, canvas)
        case Verdict.CONTESTED:
            return HeadlineKind.CONTESTED
        case Verdict.COMPLEMENTARY:
            if found.rivalry is None:
                return HeadlineKind.TAKEN_TOGETHER
            return HeadlineKind.COMPLEMENTARY if found.rivalry else HeadlineKind.NOTHING_SHARED


def _rivals(found: Overlap | Standing, canvas: Canvas) -> HeadlineKind:
    if said := decided(asked_of(canvas)):
        by_choice = said.values["question"] is Question.CHOICE
        return HeadlineKind.RIVALS_BY_CHOICE if by_choice else HeadlineKind.RIVALS_BY_TEST
    past = found.threshold is None or (found.rivalry is not None and found.rivalry >= found.threshold)
    return HeadlineKind.RIVALS_BY_SHARE if past else HeadlineKind.RIVALS_SWALLOWED
