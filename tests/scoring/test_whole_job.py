"""The whole job by its weakest link."""

from __future__ import annotations

import pytest

from jtbd.scoring import WholeJob, overlap
from tests.support.scoring_samples import sample


def whole(*needs: str) -> WholeJob:
    """Return the whole job of these aspects."""
    found = overlap(sample(*needs)).whole_job
    assert found is not None
    return found


def test_each_covers_half() -> None:
    """Two who each do one of two equal needs are each worth ½ alone, 1 together, ¼ without: synergy ¼."""
    found = whole("2c 2l", "2l 2c")
    assert (found.a, found.b, found.both, found.none, found.synergy) == (0.5, 0.5, 1, 0.25, 0.25)


def test_weights_are_exponents() -> None:
    """The exponent of an aspect is its weight over the mean weight."""
    found = whole("3c 3l", "1l 1c", "2d 2l", "e 3c 3c")
    assert found.a == pytest.approx(0.5 ** (1 * 3 / 6) * 0.5 ** (2 * 3 / 6))
    assert found.b == pytest.approx(0.5 ** (3 * 3 / 6) * 0.5 ** (2 * 3 / 6))
    assert found.both == pytest.approx(0.5 ** (2 * 3 / 6))
    assert found.none == pytest.approx(0.5**3)
    assert found.synergy == pytest.approx(found.both + found.none - found.a - found.b)


def test_a_half_solved_need_is_no_better_than_none() -> None:
    """`do` counts ½ and so does nothing at all; a need without weight does not count."""
    assert whole("2d 2w", "2d 2-", "-d --") == WholeJob(a=0.25, b=0.25, both=0.25, none=0.25, synergy=0.0)


def test_two_of_the_same_are_worth_less() -> None:
    """Where one does all that the other does, synergy is below 0."""
    assert whole("2c 2c", "2c 2c").synergy < 0


def test_no_synergy_is_nought() -> None:
    """A synergy within a billionth is 0: here one party adds nothing."""
    assert whole(*["3c 2l", "1c 2l", "2d 1l"] * 5).synergy == 0


def test_none_without_weight() -> None:
    """There is no whole job without a functional aspect that has weight."""
    assert overlap(sample("e 3c 3c", "0c 0c", "-c -c")).whole_job is None
