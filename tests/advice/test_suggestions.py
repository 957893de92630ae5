"""What a canvas suggests doing next."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings

from jtbd import editing
from jtbd.advice.advice import Rule
from jtbd.advice.linter import lint
from jtbd.advice.suggestions import Suggestion, SuggestionKind, suggestions
from jtbd.model import Canvas, Commitment, Kind
from jtbd.scoring import overlap
from tests.support.builders import parties, ready_canvas
from tests.support.scoring_samples import canvases, sample

PROMISES: list[dict[str, Any]] = [{"id": party, "by": party, "what": "Call"} for party in "ab"]


def suggested(*needs: str, **changes: Any) -> list[Suggestion]:
    """Return the suggestions between two named parties."""
    canvas = sample(*needs, parties=parties(), **changes)
    return [*suggestions(canvas, overlap(canvas))]


def test_a_contested_need_without_a_line() -> None:
    """A functional need that both solve asks for a line; the weaker side passes requests on."""
    (found,) = suggested("2d 2c", "3c 3c >a", "e 3c 3c", "3c 3l", commitments=PROMISES)
    assert (found.kind, found.aspect) == (SuggestionKind.LINE, "need-1")
    assert (
        found.sentence == "Both of you solve “Meet need number 1”, 25 % of what has to get done: say who leads there."
    )
    first, second = found.drafts
    assert (first.by, second.by) == ("a", "b")
    assert (
        first.what == "Pass every request for “Meet need number 1” on to Northline Cabling by e-mail, customer in copy"
    )
    assert first.trigger == "a customer asks Harbour Estates for it"


def test_equals_can_both_yield() -> None:
    """Where neither is stronger either may pass requests on."""
    (found,) = suggested("2c 2c", commitments=PROMISES)
    assert [draft.by for draft in found.drafts] == ["b", "a"]


def test_an_open_need_without_an_owner() -> None:
    """An open need asks who looks for somebody, or the one who wants it for a first step; the weightiest first."""
    found = suggested("1l 1l", "3l 2w", "e 2l 3-", "0l 0l", "-- --", commitments=PROMISES)
    assert [(item.kind, item.aspect, [draft.by for draft in item.drafts]) for item in found] == [
        (SuggestionKind.OWNER, "need-2", ["b"]),
        (SuggestionKind.OWNER, "need-3", ["b", "a"]),
        (SuggestionKind.OWNER, "need-1", ["a", "b"]),
    ]
    assert found[0].sentence == (
        "Northline Cabling wants to solve “Meet need number 2”, 71 % of what has to get done, which nobody does: "
        "promise a first step."
    )
    assert found[1].sentence == (
        "Neither of you solves “Meet need number 3”, 100 % of how they want to feel: "
        "say who looks for somebody who does."
    )
    assert (
        found[1].drafts[0].what
        == "Name one firm that solves “Meet need number 3” and introduce it by e-mail, both in copy"
    )


def test_an_open_need_that_is_looked_after() -> None:
    """An open need with an owner among the missing, or one that a promise serves, asks for nothing."""
    serving = [{**PROMISES[0], "serves": ["need-1"]}, PROMISES[1]]
    assert suggested("3l 3l", commitments=serving) == []
    owned = {"aspects": ["need-1"], "who": "an insurance broker", "owner": "a"}
    assert suggested("3l 3l", commitments=PROMISES, missing=[owned]) == []
    assert len(suggested("3l 3l", commitments=PROMISES, missing=[{**owned, "owner": None}])) == 1


def test_a_party_that_promised_nothing() -> None:
    """Who promised nothing could introduce the other to whoever needs what it does best."""
    (found,) = suggested("1c 3l", "3l 3c", "2l 2c", commitments=PROMISES[1:])
    assert (found.kind, found.aspect) == (SuggestionKind.PROMISE, "need-2")
    assert found.sentence == "Harbour Estates has promised nothing yet: what could it do for Northline Cabling?"
    (draft,) = found.drafts
    assert (draft.by, draft.kind, draft.serves) == ("a", Kind.INTRODUCTION, ("need-2",))
    assert (
        draft.what
        == "Introduce Northline Cabling by e-mail, both in copy, to every customer who needs “Meet need number 2”"
    )
    assert [item.drafts[0].what for item in suggested()] == [
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
def test_every_draft_is_good_enough_to_keep(canvas: Canvas) -> None:
    """Whatever the canvas, taking a draft up for a day makes a promise with no advice but on words of the canvas."""
    for item in suggestions(canvas, overlap(canvas)):
        for draft in item.drafts:
            promise = editing.take_up(canvas, draft, dt.date(2027, 1, 5)).commitments[-1]
            assert {advice.rule for advice in lint(promise, canvas)} <= {Rule.VAGUE} & _own_words(canvas)


def _own_words(canvas: Canvas) -> set[Rule]:
    """Return what the linter says of the words that needs and parties bring along."""
    texts = [*(need.text for need in canvas.aspects), *(party.name for party in (canvas.parties.a, canvas.parties.b))]
    quoted = (Commitment(id="x", by="a", what=text or "Call") for text in texts)
    return {advice.rule for promise in quoted for advice in lint(promise, canvas)}
