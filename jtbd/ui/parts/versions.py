"""Two versions of one canvas, this tab's and one that is on disk: both are offered, neither is lost."""

from __future__ import annotations

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.ui import state
from jtbd.ui.parts import chrome
from jtbd.ui.parts.words import plain, title
from jtbd.usecases import library


def offer() -> None:
    """Draw the choice, if there is one to make."""
    mine = state.session().mine
    if mine is None:
        return
    with st.container(key="conflict", border=True):
        st.markdown(f"**{plain(title(mine))} was changed in another window or by another program.**")
        st.markdown("What you change here is on the screen alone until you choose.")
        with st.container(horizontal=True):
            copied = st.button("Keep mine as a copy", key=state.key("mine"), type="primary")
            theirs = st.button(
                "Open the version on disk", key=state.key("theirs"), help="Your changes since are dropped"
            )
    if theirs or copied:
        try:
            chosen = library.copy(state.library(), mine) if copied else state.library().store.load(mine.id)
        except JtbdError as error:
            chrome.trouble(error)
            return
        state.replace(chosen)
        st.query_params["canvas"] = chosen.id
        st.rerun()


def unoffered() -> bool:
    """Say whether there is a choice to make that is not on the page yet."""
    return state.session().mine is not None and state.key("theirs") not in st.session_state
