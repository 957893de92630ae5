"""What a canvas suggests doing next, as facts, each with promises that can be taken as they are."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from jtbd.model import PARTIES, Canvas, PartyId, Stance, other
from jtbd.scoring.result import Overlap
from jtbd.scoring.units import ALL_OF_IT, TODAY, Row, Side, rows_of


class SuggestionKind(StrEnum):
    """What is missing."""

    LINE = "line"
    OWNER = "owner"
    PROMISE = "promise"


class DraftKind(StrEnum):
    """What somebody could promise."""

    REFER = "refer"
    FIRST_STEP = "first-step"
    FIND_SOMEBODY = "find-somebody"
    INTRODUCE = "introduce"
    OVERFLOW = "overflow"
    FAVOUR = "favour"


class Draft(NamedTuple):
    """A promise that can be taken as it is; `wording` writes it out.

    Attributes:
        kind: what would be promised.
        by: whose promise it would be.
        aspect: the id of the need that it serves, None where it serves none.

    """

    kind: DraftKind
    by: PartyId
    aspect: str | None = None


class Suggestion(NamedTuple):
    """One thing to do next.

    Attributes:
        kind: a line to draw, an owner to find, or a promise to make.
        aspect: the id of the aspect it is about, None where it is about none.
        drafts: a promise for each party that could make it, the likelier first; who yields makes that for a line.
        party: who alone wants to solve what has no owner, or who has promised nothing; else None.
        share: how much of its dimension the need is; 0 of a promise to make.

    """

    kind: SuggestionKind
    aspect: str | None
    drafts: tuple[Draft, ...]
    party: PartyId | None = None
    share: Fraction = Fraction(0)


def suggestions(canvas: Canvas, overlap: Overlap) -> tuple[Suggestion, ...]:
    """Return lines to draw, then owners to find, each by falling weight, then promises to make.

    Contested are functional aspects that both solve; what both promise customers to feel binds and needs no line.
    """
    rows = sorted((row for row in rows_of(canvas.aspects) if row.weight), key=lambda row: -row.weight)
    contested = [row for row in rows if row.functional and row.solved_by_both and row.yields is None]
    owned = _owned(canvas)
    unowned = [row for row in rows if row.solved_by_neither and row.id not in owned]
    return (
        *(_draw_the_line(row, _share(row, overlap)) for row in contested),
        *(_find_an_owner(row, _share(row, overlap)) for row in unowned),
        *(_promise(party, rows) for party in PARTIES if not _promises(party, canvas)),
    )


def _owned(canvas: Canvas) -> set[str]:
    """Return the aspects that somebody looks after: named as missing with an owner, or served by a commitment."""
    missing = {aspect for entry in canvas.missing if entry.owner for aspect in entry.aspects}
    return missing.union(*(commitment.serves for commitment in canvas.commitments))


def _share(row: Row, overlap: Overlap) -> Fraction:
    return Fraction(row.weight * ALL_OF_IT, overlap.split[row.dimension].total)


def _draw_the_line(row: Row, share: Fraction) -> Suggestion:
    lead = _stronger(row) or "a"
    drafts = tuple(Draft(DraftKind.REFER, yielding, row.id) for yielding in (other(lead), lead))
    return Suggestion(SuggestionKind.LINE, row.id, drafts, share=share)


def _find_an_owner(row: Row, share: Fraction) -> Suggestion:
    wanting = [party for party in PARTIES if row.of(party).stance is Stance.WANT]
    if len(wanting) == 1:
        first_step = Draft(DraftKind.FIRST_STEP, wanting[0], row.id)
        return Suggestion(SuggestionKind.OWNER, row.id, (first_step,), wanting[0], share)
    first = _stronger(row) or "a"
    drafts = tuple(Draft(DraftKind.FIND_SOMEBODY, party, row.id) for party in (first, other(first)))
    return Suggestion(SuggestionKind.OWNER, row.id, drafts, share=share)


def _promise(party: PartyId, rows: list[Row]) -> Suggestion:
    need = next((row.id for row in rows if row.functional and _solves_more(row, other(party))), None)
    return Suggestion(SuggestionKind.PROMISE, need, (Draft(DraftKind.INTRODUCE, party, need),), party)


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
