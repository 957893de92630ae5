"""The bin: what was just thrown away, all that was, and the way back."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import number, say
from jtbd.model import Canvas
from jtbd.ui import state
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome
from jtbd.ui.screens.library import labels
from jtbd.usecases.canvases import library as use

_THROWN: Final = "thrown-just-now"


def throw(canvas: Canvas, row: use.Summary) -> None:
    """Throw a meeting away, in a handler; one of which not all is saved stays."""
    here = state.session()
    if canvas.id in state.unsaved():
        here.fault = say("Not all of it is saved yet: save it, or a copy of it, before it is thrown away.")
        return
    try:
        st.session_state[_THROWN] = use.throw_away(state.home(), canvas.id, canvas.revision), row
    except JtbdError as error:
        here.fault = error.diagnostics()


def forget() -> None:
    """Say no more of what was just thrown away."""
    st.session_state.pop(_THROWN, None)


def _restore(name: str) -> None:
    here = state.session()
    forget()
    try:
        use.restore(state.home(), name)
    except JtbdError as error:
        here.fault = error.diagnostics()


def tell() -> None:
    """Say what was just thrown away, and offer it back."""
    if thrown := st.session_state.get(_THROWN):
        name, row = thrown
        with st.container(key="just-thrown", horizontal=True, vertical_alignment="center"):
            st.markdown(say("Thrown away: {name}", name=plain(labels.title_within(row))), width="content")
            st.button(say("Undo"), key="throw-undo", on_click=_restore, args=(name,))


def show() -> None:
    """Draw what was thrown away, when asked for: what it was, how long it is kept, and the way back."""
    try:
        gone = state.home().store.thrown()
    except JtbdError as error:
        chrome.trouble(error)
        return
    if not gone or not st.toggle(f"{say('Thrown away')} · {number(len(gone))}", key="show-thrown"):
        return
    with st.container(key="thrown"):
        for place, thrown in enumerate(gone):
            called = plain(labels.title(thrown.row) if not thrown.row.fault else thrown.row.id)
            now = state.home().now()
            with st.container(key=f"thrown-{place}", horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{called}**")
                st.caption(plain(use.fate(thrown, now, labels.day_within(thrown.at.astimezone(now.tzinfo), now))))
                st.button(say("Restore"), key=f"restore-{place}", on_click=_restore, args=(thrown.name,))
