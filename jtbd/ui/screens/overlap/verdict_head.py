"""The first screen of the reveal: one sentence, where it stands on the strip, and why it is so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from jtbd.figures.html import Html
from jtbd.i18n import say, say_count
from jtbd.model import PARTIES, Canvas
from jtbd.scoring import Overlap, Verdict
from jtbd.scoring.blanks import blanks_of, count
from jtbd.scoring.question import differing
from jtbd.scoring.reason import Reason, ReasonKind
from jtbd.scoring.why import after_line, why
from jtbd.ui.fields.words import plain
from jtbd.wording import headline, reason_sentence

MOST: Final = 3
"""So many reasons can be kept in mind; the rest is for those who look closer."""

_ELSEWHERE: Final = frozenset({ReasonKind.DIFFERING, ReasonKind.AFTER_LINE})
_SEEN: Final = "seen-before"


def show(canvas: Canvas, result: Overlap, picture: Html, to_rating: Callable[[], None]) -> None:
    """Draw the sentence, the strip and the reasons; on first sight they come one after the other.

    Where an answer is blank, or too little is said for a verdict, a button leads back: `to_rating`.
    """
    seen: set[str] = st.session_state.setdefault(_SEEN, set())
    with st.container(key="reveal" if canvas.id in seen else "reveal-first"):
        with st.container(key=f"verdict-{result.verdict}"):
            st.header(unparted(headline(result, canvas, apart="*")), anchor=False)
        if talk := differing(canvas):
            with st.container(key="differing"):
                st.markdown(told(talk, canvas))
        with st.container(key="verdict-strip"):
            st.html(picture)
        with st.container(key="why"):
            _why(canvas, result, to_rating)
    seen.add(canvas.id)


def rest(canvas: Canvas, result: Overlap) -> tuple[str, ...]:
    """Return the reasons that are not on the first screen, as Markdown."""
    return _reasons(canvas, result)[MOST:]


def told(reason: Reason, canvas: Canvas) -> str:
    """Return a reason as Markdown."""
    return unparted(plain(reason_sentence(reason, canvas)))


def unparted(sentence: str) -> str:
    """Return a sentence in which no number is parted from its sign."""
    return sentence.replace(" %", "\u00a0%")


def _reasons(canvas: Canvas, result: Overlap) -> tuple[str, ...]:
    """Return the reasons as Markdown, but those that are said in places of their own."""
    return tuple(told(reason, canvas) for reason in why(result, canvas) if reason.kind not in _ELSEWHERE)


def _why(canvas: Canvas, result: Overlap, to_rating: Callable[[], None]) -> None:
    if moved := after_line(result):
        with st.container(key="after-line"):
            st.markdown(told(moved, canvas))
    with st.container(key="reasons"):
        st.markdown("\n".join(f"- {reason}" for reason in _reasons(canvas, result)[:MOST]))
    if result.verdict is Verdict.UNKNOWN:
        st.button(say("To the rating"), key="to-rating", type="primary", on_click=to_rating)
    elif left := sum(count(blanks_of(canvas, party)) for party in PARTIES):
        label = say_count("To the blank answer", "To the {number} blank answers", left)
        st.button(label, key="to-rating", type="tertiary", on_click=to_rating)
