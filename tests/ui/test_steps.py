"""The seven steps, and when each counts as done."""

from __future__ import annotations

from typing import Any, Final

import pytest

from jtbd.model import Canvas
from jtbd.model.curtain import rated as both_ready
from jtbd.ui.steps import SHORT, WEIGHTS, Step, done, fair_share
from tests.support.builders import canvas, complementary_aspects, parties, rated, ready_canvas

READY: Final = {"rating": {"ready": {"a": True, "b": True}}}
OPEN: Final = {"rating": {"mode": "open"}}
SPLIT: Final = rated(((3, "core"), (2, "leave")), ((1, "leave"), (3, "do")))
CONTESTED: Final = rated(((3, "core"), (2, "do")), ((1, "leave"), (3, "do")))
LINED: Final = (CONTESTED[0].revise(line={"lead": "a"}), CONTESTED[1])
SCORES = {name: {"score": 0} for name in ("internal", "external", "network", "civic")}
FIGURES: Final = {"alone": "1", "together": "2"}
RECORD: Final = {"number": 1, "id": "x", "content_hash": "y"}


def test_steps_are_numbered_from_one_in_the_order_of_the_meeting() -> None:
    """Parties come first, signing comes seventh, each under its own name."""
    assert [(step.number, step.label) for step in Step][:2] == [(1, "Parties"), (2, "Job")]
    assert (len(Step), Step.SIGN.number) == (7, 7)


def test_nothing_is_done_on_a_bare_canvas() -> None:
    """A canvas of format and id alone has every step before it."""
    assert not any(done(canvas(), step) for step in Step)


def test_everything_but_signing_is_done_on_a_canvas_that_is_ready() -> None:
    """A canvas with every step filled in waits for signatures alone."""
    assert [step for step in Step if not done(ready_canvas(), step)] == [Step.SIGN]


