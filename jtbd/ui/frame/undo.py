"""The last changes taken back and made again: two buttons in the bar, and a word on what that changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from jtbd.editing.undo import AREAS
from jtbd.formats import listing
from jtbd.i18n import Message, mark, say
from jtbd.model.curtain import ANSWERS
from jtbd.ui import address, state
from jtbd.ui.state.session import Way
from jtbd.ui.steps import Step

UNDO: Final = "undo"
REDO: Final = "redo"

_LABELS: Final[Mapping[Way, tuple[str, Message, Message]]] = {
    "back": (UNDO, mark("Undo"), mark("Take back the last change")),
    "forth": (REDO, mark("Redo"), mark("Make it again")),
}
_DONE: Final[Mapping[Way, Message]] = {"back": mark("Taken back: {areas}"), "forth": mark("Made again: {areas}")}
_NOTHING: Final[Mapping[Way, Message]] = {
    "back": mark("Nothing to take back"),
    "forth": mark("Nothing to make again"),
}

_STEPS: Final[Mapping[str, Step]] = {
    "parties": Step.PARTIES,
    "job": Step.JOB,
    "needs": Step.ASPECTS,
    "ratings": Step.ASPECTS,
    "complement_test": Step.ASPECTS,
    "choice": Step.ASPECTS,
    "lines": Step.OVERLAP,
    "missing": Step.OVERLAP,
    "value": Step.VALUE,
    "roles": Step.COMMITMENTS,
    "commitments": Step.COMMITMENTS,
    "review": Step.COMMITMENTS,
}
"""Where each of `AREAS` is on the screen."""


def show(current: Step) -> None:
    """Draw both buttons; what cannot be done now is disabled, which beside a grid the grid itself sees to.

    An answer in the grid draws no button anew.
    """
    awake = current is Step.ASPECTS and _rating()
    for possible, (way, (name, label, does)) in zip(state.ways()(state.canvas()), _LABELS.items(), strict=True):
        st.button(
            label.said(),
            key=name,
            type="tertiary",
            help=does.said(),
            disabled=not possible and not awake,
            on_click=state.travel,
            args=(way,),
        )


def said() -> str:
    """Return what was just taken back or made again, in words; empty where something else was done since."""
    journey = state.session().journey
    if journey is None:
        return ""
    if not journey.areas:
        return _NOTHING[journey.way].said()
    return _DONE[journey.way].said(areas=listing([AREAS[area].said() for area in journey.areas]))


def lead_there(current: Step, go: Callable[[Step], None]) -> None:
    """Draw the way to what was just taken back, where that is on another step."""
    journey = state.session().journey
    steps = [_STEPS[area] for area in journey.areas if area in _STEPS] if journey else []
    if steps and current not in steps:
        label = say("See {step}", step=steps[0].named)
        st.button(label, key="travelled-to", type="tertiary", on_click=go, args=(steps[0],))


def _rating() -> bool:
    here = state.session()
    return address.here().rates and bool(ANSWERS.at_hand(state.canvas(), here.turn))
