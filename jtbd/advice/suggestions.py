"""What a canvas suggests doing next, each with promises that can be taken as they are."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from jtbd.editing.promises import PromiseDraft
from jtbd.model import PARTIES, Canvas, Kind, PartyId, Stance, other
from jtbd.scoring.result import Overlap
from jtbd.scoring.units import ALL_OF_IT, TODAY, Row, Side, rows_of
from jtbd.wording.plain import PARTS_OF_A_JOB, party_name, percent, quote, sentence


class SuggestionKind(StrEnum):
    """What is missing."""

    LINE = "line"
    OWNER = "owner"
    PROMISE = "promise"


class Suggestion(NamedTuple):
    """One thing to do next.

    Attributes:
        kind: a line to draw, an owner to find, or a promise to make.
        aspect: the id of the aspect it is about, None where it is about none.
        sentence: what is missing.
        drafts: a promise for each party that could make it, the likelier first; who yields makes that for a line.

    """

    kind: SuggestionKind
    aspect: str | None
    sentence: str
    drafts: tuple[PromiseDraft, ...]


def suggestions(canvas: Canvas, overlap: Overlap) -> tuple[Suggestion, ...]:
    """Return lines to draw, then owners to find, each by falling weight, then promises to make.

    Contested are functional aspects that both solve; what both promise customers to feel binds and needs no line.
    """
    texts = {aspect.id: aspect.text for aspect in canvas.aspects}
    rows = sorted((row for row in rows_of(canvas.aspects) if row.weight), key=lambda row: -row.weight)
    contested = [row for row in rows if row.functional and row.solved_by_both and row.yields is None]
    owned = _owned(canvas)
    unowned = [row for row in rows if row.solved_by_neither and row.id not in owned]
    return (
        *(_draw_the_line(row, texts[row.id], _share(row, overlap), canvas) for row in contested),
        *(_find_an_owner(row, texts[row.id], _share(row, overlap), canvas) for row in unowned),
        *(_promise(party, rows, texts, canvas) for party in PARTIES if not _promises(party, canvas)),
    )


def overflow(by: PartyId, canvas: Canvas) -> PromiseDraft:
    """Return what rivals can promise each other: what one cannot take on goes to the other."""
    name, receiver = party_name(canvas, by), party_name(canvas, other(by))
    return PromiseDraft(
        by,
        f"Pass every request that {name} cannot take on to {receiver} by e-mail, customer in copy",
        Kind.REFERRAL,
        "each such request was passed on within one working day",
        "requests that would have gone to somebody else",
        trigger=f"{name} has to turn a customer away",
        dated=False,
    )


def favour(by: PartyId, canvas: Canvas) -> PromiseDraft:
    """Return one small thing to do for somebody with whom one has too little in common for more."""
    receiver = party_name(canvas, other(by))
    return PromiseDraft(
        by,
        f"Introduce {receiver} by e-mail, both in copy, to one person who could use what it offers",
        Kind.INTRODUCTION,
        "one introduction has been sent",
        "one warm contact",
    )


def _owned(canvas: Canvas) -> set[str]:
    """Return the aspects that somebody looks after: named as missing with an owner, or served by a commitment."""
    missing = {aspect for entry in canvas.missing if entry.owner for aspect in entry.aspects}
    return missing.union(*(commitment.serves for commitment in canvas.commitments))


def _share(row: Row, overlap: Overlap) -> str:
    share = Fraction(row.weight * ALL_OF_IT, overlap.split[row.dimension].total)
    return f"{percent(share)} of {PARTS_OF_A_JOB[row.dimension]}"


def _draw_the_line(row: Row, text: str, share: str, canvas: Canvas) -> Suggestion:
    said = f"Both of you solve {quote(text)}, {share}: say who leads there."
    lead = _stronger(row) or "a"
    drafts = tuple(_pass_on(row, text, yielding, canvas) for yielding in (other(lead), lead))
    return Suggestion(SuggestionKind.LINE, row.id, said, drafts)


def _pass_on(row: Row, text: str, by: PartyId, canvas: Canvas) -> PromiseDraft:
    name, lead = party_name(canvas, by), party_name(canvas, other(by))
    return PromiseDraft(
        by,
        f"Pass every request for {quote(text)} on to {lead} by e-mail, customer in copy",
        Kind.REFERRAL,
        "each such request was passed on within one working day",
        "every such request, without a search for it",
        trigger=f"a customer asks {name} for it",
        serves=(row.id,),
        dated=False,
    )


def _find_an_owner(row: Row, text: str, share: str, canvas: Canvas) -> Suggestion:
    wanting = [party for party in PARTIES if row.of(party).stance is Stance.WANT]
    if len(wanting) == 1:
        name = party_name(canvas, wanting[0])
        said = f"{name} wants to solve {quote(text)}, {share}, which nobody does: promise a first step."
        return Suggestion(SuggestionKind.OWNER, row.id, sentence(said), (_first_step(row, text, wanting[0], canvas),))
    said = f"Neither of you solves {quote(text)}, {share}: say who looks for somebody who does."
    first = _stronger(row) or "a"
    drafts = tuple(_find_somebody(row, text, party) for party in (first, other(first)))
    return Suggestion(SuggestionKind.OWNER, row.id, said, drafts)


def _first_step(row: Row, text: str, by: PartyId, canvas: Canvas) -> PromiseDraft:
    return PromiseDraft(
        by,
        f"Offer one customer a first solution to {quote(text)} and report what came of it",
        Kind.DELIVERY,
        f"one customer has answered the offer, and {party_name(canvas, other(by))} has the answer in writing",
        "something to offer to customers who ask for it",
        serves=(row.id,),
    )


def _find_somebody(row: Row, text: str, by: PartyId) -> PromiseDraft:
    return PromiseDraft(
        by,
        f"Name one firm that solves {quote(text)} and introduce it by e-mail, both in copy",
        Kind.INTRODUCTION,
        "one firm has been introduced and has answered",
        "a name to give to customers who ask for it",
        serves=(row.id,),
    )


def _promise(party: PartyId, rows: list[Row], texts: dict[str, str], canvas: Canvas) -> Suggestion:
    name, receiver = party_name(canvas, party), party_name(canvas, other(party))
    need = next((row for row in rows if row.functional and _solves_more(row, other(party))), None)
    whom = f"every customer who needs {quote(texts[need.id])}" if need else "the next three customers with this job"
    draft = PromiseDraft(
        party,
        f"Introduce {receiver} by e-mail, both in copy, to {whom}",
        Kind.INTRODUCTION,
        "three introductions have been sent",
        "warm leads before the customer has asked anyone else",
        serves=(need.id,) if need else (),
    )
    said = sentence(f"{name} has promised nothing yet: what could it do for {receiver}?")
    return Suggestion(SuggestionKind.PROMISE, need.id if need else None, said, (draft,))


def _promises(party: PartyId, canvas: Canvas) -> bool:
    return any(commitment.by == party for commitment in canvas.commitments)


def _stronger(row: Row) -> PartyId | None:
    """Return who solves more of it; where that is equal, who cares more; None where that is equal too."""
    a, b = _strength(row.a), _strength(row.b)
    if a == b:
        return None
    return "a" if a > b else "b"


def _strength(side: Side) -> tuple[int, int]:
    return TODAY[side.stance], side.importance or 0


def _solves_more(row: Row, party: PartyId) -> bool:
    return TODAY[row.of(party).stance] > TODAY[row.of(other(party)).stance]