@pytest.mark.parametrize(
    ("step", "fields", "expected"),
    [
        (Step.PARTIES, {"parties": parties()}, True),
        (Step.PARTIES, {"parties": {"a": {"organisation": "A"}, "b": {"person": "B"}}}, True),
        (Step.PARTIES, {"parties": {"a": {"organisation": "A"}, "b": {"email": "b@b.example"}}}, False),
        (Step.PARTIES, {"parties": {"a": {"organisation": "A", "person": "TBD"}, "b": {"person": "B"}}}, False),
        (Step.PARTIES, {"parties": {"a": {"organisation": "?", "person": "Ana"}, "b": {"person": "B"}}}, False),
        (Step.PARTIES, {"parties": {"a": {"person": "n.n."}, "b": {"person": "B"}}}, False),
        (Step.JOB, {"job": {"performer": "owner", "want": "move"}}, True),
        (Step.JOB, {"job": {"performer": "owner", "when": "the lease ends"}}, False),
        (Step.JOB, {"job": {"want": "move"}}, False),
        (Step.ASPECTS, {"aspects": SPLIT, **READY}, True),
        (Step.ASPECTS, {"aspects": SPLIT, **OPEN}, True),
        (Step.ASPECTS, {"aspects": SPLIT}, False),
        (Step.ASPECTS, {"aspects": SPLIT, "rating": {"ready": {"a": True}}}, False),
        (Step.ASPECTS, {"aspects": rated(((3, "core"), (0, None))), **OPEN}, False),
        (Step.ASPECTS, {"aspects": rated(((0, "leave"), (0, "leave"))), **OPEN}, True),
        (Step.ASPECTS, {"aspects": (), **READY}, False),
        (Step.OVERLAP, {"aspects": SPLIT, **READY}, True),
        (Step.OVERLAP, {"aspects": CONTESTED, **READY}, False),
        (Step.OVERLAP, {"aspects": LINED, **READY}, True),
        (Step.OVERLAP, {"aspects": LINED}, False),
        (Step.OVERLAP, {"aspects": rated(*[((None, None), (None, None))] * 8), **READY}, False),
        (Step.OVERLAP, {"aspects": rated(*[((None, None), (None, None))] * 8), **OPEN}, False),
        (Step.OVERLAP, {"aspects": rated(*[((3, "core"), (3, "core"))] * 8), **OPEN}, True),
        (Step.OVERLAP, {"aspects": rated(*[((3, "core"), (2, "leave")), ((2, "leave"), (3, "do"))] * 4)}, False),
        (Step.OVERLAP, {"aspects": rated(((3, "core"), (2, "do")), dimension="social"), **READY}, False),
        (Step.VALUE, {"value": {"a": FIGURES, "b": FIGURES}}, True),
        (Step.VALUE, {"value": {"a": FIGURES, "b": {"alone": "1"}}}, False),
        (Step.VALUE, {"value": {"four": {"a": SCORES, "b": SCORES}}}, True),
        (Step.VALUE, {"value": {"four": {"a": SCORES, "b": {**SCORES, "civic": {"text": "less waste"}}}}}, False),
        (Step.VALUE, {"value": {"four": {"a": SCORES}}}, False),
        (Step.COMMITMENTS, {"commitments": [{"id": "x", "by": "a", "what": "x"}]}, False),
        (
            Step.COMMITMENTS,
            {"commitments": [{"id": "x", "by": "a", "what": "x"}, {"id": "y", "by": "b", "what": "y"}]},
            True,
        ),
        (Step.SIGN, {"sheets": [{**RECORD, "state": "draft"}]}, False),
        (Step.SIGN, {"sheets": [{**RECORD, "state": "declined"}]}, False),
        (Step.SIGN, {"sheets": [{**RECORD, "state": "complete"}]}, True),
    ],
)
def test_a_step_is_done_when_the_next_ones_can_build_on_it(step: Step, fields: dict[str, Any], expected: bool) -> None:
    """Two names; who wants what; all answers shared; each contested need divided; its worth to both; a promise each."""
    assert done(canvas(**fields), step) is expected


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ({}, False),
        ({"ready": {"a": True}}, False),
        ({"ready": {"b": True}}, False),
        ({"ready": {"a": True, "b": True}}, True),
        ({"mode": "open"}, True),
    ],
)
def test_the_overlap_may_be_shown_once_both_are_ready_or_rate_openly(rating: dict[str, Any], expected: bool) -> None:
    """One party's readiness alone shows nothing."""
    found: Canvas = canvas(aspects=complementary_aspects(), rating=rating)
    assert both_ready(found) is expected


def test_the_shares_of_a_whole_coffee_are_its_weights() -> None:
    """Half an hour on a bare canvas is shared out as planned: each step gets the minutes of its weight."""
    assert sum(WEIGHTS.values()) == 30
    for step in Step:
        assert fair_share(canvas(), Step, step, 30 * 60) == WEIGHTS[step] * 60


def test_a_step_that_runs_over_takes_from_all_that_are_to_come() -> None:
    """What is left when a step is opened is shared anew, by weight, among it and the steps that are not done."""
    left = 20 * 60
    named = canvas(parties=parties())
    ahead = 30 - WEIGHTS[Step.PARTIES]
    assert fair_share(named, Step, Step.JOB, left) == left * WEIGHTS[Step.JOB] // ahead
    assert fair_share(named, Step, Step.PARTIES, left) == left * WEIGHTS[Step.PARTIES] // 30, "it may be opened again"


def test_the_short_meeting_shares_its_minutes_among_its_own_steps() -> None:
    """Three minutes go to job, rating and verdict alone."""
    assert sum(fair_share(canvas(), SHORT, step, 180) for step in SHORT) in range(177, 181)
    assert SHORT == (Step.JOB, Step.ASPECTS, Step.OVERLAP)


def test_what_is_not_signed_as_it_stands_waits_for_a_signature() -> None:
    """Whatever was signed before, signing alone is to do again, and has its share of the minutes."""
    signed = ready_canvas(sheets=[{**RECORD, "state": "complete"}])
    assert all(done(signed, step) for step in Step)
    assert [step for step in Step if not done(signed, step, unsigned=True)] == [Step.SIGN]
    assert fair_share(signed, Step, Step.VALUE, 600) == 600
    assert fair_share(signed, Step, Step.VALUE, 600, unsigned=True) == 300
