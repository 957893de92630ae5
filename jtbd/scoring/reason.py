"""One reason for a verdict, as a fact: of which kind it is, and the exact values in it; `wording` says it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias, cast

from jtbd.model import PartyId

Value: TypeAlias = str | int | Fraction | None
"""A party, a member of an enum, a count, a share, or nothing said."""


class ReasonKind(StrEnum):
    """What a reason says; its values are in docs/overlap.md."""

    DIFFERING = "differing"
    TOO_FEW_ANSWERED = "too-few-answered"
    TOO_MANY_BLANK = "too-many-blank"
    NOTHING_SOLVED = "nothing-solved"
    PURPOSES_DIFFER = "purposes-differ"
    BOTH_IDLE = "both-idle"
    ONE_IDLE = "one-idle"
    SAID_RIVALS = "said-rivals"
    SAID_PARTNERS = "said-partners"
    BOTH_SOLVE = "both-solve"
    RIVALS = "rivals"
    TO_DIVIDE = "to-divide"
    COMPLEMENT = "complement"
    COMPLEMENT_UNSOLVED = "complement-unsolved"
    RIVALS_SWALLOWED = "rivals-swallowed"
    MIXED_SIGNALS = "mixed-signals"
    HEADING = "heading"
    SWALLOWED = "swallowed"
    ONE_SIDED = "one-sided"
    BOTH_APART = "both-apart"
    TESTED = "tested"
    ONE_ANSWERED = "one-answered"
    NOT_ANSWERED = "not-answered"
    COMMON_PURPOSE = "common-purpose"
    OPEN = "open"
    COVERED = "covered"
    BOND = "bond"
    WHOLE_JOB = "whole-job"
    AFTER_LINE = "after-line"
    WHERE_THE_LINE_IS = "where-the-line-is"
    FIRMNESS = "firmness"


class Question(StrEnum):
    """Which last question counts, as a flip names it."""

    CHOICE = "choice"
    COMPLEMENT_TEST = "complement_test"


class Reason(NamedTuple):
    """One reason; the values of each kind have names of their own, and those of a party end in its letter."""

    kind: ReasonKind
    values: Mapping[str, Value] = {}

    def share(self, name: str) -> Fraction:
        """Return a value that is a share of something."""
        return cast("Fraction", self.values[name])

    def text(self, name: str) -> str:
        """Return a value that is a member of an enum."""
        return cast("str", self.values[name])

    def count(self, name: str) -> int:
        """Return a value that is a number of something."""
        return cast("int", self.values[name])

    def party(self, name: str = "party") -> PartyId:
        """Return a value that is one of the two."""
        return cast("PartyId", self.values[name])
