"""What a canvas suggests doing next, each with a promise that can be taken as it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jtbd.model import PARTIES, Canvas, PartyId, Stance
from jtbd.scoring.plain import other, party_name, percent, quote, sentence
from jtbd.scoring.result import Overlap
from jtbd.scoring.units import ALL_OF_IT, TODAY, Row, Side, rows_of


class SuggestionKind(StrEnum):
    """What is missing."""

    LINE = "line"
    OWNER = "owner"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to do next.

    Attributes:
        kind: a line to draw, an owner to find, or a promise to make.
        aspect: the id of the aspect it is about, None where it is about none.
        party: whose promise the draft would be, None where it could be either's.
        sentence: what is missing.
        draft: what that party could promise, as a text to start from.

    """

    kind: SuggestionKind
    aspect: str | None
    party: PartyId | None
    sentence: str
    draft: str


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


def _owned(canvas: Canvas) -> set[str]:
    """Return the aspects that somebody looks after: named as missing with an owner, or served by a commitment."""
    missing = {aspect for entry in canvas.missing if entry.owner for aspect in entry.aspects}
    return missing.union(*(commitment.serves for commitment in canvas.commitments))


def _share(row: Row, overlap: Overlap) -> str:
    share = Fraction(row.weight * ALL_OF_IT, overlap.split[row.dimension].total)
    return f"{percent(share)} of the {row.dimension.value} job"


def _draw_the_line(row: Row, text: str, share: str, canvas: Canvas) -> Suggestion:
    lead = _stronger(row)
    said = f"Both of you solve {quote(text)}, {share}: say who leads there."
    if lead is None:
        draft = f"Leave every request for {quote(text)} to whichever of us the customer asked first"
        return Suggestion(SuggestionKind.LINE, row.id, None, said, draft)
    draft = f"Pass every request for {quote(text)} on to {party_name(canvas, lead)} within one working day"
    return Suggestion(SuggestionKind.LINE, row.id, other(lead), said, draft)


def _find_an_owner(row: Row, text: str, share: str, canvas: Canvas) -> Suggestion:
    wanting = [party for party in PARTIES if row.of(party).stance is Stance.WANT]
    if len(wanting) == 1:
        name = party_name(canvas, wanting[0])
        said = f"{name} wants to solve {quote(text)}, {share}, which nobody does: promise a first step."
        draft = f"Offer one customer a first solution to {quote(text)} and report what came of it"
        return Suggestion(SuggestionKind.OWNER, row.id, wanting[0], sentence(said), draft)
    said = f"Neither of you solves {quote(text)}, {share}: say who looks for somebody who does."
    draft = f"Name one firm that solves {quote(text)} and introduce it by e-mail, both in copy"
    return Suggestion(SuggestionKind.OWNER, row.id, _stronger(row), said, draft)


def _promise(party: PartyId, rows: list[Row], texts: dict[str, str], canvas: Canvas) -> Suggestion:
    name, receiver = party_name(canvas, party), party_name(canvas, other(party))
    need = next((row for row in rows if row.functional and _solves_more(row, other(party))), None)
    whom = f"every customer who needs {quote(texts[need.id])}" if need else "the next three customers with this job"
    return Suggestion(
        SuggestionKind.PROMISE,
        need.id if need else None,
        party,
        sentence(f"{name} has promised nothing yet: what could it do for {receiver}?"),
        f"Introduce {receiver} by e-mail, both in copy, to {whom}",
    )


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
