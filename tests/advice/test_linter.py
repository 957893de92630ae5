"""Advice on promises."""

from __future__ import annotations

from typing import Any

import pytest

from jtbd.advice.advice import Rule
from jtbd.advice.linter import lint, lint_all
from jtbd.model import Canvas, Commitment
from tests.support.builders import canvas, parties, ready_canvas

GOOD: dict[str, Any] = {
    "id": "intro",
    "by": "a",
    "what": "Introduce Northline by e-mail, both in copy, to every client who signs a lease",
    "trigger": "when a client signs a lease",
    "done_when": "three introductions sent by 15 December",
    "gives": "warm leads before the fit-out budget is fixed",
    "qualifies": "lease signed, ten desks or more",
    "standard": "first call within one working day",
    "reward": "none; in kind",
}


def advised(**changes: Any) -> list[tuple[str, str]]:
    """Return rule and field of the advice on a good commitment that was changed."""
    commitment = Commitment.model_validate({**GOOD, **changes})
    return [(advice.rule.value, advice.field) for advice in lint(commitment, canvas(parties=parties()))]


def said(**changes: Any) -> str:
    """Return the one sentence of advice on a good commitment that was changed."""
    (advice,) = lint(Commitment.model_validate({**GOOD, **changes}), canvas(parties=parties()))
    assert advice.commitment == "intro"
    return advice.sentence


def test_a_good_promise_needs_no_advice() -> None:
    """The example of the canvas file passes, and so does a canvas that is ready to sign."""
    assert advised() == []
    assert lint_all(ready_canvas()) == ()


@pytest.mark.parametrize("moment", [{"due": "2026-12-15"}, {"every": {"weeks": 2}}, {"trigger": "when it rains"}])
def test_a_moment_of_any_kind_will_do(moment: dict[str, Any]) -> None:
    """A date, a cadence or a trigger is enough; without any the advice says which there are."""
    assert advised(**{"trigger": None, **moment}) == []
    assert "a date, a cadence" in said(trigger=None)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"what": ""}, [("what", "what")]),
        ({"trigger": ""}, [("when", "due")]),
        ({"done_when": None}, [("test", "done_when")]),
        ({"done_when": "Northline is happy with it"}, [("test", "done_when")]),
        ({"done_when": "it works well enough"}, [("test", "done_when")]),
        ({"done_when": "8 of 10 clients say they are satisfied"}, []),
        ({"done_when": "three clients gave a good report"}, []),
        ({"done_when": "the plan reached Harbour"}, []),
        ({"gives": None}, [("gives", "gives")]),
        ({"what": "We send a list of leases"}, [("one-owner", "what")]),
        ({"what": "Together, call each client"}, [("one-owner", "what")]),
        ({"what": "One of us calls each client"}, [("one-owner", "what")]),
        ({"what": "Northline Cabling will survey the site"}, [("one-owner", "what")]),
        ({"what": "Bea will survey the site"}, [("one-owner", "what")]),
        ({"what": "Ms Lund to survey the site"}, [("one-owner", "what")]),
        ({"what": "NORTHLINE\u00a0Cabling shall survey the site"}, [("one-owner", "what")]),
        ({"what": "Introduce Northline Cabling to clients we know"}, []),
    ],
)
def test_what_a_promise_needs(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """One owner, a moment, a test that is not an opinion, something in it for the receiver."""
    assert advised(**changes) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Try to send a list",
        "Trying to send a list",
        "Explore a joint offer",
        "Keep in touch about leases",
        "Stay in contact about leases",
        "Send a list soon",
        "Send a list as soon as possible",
        "Send a list ASAP",
        "Send a list as needed",
        "Send a list when possible",
        "Send a list and/or call",
        "Send a list and / or call",
        "Look into a joint offer",
        "Send a list regularly",
    ],
)
def test_vague_words_are_named(words: str) -> None:
    """Words that can mean anything are quoted, in any field, with what to write instead."""
    for field in ("what", "standard", "gives", "trigger"):
        assert advised(**{field: words}) == [("vague", field)]
    assert "can mean anything: " in said(what=words)


@pytest.mark.parametrize(
    "words",
    ["Send the list as soon as a lease is signed", "Send a list to every firm in the industry", "Count country houses"],
)
def test_plain_words_are_not(words: str) -> None:
    """A precise "as soon as", and words that merely contain a vague one, are left alone."""
    assert advised(what=words) == []


def test_sentences_name_the_parties() -> None:
    """Advice names who promises and who receives."""
    assert said(gives=None) == "Say what is in it for Northline Cabling, as in “warm leads before the budget is fixed”."
    assert said(what="We call") == (
        "“We” is not Harbour Estates alone: write what Harbour Estates does, "
        "and make a second promise of Northline Cabling's part."
    )
    assert said(what="Send it soon") == "“soon” can mean anything: give a date, as in “by 15 December”."


def both(**changes: Any) -> list[tuple[str, str]]:
    """Return rule and sentence of what is said of the canvas as a whole."""
    found = lint_all(canvas(parties=parties(), **changes))
    return [(advice.rule.value, advice.sentence) for advice in found if advice.commitment is None]


def test_both_sides_promise() -> None:
    """A side without a promise is told so, both sides of an empty canvas."""
    roles = {"a": {"role": "lead"}}
    assert [rule for rule, _ in both(roles=roles)] == [Rule.BOTH_PROMISE] * 2
    assert both(roles=roles, commitments=[GOOD]) == [
        ("both-promise", "Northline Cabling has promised nothing: write one thing that it will do for Harbour Estates.")
    ]


@pytest.mark.parametrize(
    ("a", "b", "said_of_it"),
    [
        ("lead", "contribute", None),
        ("refer", "lead", None),
        ("lead", "co-lead", None),
        ("co-lead", "co-lead", None),
        ("lead", None, None),
        ("lead", "lead", "Both of you lead, so nobody yields: let one contribute, or be co-leads."),
        (None, None, "Nobody leads: say which of you calls the customer first."),
        ("contribute", "refer", "Nobody leads: say which of you calls the customer first."),
        (
            "co-lead",
            "refer",
            "Harbour Estates co-leads alone: let Harbour Estates lead, or make Northline Cabling co-lead too.",
        ),
    ],
)
def test_somebody_leads(a: str | None, b: str | None, said_of_it: str | None) -> None:
    """One lead, or two co-leads; anything else is told."""
    promises = [GOOD, {**GOOD, "id": "back", "by": "b"}]
    found = both(roles={"a": {"role": a}, "b": {"role": b}}, commitments=promises)
    assert found == ([("lead", said_of_it)] if said_of_it else [])


def test_everything_of_every_promise_in_order() -> None:
    """The whole canvas is advised promise by promise, then as a whole."""
    bare = {"id": "bare", "by": "b", "what": "Try"}
    document: Canvas = canvas(parties=parties(), commitments=[GOOD, bare])
    assert [(advice.commitment, advice.rule.value) for advice in lint_all(document)] == [
        ("bare", "when"),
        ("bare", "test"),
        ("bare", "gives"),
        ("bare", "vague"),
        (None, "lead"),
    ]
