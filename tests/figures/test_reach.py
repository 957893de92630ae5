"""The reach of each party along one line of the job."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from jtbd.figures.reach import label_place, part_of, reach, stretches
from jtbd.model import PARTIES
from jtbd.scoring import Split
from tests.support.scoring_samples import need

splits = st.builds(Split, *[st.integers(0, 9)] * 4)


@given(splits)
@settings(max_examples=60, deadline=None)
def test_stretches_cover_the_line(split: Split) -> None:
    """The stretches adjoin from 0 to 1, none is empty, and each is as long as its share."""
    found = stretches(split)
    shares = split.shares()
    if shares is None:
        assert not found
        return
    assert [stretch.start for stretch in found] == [0, *(stretch.end for stretch in found[:-1])]
    assert found[-1].end == 1
    assert {stretch.part: stretch.share for stretch in found} == {
        part: share for part, share in shares.items() if share
    }


@given(splits)
@settings(max_examples=60, deadline=None)
def test_where_reaches_overlap_is_contested(split: Split) -> None:
    """Each party's reach is one stretch, and what both reach is exactly the contested part."""
    a, b = (reach(split, party) for party in PARTIES)
    if split.contested:
        assert a is not None
        assert b is not None
        assert min(a[1], b[1]) - max(a[0], b[0]) == Fraction(split.contested, split.total)
    elif a and b:
        assert a[1] <= b[0]


def test_nothing_solved_has_no_reach() -> None:
    """A party that solves nothing reaches nowhere."""
    assert reach(Split(contested=0, only_a=0, only_b=3, open=1), "a") is None


@given(splits, st.floats(0.05, 0.9))
@settings(max_examples=60, deadline=None)
def test_labels_stay_inside(split: Split, width: float) -> None:
    """A label beside a reach leaves the line on neither side."""
    place, side = label_place(reach(split, "b"), width)
    left = place if side == "left" else place - width
    assert -1e-9 <= left <= 1 - width + 1e-9


@pytest.mark.parametrize(
    ("shorthand", "part"),
    [("3c 1d", "contested"), ("3c 1w", "only_a"), ("3- 1d", "only_b"), ("3w 1l", "open"), ("-- --", "open")],
)
def test_part_of_an_aspect(shorthand: str, part: str) -> None:
    """An aspect is contested where both do some of it, open where nobody does, else the one's who does."""
    assert part_of(need(shorthand)) == part
