"""The first screen: begin a meeting, reopen one, call it otherwise or throw it away, look around an example."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.ui import address, state
from jtbd.ui.fields import field
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome, unsaved
from jtbd.ui.screens.library import cards, dustbin, hero
from jtbd.usecases.canvases import library as use


def show() -> None:
    """Draw what this is, and the canvases, own ones first."""
    state.close()
    chrome.bar()
    unsaved.offer()
    for line in state.take_fault().splitlines():
        field.complain(line)
    try:
        rows = state.home().store.summaries()
    except JtbdError as error:  # a folder that cannot be listed is not an empty one
        chrome.trouble(error)
        return
    if trouble := use.trouble_ahead(state.home()):
        field.complain(plain(trouble))
    own = [row for row in rows if not row.example and not row.archived]
    hero.show(first=not own)
    dustbin.tell()
    if own:
        cards.show(say("Your meetings"), own, "own")
    if examples := [row for row in rows if row.example]:
        cards.show(say("Look around an example"), examples, "examples")
    dustbin.show()
    with st.container(key="colophon", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(
            say("Everything stays on this laptop, in {folder}.", folder=plain(_place(state.home().store.place()))),
            width="content",
        )
        st.button(say("Check a signed sheet"), key="check", type="tertiary", on_click=_check)


def _place(said: str) -> str:
    """Return a folder as people write it, which is short where it is their own."""
    try:
        home = Path.home()
    except RuntimeError:  # containers know none
        return said
    folder = Path(said)
    own = os.name != "nt" and folder.is_relative_to(home)
    return str("~" / folder.relative_to(home)) if own else said


def _check() -> None:
    address.go(replace(address.here(), check=True))
