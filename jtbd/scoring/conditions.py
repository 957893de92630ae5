"""What both tables of verdicts ask of the figures; every threshold is compared exactly (docs/overlap.md)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from jtbd.scoring.ratios import exceeds, reaches
from jtbd.scoring.tally import Tally

ENOUGH_ANSWERED: Final = 3
MOST_BLANK: Final = Fraction(1, 4)
COMMON_PURPOSE: Final = Fraction(1, 4)
GROUND_TO_DIVIDE: Final = Fraction(1, 5)
REPLACEABLE: Final = Fraction(9, 10)

ANSWERS_EACH: Final = 4


def too_few_answered(figures: Tally) -> bool:
    """Fewer than 3 functional aspects have all four answers."""
    return figures.answered < ENOUGH_ANSWERED


def too_many_blank(figures: Tally) -> bool:
    """More than a quarter of all answers, four per aspect in all dimensions, are blank."""
    return exceeds(figures.blanks, ANSWERS_EACH * figures.aspects, MOST_BLANK)


def purposes_differ(figures: Tally) -> bool:
    """P is undefined or below a quarter."""
    return not (figures.cared and reaches(figures.agreed, figures.cared, COMMON_PURPOSE))


def one_idle(figures: Tally) -> bool:
    """One party neither solves nor wants anything functional."""
    return not (figures.active_a and figures.active_b)


def rivalry_reaches(figures: Tally, share: Fraction) -> bool:
    """S, which is defined, is at least this share."""
    return reaches(figures.contested, figures.solved, share)


def past_the_threshold(figures: Tally, line: Fraction | None) -> bool:
    """S ≥ θ, where both are defined."""
    return line is not None and bool(figures.solved) and rivalry_reaches(figures, line)


def ground_to_divide(figures: Tally) -> bool:
    """S is defined and at least a fifth."""
    return bool(figures.solved) and rivalry_reaches(figures, GROUND_TO_DIVIDE)


def one_swallowed(figures: Tally) -> bool:
    """One party is swallowed by the other."""
    return swallowed_a(figures) or swallowed_b(figures)


def swallowed_a(figures: Tally) -> bool:
    """Party a has a functional core aspect, and b could replace at least nine tenths of its part."""
    return _swallowed(figures.core_a, figures.contested, figures.only_a)


def swallowed_b(figures: Tally) -> bool:
    """Party b has a functional core aspect, and a could replace at least nine tenths of its part."""
    return _swallowed(figures.core_b, figures.contested, figures.only_b)


def _swallowed(core: int, contested: int, only: int) -> bool:
    solved = contested + only
    return core > 0 and solved > 0 and reaches(contested, solved, REPLACEABLE)
