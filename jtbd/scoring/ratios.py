"""The ratios of the overlap, exact; None stands for 0/0 (docs/overlap.md)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jtbd.model import Dimension
from jtbd.scoring.result import Containment, Split
from jtbd.scoring.tally import Tally


def ratio(part: int, whole: int) -> Fraction | None:
    """Return part / whole, or None where whole is 0."""
    return Fraction(part, whole) if whole else None


def reaches(part: int, whole: int, bound: Fraction) -> bool:
    """Return whether part / whole ≥ bound, for a whole above 0; exact and in integers alone."""
    return part * bound.denominator >= bound.numerator * whole


def exceeds(part: int, whole: int, bound: Fraction) -> bool:
    """Return whether part / whole > bound, likewise."""
    return part * bound.denominator > bound.numerator * whole


def purpose(figures: Tally) -> Fraction | None:
    """Return P = Σ min(mₐ,m_b) / Σ max(mₐ,m_b), the Ružička similarity of what both care about."""
    return ratio(figures.agreed, figures.cared)


def rivalry(figures: Tally) -> Fraction | None:
    """Return S = K/(K+A+B) of the functional aspects: how much of what the two solve is solved by both."""
    return ratio(figures.contested, figures.solved)


def containment(figures: Tally) -> Containment:
    """Return K/(K+A) and K/(K+B): how much of each one's part the other could replace."""
    contested = figures.contested
    return Containment(a=ratio(contested, contested + figures.only_a), b=ratio(contested, contested + figures.only_b))


def bond(split: Mapping[Dimension, Split]) -> Fraction | None:
    """Return K/(K+A+B) over the emotional and social aspects together: what the two promise alike."""
    softer = (split[Dimension.EMOTIONAL], split[Dimension.SOCIAL])
    return ratio(sum(part.contested for part in softer), sum(part.solved for part in softer))
