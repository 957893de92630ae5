"""A promise as one sentence: what, when, by when, what the other gets, and how both can tell that it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jtbd.model import Commitment
from jtbd.scoring.moments import cadence, date

_JOINTS: Final = {
    "trigger": r"when(?:ever)?|if|once|as soon as|(?:each|every)(?: time)?|after|before|while|until|during|at|on",
    "gives": r"so that",
    "done_when": r"done when|done if|when|if",
}
"""Words that a person may have begun a field with, though the sentence says them already."""


class Clause(NamedTuple):
    """One part of the sentence after what is promised: the canvas's field, the words that join it, what is said."""

    field: str
    joint: str
    said: str


def clauses(promise: Commitment, receiver: str) -> tuple[Clause, ...]:
    """Return what was said of a promise besides what it is, in the order of the sentence.

    Args:
        promise: the promise.
        receiver: what to call the party that it is made to.

    """
    return tuple(_clauses(promise, receiver))


def stop(clause: Clause) -> str:
    """Return what parts a clause from the words before it."""
    return ";" if clause.field == "done_when" else ","


def _clauses(promise: Commitment, receiver: str) -> Iterator[Clause]:
    if promise.trigger:
        yield _joined("trigger", "when", promise.trigger)
    if promise.every:
        _, said = cadence(promise.every).split(maxsplit=1)
        yield Clause("every", "every", said)
    if promise.due:
        yield Clause("due", "by", date(promise.due))
    if promise.gives:
        yield _joined("gives", f"so that {receiver} gets", promise.gives)
    if promise.done_when:
        yield _joined("done_when", "done when", promise.done_when)._replace(joint="done when")


def _joined(field: str, joint: str, said: str) -> Clause:
    """Return a clause; the words that it begins with join it, where they can."""
    begun = re.match(rf"({_JOINTS[field]})\s+(?=\S)", said, re.IGNORECASE)
    if begun is None:
        return Clause(field, joint, said)
    return Clause(field, begun[1].lower(), said[begun.end() :])
