"""The ratios that explain a verdict."""

from __future__ import annotations

from fractions import Fraction

from jtbd.scoring import overlap
from jtbd.scoring.ratios import containment, exceeds, purpose, reaches, rivalry
from tests.support.scoring_samples import figures, sample


def test_purpose_is_shared_over_all_importance() -> None:
    """P is Σ min / Σ max over every dimension, of aspects that both rated."""
    assert purpose(figures("3c 1l", "e 2c 2c", "s 0l 3d", "3c -l")) == Fraction(1 + 2 + 0, 3 + 2 + 3)
    assert purpose(figures("3c -l")) is None


def test_rivalry_and_containment_are_functional() -> None:
    """S is K/(K+A+B), containment K/(K+A) and K/(K+B), of functional aspects alone."""
    found = figures("2c 2d", "2d 2d", "1l 3c", "e 3c 3c", "s 3c 3c")
    assert (found.contested, found.only_a, found.only_b) == (8, 4, 8)
    assert rivalry(found) == Fraction(8, 20)
    assert containment(found).a == Fraction(8, 12)
    assert containment(found).b == Fraction(8, 16)


def test_nothing_over_nothing_is_undefined() -> None:
    """A ratio of nothing to nothing is None."""
    found = figures("3l 3w", "3w 3l")
    assert rivalry(found) is None
    assert (containment(found).a, containment(found).b) == (None, None)
    assert containment(figures("3c 3l")).b is None


def test_bond_takes_feeling_and_standing_together() -> None:
    """The bond is K/(K+A+B) over emotional and social aspects together."""
    assert overlap(sample("e 2c 2c", "s 2c 2l", "s 1d 1d", "3c 3c")).bond == Fraction(8 + 2, 8 + 8 + 2)
    assert overlap(sample("3c 3c", "e 3w 3w")).bond is None


def test_bounds_are_compared_exactly() -> None:
    """A share that equals its bound reaches it and does not exceed it."""
    third = Fraction(1, 3)
    assert reaches(1, 3, third)
    assert not exceeds(1, 3, third)
    assert not reaches(333_333_333, 1_000_000_000, third)
    assert exceeds(333_333_334, 1_000_000_000, third)
