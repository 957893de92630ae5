"""Answers of the rating that are blank: whose, how many, of which needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from jtbd.model import PARTIES, Aspect, Canvas, PartyId, Stance

Field: TypeAlias = Literal["importance", "stance", "predicts"]
FIELDS: Final[tuple[Field, ...]] = get_args(Field)
ASKED: Final = FIELDS[:2]
"""What is asked of both; a guess of what the other will say is asked of nobody."""


class Blank(NamedTuple):
    """A need, and what of it was not answered."""

    need: str
    fields: tuple[Field, ...]


def answer(aspect: Aspect, party: PartyId, field: Field) -> int | Stance | None:
    """Return one answer of an aspect."""
    said = aspect.of(party)
    return said.importance if field == "importance" else said.stance if field == "stance" else said.predicts


def blanks_of(canvas: Canvas, party: PartyId) -> list[Blank]:
    """Return what a party has left blank, in the canvas's order."""
    found = []
    for aspect in canvas.aspects:
        missing = tuple(name for name in ASKED if answer(aspect, party, name) is None)
        if missing:
            found.append(Blank(aspect.text, missing))
    return found


def count(blanks: Sequence[Blank]) -> int:
    """Return how many answers are blank."""
    return sum(len(blank.fields) for blank in blanks)


def first_with_blanks(canvas: Canvas) -> PartyId | None:
    """Return the party that has the first blank answer, as the canvas has its needs; None where nothing is blank."""
    for aspect in canvas.aspects:
        for party in PARTIES:
            if any(answer(aspect, party, name) is None for name in ASKED):
                return party
    return None
