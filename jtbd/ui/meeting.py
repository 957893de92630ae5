"""One meeting: the canvas named in the URL, the step named in the URL, and the way between the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.model.curtain import AMOUNTS, ANSWERS, Round, rated
from jtbd.scoring import Verdict, standing
from jtbd.scoring.reading import said_no
from jtbd.ui import address, state
from jtbd.ui.fields import field
from jtbd.ui.frame import chrome, length, ownwords, turns, unsaved, unsigned, versions
from jtbd.ui.steps import Step, done


def show() -> None:
    """Draw the step that the URL names, or the first that is not done."""
    try:
        canvas = state.open_canvas(address.here().canvas or "")
    except JtbdError as error:
        chrome.bar()
        unsaved.offer()
        chrome.trouble(error)
        st.button(say("Back to the meetings"), key="home-again", on_click=address.home)
        return
    step = _step(canvas)
    # A private turn ends with leaving its page, by whichever way.
    state.session().leave(_round(step))
    with st.container(key="top"):
        top, notice = st.container(), st.container()
    with notice:
        versions.offer()
        unsaved.offer()
        versions.strays()
    with st.container(key=f"page-{step}"):
        _page("rating" if _rates(step) else step)()
    with top:  # filled last, so that it shows what this very run has saved
        chrome.meeting_bar(state.canvas(), step)
        chrome.step_bar(state.canvas(), step)
        ownwords.show(state.canvas(), needs=step is Step.ASPECTS or rated(state.canvas()))
    if unsaved.is_outdated() and state.session().warned:
        st.rerun()  # what it says of one canvas cannot be drawn a second time
    with notice:
        if trouble := state.take_fault():  # of a button, or of a field that was left; those on the page tell their own
            field.complain(f"{say('Not saved:')} {trouble}")
        if versions.unoffered():
            versions.offer()
        if unsaved.is_outdated():
            unsaved.offer()
    chrome.foot(step, _onward(step), quiet=_has_its_own(step))


def _page(name: str) -> Callable[[], None]:
    """Return what draws a page; its package goes by the same name, and takes its time to import when first opened."""
    show: Callable[[], None] = import_module(f"jtbd.ui.screens.{name}.page").show
    return show


def _rates(step: Step) -> bool:
    """Say whether the rating of the needs is drawn instead of their list."""
    return step is Step.ASPECTS and turns.rates()


def _round(step: Step) -> Round | None:
    """Return which round has its turns on the page."""
    if step is Step.VALUE:
        return AMOUNTS
    return ANSWERS if _rates(step) else None


def _onward(step: Step) -> chrome.Onward | None:
    """Return the way on where it is not the next step."""
    if step is Step.JOB and length.is_short() and state.canvas().aspects:
        return chrome.Onward(turns.RATE.said(), turns.go)
    if step is Step.ASPECTS and state.canvas().aspects and not turns.rates():
        return chrome.Onward(turns.RATE.said(), turns.go)
    return None


def _has_its_own(step: Step) -> bool:
    """Say whether a page has something that is to be pressed before one goes on."""
    if step is Step.OVERLAP:
        canvas = state.canvas()
        return not rated(canvas) or standing(canvas).verdict is Verdict.UNKNOWN or said_no(canvas)
    return _rates(step)


def _step(canvas: Canvas) -> Step:
    step = address.here().step
    if step:
        length.reach(step)
    else:
        again = bool(unsigned.since(canvas))
        step = next((step for step in length.agenda() if not done(canvas, step, unsigned=again)), Step.OVERLAP)
        address.go(replace(address.here(), step=step))
    return step
