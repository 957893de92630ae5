"""The rating: each behind the curtain, or openly together."""

from __future__ import annotations

import streamlit as st

from jtbd.i18n import say
from jtbd.model.curtain import ANSWERS
from jtbd.ui import state
from jtbd.ui.frame import turns
from jtbd.ui.screens.rating import curtain, openness, turn


def show() -> None:
    """Draw the curtain, one party's turn, or both openly."""
    canvas = state.canvas()
    whose, asked = state.session().turn_of(ANSWERS), state.session().asked_of(ANSWERS)
    if ANSWERS.openly(canvas):
        openness.show()
    elif whose:
        turn.show(canvas, whose)
    elif asked:
        curtain.show_cover(canvas, asked)
    else:
        curtain.show(canvas)
    st.button(say("← The list of needs"), key="list", type="tertiary", on_click=turns.leave)
