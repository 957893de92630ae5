"""Answers of the rating that are blank: whose, how many, of which needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.ui.fields.words import plain
from jtbd.ui.screens.rating.ratings import Field, answer, asks, fields


class Blank(NamedTuple):
    """A need, and what of it was not answered; a guess of what the other will say is asked of nobody."""

    need: str
    fields: tuple[Field, ...]


def of(canvas: Canvas, party: PartyId) -> list[Blank]:
    """Return what a party has left blank, in the canvas's order."""
    found = []
    for aspect in canvas.aspects:
        missing = tuple(name for name in fields(guess=False) if answer(aspect, party, name) is None)
        if missing:
            found.append(Blank(aspect.text, missing))
    return found


def count(blanks: Sequence[Blank]) -> int:
    """Return how many answers are blank."""
    return sum(len(blank.fields) for blank in blanks)


def first_with(canvas: Canvas) -> PartyId | None:
    """Return the party that has the first blank answer, as the canvas has its needs; None where nothing is blank."""
    for aspect in canvas.aspects:
        for party in PARTIES:
            if any(answer(aspect, party, name) is None for name in fields(guess=False)):
                return party
    return None


def tell(blanks: Sequence[Blank]) -> None:
    """Draw how many answers are blank, and which."""
    said = count(blanks)
    lines = [f"**{said} {'answer is' if said == 1 else 'answers are'} still blank:**", ""]
    lines += [f"- {plain(need)}: {' and '.join(asks(name, '').lower() for name in named)}" for need, named in blanks]
    with st.container(key="blanks"):
        st.markdown("\n".join(lines))
