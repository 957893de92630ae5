"""What would flip a verdict."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from jtbd.model import Canvas
from jtbd.scoring import Flip, Verdict, overlap
from jtbd.scoring.sensitivity import neighbours
from tests.support.builders import large_canvas
from tests.support.scoring_reference import moves, verdict
from tests.support.scoring_samples import canvases, sample


@pytest.mark.parametrize(("value", "steps"), [(None, ()), (0, (1,)), (1, (0, 2)), (2, (1, 3)), (3, (2,))])
def test_steps_stay_on_the_ladder(value: int | None, steps: tuple[int, ...]) -> None:
    """A move is one step down or up within the ladder, and none from a blank."""
    assert neighbours(value, (0, 1, 2, 3)) == steps


def test_flips_by_hand() -> None:
    """One contested need of five alike is on the line: any step that shrinks its share makes it complementary."""
    found = overlap(sample("2c 2c", "2c 2l", "2c 2l", "2l 2c", "2l 2c"))
    assert found.verdict is Verdict.CONTESTED
    by_hand = [
        Flip("need-1", "a", "importance", 2, 1, Verdict.COMPLEMENTARY),
        Flip("need-1", "a", "stance", "core", "do", Verdict.COMPLEMENTARY),
        Flip("need-1", "b", "importance", 2, 1, Verdict.COMPLEMENTARY),
        Flip("need-1", "b", "stance", "core", "do", Verdict.COMPLEMENTARY),
        *(
            Flip(f"need-{number}", party, "importance", 2, 3, Verdict.COMPLEMENTARY)
            for number in (2, 3, 4, 5)
            for party in ("a", "b")
        ),
    ]
    assert found.flips == tuple(by_hand)
    assert found.stability == Fraction(5 * 6 - 12, 5 * 6)


def test_the_test_moves_last() -> None:
    """Moves of the complement test come after those of the aspects, with no aspect named."""
    found = overlap(sample("3c 3c", "2c 2c", "2l 2c", "2c 2l", test="more same"))
    assert found.verdict is Verdict.CONTESTED
    assert found.flips[-2:] == (
        Flip(None, "a", "complement_test", "more", "same", Verdict.COMPETITIVE),
        Flip(None, "b", "complement_test", "same", "less", Verdict.COMPETITIVE),
    )


def test_lines_are_ignored() -> None:
    """Flips are of today's verdict: lines change nothing in them."""
    needs = ["3c 3c", "2c 2c", "2l 2c", "2c 2l"]
    plain, lined = overlap(sample(*needs)), overlap(sample("3c 3c >a", *needs[1:]))
    assert (plain.flips, plain.stability) == (lined.flips, lined.stability)


def test_nothing_to_move() -> None:
    """Without answers there are no moves, and stability is undefined."""
    for canvas in (sample(), sample("-- --"), sample("0c 0d")):
        assert (overlap(canvas).stability, overlap(canvas).flips) == (None, ())


def agrees(canvas: Canvas) -> None:
    """Compare every move with the canvas that it makes, judged by the slow reference."""
    found, tried = overlap(canvas), [(move, verdict(moved)) for move, moved in moves(canvas)]
    now = verdict(canvas)
    listed = [(flip.aspect, flip.party, flip.field, flip.start, flip.end, flip.verdict.value) for flip in found.flips]
    assert listed == [(*move, then) for move, then in tried if then != now]
    assert found.stability == (Fraction(len(tried) - len(listed), len(tried)) if tried else None)


@settings(max_examples=60, deadline=None)
@given(canvases())
def test_every_move_is_tried(canvas: Canvas) -> None:
    """A listed flip flips the canvas that it makes, a move not listed does not, and they stand in canvas order."""
    agrees(canvas)


def test_every_move_of_a_long_list() -> None:
    """The same holds of 30 aspects over all dimensions."""
    agrees(large_canvas(30))
