"""Advice on promises."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from jtbd.advice.advice import AdviceKind, AdviceValue, Rule
from jtbd.advice.linter import lint, lint_all
from jtbd.advice.vocabulary import Vagueness
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


def said(**changes: Any) -> tuple[AdviceKind, dict[str, AdviceValue]]:
    """Return kind and values of the one piece of advice on a good commitment that was changed."""
    (advice,) = lint(Commitment.model_validate({**GOOD, **changes}), canvas(parties=parties()))
    assert advice.commitment == "intro"
    return advice.kind, {**advice.values}


def test_a_good_promise_needs_no_advice() -> None:
    """The example of the canvas file passes, and so does a canvas that is ready to sign."""
    assert advised() == []
    assert lint_all(ready_canvas()) == ()


@pytest.mark.parametrize("moment", [{"due": "2026-12-15"}, {"every": {"weeks": 2}}, {"trigger": "when it rains"}])
def test_a_moment_of_any_kind_will_do(moment: dict[str, Any]) -> None:
    """A date, a cadence or a trigger is enough; without any it is asked for."""
    assert advised(**{"trigger": None, **moment}) == []
    assert said(trigger=None) == (AdviceKind.WHEN_UNSAID, {})


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
    """Words that can mean anything are told, in any field, with what they leave open."""
    for field in ("what", "standard", "gives", "trigger"):
        assert advised(**{field: words}) == [("vague", field)]
    kind, values = said(what=words)
    assert kind is AdviceKind.VAGUE
    assert values["vagueness"] in set(Vagueness)


@pytest.mark.parametrize(
    "words",
    ["Send the list as soon as a lease is signed", "Send a list to every firm in the industry", "Count country houses"],
)
def test_plain_words_are_not(words: str) -> None:
    """A precise "as soon as", and words that merely contain a vague one, are left alone."""
    assert advised(what=words) == []


def test_values_name_the_parties() -> None:
    """Advice holds who promises or who receives, and the words that it is about as they were written."""
    assert said(gives=None) == (AdviceKind.GIFT_UNSAID, {"party": "b"})
    assert said(by="b", what="We call") == (AdviceKind.NOT_ALONE, {"words": "We", "party": "b"})
    assert said(what="Send it soon") == (AdviceKind.VAGUE, {"words": "soon", "vagueness": Vagueness.SOON})
    assert said(what="The broker may call") == (AdviceKind.RIGHT, {"words": "The broker may", "party": "a"})
    assert said(what="the Client: approve the plan") == (
        AdviceKind.STRANGER,
        {"words": "the Client", "party": "a"},
    )


def test_a_day_that_is_over_is_told_with_the_next_one() -> None:
    """The same day of the year that comes next may be meant."""
    promise = Commitment.model_validate({**GOOD, "trigger": None, "due": "2024-02-29"})
    (advice,) = lint(promise, canvas(parties=parties()), dt.date(2026, 11, 27))
    assert advice.kind is AdviceKind.DAY_OVER
    assert advice.values == {"day": dt.date(2024, 2, 29), "ahead": dt.date(2027, 2, 28)}


def both(**changes: Any) -> list[tuple[str, AdviceKind, dict[str, AdviceValue]]]:
    """Return rule, kind and values of what is said of the canvas as a whole."""
    found = lint_all(canvas(parties=parties(), **changes))
    return [(each.rule.value, each.kind, {**each.values}) for each in found if each.commitment is None]


def test_both_sides_promise() -> None:
    """A side without a promise is told so, both sides of an empty canvas."""
    roles = {"a": {"role": "lead"}}
    assert [rule for rule, *_ in both(roles=roles)] == [Rule.BOTH_PROMISE] * 2
    assert both(roles=roles, commitments=[GOOD]) == [("both-promise", AdviceKind.NOTHING_PROMISED, {"party": "b"})]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("lead", "contribute", None),
        ("refer", "lead", None),
        ("lead", "co-lead", None),
        ("co-lead", "co-lead", None),
        ("lead", None, None),
        ("lead", "lead", AdviceKind.BOTH_LEAD),
        (None, None, AdviceKind.NOBODY_LEADS),
        ("contribute", "refer", AdviceKind.NOBODY_LEADS),
        ("co-lead", "refer", AdviceKind.CO_LEADS_ALONE),
    ],
)
def test_somebody_leads(a: str | None, b: str | None, kind: AdviceKind | None) -> None:
    """One lead, or two co-leads; anything else is told."""
    promises = [GOOD, {**GOOD, "id": "back", "by": "b"}]
    found = both(roles={"a": {"role": a}, "b": {"role": b}}, commitments=promises)
    values = {"party": "a"} if kind is AdviceKind.CO_LEADS_ALONE else {}
    assert found == ([("lead", kind, values)] if kind else [])


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
