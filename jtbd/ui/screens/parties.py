"""Step 1: who is here."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.model import PARTIES, Party, PartyId
from jtbd.model.names import same
from jtbd.ui import state
from jtbd.ui.parts import chrome, clock, field, length, ownkey, rate
from jtbd.ui.parts.words import plain
from jtbd.usecases import addresses, library

_SEAT: Final[dict[PartyId, str]] = {"a": "**Host** · this laptop is yours", "b": "**Guest** · welcome"}
_EXAMPLE: Final[dict[PartyId, dict[str, str]]] = {
    "a": {"organisation": "Harbour Estates", "title": "partner", "offers": "commercial estate agency"},
    "b": {"organisation": "Northline Cabling", "title": "owner", "offers": "office cabling and networks"},
}


def show() -> None:
    """Draw a card for each party and the clock of the coffee."""
    chrome.heading("Who is at the table?", "The owner of the laptop sits on the left. Names are enough to go on.")
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column, st.container(key=f"party-{party}"):
            _party(party)
    _coffee()


def _party(party: PartyId) -> None:
    chrome.label(f"party-{party}", _SEAT[party])
    here, example = ("parties", party), _EXAMPLE[party]
    field.text("Organisation", (*here, "organisation"), hint=example["organisation"])
    left, right = st.columns([3, 2])
    with left:
        field.text("Person", (*here, "person"), hint="first and last name")
    with right:
        field.text("Title", (*here, "title"), hint=example["title"])
    _understood(state.canvas().parties.of(party))
    field.text("What we offer", (*here, "offers"), hint=example["offers"])
    field.text("E-mail", (*here, "email"), hint="for the copy of what you sign", read=addresses.undressed)
    for remark in addresses.remarks(state.canvas().parties.of(party).email):
        st.caption(plain(remark))
    rate.show(party)
    if party == "a":
        ownkey.offer()


def _understood(party: Party) -> None:
    """Say what a name is taken for, where that is another than it says."""
    if party.unnamed:
        st.caption(plain(f"“{party.unnamed}” is nobody yet: a name is still missing here."))
    elif party.somebody and not same(party.somebody, party.person):
        st.caption(plain(f"On the sheet: {party.somebody}."))


def _coffee() -> None:
    canvas = state.canvas()
    with st.container(key="coffee", horizontal=True, vertical_alignment="bottom"):
        if canvas.meetings:
            _sitting(len(canvas.meetings) - 1)
        else:
            st.button("Start the clock of a coffee", key="sit-down", on_click=_sit_down)
        st.button(
            "Three minutes only",
            key="shorten",
            type="tertiary",
            help="Job, rating, verdict. The whole meeting is one click away, and nothing is lost.",
            on_click=length.shorten,
        )


def _sitting(place: int) -> None:
    """Draw where and how long, and the clock's switch."""
    with st.container(key="coffee-place"):
        field.text("Where you sit", ("meetings", place, "place"), hint="Café Central")
    with st.container(key="coffee-minutes", width=160):
        _minutes(place)
    running = bool((known := state.canvas().meetings[place].clock) and known.running_since)
    st.button(
        "Pause the clock" if running else "Start the clock when both are ready",
        key="coffee-clock",
        on_click=clock.toggle,
    )


def _minutes(place: int) -> None:
    minutes = state.canvas().meetings[place].planned_minutes
    key = state.key("minutes", place)
    change = field.putting(("meetings", place, "planned_minutes"), lambda: st.session_state[key])
    given = st.number_input("Minutes", 1, 600, minutes, 5, key=key, on_change=state.hear, args=(change,))
    if given != minutes:
        field.keep(change)


def _sit_down() -> None:
    state.edit(lambda canvas: library.sit_down(canvas, state.library().now()))
