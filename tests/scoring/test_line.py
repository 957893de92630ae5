"""After the line."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jtbd.model import Dimension
from jtbd.scoring import Flag, Reading, Verdict, overlap
from tests.support.scoring_samples import sample


def after(*needs: str, test: str = "- -") -> Reading:
    """Return the reading after the line, which must be there."""
    found = overlap(sample(*needs, test=test)).after_line
    assert found is not None
    return found


def test_the_leader_keeps_what_the_other_yields() -> None:
    """The yielding party's stance counts as `leave`: what was contested is the leader's alone."""
    found = after("2c 2d >a", "2d 2c >a", "2c 2l", "2l 2c")
    split = found.split[Dimension.FUNCTIONAL]
    assert (split.contested, split.only_a, split.only_b, split.open) == (0, 8 + 4 + 8, 8, 4)
    assert found.rivalry == 0
    assert found.verdict is Verdict.COMPLEMENTARY


@pytest.mark.parametrize("dimension", ["f", "e", "s"])
@pytest.mark.parametrize("answers", ["2d 2d", "2d 2c", "2c 2c", "-c -d"])
def test_a_line_counts_while_both_solve(dimension: str, answers: str) -> None:
    """A line counts in any dimension while both stances are `do` or `core`."""
    needs = [f"{dimension} {answers} >b", "3c 3l", "3c 3l", "3l 3c"]
    assert overlap(sample(*needs)).after_line is not None


@pytest.mark.parametrize("answers", ["2d 2w", "2l 2c", "2- 2c", "0c 0c"])
def test_other_lines_do_not_count(answers: str) -> None:
    """A line where one does not solve it today, or that both rated 0, does not count."""
    assert overlap(sample(f"{answers} >b", "3c 3l", "3c 3l", "3l 3c")).after_line is None


def test_yielding_makes_nobody_idle() -> None:
    """A party that yields all it does has not left the job."""
    found = after("2d 2c >b", "2d 2c >b", "2l 2c", "2l 2c", "2l 2c")
    assert found.verdict is Verdict.COMPLEMENTARY


def test_yielding_makes_nobody_swallowed() -> None:
    """A party of whose part more is contested after yielding is not swallowed by that."""
    needs = ("3c 3d >b", "3d 3c", "3c 3c", *["3l 3c"] * 8)
    today = overlap(sample(*needs))
    assert today.containment.a == Fraction(4, 5)
    assert Flag.SWALLOWED_A not in today.flags
    found = after(*needs)
    assert Flag.SWALLOWED_A not in found.flags
    assert found.verdict is Verdict.COMPLEMENTARY
    unlined = overlap(sample("3l 3d", *needs[1:]))
    assert Flag.SWALLOWED_A in unlined.flags, "it would be, had it never solved that need"


def test_who_was_swallowed_may_stay_so() -> None:
    """A party that is swallowed before and by its stances after the line stays swallowed."""
    needs = ["3c 3c", *["3l 3c"] * 8]
    found = after("3d 3c >b", *needs)
    assert Flag.SWALLOWED_A in found.flags
    assert found.verdict is Verdict.COMPETITIVE
    relieved = after("3c 3c >b", "3d 3c", *needs[1:])
    assert Flag.SWALLOWED_A not in relieved.flags, "its only core aspect is yielded"


def test_purpose_blanks_and_test_stay() -> None:
    """A line changes neither what both care about nor what is blank: only the split, S and what follows."""
    assert after("3c 0c >a", "0l 3c", "3c 0l", "1l 1c").verdict is Verdict.LITTLE_IN_COMMON
    assert after("3c 3c >a", "3l -c", "3- 3c").verdict is Verdict.UNKNOWN
    assert after("3c 3c >a", "3l 3c", "3c 3l", test="less less").verdict is Verdict.COMPETITIVE
