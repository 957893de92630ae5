"""What one party promises the other, and the line on which the next promise is written."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.i18n import mark, number, say
from jtbd.model import Canvas, PartyId, other
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.names import starting_first_name
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome, unsigned
from jtbd.ui.screens.commitments import heard, promise
from jtbd.usecases.canvases.drafting import TypedPromise, promised

_HINT: Final = {
    # For translators: how a promise may be typed; “when”, “by”, “every”, “so that” and “done when” are read in English.
    "a": mark("introduce … when …, by 15 Dec; done when …"),
    # For translators: as above.
    "b": mark("send … every month, so that …; done when …"),
}


def show(party: PartyId) -> None:
    """Draw one party's promises and the line for the next."""
    canvas = state.canvas()
    mine = [made for made in canvas.commitments if made.by == party]
    name, receiver = plain(starting_first_name(canvas, party)), plain(first_name(canvas, other(party)))
    with st.container(key=f"promises-{party}", gap=None):
        # For translators: keep who promises before who is promised to; each has its colour by its place.
        whose = say("**{name}** promises **{other}**", name=name, other=receiver)
        chrome.label(f"promises-{party}", f"{whose} · {number(len(mine))}" if mine else whose)
        with st.container(key=f"made-{party}", gap=None):  # so that the line stays the same block, and keeps the focus
            since = unsigned.since(canvas)
            for made in mine:
                promise.show(made)
                unsigned.tell(since, made.id)
            unsigned.gone(since, party)
        _next(party, name)


def _next(party: PartyId, name: str) -> None:
    """Draw the line for the next promise: Enter adds it, and empties the line for another."""
    key = state.key("promise", party)
    with st.container(key=f"line-{party}", gap=None):
        with st.container(
            key=f"next-promise-{party}", horizontal=True, wrap=False, vertical_alignment="bottom", gap="small"
        ):
            typed = st.text_input(
                say("{name} will …", name=name),
                key=key,
                autocomplete=field.unknown(key),
                placeholder=_HINT[party].said(),
                on_change=_add,
                args=(party, key),
            )
            st.button(say("Add"), key=f"promise-button-{party}", on_click=_add, args=(party, key))
        heard.show(party)
    if typed.strip() and (fault := state.take_fault() or _draft(party, typed).ask):
        field.complain(f"{say('Not saved:')} {fault}")


def _draft(party: PartyId, typed: str) -> TypedPromise:
    canvas = state.canvas()
    return promised(canvas, party, typed, state.home().now().date(), first_name(canvas, other(party)))


def _add(party: PartyId, key: str) -> None:
    """Add what stands on the line; leaving the line adds it, too, and so nothing that was typed is lost."""
    typed = st.session_state[key]
    draft, here = _draft(party, typed), state.session()

    def add(canvas: Canvas) -> Canvas:
        after = editing.promise(canvas, draft.by, **draft.fields)
        here.said[key] = (typed, after.commitments[-1].id)  # here, since Streamlit may end this thread once it is saved
        return after

    with here.saving:  # Streamlit hears the two messages of one click in two threads
        if draft.fields["what"] and (_was_added(key, typed) or state.edit(add)):
            st.session_state[key] = ""


def _was_added(key: str, typed: str) -> bool:
    """Say whether this is what the line added last, and it still stands among the promises.

    A click that leaves the line sends two messages: what was typed, and then the click, with the line as it was before
    the browser learnt that it is empty. What the second one says of the line is no second promise, however late it
    comes; nor does anybody mean to promise the same in the same words twice.
    """
    before, promised = state.session().said.get(key, ("", ""))
    return typed == before and any(made.id == promised for made in state.canvas().commitments)
