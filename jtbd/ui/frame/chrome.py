"""What surrounds every page: the bar at the top, the steps, the way on, and how trouble is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Literal, NamedTuple

import streamlit as st
from streamlit.errors import StreamlitAPIException

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.ui import address, state
from jtbd.ui.fields.words import plain, title
from jtbd.ui.frame import clock, length, shortcuts, undo, unsigned
from jtbd.ui.steps import Step, done
from jtbd.usecases.canvases.library import is_example


def bar() -> None:
    """Draw the bar of a page that belongs to no canvas."""
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        _home()


def meeting_bar(canvas: Canvas, current: Step) -> None:
    """Draw the bar of a meeting: where one is, that it is saved, undo, the keys, the clock."""
    st.set_page_config(page_title=f"{current.label} · {title(canvas)} · Common Job")
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        _home()
        with st.container(key="label-running"):
            st.markdown(plain(title(canvas)))
        if length.is_short():
            st.button(say("The whole meeting"), key="lengthen", type="tertiary", on_click=length.lengthen)
        with st.container(key="state", horizontal=True, vertical_alignment="center", width="content"):
            st.caption(undo.said() or _saved(canvas), width="content")
            undo.lead_there(current, go)
            with st.container(key="travel", horizontal=True, width="content", gap=None):
                undo.show(current)
                shortcuts.show(length.agenda(), undo.said())
            clock.show(canvas, current, length.agenda())


def _saved(canvas: Canvas) -> str:
    if state.session().mine or state.session().refused:
        return say("not saved")
    return say("example · your first change makes a copy") if is_example(canvas.id) else say("saved")


def _home() -> None:
    st.button("Common Job", key="home", type="tertiary", help=say("All meetings"), on_click=address.home)


def step_bar(canvas: Canvas, current: Step) -> None:
    """Draw the steps; each says whether it is done, any can be opened."""
    open_again = bool(unsigned.since(canvas))
    with st.container(key="steps", horizontal=True):
        for number, step in enumerate(length.agenda(), 1):
            finished = done(canvas, step, unsigned=open_again)
            st.button(
                f"**{'✓' if finished else number}** {step.label}",
                key=f"step-{step}" if step is not current else f"step-{step}-current",
                type="primary" if step is current else "secondary" if finished else "tertiary",
                width="stretch",
                on_click=go,
                args=(step,),
            )


class Onward(NamedTuple):
    """A way on that is not the next step: what stands on the button, and what it does."""

    label: str
    press: Callable[[], None]


def foot(current: Step, onward: Onward | None = None, *, quiet: bool = False) -> None:
    """Draw the way back and on; where a step opens, the keyboard's focus goes to its title (`opening.js`).

    Args:
        current: the step that is open.
        onward: the way on where it is not the next step.
        quiet: whether something else on the page is to be pressed first.

    """
    before, after = length.neighbours(current)
    weight: Literal["primary", "secondary"] = "secondary" if quiet else "primary"
    with st.container(key="foot", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if before:
            st.button(f"← {before.label}", key="back", type="tertiary", on_click=go, args=(before,))
        else:
            st.space()
        if onward:
            st.button(onward.label, key="next", type=weight, on_click=onward.press)
        elif after:
            st.button(f"{after.label} →", key="next", type=weight, on_click=go, args=(after,))


def go(step: Step) -> None:
    """Open a step; a private turn ends with leaving its page."""
    state.session().draw_the_curtain()
    state.session().journey = None
    length.reach(step)
    clock.enter(state.canvas())
    address.go(replace(address.here(), step=step))


def heading(text: str, lead: str) -> None:
    """Draw a page's title and the one sentence that says what to do here."""
    with st.container(key="heading"):
        st.header(text, anchor=False)
        st.markdown(lead)


def label(name: str, said: str) -> None:
    """Draw a small heading over a part of a page; `said` is Markdown, `name` tells it from the others on the page."""
    with st.container(key=f"label-{name}"):
        st.markdown(said)


def trouble(error: JtbdError) -> None:
    """Tell what went wrong and what to do, letter for letter."""
    with st.container(key="trouble", border=True):
        st.markdown(say("**That did not work**"))
        st.text(error.message)
        if error.remedy:
            st.text(error.remedy)


def defect() -> None:
    """Tell that the program itself failed: what is safe, and what to do."""
    with st.container(key="defect", border=True):
        st.markdown(say("**The program made a mistake.** All that the screen had shown as saved is on disk."))
        st.markdown(
            say(
                "What the last click or the last line was to do is not: go on, and do that once more. "
                "The terminal in which it was started shows, on one line, what happened."
            )
        )


def way_on() -> None:
    """Draw the way on from a page that failed: it is drawn anew, and what is not saved yet stays in this window."""
    with suppress(StreamlitAPIException):  # where two parts of a page failed there is one already
        st.button(say("Go on here"), key="go-on", type="primary")
