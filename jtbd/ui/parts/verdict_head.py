"""The first screen of the reveal: one sentence, why it is so, and where it stands on the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from jtbd.figures.html import Html
from jtbd.model import PARTIES, Canvas
from jtbd.scoring import Flag, Overlap, Verdict, flag_sentence, headline
from jtbd.scoring.reasons import after_line, why
from jtbd.ui.parts import blanks
from jtbd.ui.parts.words import plain

_SEEN: Final = "seen-before"


def show(canvas: Canvas, result: Overlap, picture: Html, to_rating: Callable[[], None]) -> None:
    """Draw the sentence with its reasons and the map; on first sight they come one after the other.

    Where an answer is blank, or too little is said for a verdict, a button leads back: `to_rating`.
    """
    seen: set[str] = st.session_state.setdefault(_SEEN, set())
    with st.container(key="reveal" if canvas.id in seen else "reveal-first"):
        left, right = st.columns([10, 9], gap="large")
        with left, st.container(key=f"verdict-{result.verdict}"):
            _said(canvas, result, to_rating)
        with right, st.container(key="verdict-map"):
            st.html(picture)
    seen.add(canvas.id)


def _raised(result: Overlap) -> list[Flag]:
    """Return the flags to tell: what lines change is said already, and of too few answers only where it is heading."""
    if result.verdict is Verdict.UNKNOWN:
        return [flag for flag in result.flags if flag is Flag.HEADING]
    return [flag for flag in result.flags if flag is not Flag.LINE_DRAWN]


def printed(sentence: str) -> str:
    """Return a sentence as Markdown in which no number is parted from its sign."""
    return plain(sentence).replace(" %", "\u00a0%")


def _said(canvas: Canvas, result: Overlap, to_rating: Callable[[], None]) -> None:
    verdict, _, namely = headline(result, canvas).partition(": ")
    st.header(f"{verdict}: *{printed(namely)}*", anchor=False)
    if result.after_line:
        with st.container(key="after-line"):
            st.markdown("\n".join(map(printed, after_line(result))))
    with st.container(key="reasons"):
        st.markdown("\n".join(f"- {printed(reason)}" for reason in why(result, canvas)))
        for flag in _raised(result):
            st.markdown(f"☞ {printed(flag_sentence(flag, canvas))}")
    if result.verdict is Verdict.UNKNOWN:
        st.button("To the rating", key="to-rating", type="primary", on_click=to_rating)
    elif left := sum(blanks.count(blanks.of(canvas, party)) for party in PARTIES):
        label = "To the blank answer" if left == 1 else f"To the {left} blank answers"
        st.button(label, key="to-rating", type="tertiary", on_click=to_rating)
