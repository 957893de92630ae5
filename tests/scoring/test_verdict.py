"""The table of verdicts, row by row, each threshold just below, at and just above."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jtbd.model import PartyId, other
from jtbd.scoring import Verdict, overlap
from jtbd.scoring.complement import said_of, threshold
from jtbd.scoring.verdict import verdict
from tests.support.scoring_samples import SOUND, asked, sample

APART = ("3c 1l", "3c 2l", "1l 3c", "2l 3c")
"""Four needs of a complementary pair."""


def found(test: str = "- -", /, **changes: int) -> str:
    """Return the verdict on the sound figures with some of them changed."""
    return verdict(SOUND._replace(**changes), said_of(asked(test))).value


def rivals(contested: int, of: int = 1000, test: str = "- -") -> str:
    """Return the verdict where so much of what the two solve is contested."""
    alone = of - contested
    return found(test, contested=contested, only_a=alone // 2, only_b=alone - alone // 2)


def test_everything_else_is_complementary() -> None:
    """Two who care alike and solve different needs complete each other."""
    assert found() == "complementary"
    assert overlap(sample(*APART)).verdict is Verdict.COMPLEMENTARY


# ── unknown ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("answered", "expected"), [(2, "unknown"), (3, "complementary"), (4, "complementary")])
def test_three_functional_needs_need_all_four_answers(answered: int, expected: str) -> None:
    """Fewer than 3 functional aspects with all four answers are too few."""
    assert found(answered=answered) == expected


def test_answered_needs_are_functional_and_whole() -> None:
    """Neither an emotional aspect nor one with a blank, nor one that both rated 0, counts among the three."""
    assert overlap(sample("3c 1l", "1l 3c", "3c 2l")).verdict is Verdict.COMPLEMENTARY
    for third in ("e 3c 2l", "3c 2-", "3c -l", "0c 0l"):
        assert overlap(sample("3c 1l", "1l 3c", third)).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(("blanks", "expected"), [(99, "complementary"), (100, "complementary"), (101, "unknown")])
def test_a_quarter_of_all_answers_may_be_blank(blanks: int, expected: str) -> None:
    """Of 400 answers 100 may be blank."""
    assert found(blanks=blanks) == expected


def test_blanks_of_every_dimension_count() -> None:
    """Four blanks in four aspects are a quarter, a fifth is too many; an aspect that both rated 0 is not asked."""
    assert overlap(sample(*APART[:3], "e -- --")).verdict is Verdict.COMPLEMENTARY
    assert overlap(sample("3c 1l", "1l 3c", "3c 2l", "e -- --", "s 1- --")).verdict is Verdict.UNKNOWN
    assert overlap(sample(*APART[:3], "e -- --", "0- 0-")).verdict is Verdict.COMPLEMENTARY


def test_nothing_solved_is_unknown() -> None:
    """Where both want but neither solves anything that has weight, S is undefined."""
    assert found(only_a=0, only_b=0) == "unknown"
    assert overlap(sample("3w 3w", "2w 2w", "3w 2w")).verdict is Verdict.UNKNOWN


def test_nothing_solved_beats_the_test() -> None:
    """Both answering `less` makes no rivals of two who solve nothing."""
    assert found("less less", only_a=0, only_b=0) == "unknown"


def test_an_empty_canvas_is_unknown() -> None:
    """A canvas without aspects, and one where all importances are 0, are unknown and have no numbers."""
    for canvas in (sample(), sample("0c 0c", "0l 0c", "0d 0d")):
        empty = overlap(canvas)
        assert empty.verdict is Verdict.UNKNOWN
        assert (empty.purpose, empty.rivalry, empty.bond, empty.stability, empty.whole_job) == (None,) * 5
        assert empty.flags == ()


# ── little in common ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("agreed", "expected"), [(249, "little-in-common"), (250, "complementary")])
def test_common_purpose_begins_at_a_quarter(agreed: int, expected: str) -> None:
    """P below ¼ is too little in common."""
    assert found(agreed=agreed) == expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [("more more", "complementary"), ("more same", "little-in-common"), ("- more", "little-in-common")],
)
def test_only_both_saying_more_outweighs_little_purpose(test: str, expected: str) -> None:
    """P below ¼, or undefined, is excused where both answered `more`."""
    assert found(test, agreed=0) == expected
    assert found(test, agreed=0, cared=0) == expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [("- -", "little-in-common"), ("same less", "little-in-common"), ("more less", "complementary")],
)
def test_one_more_outweighs_an_idle_party(test: str, expected: str) -> None:
    """A party that neither solves nor wants anything functional is excused where somebody answered `more`."""
    assert found(test, active_a=0) == expected
    assert found(test, active_b=0) == expected


def test_wanting_is_not_idle() -> None:
    """A single `want` is a part in the job; leaving everything, or leaving it blank, is none."""
    assert overlap(sample("3c 2l", "3c 2l", "3c 2l", "3c 3w")).verdict is Verdict.COMPLEMENTARY
    assert overlap(sample("3c 2l", "3c 2l", "3c 2l", "3c 3-")).verdict is Verdict.LITTLE_IN_COMMON
    assert overlap(sample("3c 2l", "3c 2l", "3c 2l", "e 3c 3c")).verdict is Verdict.LITTLE_IN_COMMON


def test_little_in_common_comes_before_nothing_solved() -> None:
    """Two who solve nothing and care about different needs have little in common."""
    assert found(agreed=0, only_a=0, only_b=0) == "little-in-common"
    assert found(active_b=0, only_a=0, only_b=0) == "little-in-common"


# ── competitive ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("test", "line"),
    [
        ("- -", 500),
        ("same same", 500),
        ("more less", 500),
        ("more -", 650),
        ("same more", 650),
        ("more more", 800),
        ("less same", 350),
        ("- less", 350),
    ],
)
def test_the_test_moves_the_line(test: str, line: int) -> None:
    """S just below θ is contested, at θ competitive; θ is ½ and 0.15 for each `more`, less 0.15 for each `less`."""
    assert threshold(said_of(asked(test))) == Fraction(line, 1000)
    assert rivals(line - 1, test=test) == "contested"
    assert rivals(line, test=test) == "competitive"
    assert rivals(line + 1, test=test) == "competitive"


def test_both_less_makes_rivals() -> None:
    """Both answering `less` makes rivals of two who contest nothing; θ is 0.2 then."""
    assert rivals(0, test="less less") == "competitive"
    assert threshold(said_of(asked("less less"))) == Fraction(1, 5)


@pytest.mark.parametrize("side", ["a", "b"])
def test_a_swallowed_party_makes_rivals(side: PartyId) -> None:
    """A party with a core aspect of whose part nine tenths are contested is swallowed, unless somebody says `more`."""
    across = other(side)
    small = {"contested": 90, f"only_{side}": 10, f"only_{across}": 900}
    assert found(**small) == "complementary", "no core aspect"
    assert found(**small, **{f"core_{side}": 1}) == "competitive"
    assert found(**small, **{f"core_{across}": 1}) == "complementary", "the core of the other does not matter"
    assert found("more -", **small, **{f"core_{side}": 1}) == "complementary"
    small |= {"contested": 899, f"only_{side}": 101}
    small[f"only_{across}"] = 9000
    assert found(**small, **{f"core_{side}": 1}) == "complementary", "just below nine tenths"


# ── contested ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("contested", "expected"), [(199, "complementary"), (200, "contested"), (201, "contested")])
def test_ground_to_divide_begins_at_a_fifth(contested: int, expected: str) -> None:
    """S from 0.2 on is contested, below it complementary."""
    assert rivals(contested) == expected


def test_thresholds_hold_on_a_canvas() -> None:
    """Worked out by hand: one contested need of five alike is S = 0.2, one of two is 0.5."""
    assert overlap(sample("2c 2c", "2c 2l", "2c 2l", "2l 2c", "2l 2c")).verdict is Verdict.CONTESTED
    assert overlap(sample("2c 2c", "2c 2l", "2c 2l", "2l 2c", "2l 2c", "1l 1c")).verdict is Verdict.COMPLEMENTARY
    halves = overlap(sample("2c 2c", "2c 2c", "2c 2l", "2l 2c"))
    assert (halves.rivalry, halves.verdict) == (Fraction(1, 2), Verdict.COMPETITIVE)
