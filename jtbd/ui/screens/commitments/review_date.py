"""When the two look at it again: a sentence and, to change it, the day and the cadence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import streamlit as st

from jtbd.formats import day
from jtbd.i18n import say, say_count
from jtbd.model import Every
from jtbd.ui import address, state
from jtbd.ui.fields import cadence, picks
from jtbd.usecases.canvases.days import review_days


def show() -> None:
    """Draw the review; what has been said is a sentence until somebody wants to change it."""
    review = state.canvas().review
    with st.container(key="review", horizontal=True, vertical_alignment="bottom", gap="large"):
        if review.next and review.every and not address.here().review:
            st.button(_said(review.next, review.every), key=state.key("review-again"), type="tertiary", on_click=_open)
            return
        today = state.home().now().date()
        picks.date(
            say("You look at it again on"),
            ("review", "next"),
            review_days(today),
            blank=say("You look at it again on: no date"),
        )
        cadence.show(say("and then every"), ("review", "every"), review.every)
        if review.next and review.every:
            st.button(say("Done"), key="review-done", on_click=_close)
        elif review.next or review.every:
            _open()  # whoever says the rest may want to say it otherwise at once


def _said(next_: dt.date, every: Every) -> str:
    """Return when the two look at it again, and how often after that, as a sentence."""
    when = day(next_)
    if every.days:
        return say_count(
            "You look at it again on {day}, and then every day",
            "You look at it again on {day}, and then every {number} days",
            every.days,
            day=when,
        )
    if every.weeks:
        return say_count(
            "You look at it again on {day}, and then every week",
            "You look at it again on {day}, and then every {number} weeks",
            every.weeks,
            day=when,
        )
    return say_count(
        "You look at it again on {day}, and then every month",
        "You look at it again on {day}, and then every {number} months",
        every.months or 1,
        day=when,
    )


def _open() -> None:
    address.go(replace(address.here(), review=True))


def _close() -> None:
    address.go(replace(address.here(), review=False))
