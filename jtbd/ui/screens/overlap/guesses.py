"""How well the two knew each other: what each thought the other would say."""

from __future__ import annotations

import streamlit as st

from jtbd.figures import guesses as figure
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.scoring.predictions import predictions


def show(canvas: Canvas) -> None:
    """Draw both parties' predictions against the answers; nothing where nobody predicted."""
    made = [found for found in predictions(canvas) if found.made]
    if made:
        with st.expander(say("What you thought of each other"), key="guesses"):
            if any(found.misses for found in made):
                st.caption(say("Farthest off first; hollow is the guess, full the answer."))
            for found in made:
                st.html(figure.guesses(canvas, found))
