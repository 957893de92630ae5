"""Step 6: who leads, and who promises what."""

from __future__ import annotations

import streamlit as st

from jtbd.model import PARTIES
from jtbd.ui import state
from jtbd.ui.parts import cadence, chrome, picks, promises, reciprocity, roles, suggested
from jtbd.ui.steps import rated
from jtbd.usecases.days import review_days


def show() -> None:
    """Draw the roles, both parties' promises beside each other, what is still open, and the review."""
    chrome.heading(
        "Who leads, and who promises what?",
        "A promise has an owner, a date and a test that a third person could apply.",
    )
    roles.show()
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column:
            promises.show(party)
    canvas = state.canvas()
    with st.container(key="balance"):
        if rated(canvas):
            suggested.show(canvas)
        reciprocity.show(canvas, opened=rated(canvas))
    _review()


def _review() -> None:
    with st.container(key="review", horizontal=True, vertical_alignment="bottom", gap="large"):
        today = state.library().now().date()
        picks.date("You look at it again on", ("review", "next"), review_days(today))
        cadence.show("and then every", ("review", "every"), state.canvas().review.every)
