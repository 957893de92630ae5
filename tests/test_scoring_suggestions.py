"""What a canvas suggests doing next."""

from __future__ import annotations

from typing import Any

from builders import parties, ready_canvas
from hypothesis import given, settings
from scoring_samples import canvases, sample

from jtbd.model import Canvas, Commitment
from jtbd.scoring import overlap
from jtbd.scoring.advice import Rule
from jtbd.scoring.linter import lint
from jtbd.scoring.suggestions import Suggestion, SuggestionKind, suggestions

PROMISES: list[dict[str, Any]] = [{"id": party, "by": party, "what": "Call"} for party in "ab"]


def suggested(*needs: str, **changes: Any) -> list[Suggestion]:
    """Return the suggestions between two named parties."""
    canvas = sample(*needs, parties=parties(), **changes)
    return [*suggestions(canvas, overlap(canvas))]


def test_a_contested_need_without_a_line() -> None:
    """A functional need that both solve asks for a line; the weaker side passes requests on."""
    assert suggested("2d 2c", "3c 3c >a", "e 3c 3c", "3c 3l", commitments=PROMISES) == [
        Suggestion(
            SuggestionKind.LINE,
            "need-1",
            "a",
            "Both of you solve “Meet need number 1”, 25 % of the functional job: say who leads there.",
            "Pass every request for “Meet need number 1” on to Northline Cabling within one working day",
        )
    ]


def test_equals_take_turns() -> None:
    """Where neither is stronger the draft is nobody's in particular."""
    (found,) = suggested("2c 2c", commitments=PROMISES)
    assert found.party is None
    assert found.draft == "Leave every request for “Meet need number 1” to whichever of us the customer asked first"


def test_an_open_need_without_an_owner() -> None:
    """An open need asks who looks for somebody, or the one who wants it for a first step; the weightiest first."""
    found = suggested("1l 1l", "3l 2w", "e 2l 3-", "0l 0l", "-- --", commitments=PROMISES)
    assert [(item.kind, item.aspect, item.party) for item in found] == [
        (SuggestionKind.OWNER, "need-2", "b"),
        (SuggestionKind.OWNER, "need-3", "b"),
        (SuggestionKind.OWNER, "need-1", None),
    ]
    assert found[0].sentence == (
        "Northline Cabling wants to solve “Meet need number 2”, 71 % of the functional job, which nobody does: "
        "promise a first step."
    )
    assert found[1].sentence == (
        "Neither of you solves “Meet need number 3”, 100 % of the emotional job: say who looks for somebody who does."
    )
    assert found[1].draft == "Name one firm that solves “Meet need number 3” and introduce it by e-mail, both in copy"


def test_an_open_need_that_is_looked_after() -> None:
    """An open need with an owner among the missing, or one that a promise serves, asks for nothing."""
    serving = [{**PROMISES[0], "serves": ["need-1"]}, PROMISES[1]]
    assert suggested("3l 3l", commitments=serving) == []
    owned = {"aspects": ["need-1"], "who": "an insurance broker", "owner": "a"}
    assert suggested("3l 3l", commitments=PROMISES, missing=[owned]) == []
    assert len(suggested("3l 3l", commitments=PROMISES, missing=[{**owned, "owner": None}])) == 1


def test_a_party_that_promised_nothing() -> None:
    """Who promised nothing could introduce the other to whoever needs what it does best."""
    found = suggested("1c 3l", "3l 3c", "2l 2c", commitments=PROMISES[1:])
    assert found == [
        Suggestion(
            SuggestionKind.PROMISE,
            "need-2",
            "a",
            "Harbour Estates has promised nothing yet: what could it do for Northline Cabling?",
            "Introduce Northline Cabling by e-mail, both in copy, to every customer who needs “Meet need number 2”",
        )
    ]
    assert [item.draft for item in suggested()] == [
        "Introduce Northline Cabling by e-mail, both in copy, to the next three customers with this job",
        "Introduce Harbour Estates by e-mail, both in copy, to the next three customers with this job",
    ]


def test_a_canvas_that_is_ready_suggests_little() -> None:
    """Of a canvas that is ready to sign only its one open need is left."""
    canvas = ready_canvas()
    assert [(item.kind, item.aspect) for item in suggestions(canvas, overlap(canvas))] == [
        (SuggestionKind.OWNER, "need-4")
    ]


@settings(max_examples=40, deadline=None)
@given(canvases())
def test_every_draft_can_be_promised(canvas: Canvas) -> None:
    """Whatever the canvas, a draft is a valid promise that the linter finds neither vague nor ownerless."""
    for place, item in enumerate(suggestions(canvas, overlap(canvas))):
        promise = Commitment(id=f"draft-{place}", by=item.party or "a", what=item.draft)
        assert not {Rule.VAGUE, Rule.ONE_OWNER, Rule.WHAT} & {advice.rule for advice in lint(promise, canvas)}
