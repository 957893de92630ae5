"""A private turn: one party rates alone, and draws the curtain when it is done."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.i18n import say, say_count
from jtbd.model import Canvas, PartyId, other
from jtbd.scoring.blanks import blanks_of, count
from jtbd.ui import state
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.screens.rating import blanks, board, choice


def show(canvas: Canvas, party: PartyId) -> None:
    """Draw the grid of one party, its last question, and how the turn ends."""
    guessed = first_name(canvas, other(party))
    st.subheader(
        say(
            "{name}, how do your customers see it, and what do you do about it?", name=plain(first_name(canvas, party))
        ),
        anchor=False,
    )
    with st.container(key="ways-to-rate", horizontal=True):
        predict = st.toggle(
            say("Also guess what {other} will say", other=plain(guessed)), key=state.key("predict", party)
        )
        board.offer_plain()
    told = state.session().told
    (_grid_alone if told else _own_grid)(guessed if predict else "")
    with st.container(key="last-question", horizontal=True, vertical_alignment="bottom"):
        choice.show(party)
        finish = st.container(width="content")
    left = blanks_of(state.canvas(), party) if told else []
    if left:
        blanks.tell(left)
    with st.container(horizontal=True, horizontal_alignment="right") if left else finish:
        if left:  # not in the other's place, or a double click would press both
            anyway = say_count(
                "Leave it blank: draw the curtain", "Leave all {number} blank: draw the curtain", count(left)
            )
            st.button(anyway, key="done-anyway", on_click=_finish, args=(party,))
        st.button(say("I am done: draw the curtain"), key="done", type="primary", on_click=_done, args=(party,))


def _grid_alone(guess: str) -> None:
    board.show(guess=guess)


_own_grid: Final = st.fragment(_grid_alone)


def _done(party: PartyId) -> None:
    """Draw the curtain; where answers are blank, tell of them first."""
    if blanks_of(state.canvas(), party):
        state.session().told = True
    else:
        _finish(party)


def _finish(party: PartyId) -> None:
    state.edit(lambda canvas: editing.finish_turn(canvas, party))
    state.session().draw_the_curtain()
