"""What scoring returns: frozen values, exact until they are shown.

Named tuples: as many dataclasses take longer to make, at every start, than a canvas takes to score.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from jtbd.model import Dimension, PartyId


class Verdict(StrEnum):
    """What the overlap of two parties means."""

    UNKNOWN = "unknown"
    LITTLE_IN_COMMON = "little-in-common"
    COMPETITIVE = "competitive"
    CONTESTED = "contested"
    COMPLEMENTARY = "complementary"


class Flag(StrEnum):
    """What to know beside the verdict."""

    ONE_SIDED = "one-sided"
    SWALLOWED_A = "swallowed-a"
    SWALLOWED_B = "swallowed-b"
    MIXED_SIGNALS = "mixed-signals"
    HEADING = "heading"
    LINE_DRAWN = "line-drawn"


class ValueVerdict(StrEnum):
    """What doing it together is worth, first rule that fits (docs/overlap.md)."""

    NOT_STATED = "not-stated"
    SUM_OF_THE_PARTS = "sum-of-the-parts"
    ONE_LOSES = "one-loses"
    CHUMP_CHANGE = "chump-change"
    WORTH_IT = "worth-it"


class Split(NamedTuple):
    """The job's weight in whole quarter units: contested, only a's, only b's, open."""

    contested: int
    only_a: int
    only_b: int
    open: int

    @property
    def total(self) -> int:
        """The weight of all aspects, in quarter units."""
        return self.contested + self.only_a + self.only_b + self.open

    @property
    def solved(self) -> int:
        """What at least one of the two solves, in quarter units."""
        return self.contested + self.only_a + self.only_b

    def shares(self) -> dict[str, Fraction] | None:
        """Return the four parts as shares that add up to 1, or None where the weight is 0."""
        if not self.total:
            return None
        parts = {"contested": self.contested, "only_a": self.only_a, "only_b": self.only_b, "open": self.open}
        return {name: Fraction(part, self.total) for name, part in parts.items()}


class Containment(NamedTuple):
    """How much of each one's part the other could replace; None where that party solves nothing."""

    a: Fraction | None
    b: Fraction | None


class WholeJob(NamedTuple):
    """A weakest-link reading of the whole functional job, each between ½ to the power of n and 1."""

    a: float
    b: float
    both: float
    none: float
    synergy: float


class Reading(NamedTuple):
    """One reading of the overlap: today's, where it is heading, or after the line."""

    verdict: Verdict
    rivalry: Fraction | None
    split: Mapping[Dimension, Split]
    flags: tuple[Flag, ...] = ()


class Flip(NamedTuple):
    """One small move that would change the verdict; `aspect` is None for the last question."""

    aspect: str | None
    party: PartyId
    field: str
    start: int | str
    end: int | str
    verdict: Verdict


class Standing(NamedTuple):
    """Where an overlap stands, without what explains it: what is shown anew after every answer of a rating."""

    verdict: Verdict
    purpose: Fraction | None
    rivalry: Fraction | None
    threshold: Fraction | None
    split: Mapping[Dimension, Split]
    after_line: Reading | None


class Overlap(NamedTuple):
    """The overlap of two parties in one job, with every number that explains it (docs/overlap.md)."""

    verdict: Verdict
    flags: tuple[Flag, ...]
    purpose: Fraction | None
    rivalry: Fraction | None
    threshold: Fraction | None
    bond: Fraction | None
    containment: Containment
    split: Mapping[Dimension, Split]
    whole_job: WholeJob | None
    stability: Fraction | None
    flips: tuple[Flip, ...]
    heading: Reading
    after_line: Reading | None


class ValueTest(NamedTuple):
    """Together against alone, exact (docs/overlap.md).

    Attributes:
        verdict: first rule that fits.
        currency: ISO 4217 code, or None where none was given.
        gain_a: together − alone of party a, None where either is blank.
        gain_b: the same of party b.
        ratio: Σ together / Σ alone, None where Σ alone is 0 or something is blank.
        fair_a: alone + half of the joint gain (Nash bargaining = Shapley for two).
        fair_b: the same of party b.
        transfer: what a would pay b to get there; negative where b would pay a.

    """

    verdict: ValueVerdict
    currency: str | None
    gain_a: Decimal | None
    gain_b: Decimal | None
    ratio: Fraction | None
    fair_a: Fraction | None
    fair_b: Fraction | None
    transfer: Fraction | None


class Score(NamedTuple):
    """Everything that `jtbd score` says of one canvas."""

    overlap: Overlap
    value: ValueTest
