"""What a sheet will have in it, what stays out of it, and what one might miss in it later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    yield "the customer's job, and who does what in it"
    yield f"the promises: {' and '.join(f'{counts[party]} by {names[party]}' for party in PARTIES)}"
    if verdict:
        yield f"what you are to each other: “{verdict}”"
    if content.value:
        yield "the money: what each of you earns a year, alone and together"
    yield "what makes every later change show, of the sheet and of who may sign it"


def left_out(content: CommitmentContent, verdict: str) -> str:
    """Return what stays out of a sheet, as a sentence."""
    more = ("" if verdict else ", what you are to each other", "" if content.value else ", the money")
    return f"What stays out: what each of you said of each need{''.join(more)}."


def missed(content: CommitmentContent, names: Mapping[PartyId, str]) -> Iterator[str]:
    """Yield what is not in a sheet and may be wanted there, each in a few words."""
    counts = _promises(content)
    for party in PARTIES:
        if not counts[party]:
            yield f"a promise by {names[party]}"
    if not any(party.role for party in content.parties):
        yield "who leads"
    if not all(item.done_when for item in content.commitments):
        yield "when each promise counts as done"
    if not (content.review.next or content.review.every):
        yield "when you look at it again"


def _promises(content: CommitmentContent) -> dict[PartyId, int]:
    return {party: sum(item.by == party for item in content.commitments) for party in PARTIES}
