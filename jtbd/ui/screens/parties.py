"""Step 1: who is here."""

from __future__ import annotations

import streamlit as st

from jtbd.model import PARTIES, PartyId
from jtbd.ui import state
from jtbd.ui.parts import chrome, clock, field, rate
from jtbd.usecases import library


def show() -> None:
    """Draw a card for each party and the clock of the coffee."""
    chrome.heading("Who is at the table?", "The owner of the laptop sits on the left. Names are enough to go on.")
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column, st.container(border=True, key=f"party-{party}"):
            _party(party)
    _coffee()


def _party(party: PartyId) -> None:
    st.markdown("**Host** · this laptop is yours" if party == "a" else "**Guest** · welcome")
    here = ("parties", party)
    field.text("Organisation", (*here, "organisation"), hint="Harbour Estates" if party == "a" else "Northline Cabling")
    left, right = st.columns([3, 2])
    with left:
        field.text("Person", (*here, "person"), hint="first and last name")
    with right:
        field.text("Title", (*here, "title"), hint="partner")
    field.text("E-mail", (*here, "email"), hint="for the copy of what you sign")
    field.text("What we offer", (*here, "offers"), hint="in a few words")
    rate.show(party)


def _coffee() -> None:
    canvas = state.canvas()
    if not canvas.meetings:
        st.button("Start the clock of a coffee", key="coffee", on_click=_sit_down)
        return
    place = len(canvas.meetings) - 1
    with st.container(border=True, key="coffee"):
        left, middle, right = st.columns([2, 1, 2], vertical_alignment="bottom")
        with left:
            field.text("Place", ("meetings", place, "place"), hint="Café Central")
        with middle:
            minutes = canvas.meetings[place].planned_minutes
            key = state.key("minutes", place)
            change = field.putting(("meetings", place, "planned_minutes"), lambda: st.session_state[key])
            given = st.number_input("Minutes", 1, 600, minutes, 5, key=key, on_change=state.hear, args=(change,))
            if given != minutes:
                field.keep(change)
        with right:
            running = bool((known := canvas.meetings[place].clock) and known.running_since)
            st.button("Pause the clock" if running else "Start the clock when both are ready", on_click=clock.toggle)


def _sit_down() -> None:
    state.edit(lambda canvas: library.sit_down(canvas, state.library().now()))
