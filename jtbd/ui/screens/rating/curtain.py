"""The curtain of the rating: who is ready, whose turn it is, and the way into a turn once more."""

from __future__ import annotations

import streamlit as st

from jtbd import editing
from jtbd.i18n import say
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.curtain import ANSWERS, Turn
from jtbd.ui import state
from jtbd.ui.fields.names import starting_first_name
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome, openings, turns
from jtbd.ui.screens.rating import openness
from jtbd.ui.steps import Step


def show(canvas: Canvas) -> None:
    """Draw who is ready; nothing that anybody said is in the page."""
    with st.container(key="curtain", horizontal_alignment="center"):
        waiting = ANSWERS.waits_for(canvas)
        if waiting:
            name = plain(first_name(canvas, waiting[0]))
            st.header(say("Hand the laptop to {name}", name=name), anchor=False, text_alignment="center")
            st.markdown(
                say(
                    "Each of you rates alone; the other looks out of the window. "
                    "Neither sees what the other says until both are ready."
                ),
                text_alignment="center",
            )
        else:
            st.header(say("Both are ready"), anchor=False, text_alignment="center")
            st.markdown(say("Turn the laptop so that both can see it."), text_alignment="center")
        with st.container(key="at-the-curtain", horizontal=True, horizontal_alignment="center"):
            for party in PARTIES:
                ready = party not in waiting
                name = plain(first_name(canvas, party))
                first = party in waiting[:1]
                st.button(
                    say("{name} is ready · change", name=name) if ready else say("I am {name}: start", name=name),
                    key=f"turn-{party}",
                    type="primary" if first else "secondary",
                    on_click=_take,
                    args=(party,),
                )
            if not waiting:
                st.button(
                    say("Lift the curtain"), key="reveal", type="primary", on_click=chrome.go, args=(Step.OVERLAP,)
                )
        openings.tell("answers", "curtain")
        if waiting:
            openness.offer(canvas)


def _take(party: PartyId) -> None:
    if openings.begin(Turn(ANSWERS, party)):
        state.session().begin = turns.cursor()
        state.edit(lambda canvas: editing.finish_turn(canvas, party, done=False))


def show_cover(canvas: Canvas, party: PartyId) -> None:
    """Draw that a party's answers are covered until it says that it is there; none of them is in the page."""
    name = plain(first_name(canvas, party))
    openings.ask(
        canvas,
        party,
        say("{whose}’s answers are covered", whose=starting_first_name(canvas, party)),
        say(
            "{name} then says “I am done” once more, and the overlap tells both that they were opened again.", name=name
        ),
        _uncover,
    )


def _uncover() -> None:
    """Open what was asked for, once: a second click finds nothing that is asked for."""
    here = state.session()
    with here.saving:
        if asked := here.asked_of(ANSWERS):
            turns.reopen(asked)
