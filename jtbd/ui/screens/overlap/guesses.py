"""How well the two knew each other: what each thought the other would say."""

from __future__ import annotations

import streamlit as st

from jtbd.figures import guesses as figure, words
from jtbd.model import Canvas
from jtbd.scoring.predictions import predictions


def show(canvas: Canvas) -> None:
    """Draw both parties' predictions against the answers; nothing where nobody predicted."""
    made = [found for found in predictions(canvas) if found.made]
    if made:
        with st.expander("What you thought of each other", key="guesses"):
            if any(found.misses for found in made):
                st.caption(f"Farthest off first; {words.GUESS_KEY}.")
            for found in made:
                st.html(figure.guesses(canvas, found))
