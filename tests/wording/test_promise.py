"""A promise as one sentence."""

from __future__ import annotations

from typing import Any

import pytest

from jtbd.model import Commitment
from jtbd.wording.promise import Clause, clauses, stop


def said(**fields: Any) -> list[tuple[str, str]]:
    """Return joint and words of each clause of a promise to Bea."""
    promise = Commitment.model_validate({"id": "x", "by": "a", "what": "Call", **fields})
    return [(clause.joint, clause.said) for clause in clauses(promise, "Bea")]


def test_the_parts_stand_in_the_order_of_the_sentence() -> None:
    """What sets it off, how often, by when, what for, and last how to tell that it is done."""
    fields = {"done_when": "three were sent", "gives": "leads", "due": "2026-12-15", "trigger": "a client signs"}
    assert said(**fields, every={"weeks": 6}) == [
        ("when", "a client signs"),
        ("every", "6 weeks"),
        ("by", "15 December 2026"),
        ("so that Bea gets", "leads"),
        ("done when", "three were sent"),
    ]
    assert said() == []


@pytest.mark.parametrize(
    ("field", "text", "clause"),
    [
        ("trigger", "when a client signs", ("when", "a client signs")),
        ("trigger", "As soon as she asks", ("as soon as", "she asks")),
        ("trigger", "whenever she asks", ("whenever", "she asks")),
        ("trigger", "onward sales begin", ("when", "onward sales begin")),
        ("gives", "so that Bea can plan", ("so that", "Bea can plan")),
        ("done_when", "when three were sent", ("done when", "three were sent")),
        ("trigger", "when", ("when", "when")),
    ],
)
def test_a_joint_that_was_typed_is_not_said_twice(field: str, text: str, clause: tuple[str, str]) -> None:
    """Words that a field was begun with join it, where they can."""
    assert said(**{field: text}) == [clause]


def test_the_test_is_set_apart() -> None:
    """A semicolon stands before it, a comma before the others."""
    assert stop(Clause("done_when", "done when", "x")) == ";"
    assert stop(Clause("due", "by", "x")) == ","
