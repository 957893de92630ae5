"""What one party promises the other, and the line on which the next promise is written."""

from __future__ import annotations

import streamlit as st

from jtbd.model import PartyId
from jtbd.model.subject import without_receiver, without_subject
from jtbd.scoring.plain import other
from jtbd.ui import state
from jtbd.ui.parts import chrome, field, promise
from jtbd.ui.parts.names import starting_first_name
from jtbd.ui.parts.words import first_name, plain
from jtbd.usecases import editing
from jtbd.usecases.drafting import drafted

_HINT = {
    "a": "introduce … when …, by 15 Dec; done when …",
    "b": "send … every month, so that …; done when …",
}


def show(party: PartyId) -> None:
    """Draw one party's promises and the line for the next."""
    canvas = state.canvas()
    mine = [made for made in canvas.commitments if made.by == party]
    name, receiver = plain(starting_first_name(canvas, party)), plain(first_name(canvas, other(party)))
    with st.container(key=f"promises-{party}", gap=None):
        count = f" · {len(mine)}" if mine else ""
        chrome.label(f"promises-{party}", f"**{name}** promises **{receiver}**{count}")
        with st.container(key=f"made-{party}", gap=None):  # so that the line stays the same block, and keeps the focus
            for made in mine:
                promise.show(made)
        _next(party, name)


def _next(party: PartyId, name: str) -> None:
    """Draw the line for the next promise: Enter adds it, and empties the line for another."""
    key = state.key("promise", party)
    st.session_state[f"{key}-drawn"] = _drawn(key) + 1
    with st.container(
        key=f"next-promise-{party}", horizontal=True, wrap=False, vertical_alignment="bottom", gap="small"
    ):
        typed = st.text_input(f"{name} will …", key=key, placeholder=_HINT[party], on_change=_add, args=(party, key))
        st.button("Add", key=f"promise-button-{party}", on_click=_add, args=(party, key))
    if typed.strip() and (fault := state.take_fault()):
        field.complain(f"Not saved: {fault}")


def _add(party: PartyId, key: str) -> None:
    """Add what stands on the line; leaving the line adds it, too, and so nothing that was typed is lost."""
    canvas = state.canvas()
    typed = without_subject(st.session_state[key], canvas, party)
    said = drafted(typed, first_name(canvas, party), state.library().now().date())
    if gives := said.get("gives"):
        said["gives"] = without_receiver(gives, canvas, other(party))
    here = state.session()
    with here.saving:  # Streamlit hears the two messages of one click in two threads
        if not said["what"]:
            return
        if _said_just_now(key, typed) or state.edit(lambda canvas: editing.promise(canvas, party, **said)):
            here.said[key] = (typed, _drawn(key))
            st.session_state[key] = ""


def _said_just_now(key: str, typed: str) -> bool:
    """Say whether this was added by the message before.

    A click that leaves the line sends two messages: what was typed, and then the click, with the line as it was before
    the browser learnt that it is empty. What the second one says of the line is no second promise; on a slow machine
    it comes seconds later, but never after the line was drawn twice.
    """
    before, drawn = state.session().said.get(key, ("", 0))
    return typed == before and _drawn(key) - drawn <= 1


def _drawn(key: str) -> int:
    """Return how often a line was drawn."""
    return int(st.session_state.get(f"{key}-drawn", 0))
