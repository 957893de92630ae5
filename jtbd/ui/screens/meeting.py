"""One meeting: the canvas named in the URL, the step named in the URL, and the way between the steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.model import Canvas
from jtbd.ui import state
from jtbd.ui.parts import chrome
from jtbd.ui.screens import aspects, commitments, job, overlap, parties, sign, value
from jtbd.ui.steps import Step, done
from jtbd.usecases import library

_PAGES: Final[Mapping[Step, Callable[[], None]]] = {
    Step.PARTIES: parties.show,
    Step.JOB: job.show,
    Step.ASPECTS: aspects.show,
    Step.OVERLAP: overlap.show,
    Step.VALUE: value.show,
    Step.COMMITMENTS: commitments.show,
    Step.SIGN: sign.show,
}


def show() -> None:
    """Draw the step that the URL names, or the first that is not done."""
    try:
        canvas = state.open_canvas(st.query_params.get("canvas", ""))
    except JtbdError as error:
        chrome.bar()
        chrome.trouble(error)
        st.button("Back to the canvases", key="home-again", on_click=st.query_params.clear)
        return
    step = _step(canvas)
    with st.container(key="top"):
        top = st.container()
    if state.session().mine:
        _offer_both()
    with st.container(key=f"page-{step}"):
        _PAGES[step]()
    with top:  # filled last, so that it shows what this very run has saved
        chrome.meeting_bar(state.canvas())
        chrome.step_bar(state.canvas(), step)
    chrome.foot(step)


def _step(canvas: Canvas) -> Step:
    named = st.query_params.get("step", "")
    if named in set(Step):
        return Step(named)
    step = next((step for step in Step if not done(canvas, step)), Step.OVERLAP)
    st.query_params["step"] = step
    return step


def _offer_both() -> None:
    """Neither version is lost when the file was changed elsewhere."""
    mine = state.session().mine
    with st.container(key="conflict", border=True):
        st.markdown("**This canvas was changed in another window or by another program.** Nothing is lost: choose.")
        with st.container(horizontal=True):
            if st.button("Open the version on disk", key=state.key("theirs"), type="primary"):
                state.replace(state.library().store.load(state.canvas().id))
                st.rerun()
            if mine and st.button("Keep mine as a copy", key=state.key("mine")):
                state.replace(library.copy(state.library(), mine))
                st.query_params["canvas"] = state.canvas().id
                st.rerun()
