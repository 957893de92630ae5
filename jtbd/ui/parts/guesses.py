"""How well the two knew each other: what each thought the other would say."""

from __future__ import annotations

import streamlit as st

from jtbd.model import Canvas
from jtbd.scoring.predictions import Predictions, predictions
from jtbd.ui.parts.words import STANCE, first_name, plain


def show(canvas: Canvas) -> None:
    """Draw both parties' predictions against the answers; nothing where nobody predicted."""
    made = [found for found in predictions(canvas) if found.made]
    if not made:
        return
    with st.expander("What you thought of each other", key="guesses"):
        for found in made:
            _one(canvas, found)


def _one(canvas: Canvas, found: Predictions) -> None:
    by, other = plain(first_name(canvas, found.by)), plain(first_name(canvas, "b" if found.by == "a" else "a"))
    right = found.made - len(found.misses)
    st.markdown(f"{by} guessed {right} of {found.made} of {other}'s answers.")
    for miss in found.misses:
        aspect = canvas.aspect(miss.aspect)
        text = plain(aspect.text) if aspect else ""
        st.markdown(f"- “{text}”: {by} thought *{STANCE[miss.predicted]}*, {other} says *{STANCE[miss.said]}*")
