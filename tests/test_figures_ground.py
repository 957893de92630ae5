"""What the map of verdicts shows: regions, their border, and why the verdict may differ from the point's region."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import parties
from figures_samples import moving, rivals, strangers
from hypothesis import given, settings, strategies as st
from scoring_samples import canvases, sample

from jtbd.figures.ground import (
    after_line,
    heading,
    missing,
    regions,
    remark,
    threshold_reason,
    today,
    verdict_at,
)
from jtbd.model import Canvas
from jtbd.scoring import Verdict, overlap

shares = st.fractions(0, 1, max_denominator=100)
tests = st.tuples(*[st.sampled_from(["less", "same", "more", "-"])] * 2).map(" ".join)


@given(tests, shares, shares)
@settings(max_examples=60, deadline=None)
def test_regions_tile_the_map(test: str, purpose: Fraction, rivalry: Fraction) -> None:
    """Whatever the complement test says, each point lies in one region and the regions fill the map."""
    document = moving(test=test)
    ground = regions(document, overlap(document))
    area = sum((region.right - region.left) * (region.top - region.bottom) for region in ground)
    assert area == 1
    place = verdict_at(ground, purpose, rivalry)
    inside = [
        region for region in ground if region.left <= rivalry <= region.right and region.bottom <= purpose <= region.top
    ]
    assert place in {region.verdict for region in inside}


@given(canvases())
@settings(max_examples=60, deadline=None)
def test_the_map_agrees_with_the_verdict(document: Canvas) -> None:
    """Today's point lies in the region of the verdict, or a remark says why not."""
    result = overlap(document)
    point = today(result)
    if point is None or result.purpose is None:
        assert missing(result)
        return
    assert missing(result) is None
    place = verdict_at(regions(document, result), result.purpose, point.rivalry)
    assert (place is result.verdict) == (remark(document, result) is None)


@pytest.mark.parametrize(
    ("test", "reason"),
    [
        ("- -", "Rivals start at 50 %: the complement test is not answered."),
        ("same -", "Rivals start at 50 %: in the complement test nobody answered more or less."),
        ("more less", "Rivals start at 50 %: your answers to the complement test cancel out."),
        ("same more", "Rivals start at 65 %, not at 50 %: to the complement test Northline Cabling answered “more”."),
        ("less -", "Rivals start at 35 %, not at 50 %: to the complement test Harbour Estates answered “less”."),
        (
            "more more",
            (
                "Rivals start at 80 %, not at 50 %: to the complement test both answered “more”. "
                "So no common purpose is too little."
            ),
        ),
        ("less less", "Rivals everywhere: to the complement test both answered “less”."),
    ],
)
def test_the_border_has_a_reason(test: str, reason: str) -> None:
    """The map says where rivals start and who moved it there."""
    document = moving(test=test)
    assert threshold_reason(document, overlap(document)).replace("\u00a0", " ") == reason


def test_both_more_takes_the_floor_away() -> None:
    """Where both answered `more`, there is no region of too little in common."""
    document = moving(test="more more")
    verdicts = [region.verdict for region in regions(document, overlap(document))]
    assert verdicts == [Verdict.COMPLEMENTARY, Verdict.CONTESTED, Verdict.COMPETITIVE]


def test_swallowed_is_remarked_on() -> None:
    """A party that the other could replace is named, where the point lies among partners."""
    document = sample("3c 3c", "3c 3l", "3c 3l", "3c 3l", parties=parties())
    assert overlap(document).verdict is Verdict.COMPETITIVE
    remarked = remark(document, overlap(document))
    assert remarked == "Still rivals: nearly all that Northline Cabling does, Harbour Estates does too."


def test_idle_is_remarked_on() -> None:
    """Two who care for the same, one of whom does nothing, are told why they have little in common."""
    document = sample("3c 3l", "3c 3l", "3c 3l")
    assert overlap(document).verdict is Verdict.LITTLE_IN_COMMON
    assert (remark(document, overlap(document)) or "").startswith("Still too little in common")


def test_points() -> None:
    """Today, heading and after the line each have a place; one that is where today is has none."""
    result = overlap(moving())
    assert [point.label for point in (today(result), heading(result), after_line(result)) if point] == [
        "today",
        "heading",
        "after the line",
    ]
    assert heading(overlap(rivals())) is None
    assert after_line(overlap(strangers())) is None


def test_too_few_answers_are_so_far() -> None:
    """A point without a verdict is where the two stand so far."""
    point = today(overlap(sample("3c 3d")))
    assert point is not None
    assert (point.label, point.verdict) == ("so far", Verdict.UNKNOWN)
