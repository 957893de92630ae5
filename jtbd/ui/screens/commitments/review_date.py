"""When the two look at it again: a sentence and, to change it, the day and the cadence."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.model import moments
from jtbd.ui import state
from jtbd.ui.fields import cadence, picks
from jtbd.usecases.canvases.days import review_days

_OPEN: Final = "review"
"""The query's name for the review that is being changed, so that a reload goes on there."""


def show() -> None:
    """Draw the review; what has been said is a sentence until somebody wants to change it."""
    review = state.canvas().review
    with st.container(key="review", horizontal=True, vertical_alignment="bottom", gap="large"):
        if review.next and review.every and _OPEN not in st.query_params:
            said = f"You look at it again on {moments.date(review.next)}, and then {moments.cadence(review.every)}"
            st.button(said, key=state.key("review-again"), type="tertiary", on_click=_open)
            return
        today = state.library().now().date()
        picks.date("You look at it again on", ("review", "next"), review_days(today))
        cadence.show("and then every", ("review", "every"), review.every)
        if review.next and review.every:
            st.button("Done", key="review-done", on_click=_close)
        elif review.next or review.every:
            _open()  # whoever says the rest may want to say it otherwise at once


def _open() -> None:
    st.query_params[_OPEN] = "open"


def _close() -> None:
    st.query_params.pop(_OPEN, None)
