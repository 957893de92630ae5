"""How long the meeting is: all seven steps, or the three minutes of job, rating and verdict; the URL says which.

Both lengths show the same canvas, so that changing between them loses nothing; the meeting that two sit in is planned
for as many minutes as its length has, and for those that were planned before once it is the whole one again.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import streamlit as st

from jtbd.ui import state
from jtbd.ui.steps import SHORT, Step
from jtbd.usecases.canvases import library

PARAMETER: Final = "short"
_BEFORE: Final = "planned"
"""The minutes that were planned before, where that is another number than usual."""

_MOST: Final = 600
_ONE_SITTING: Final = dt.timedelta(hours=12)


def is_short() -> bool:
    """Say whether the meeting on the screen is the one of three minutes."""
    return PARAMETER in st.query_params


def agenda() -> tuple[Step, ...]:
    """Return the steps of the meeting on the screen."""
    return SHORT if is_short() else tuple(Step)


def neighbours(step: Step) -> tuple[Step | None, Step | None]:
    """Return the step before and the step after; after the last of a short meeting the whole one goes on."""
    steps = agenda()
    place = steps.index(step)
    whole = list(Step)[step.number :]
    return (steps[place - 1] if place else None), next(iter(steps[place + 1 :] or whole), None)


def shorten() -> None:
    """Go on with the three minutes alone, from the first step of theirs."""
    st.query_params[PARAMETER] = "1"
    st.query_params["step"] = SHORT[0]
    if (planned := _planned()) and planned != library.FEW_MINUTES:
        if planned != library.PLANNED_MINUTES:
            st.query_params[_BEFORE] = str(planned)
        state.edit(lambda canvas: library.replan(canvas, library.FEW_MINUTES))


def lengthen() -> None:
    """Go on with the whole meeting, from where one is."""
    before = st.query_params.get(_BEFORE, "")
    st.query_params.pop(_BEFORE, None)
    if st.query_params.pop(PARAMETER, None) and _planned() == library.FEW_MINUTES:
        usual = before.isascii() and before.isdecimal() and 0 < int(before) <= _MOST
        minutes = int(before) if usual else library.PLANNED_MINUTES
        state.edit(lambda canvas: library.replan(canvas, minutes))


def _planned() -> int | None:
    """Return for how many minutes the meeting is planned that two sit in now; None where none is, or an example's."""
    canvas = state.canvas()
    if not canvas.meetings or library.is_example(canvas.id):
        return None
    meeting = canvas.meetings[-1]
    return meeting.planned_minutes if state.library().now() - meeting.started < _ONE_SITTING else None


def reach(step: Step) -> None:
    """Make the meeting as long as that step needs."""
    if step not in agenda():
        lengthen()
