"""The top of the first screen: what this is, and how a meeting begins."""

from __future__ import annotations

from typing import Final

import streamlit as st
from pydantic import ValidationError

from jtbd.errors import JtbdError
from jtbd.i18n import mark, say
from jtbd.ui import address, state
from jtbd.ui.address import Address
from jtbd.ui.fields import field, ownkey
from jtbd.ui.frame import chrome, length
from jtbd.ui.steps import Step
from jtbd.usecases.canvases import library as use, profile
from jtbd.wording.refusal import refusal

_LEAD: Final = (
    mark("Say what your common customer needs, and what each of you solves of it."),
    mark("See whether you complete each other, compete, or share too little."),
    mark("Settle who leads, and both sign what you promise."),
)
_LENS: Final = {
    "a": mark("**You** solve this"),
    "both": mark("**Both** rivals, or a line to draw"),
    "b": mark("**They** solve that"),
    "open": mark("what nobody solves: *an empty seat*"),
}


def show(*, first: bool) -> None:
    """Draw the way to a meeting; the first time with what it is for."""
    with st.container(key="hero-first" if first else "hero"):
        if not first:
            st.title(say("Do you two serve the same job?"), anchor=False)
            _start()
            return
        left, right = st.columns([7, 5], gap="large", vertical_alignment="center")
        with left:
            _welcome()
        with right:
            _lens()


def _welcome() -> None:
    st.title(say("Do you two serve the same job?"), anchor=False)
    with st.container(key="lead"):
        steps = "\n".join(f"{place}. {step.said()}" for place, step in enumerate(_LEAD, 1))
        st.markdown(f"{say('Two people, one laptop, one coffee:')}\n\n{steps}")
    _start()


def _lens() -> None:
    """Draw what the two will see of themselves; its circles are in the style sheet."""
    with st.container(key="lens"):
        for part, words in _LENS.items():
            with st.container(key=f"lens-{part}"):
                st.markdown(words.said())


def _start() -> None:
    """Draw the two names that a canvas goes by; both can wait."""
    for line in profile.trouble(state.home()).splitlines():
        field.complain(line)
    with st.form("begin", border=False):
        with st.container(key="names", horizontal=True, vertical_alignment="bottom"):
            host = st.text_input(
                say("Your organisation"),
                profile.remembered(state.home()).organisation or "",
                placeholder=say("Harbour Estates"),
            )
            st.markdown("×", width="content")
            guest = st.text_input(
                say("Theirs"), placeholder=say("Northline Cabling"), autocomplete=field.unknown("theirs")
            )
        with st.container(key="lengths", horizontal=True, vertical_alignment="center"):
            asked = st.form_submit_button(say("Start a meeting"), key="begin-whole", type="primary")
            shortly = st.form_submit_button(
                say("Three minutes only"),
                key="begin-short",
                help=say("Job, rating, verdict. The whole meeting is one click away, and nothing is lost."),
            )
    ownkey.offer()
    if asked or shortly:
        _begin(host.strip(), guest.strip(), short=shortly)


def _begin(host: str, guest: str, *, short: bool) -> None:
    try:
        minutes = use.FEW_MINUTES if short else use.PLANNED_MINUTES
        canvas = use.begin(state.home(), host, guest, minutes=minutes)
    except ValidationError as error:
        field.complain(refusal(error))
        return
    except JtbdError as error:
        chrome.trouble(error)
        return
    state.replace(canvas, settles=False)
    if short:
        address.open_at(Address(canvas=canvas.id))
        length.shorten()
    else:
        address.open_at(Address(canvas=canvas.id, step=Step.PARTIES))
    st.rerun()
