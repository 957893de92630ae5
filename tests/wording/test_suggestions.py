"""What a canvas suggests, in words, and the promises that can be taken as they are."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings

from jtbd import editing
from jtbd.advice.advice import Rule
from jtbd.advice.linter import lint
from jtbd.advice.suggestions import Draft, DraftKind, suggestions
from jtbd.editing.promises import PromiseDraft
from jtbd.model import Canvas, Commitment, Kind
from jtbd.scoring import overlap
from jtbd.wording.drafts import written
from jtbd.wording.suggestions import suggestion_sentence
from tests.support.builders import parties
from tests.support.scoring_samples import canvases, sample

PROMISES: list[dict[str, Any]] = [{"id": party, "by": party, "what": "Call"} for party in "ab"]


def said(*needs: str, **changes: Any) -> list[tuple[str, PromiseDraft]]:
    """Return each suggestion between two named parties as a sentence, with the first promise that it offers."""
    canvas = sample(*needs, parties=parties(), **changes)
    found = suggestions(canvas, overlap(canvas))
    return [(suggestion_sentence(item, canvas), written(item.drafts[0], canvas)) for item in found]


def test_a_line_to_draw() -> None:
    """The need is quoted with its share; who yields passes requests on."""
    ((sentence, draft),) = said("2d 2c", "3c 3c >a", "e 3c 3c", "3c 3l", commitments=PROMISES)
    assert sentence == "Both of you solve “Meet need number 1”, 25 % of what has to get done: say who leads there."
    assert (
        draft.what == "Pass every request for “Meet need number 1” on to Northline Cabling by e-mail, customer in copy"
    )
    assert draft.trigger == "a customer asks Harbour Estates for it"


def test_an_owner_to_find() -> None:
    """Who wants it is asked for a first step; where nobody does, both for somebody who solves it."""
    (wanted, _), (neither, draft), _ = said("1l 1l", "3l 2w", "e 2l 3-", "0l 0l", "-- --", commitments=PROMISES)
    assert wanted == (
        "Northline Cabling wants to solve “Meet need number 2”, 71 % of what has to get done, which nobody does: "
        "promise a first step."
    )
    assert neither == (
        "Neither of you solves “Meet need number 3”, 100 % of how they want to feel: "
        "say who looks for somebody who does."
    )
    assert draft.what == "Name one firm that solves “Meet need number 3” and introduce it by e-mail, both in copy"


def test_a_promise_to_make() -> None:
    """Who promised nothing could introduce the other, to whoever needs what it does best or to the next who come."""
    ((sentence, draft),) = said("1c 3l", "3l 3c", "2l 2c", commitments=PROMISES[1:])
    assert sentence == "Harbour Estates has promised nothing yet: what could it do for Northline Cabling?"
    assert (draft.by, draft.kind, draft.serves) == ("a", Kind.INTRODUCTION, ("need-2",))
    assert (
        draft.what
        == "Introduce Northline Cabling by e-mail, both in copy, to every customer who needs “Meet need number 2”"
    )
    assert [draft.what for _, draft in said()] == [
        "Introduce Northline Cabling by e-mail, both in copy, to the next three customers with this job",
        "Introduce Harbour Estates by e-mail, both in copy, to the next three customers with this job",
    ]


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (
            DraftKind.OVERFLOW,
            ("Pass every request that Harbour Estates cannot take on to Northline Cabling by e-mail, customer in copy"),
        ),
        (
            DraftKind.FAVOUR,
            ("Introduce Northline Cabling by e-mail, both in copy, to one person who could use what it offers"),
        ),
    ],
)
def test_what_a_no_leaves_to_promise(kind: DraftKind, what: str) -> None:
    """Rivals can pass on what is too much, and strangers do each other one small favour."""
    assert written(Draft(kind, "a"), sample(parties=parties())).what == what


@settings(max_examples=40, deadline=None)
@given(canvases())
def test_every_draft_is_good_enough_to_keep(canvas: Canvas) -> None:
    """Whatever the canvas, taking a draft up for a day makes a promise with no advice but on words of the canvas."""
    for item in suggestions(canvas, overlap(canvas)):
        for draft in item.drafts:
            promise = editing.take_up(canvas, written(draft, canvas), dt.date(2027, 1, 5)).commitments[-1]
            assert {advice.rule for advice in lint(promise, canvas)} <= {Rule.VAGUE} & _own_words(canvas)


def _own_words(canvas: Canvas) -> set[Rule]:
    """Return what the linter says of the words that needs and parties bring along."""
    texts = [*(need.text for need in canvas.aspects), *(party.name for party in (canvas.parties.a, canvas.parties.b))]
    quoted = (Commitment(id="x", by="a", what=text or "Call") for text in texts)
    return {advice.rule for promise in quoted for advice in lint(promise, canvas)}
