"""What can be done to a meeting beside opening it: another name, and the bin."""

from __future__ import annotations

from typing import Final

import streamlit as st
from pydantic import ValidationError

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome
from jtbd.ui.screens.library import dustbin, labels
from jtbd.usecases.canvases import library as use
from jtbd.wording.refusal import refusal

_MANAGED: Final = "managed"


def is_open(canvas_id: str) -> bool:
    """Say whether it is open for that meeting."""
    return bool(st.session_state.get(_MANAGED) == canvas_id)


def turn(canvas_id: str | None) -> None:
    """Open what can be done to a meeting beside opening it, or close that."""
    closes = canvas_id is None or is_open(canvas_id)
    st.session_state[_MANAGED] = None if closes else canvas_id


def show(row: use.Summary, canvas: Canvas) -> None:
    """Draw the name of a meeting, to be written anew, and the way to the bin; of a signed one, what goes with it."""
    with st.container(key="managed"):
        with st.form(f"rename-{row.id}", border=False):
            title = st.text_input(
                say("Name of this meeting"),
                row.title or "",
                placeholder=labels.names(row),
                autocomplete=field.unknown("title"),
            )
            if st.form_submit_button(say("Keep this name"), key=f"keep-name-{row.id}"):
                _rename(canvas, title.strip())
        try:
            held = use.held(state.home(), row.id)
        except JtbdError as error:
            field.complain(plain(error.message))
            return
        if held:
            st.markdown(f"**{plain(held)}**")
        with st.container(key="managed-ways", horizontal=True):
            st.button(
                say("Throw it away, with its sheets") if held else say("Throw it away"),
                key=f"throw-{row.id}",
                on_click=_throw_away,
                args=(canvas, row),
            )
            st.button(say("Never mind"), key="manage-no", type="tertiary", on_click=turn, args=(None,))


def _rename(canvas: Canvas, title: str) -> None:
    try:
        use.rename(state.home(), canvas.id, title, canvas.revision)
    except ValidationError as error:
        field.complain(refusal(error))
        return
    except JtbdError as error:
        chrome.trouble(error)
        return
    st.session_state[_MANAGED] = None
    st.rerun()


def _throw_away(canvas: Canvas, row: use.Summary) -> None:
    st.session_state[_MANAGED] = None
    dustbin.throw(canvas, row)
