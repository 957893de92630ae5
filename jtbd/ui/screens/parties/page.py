"""Step 1: who is here. Two names are enough; the rest is asked for when it has a use, and is behind a quiet button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import streamlit as st

from jtbd.editing import put
from jtbd.i18n import Message, mark, mark_in, say, say_in
from jtbd.model import PARTIES, Party, PartyId
from jtbd.model.names import same
from jtbd.ui import address, state
from jtbd.ui.address import Detail
from jtbd.ui.fields import field, ownkey
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome, clock, length
from jtbd.ui.screens.parties import hourly_rate
from jtbd.usecases.canvases import addresses, library, profile

_MAIL: Final = "mail"
_COST: Final = "cost"
_SEAT: Final[Mapping[PartyId, Message]] = {
    "a": mark("**Host** · this laptop is yours"),
    "b": mark("**Guest** · welcome"),
}
_EXAMPLE: Final[Mapping[PartyId, Mapping[str, Message]]] = {
    "a": {
        "organisation": mark("Harbour Estates"),
        "title": mark_in("title of a person", "partner"),
        "offers": mark("commercial estate agency"),
    },
    "b": {
        "organisation": mark("Northline Cabling"),
        "title": mark_in("title of a person", "owner"),
        "offers": mark("office cabling and networks"),
    },
}


def show() -> None:
    """Draw a card for each party and the clock of the coffee."""
    chrome.heading(
        say("Who is at the table?"), say("The owner of the laptop sits on the left. Names are enough to go on.")
    )
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column, st.container(key=f"party-{party}"):
            _party(party)
    st.button(say("E-mail addresses"), key="more-mail", type="tertiary", on_click=_more, args=(_MAIL,))
    _coffee()
    if _asked(_COST):
        _rates()


def _asked(what: Detail) -> bool:
    """Say whether what is asked for later is on the page; the URL says so, so that a reload leaves it there."""
    return what in address.here().more


def _more(what: Detail) -> None:
    """Bring what is asked for later, or put it away."""
    now = address.here().more
    after = tuple(one for one in now if one != what) if what in now else (*now, what)
    address.go(replace(address.here(), more=after))
    if what == _COST and what in after:
        _bring_rate()


def _bring_rate() -> None:
    """Fill in what the host charged last; before, nothing of it is on the page, which the guest sees, too."""
    canvas = state.canvas()
    known = canvas.parties.a
    if known.hourly_rate or library.is_example(canvas.id):
        return
    if charged := profile.charged(state.home(), known.organisation):
        state.edit(lambda canvas: put(canvas, ("parties", "a", "hourly_rate"), charged))


def _rates() -> None:
    """Draw the rates of both, which the cost of the coffee is reckoned from."""
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column:
            hourly_rate.show(party, plain(first_name(state.canvas(), party)))


def _party(party: PartyId) -> None:
    chrome.label(f"party-{party}", _SEAT[party].said())
    here, example = ("parties", party), _EXAMPLE[party]
    field.text(say("Organisation"), (*here, "organisation"), hint=example["organisation"].said())
    left, right = st.columns([3, 2])
    with left:
        field.text(say("Person"), (*here, "person"), hint=say("first and last name"))
    with right:
        field.text(say_in("of a person", "Title"), (*here, "title"), hint=example["title"].said())
    _understood(state.canvas().parties.of(party))
    field.text(say("What we offer"), (*here, "offers"), hint=example["offers"].said())
    if _asked(_MAIL):
        field.text(say("E-mail"), (*here, "email"), hint=say("for the copy of what you sign"), read=addresses.undressed)
        for remark in addresses.remarks(state.canvas().parties.of(party).email):
            st.caption(plain(remark))
    if party == "a":
        ownkey.offer()


def _understood(party: Party) -> None:
    """Say what a name is taken for, where that is another than it says."""
    if party.unnamed:
        st.caption(plain(say("“{name}” is nobody yet: a name is still missing here.", name=party.unnamed)))
    elif party.somebody and not same(party.somebody, party.person):
        st.caption(plain(say("On the sheet: {name}.", name=party.somebody)))


def _coffee() -> None:
    canvas = state.canvas()
    with st.container(key="coffee", horizontal=True, vertical_alignment="bottom"):
        if canvas.meetings:
            _sitting(len(canvas.meetings) - 1)
        else:
            st.button(say("Start the clock of a coffee"), key="sit-down", on_click=_sit_down)
        st.button(say("What it costs"), key="more-cost", type="tertiary", on_click=_more, args=(_COST,))
        st.button(
            say("Three minutes only"),
            key="shorten",
            type="tertiary",
            help=say("Job, rating, verdict. The whole meeting is one click away, and nothing is lost."),
            on_click=length.shorten,
        )


def _sitting(place: int) -> None:
    """Draw where and how long, and the clock's switch."""
    with st.container(key="coffee-place"):
        field.text(say("Where you sit"), ("meetings", place, "place"), hint=say("Café Central"))
    with st.container(key="coffee-minutes", width=160):
        _minutes(place)
    running = bool((known := state.canvas().meetings[place].clock) and known.running_since)
    st.button(
        say("Pause the clock") if running else say("Start the clock when both are ready"),
        key="coffee-clock",
        on_click=clock.toggle,
    )


def _minutes(place: int) -> None:
    minutes = state.canvas().meetings[place].planned_minutes
    key = state.key("minutes", place)
    change = field.putting(("meetings", place, "planned_minutes"), lambda: st.session_state[key])
    given = st.number_input(say("Minutes"), 1, 600, minutes, 5, key=key, on_change=state.hear, args=(change,))
    if given != minutes:
        field.keep(change)


def _sit_down() -> None:
    state.edit(lambda canvas: library.sit_down(canvas, state.home().now()))
