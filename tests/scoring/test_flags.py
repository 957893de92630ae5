"""What is raised beside a verdict."""

from __future__ import annotations

import pytest

from jtbd.scoring import Flag, Verdict, overlap
from jtbd.scoring.complement import said_of
from jtbd.scoring.flags import adding_little, flags
from jtbd.scoring.tally import Tally
from tests.support.scoring_samples import asked, sample

EVEN = Tally(aspects=100, answered=100, agreed=1, cared=1, only_a=400, only_b=400, open=200, active_a=50, active_b=50)


def raised(test: str = "- -", /, **changes: int) -> tuple[Flag, ...]:
    """Return the flags of an even pair with some figures changed."""
    return flags(EVEN._replace(**changes), said_of(asked(test)))


def test_an_even_pair_raises_nothing() -> None:
    """Two who complete each other evenly raise no flag."""
    assert raised() == ()


@pytest.mark.parametrize(("only_b", "open_part", "up"), [(99, 501, True), (100, 500, False), (0, 600, True)])
def test_one_sided_below_a_tenth(only_b: int, open_part: int, up: bool) -> None:
    """One-sided is below a tenth of the functional job's weight, what is open included."""
    assert (Flag.ONE_SIDED in raised(only_b=only_b, open=open_part)) is up


def test_one_sided_names_the_slim_sides() -> None:
    """Either side may be slim, or both; a job without weight has none."""
    assert adding_little(EVEN._replace(only_a=10)) == ("a",)
    assert adding_little(EVEN._replace(only_a=0, only_b=0)) == ("a", "b")
    assert adding_little(Tally()) == ()


@pytest.mark.parametrize(("contested", "only_a", "up"), [(899, 101, False), (900, 100, True), (1000, 0, True)])
def test_swallowed_from_nine_tenths(contested: int, only_a: int, up: bool) -> None:
    """Swallowed is nine tenths of one's part or more, with a functional core aspect, whatever the test says."""
    for test in ("- -", "more more"):
        found = raised(test, contested=contested, only_a=only_a, only_b=5000, core_a=1)
        assert (Flag.SWALLOWED_A in found) is up
        assert Flag.SWALLOWED_A not in raised(test, contested=contested, only_a=only_a, only_b=5000, core_b=1)
    assert (Flag.SWALLOWED_B in raised(contested=contested, only_b=only_a, only_a=5000, core_b=1)) is up


def test_swallowed_needs_a_part() -> None:
    """Who solves nothing cannot be swallowed, even with a core aspect that has no weight."""
    assert Flag.SWALLOWED_A not in raised(only_a=0, core_a=1)


def test_mixed_signals_where_the_test_turns_the_verdict() -> None:
    """Mixed signals are up where the verdict would be another had nobody answered the test."""
    close = {"contested": 600, "only_a": 200, "only_b": 200}
    assert Flag.MIXED_SIGNALS not in raised(**close)
    assert Flag.MIXED_SIGNALS not in raised("same same", **close)
    assert Flag.MIXED_SIGNALS in raised("more same", **close)
    assert Flag.MIXED_SIGNALS in raised("less less")
    assert Flag.MIXED_SIGNALS in raised("more -", active_a=0)


def test_heading_where_wanting_turns_the_verdict() -> None:
    """Heading is up where half of what each wants makes another verdict."""
    today = overlap(sample("2c 2w", "2w 2c", "2c 2l", "2l 2c"))
    assert (today.verdict, today.heading.verdict) == (Verdict.COMPLEMENTARY, Verdict.CONTESTED)
    assert today.flags == (Flag.HEADING,)
    assert Flag.HEADING not in overlap(sample("2c 2l", "2l 2c", "2c 2l", "2l 2c")).flags


def test_line_drawn_where_lines_turn_the_verdict() -> None:
    """Line-drawn is up where the lines that count make another verdict."""
    needs = ["2c 2c", "2c 2c", "2c 2l", "2l 2c"]
    assert overlap(sample(*needs)).flags == ()
    drawn = overlap(sample("2c 2c >a", *needs[1:]))
    assert drawn.after_line is not None
    assert (drawn.verdict, drawn.after_line.verdict) == (Verdict.COMPETITIVE, Verdict.CONTESTED)
    assert drawn.flags == (Flag.LINE_DRAWN,)
    assert overlap(sample("2l 2c >a", *needs[1:])).flags == ()


def test_flags_stand_in_order() -> None:
    """Flags stand in the order of the design, however many are up."""
    found = overlap(sample("3c 3c >a", "3c 3c >a", "3c 3c >a", "3w 3w", "2l 2w", test="more same")).flags
    assert found == tuple(flag for flag in Flag if flag in found)
    assert {Flag.ONE_SIDED, Flag.SWALLOWED_A, Flag.SWALLOWED_B, Flag.LINE_DRAWN} <= set(found)
