"""How long the meeting is: all seven steps, or the three minutes of job, rating and verdict; the URL says which.

Nothing of it is in the canvas: both lengths show the same canvas, so that changing between them loses nothing.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.ui.steps import SHORT, Step

PARAMETER: Final = "short"


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


def lengthen() -> None:
    """Go on with the whole meeting, from where one is."""
    st.query_params.pop(PARAMETER, None)


def reach(step: Step) -> None:
    """Make the meeting as long as that step needs."""
    if step not in agenda():
        lengthen()
