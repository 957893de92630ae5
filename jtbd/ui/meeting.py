"""One meeting: the canvas named in the URL, the step named in the URL, and the way between the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.model import Canvas
from jtbd.scoring import Verdict, standing
from jtbd.scoring.reading import said_no
from jtbd.ui import address, state
from jtbd.ui.fields import field
from jtbd.ui.frame import chrome, length, ownwords, unsaved, unsigned, versions
from jtbd.ui.screens.aspects import page as aspects
from jtbd.ui.steps import Step, done, rated


def show() -> None:
    """Draw the step that the URL names, or the first that is not done."""
    try:
        canvas = state.open_canvas(address.here().canvas or "")
    except JtbdError as error:
        chrome.bar()
        unsaved.offer()
        chrome.trouble(error)
        st.button("Back to the meetings", key="home-again", on_click=address.home)
        return
    step = _step(canvas)
    # A private turn ends with leaving its page, by whichever way.
    state.session().leave(rating=step is Step.ASPECTS and aspects.rates(), value=step is Step.VALUE)
    with st.container(key="top"):
        top, notice = st.container(), st.container()
    with notice:
        versions.offer()
        unsaved.offer()
        versions.strays()
    with st.container(key=f"page-{step}"):
        _page(step)()
    with top:  # filled last, so that it shows what this very run has saved
        chrome.meeting_bar(state.canvas(), step)
        chrome.step_bar(state.canvas(), step)
        ownwords.show(state.canvas(), needs=step is Step.ASPECTS or rated(state.canvas()))
    if unsaved.is_outdated() and state.session().warned:
        st.rerun()  # what it says of one canvas cannot be drawn a second time
    with notice:
        if trouble := state.take_fault():  # of a button, or of a field that was left; those on the page tell their own
            field.complain(f"Not saved: {trouble}")
        if versions.unoffered():
            versions.offer()
        if unsaved.is_outdated():
            unsaved.offer()
    chrome.foot(step, _onward(step), quiet=_has_its_own(step))


def _page(step: Step) -> Callable[[], None]:
    """Return what draws a step; its module goes by the same name, and takes its time to import when first opened."""
    show: Callable[[], None] = import_module(f"jtbd.ui.screens.{step}.page").show
    return show


def _onward(step: Step) -> chrome.Onward | None:
    """Return the way on where it is not the next step."""
    if step is Step.JOB and length.is_short() and state.canvas().aspects:
        return chrome.Onward(aspects.RATE, aspects.rate)
    return aspects.onward() if step is Step.ASPECTS else None


def _has_its_own(step: Step) -> bool:
    """Say whether a page has something that is to be pressed before one goes on."""
    if step is Step.OVERLAP:
        canvas = state.canvas()
        return not rated(canvas) or standing(canvas).verdict is Verdict.UNKNOWN or said_no(canvas)
    return step is Step.ASPECTS and aspects.rates()


def _step(canvas: Canvas) -> Step:
    step = address.here().step
    if step:
        length.reach(step)
    else:
        again = bool(unsigned.since(canvas))
        step = next((step for step in length.agenda() if not done(canvas, step, unsigned=again)), Step.OVERLAP)
        address.go(replace(address.here(), step=step))
    return step
