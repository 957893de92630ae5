"""The rating with Streamlit's own fields: slower than the grid, the same result, where the grid does not serve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

import streamlit as st

from jtbd.model import Aspect, Dimension, Stance
from jtbd.ui.parts.ratings import Change, Field, OnChange, Side, answer, asks, fields
from jtbd.ui.parts.words import DIMENSION, IMPORTANCE, STANCE, plain

Answer: TypeAlias = int | Stance | None

_IMPORTANCE: Final[dict[Answer, str]] = {value: f"{value} {meaning}" for value, meaning in IMPORTANCE.items()}
_STANCE: Final[dict[Answer, str]] = {stance: meaning for stance, meaning in STANCE.items()}  # noqa: C416  widens the key


def rating_plain(
    aspects: Sequence[Aspect], sides: Sequence[Side], *, key: str, on_change: OnChange, guess: str = ""
) -> None:
    """Draw a list field for each answer; arguments and result are those of `rating_grid`.

    What a field shows is compared with the canvas in the script's body, as `field.keep` does: draw it within a
    fragment, and what depends on the answers after it.
    """
    changes: list[Change] = []
    for dimension in Dimension:
        rows = [aspect for aspect in aspects if aspect.dimension is dimension]
        if rows:
            st.markdown(f"**{DIMENSION[dimension]}**")
        for aspect in rows:
            changes += _row(aspect, sides, key, guess)
    if changes:
        on_change(changes)


def _row(aspect: Aspect, sides: Sequence[Side], key: str, guess: str) -> Iterator[Change]:
    """Draw one need and yield what its fields say otherwise than the canvas."""
    st.text(aspect.text)
    places = [(side, field) for side in sides for field in fields(guess=bool(guess))]
    for (side, field), column in zip(places, st.columns(len(places)), strict=True):
        stored = answer(aspect, side.party, field)
        label = f"{plain(side.label)}: {asks(field, plain(guess))}, {plain(aspect.text)}"
        with column:
            given = _choice(label, field, stored, key=f"{key}-{aspect.id}-{side.party}-{field}", guess=guess)
        if given != stored:
            yield Change(aspect.id, side.party, field, given)


def _choice(label: str, field: Field, stored: Answer, *, key: str, guess: str) -> Answer:
    """Draw one field. Blank is one of its options, since Streamlit clears no list that began with a choice.

    The label names party and need for a screen reader, which hears one field at a time.
    """
    words = {None: f"{asks(field, guess)}: blank", **(_IMPORTANCE if field == "importance" else _STANCE)}
    options = list(words)
    place = options.index(stored)
    return st.selectbox(label, options, place, words.__getitem__, key=key, label_visibility="collapsed")
