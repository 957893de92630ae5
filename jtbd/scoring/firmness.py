"""How firm a verdict is: the degrees of its stability."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Final


class Degree(StrEnum):
    """How much of a change a verdict bears."""

    ALL = "all"
    FIRM = "firm"
    FAIRLY_FIRM = "fairly-firm"
    NOT_FIRM = "not-firm"


_DEGREES: Final = (
    (Fraction(1), Degree.ALL),
    (Fraction(9, 10), Degree.FIRM),
    (Fraction(3, 4), Degree.FAIRLY_FIRM),
    (Fraction(0), Degree.NOT_FIRM),
)


def degree(stability: Fraction) -> Degree:
    """Return the degree of a stability, which is the share of small moves that keep the verdict."""
    return next(known for least, known in _DEGREES if stability >= least)
