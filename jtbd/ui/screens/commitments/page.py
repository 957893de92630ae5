"""Step 6: who leads, and who promises what."""

from __future__ import annotations

import streamlit as st

from jtbd.i18n import say
from jtbd.model import PARTIES
from jtbd.model.curtain import rated
from jtbd.scoring.reading import said_no
from jtbd.ui import state
from jtbd.ui.frame import chrome, suggestions
from jtbd.ui.screens.commitments import promises, reciprocity, review_date, roles


def show() -> None:
    """Draw the roles, both parties' promises beside each other, what is still open, and the review."""
    if rated(state.canvas()) and said_no(state.canvas()):
        chrome.heading(
            say("Is there something small to promise?"),
            say("Nothing has to be. What is promised has an owner, a date and a test that a third person could apply."),
        )
        with st.expander(say("Lead something together all the same"), key="roles-all-the-same"):
            roles.show()
    else:
        chrome.heading(
            say("Who leads, and who promises what?"),
            say("A promise has an owner, a date and a test that a third person could apply."),
        )
        roles.show()
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column:
            promises.show(party)
    canvas = state.canvas()
    with st.container(key="balance"):
        if rated(canvas):
            suggestions.show(canvas)
        reciprocity.show(canvas, opened=rated(canvas))
    review_date.show()
