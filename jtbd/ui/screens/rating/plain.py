"""The rating with Streamlit's own fields: slower than the grid, the same result, where the grid does not serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

import streamlit as st

from jtbd.i18n import Message, mark
from jtbd.model import Aspect, Dimension, Stance
from jtbd.scoring.blanks import Field, answer
from jtbd.ui.fields.words import DIMENSION, IMPORTANCE, STANCE, plain
from jtbd.ui.frame import look
from jtbd.ui.screens.rating.ratings import AtOnce, Beside, Change, OnChange, Side, Snapshot, fields

Answer: TypeAlias = int | Stance | None

_BLANK: Final[Mapping[Field, Message]] = {
    "importance": mark("How much it matters: blank"),
    "stance": mark("What you do about it: blank"),
    "predicts": mark("{other} will say: blank"),
}
_LABEL: Final[Mapping[Field, Message]] = {
    "importance": mark("{name}: How much it matters, {need}"),
    "stance": mark("{name}: What you do about it, {need}"),
    "predicts": mark("{name}: {other} will say, {need}"),
}


def rating_plain(
    read: Callable[[], Snapshot],
    sides: Sequence[Side],
    *,
    key: str,
    on_change: OnChange,
    guess: str = "",
    at_once: AtOnce | None = None,  # noqa: ARG001  a list field can but go Streamlit's way
    begin: int = 0,  # noqa: ARG001  nothing can put the cursor into a field of Streamlit's
    keep: str = "",  # noqa: ARG001  nor can anything look over its shoulder
) -> None:
    """Draw a list field for each answer; arguments and result are those of `rating_grid`.

    As every bound field it saves twice over (see `field`): in its change handler, since the click that made it speak
    may be one that leaves the page, and in the script's body, for what reaches a server that was restarted.
    """
    now = read()
    left, right = st.columns([5, 2], gap="medium") if now.beside else (st.container(), None)
    with left:
        changes = [change for row in _rows(now.aspects) for change in _row(row, sides, key, on_change, guess)]
    if changes:
        on_change(changes)
        now = read()
    if now.beside and right:
        with right:
            _follow(now.beside)


def _follow(shown: Beside) -> None:
    with st.container(key="live"):
        st.markdown(f"**{plain(shown.said)}**")
        look.picture(shown.svg, alt=shown.alt)


def _rows(aspects: Sequence[Aspect]) -> Iterator[Aspect]:
    """Yield the needs by dimension, each dimension under its heading."""
    for dimension in Dimension:
        rows = [aspect for aspect in aspects if aspect.dimension is dimension]
        if rows:
            st.markdown(f"**{DIMENSION[dimension]}**")
        yield from rows


def _row(aspect: Aspect, sides: Sequence[Side], key: str, on_change: OnChange, guess: str) -> Iterator[Change]:
    """Draw one need and yield what its fields say otherwise than the canvas."""
    st.text(aspect.text)
    places = [(side, field) for side in sides for field in fields(guess=bool(guess))]
    for (side, field), column in zip(places, st.columns(len(places)), strict=True):
        stored = answer(aspect, side.party, field)
        change = partial(Change, aspect.id, side.party, field)
        label = _LABEL[field].said(name=plain(side.label), other=plain(guess), need=plain(aspect.text))
        with column:
            given = _choice(
                label,
                field,
                stored,
                key=f"{key}-{aspect.id}-{side.party}-{field}",
                guess=guess,
                change=change,
                on_change=on_change,
            )
        if given != stored:
            yield change(given)


def _choice(
    label: str,
    field: Field,
    stored: Answer,
    *,
    key: str,
    guess: str,
    change: Callable[[Answer], Change],
    on_change: OnChange,
) -> Answer:
    """Draw one field. Blank is one of its options, since Streamlit clears no list that began with a choice.

    The label names party and need for a screen reader, which hears one field at a time.
    """
    words: dict[Answer, str] = {None: _BLANK[field].said(other=guess)}
    if field == "importance":
        words.update({value: f"{value} {meaning}" for value, meaning in IMPORTANCE.items()})
    else:
        words.update(STANCE.items())
    options = list(words)
    return st.selectbox(
        label,
        options,
        options.index(stored),
        words.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=_hear,
        args=(key, change, on_change),
    )


def _hear(key: str, change: Callable[[Answer], Change], on_change: OnChange) -> None:
    on_change([change(st.session_state[key])])
