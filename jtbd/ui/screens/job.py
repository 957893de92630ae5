"""Step 2: the job that the same customer wants done."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.scoring.statement import job_advice
from jtbd.ui import state
from jtbd.ui.parts import advice, chrome, field
from jtbd.ui.parts.words import plain
from jtbd.usecases import editing, templates

_STATEMENT: Final = ("performer", "when", "want", "so_that")


def show() -> None:
    """Draw the job statement, what it could be taken from, and the guard's advice."""
    chrome.heading(
        "Which job does your common customer want done?",
        "In the customer's words, free of anything either of you sells.",
    )
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(border=True, key="job"):
        field.text("Who wants it done?", ("job", "performer"), hint="owner of a 20-person firm")
        field.text("When …", ("job", "when"), hint="our lease ends")
        field.text("I want to …", ("job", "want"), hint="move our business to new premises")
        field.text("So that …", ("job", "so_that"), hint="we lose no working day")
        advice.show(job_advice(state.canvas()))
        _aloud()
    with right:
        _templates()


def _aloud() -> None:
    job = state.canvas().job
    if job.want:
        when = f"When {plain(job.when)}, " if job.when else ""
        so_that = f" so that {plain(job.so_that)}" if job.so_that else ""
        who = f"*{plain(job.performer)}:* " if job.performer else ""
        st.markdown(f"{who}“{when}I want to {plain(job.want)}{so_that}.”")


def _templates() -> None:
    st.markdown("**Or start from one that others have had**")
    shelf = templates.open_shelf(state.library().config)
    trades = shelf.by_trade()
    trade = st.selectbox("Trade", list(trades), index=None, key=state.key("trade"), placeholder="choose a trade")
    for refused in shelf.refused:
        field.complain(refused.message)
    if not trade:
        st.caption(f"{len(shelf.templates)} jobs in {len(trades)} trades.")
        return
    for template in trades[trade]:
        with st.container(key=f"template-{template.id}", border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(template.title)}**  \n{len(template.aspects)} needs", width="stretch")
            st.button("Use", key=f"use-{template.id}", on_click=_use, args=(template,), help=plain(template.title))
    st.caption("Takes over the job statement and adds the needs; you change both as you like.")


def _use(template: templates.JobTemplate) -> None:
    if state.edit(lambda canvas: editing.start_from(canvas, template)):
        field.show(*(("job", name) for name in _STATEMENT))
        st.session_state[state.key("trade")] = None
