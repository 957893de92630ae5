"""Two versions of one canvas, this tab's and one that is on disk: both are offered, neither is lost."""

from __future__ import annotations

from dataclasses import replace
from zlib import crc32

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.ui import address, state
from jtbd.ui.fields.words import plain, title_within
from jtbd.ui.frame import chrome
from jtbd.usecases.canvases import library, oddities


def offer() -> None:
    """Draw the choice, if there is one to make."""
    mine = state.session().mine
    if mine is None:
        return
    with st.container(key="conflict", border=True):
        name = plain(title_within(mine))
        st.markdown(say("**{name} was changed in another window or by another program.**", name=name))
        st.markdown(say("What you change here is on the screen alone until you choose."))
        with st.container(horizontal=True):
            copied = st.button(say("Keep mine as a copy"), key=state.key("mine"), type="primary")
            theirs = st.button(
                say("Open the version on disk"), key=state.key("theirs"), help=say("Your changes since are dropped")
            )
    if theirs or copied:
        try:
            chosen = library.copy(state.home(), mine) if copied else state.home().store.load(mine.id)
        except JtbdError as error:
            chrome.trouble(error)
            return
        state.replace(chosen)
        address.go(replace(address.here(), canvas=chosen.id))
        st.rerun()


def strays() -> None:
    """Draw the other versions of this canvas that lie beside it, and the choice for each."""
    here = state.session()
    if here.mine or here.refused:
        return
    try:
        names = state.home().store.copies(state.canvas().id)
    except JtbdError:  # whoever saves learns what is wrong with the folder
        return
    for name in names:
        with st.container(key=state.key("stray", f"{crc32(name.encode()):x}"), border=True):
            st.markdown(say("**There is another version of this meeting,** as programs that sync folders make them:"))
            st.text(name)
            for sentence in _compared(name):
                st.caption(plain(sentence))
            with st.container(horizontal=True):
                for label, take in ((say("Keep what is shown here"), False), (say("Take that one instead"), True)):
                    key = state.key("settle", name, str(take))
                    st.button(label, key=key, on_click=_settle, args=(name,), kwargs={"take": take})
            st.caption(say("The other one is set aside in the folder; what was here is among the earlier versions."))


def _compared(name: str) -> list[str]:
    """Return what tells that version from this one; why it cannot be read where it cannot."""
    canvas, here = state.canvas(), state.home()
    try:
        return [*oddities.compared(canvas, here.store.beside(canvas.id, name), here.now())]
    except JtbdError as error:
        return error.message.splitlines()


def _settle(name: str, *, take: bool) -> None:
    here = state.session()
    with here.saving:
        try:
            state.replace(state.home().store.settle(state.canvas().id, name, take=take))
        except JtbdError as error:
            here.fault = error.diagnostics()


def unoffered() -> bool:
    """Say whether there is a choice to make that is not on the page yet."""
    return state.session().mine is not None and state.key("theirs") not in st.session_state
