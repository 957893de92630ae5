"""A promise as one sentence: what, when, by when, what the other gets, and how both can tell that it is done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from jtbd.model.commitment import Every
from jtbd.model.moments import date, interval
from jtbd.parsing.clause import is_clause
from jtbd.parsing.event import TEST

JOINTS: Final = {
    "trigger": r"when(?:ever)?|if|once|as soon as|(?:each|every|any)(?: time)?|"
    r"(?:(?:right|directly|immediately|shortly) )?(?:after|before|upon)|while|until|during|at|on",
    "gives": r"so that|so|in order that",
    "done_when": r"done when|done if|when|if",
}
"""Words that a person may have begun a field with, though the sentence says them already."""

_TERM: Final = re.compile(TEST, re.IGNORECASE)


class Promised(Protocol):
    """What the sentence of a promise says, in a canvas or on a sheet."""

    @property
    def what(self) -> str:
        """What is promised."""

    @property
    def trigger(self) -> str | None:
        """What sets it off."""

    @property
    def due(self) -> dt.date | None:
        """The day by which it is done, or first done."""

    @property
    def every(self) -> Every | None:
        """How often it is done."""

    @property
    def gives(self) -> str | None:
        """What the other one gets, or can do then."""

    @property
    def done_when(self) -> str | None:
        """How one can tell that it is done."""


class Clause(NamedTuple):
    """One part of the sentence after what is promised: the canvas's field, the words that join it, what is said."""

    field: str
    joint: str
    said: str


def clauses(promise: Promised, receiver: str) -> tuple[Clause, ...]:
    """Return what was said of a promise besides what it is, in the order of the sentence.

    Args:
        promise: the promise.
        receiver: what to call the party that it is made to.

    """
    return tuple(_clauses(promise, receiver))


def spoken(promise: Promised, receiver: str) -> str:
    """Return a promise as one sentence, without a full stop: "Call Omar, by 15 December 2026; done when he answered".

    Args:
        promise: the promise.
        receiver: what to call the party that it is made to.

    """
    parts = clauses(promise, receiver)
    said = "".join(f"{stop(part)} {part.joint} {part.said}" for part in parts)
    return begun(promise, parts) + said


def stopped(promise: Promised, receiver: str) -> str:
    """Return the same with a full stop, unless what was written last ends with a stop of its own."""
    parts, said = clauses(promise, receiver), spoken(promise, receiver)
    last = parts[-1].said if parts else promise.what
    return said if last.endswith((".", "!", "?")) else f"{said}."


def begun(promise: Promised, parts: tuple[Clause, ...]) -> str:
    """Return what is promised, as the sentence begins with it: without a comma of its own before the next."""
    return promise.what.rstrip(" ,;") if parts else promise.what


def stop(clause: Clause) -> str:
    """Return what parts a clause from the words before it."""
    return ";" if clause.field == "done_when" else ","


def _clauses(promise: Promised, receiver: str) -> Iterator[Clause]:
    if promise.trigger:
        yield _joined("trigger", "when", promise.trigger)
    if promise.every:
        yield Clause("every", "every", interval(promise.every))
    if promise.due:
        yield Clause("due", "by", date(promise.due))
    if promise.gives:
        yield _joined("gives", "so that" if is_clause(promise.gives) else f"so that {receiver} gets", promise.gives)
    if promise.done_when:
        joint = "done" if _TERM.match(promise.done_when) else "done when"
        yield _joined("done_when", joint, promise.done_when)._replace(joint=joint)


def _joined(field: str, joint: str, said: str) -> Clause:
    """Return a clause; the words that it begins with join it, where they can."""
    begun = re.match(rf"({JOINTS[field]})\s+(?=\S)", said, re.IGNORECASE)
    if begun is None:
        return Clause(field, joint, said)
    return Clause(field, begun[1].lower(), said[begun.end() :])
