"""The first screen of the reveal: one sentence, where it stands on the strip, and why it is so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from jtbd.figures.html import Html
from jtbd.model import PARTIES, Canvas
from jtbd.scoring import Overlap, Verdict
from jtbd.scoring.blanks import blanks_of, count
from jtbd.ui.fields.words import plain
from jtbd.wording import headline
from jtbd.wording.question import differing
from jtbd.wording.reasons import after_line, reasons

MOST: Final = 3
"""So many reasons can be kept in mind; the rest is for those who look closer."""

_SEEN: Final = "seen-before"


def show(canvas: Canvas, result: Overlap, picture: Html, to_rating: Callable[[], None]) -> None:
    """Draw the sentence, the strip and the reasons; on first sight they come one after the other.

    Where an answer is blank, or too little is said for a verdict, a button leads back: `to_rating`.
    """
    seen: set[str] = st.session_state.setdefault(_SEEN, set())
    with st.container(key="reveal" if canvas.id in seen else "reveal-first"):
        with st.container(key=f"verdict-{result.verdict}"):
            verdict, _, namely = headline(result, canvas).partition(": ")
            st.header(f"{verdict}: *{printed(namely)}*", anchor=False)
        if talk := differing(canvas):
            with st.container(key="differing"):
                st.markdown(printed(talk))
        with st.container(key="verdict-strip"):
            st.html(picture)
        with st.container(key="why"):
            _why(canvas, result, to_rating)
    seen.add(canvas.id)


def rest(canvas: Canvas, result: Overlap) -> tuple[str, ...]:
    """Return the reasons that are not on the first screen."""
    return _reasons(canvas, result)[MOST:]


def printed(sentence: str) -> str:
    """Return a sentence as Markdown in which no number is parted from its sign."""
    return plain(sentence).replace(" %", "\u00a0%")


def _reasons(canvas: Canvas, result: Overlap) -> tuple[str, ...]:
    """Return the reasons but those that are said in places of their own."""
    elsewhere = {differing(canvas), *after_line(result)}
    return tuple(reason for reason in reasons(result, canvas) if reason not in elsewhere)


def _why(canvas: Canvas, result: Overlap, to_rating: Callable[[], None]) -> None:
    if said := [*after_line(result)]:
        with st.container(key="after-line"):
            st.markdown("\n".join(map(printed, said)))
    with st.container(key="reasons"):
        st.markdown("\n".join(f"- {printed(reason)}" for reason in _reasons(canvas, result)[:MOST]))
    if result.verdict is Verdict.UNKNOWN:
        st.button("To the rating", key="to-rating", type="primary", on_click=to_rating)
    elif left := sum(count(blanks_of(canvas, party)) for party in PARTIES):
        label = "To the blank answer" if left == 1 else f"To the {left} blank answers"
        st.button(label, key="to-rating", type="tertiary", on_click=to_rating)
