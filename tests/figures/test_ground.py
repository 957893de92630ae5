"""What the strip of verdicts shows: stretches, points, and why the verdict may differ from that of the stretch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from jtbd.figures.ground import ground, verdict_at
from jtbd.model import Canvas
from jtbd.scoring import Verdict, overlap
from tests.support.builders import parties
from tests.support.figures_samples import moving, strangers
from tests.support.scoring_samples import canvases, sample


@given(canvases())
@settings(max_examples=80, deadline=None)
def test_stretches_fill_the_line(document: Canvas) -> None:
    """Whatever the answers, the stretches follow each other from 0 to 1, and the points lie on the line."""
    found = ground(document, overlap(document))
    assert found.stretches[0].start == 0
    assert found.stretches[-1].end == 1
    assert all(one.end == after.start and one.start < one.end for one, after in pairwise(found.stretches))
    assert all(0 <= point.place <= 1 for point in found.points)


@given(canvases())
@settings(max_examples=120, deadline=None)
def test_the_strip_agrees_with_the_verdict(document: Canvas) -> None:
    """Today's point lies in the stretch of the verdict, or a remark says why not or why there is none."""
    result = overlap(document)
    found = ground(document, result)
    if found.points and verdict_at(found.stretches, found.points[0].place) is result.verdict:
        return
    assert found.remark or result.rivalry is None
    if result.rivalry is None and not found.remark:
        assert result.verdict is Verdict.COMPLEMENTARY


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"test": "- -"}, ["complete each other", "ground to divide", "rivals"]),
        ({"test": "less less"}, ["rivals"]),
        ({"choice": "instead instead"}, ["rivals"]),
        ({"choice": "together apart"}, ["complete each other", "ground to divide"]),
        ({"choice": "apart apart"}, ["complete each other", "ground to divide", "rivals"]),
    ],
)
def test_the_answers_divide_the_line(changes: dict[str, str], names: list[str]) -> None:
    """There are rivals where they start for these two, nowhere or everywhere, as their answers say."""
    document = moving(**changes)
    found = ground(document, overlap(document))
    assert [stretch.name for stretch in found.stretches] == names


def test_swallowed_is_remarked_on() -> None:
    """A party that the other could replace is named, where the point lies among partners."""
    document = sample("3c 3c", "3c 3l", "3c 3l", "3c 3l", parties=parties())
    result = overlap(document)
    assert result.verdict is Verdict.COMPETITIVE
    assert (
        ground(document, result).remark
        == "Still rivals: nearly all that Northline Cabling does, Harbour Estates does too."
    )


def test_idle_is_remarked_on() -> None:
    """Two who care for the same, one of whom does nothing, are told why they have little in common."""
    document = sample("3c 3l", "3c 3l", "3c 3l")
    result = overlap(document)
    assert result.verdict is Verdict.LITTLE_IN_COMMON
    assert (ground(document, result).remark or "").startswith("Still too little in common")


def test_points() -> None:
    """Today and after the line each have a place; one that is where today is has none."""
    assert [point.kind for point in ground(moving(), overlap(moving())).points] == ["today", "after"]
    assert [point.kind for point in ground(strangers(), overlap(strangers())).points] == ["today"]


def test_too_few_answers_are_so_far() -> None:
    """A point without a verdict is where the two stand so far."""
    document = sample("3c 3d")
    (point,) = ground(document, overlap(document)).points
    assert (point.kind, point.label.partition(":")[0]) == ("so-far", "so far")
