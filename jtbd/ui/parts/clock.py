"""The clock of the coffee: minutes left and what the meeting has cost so far; quiet, and survives a reload."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

import streamlit as st

from jtbd.model import PARTIES, Canvas, Clock
from jtbd.ui import state
from jtbd.usecases.editing import put

_REDRAW_SECONDS: Final = 15
_ONE_SITTING: Final = dt.timedelta(hours=12)


def show(canvas: Canvas) -> None:
    """Draw the clock of the meeting that is going on, unless it is hidden; one of another day says nothing."""
    if not canvas.meetings:
        return
    meeting = canvas.meetings[-1]
    going_on = state.library().now() - meeting.started < _ONE_SITTING
    if meeting.clock and meeting.clock.shown and (going_on or meeting.clock.running_since):
        _ticking()


@st.fragment(run_every=_REDRAW_SECONDS)
def _ticking() -> None:
    canvas = state.canvas()
    meeting = canvas.meetings[-1]
    clock = meeting.clock or Clock()
    spent = elapsed(clock, state.library().now())
    left = (meeting.planned_minutes or 0) * 60 - spent
    minutes = f"{max(0, -(-left // 60))} min left" if left >= 0 else f"{-left // 60} min over"
    with st.container(key="clock", horizontal=True, vertical_alignment="center", width="content"):
        st.caption(" · ".join([minutes, *cost(canvas, spent)]), width="content")
        running = clock.running_since is not None
        if st.button("Pause" if running else "Start", key=state.key("clock"), type="tertiary"):
            toggle()
            st.rerun()


def toggle() -> None:
    """Start or pause the latest meeting's clock."""
    now = state.library().now()

    def turned(canvas: Canvas) -> Canvas:
        place = len(canvas.meetings) - 1
        clock = canvas.meetings[place].clock or Clock()
        fresh = (
            clock.revise(elapsed_seconds=elapsed(clock, now), running_since=None)
            if clock.running_since
            else clock.revise(running_since=now)
        )
        return put(canvas, ("meetings", place, "clock"), fresh)

    state.edit(turned)


def elapsed(clock: Clock, now: dt.datetime) -> int:
    """Return the seconds the meeting has run."""
    running = int((now - clock.running_since).total_seconds()) if clock.running_since else 0
    return clock.elapsed_seconds + max(0, running)


def cost(canvas: Canvas, seconds: int) -> list[str]:
    """Return what both hours have cost so far, an amount per currency."""
    sums: dict[str, Decimal] = {}
    for party in PARTIES:
        rate = canvas.parties.of(party).hourly_rate
        if rate:
            sums[rate.currency] = sums.get(rate.currency, Decimal(0)) + Decimal(rate.amount) * seconds / 3600
    return [f"{currency} {amount:,.0f}" for currency, amount in sums.items() if amount]
