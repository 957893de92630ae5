"""When the two look at it again: a sentence and, to change it, the day and the cadence."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from jtbd.i18n import say
from jtbd.model import moments
from jtbd.ui import address, state
from jtbd.ui.fields import cadence, picks
from jtbd.usecases.canvases.days import review_days


def show() -> None:
    """Draw the review; what has been said is a sentence until somebody wants to change it."""
    review = state.canvas().review
    with st.container(key="review", horizontal=True, vertical_alignment="bottom", gap="large"):
        if review.next and review.every and not address.here().review:
            said = f"You look at it again on {moments.date(review.next)}, and then {moments.cadence(review.every)}"
            st.button(said, key=state.key("review-again"), type="tertiary", on_click=_open)
            return
        today = state.home().now().date()
        picks.date(
            "You look at it again on",
            ("review", "next"),
            review_days(today),
            blank=say("You look at it again on: no date"),
        )
        cadence.show("and then every", ("review", "every"), review.every)
        if review.next and review.every:
            st.button("Done", key="review-done", on_click=_close)
        elif review.next or review.every:
            _open()  # whoever says the rest may want to say it otherwise at once


def _open() -> None:
    address.go(replace(address.here(), review=True))


def _close() -> None:
    address.go(replace(address.here(), review=False))
