"""What a sheet will have in it, what stays out of it, and what one might miss in it later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jtbd.i18n import Message, mark, number, say
from jtbd.model import PARTIES, PartyId
from jtbd.model.sheet import CommitmentContent


def contained(content: CommitmentContent, verdict: str, names: Mapping[PartyId, str]) -> Iterator[str]:
    """Yield what goes into a sheet, each as half a sentence.

    Args:
        content: what is signed.
        verdict: what the two are to each other, in the words of the sheet; empty where the sheet says nothing of it.
        names: what to call the two.

    """
    counts = _promises(content)
    yield say("the customer's job, and who does what in it")
    yield say(
        "the promises: {count_a} by {a} and {count_b} by {b}",
        count_a=number(counts["a"]),
        a=names["a"],
        count_b=number(counts["b"]),
        b=names["b"],
    )
    if verdict:
        yield say("what you are to each other: “{verdict}”", verdict=verdict)
    if content.value:
        yield say("the money: what each of you earns a year, alone and together")
    yield say("what makes every later change show, of the sheet and of who may sign it")


_LEFT_OUT: Final[Mapping[tuple[bool, bool], Message]] = {
    (True, True): mark("What stays out: what each of you said of each need."),
    (False, True): mark("What stays out: what each of you said of each need, what you are to each other."),
    (True, False): mark("What stays out: what each of you said of each need, the money."),
    (False, False): mark("What stays out: what each of you said of each need, what you are to each other, the money."),
}
"""What stays out, by whether the verdict is in it and whether the money is."""


def left_out(content: CommitmentContent, verdict: str) -> str:
    """Return what stays out of a sheet, as a sentence."""
    return _LEFT_OUT[bool(verdict), content.value is not None].said()


def missed(content: CommitmentContent, names: Mapping[PartyId, str]) -> Iterator[str]:
    """Yield what is not in a sheet and may be wanted there, each in a few words."""
    counts = _promises(content)
    for party in PARTIES:
        if not counts[party]:
            yield say("a promise by {name}", name=names[party])
    if not any(party.role for party in content.parties):
        yield say("who leads")
    if not all(item.done_when for item in content.commitments):
        yield say("when each promise counts as done")
    if not (content.review.next or content.review.every):
        yield say("when you look at it again")


def _promises(content: CommitmentContent) -> dict[PartyId, int]:
    return {party: sum(item.by == party for item in content.commitments) for party in PARTIES}
