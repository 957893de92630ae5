"""Step 4: the reveal. One sentence, why, the pictures that explain it, and what the two can do about it."""

from __future__ import annotations

import streamlit as st

from jtbd.figures.describe import describe_aspects
from jtbd.formats import listing
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.model.curtain import ANSWERS, rated
from jtbd.ui import state
from jtbd.ui.fields.words import organisation, plain
from jtbd.ui.frame import openings, turns
from jtbd.ui.screens.overlap import after_verdict, empty_seats, guesses, lines, verdict_head
from jtbd.ui.screens.overlap.reveal import Reveal, revealed
from jtbd.wording.chain import synergy_sentence, weakest_sentence


def show() -> None:
    """Draw the verdict and what is behind it; the curtain while one of the two is not ready."""
    canvas = state.canvas()
    if not rated(canvas):
        _closed(canvas)
        return
    found = revealed(canvas)
    verdict_head.show(canvas, found.overlap, found.strip, turns.go_to_blanks)
    openings.tell("answers", "curtain")
    after_verdict.show(canvas, found.overlap)
    if canvas.aspects:
        _job(found)
        lines.show(canvas, found.overlap, found.strip)
        empty_seats.show(canvas)
        _closer(found)


def _closed(canvas: Canvas) -> None:
    with st.container(key="curtain", horizontal_alignment="center"):
        st.header(say("The curtain is still drawn"), anchor=False, text_alignment="center")
        waiting = [plain(organisation(canvas, party)) for party in ANSWERS.waits_for(canvas)]
        st.markdown(
            say(
                "Not ready yet: {names}. What has been said stays hidden until both are.",
                names=listing(waiting),
            ),
            text_alignment="center",
        )
        st.button(say("To the rating"), key="to-rating", type="primary", on_click=turns.go_to_blanks)


def _job(found: Reveal) -> None:
    with st.container(key="job-bar"):
        st.subheader(say("The job, and who solves what of it"), anchor=False)
        st.html(found.job)
    with st.container(key="needs"):
        st.subheader(say("Need by need"), anchor=False)
        st.markdown(plain(describe_aspects(found.canvas)))
        st.html(found.needs)


def _closer(found: Reveal) -> None:
    """Draw what is there for those who want to know more."""
    with st.container(key="closer"):
        st.subheader(say("Look closer"), anchor=False)
        if rest := verdict_head.rest(found.canvas, found.overlap):
            with st.expander(say("Everything behind this verdict"), key="behind"):
                st.markdown("\n".join(f"- {reason}" for reason in rest))
        with st.expander(say("Where you disagree on what matters"), key="importance"):
            st.html(found.importance)
        with st.expander(say("How firm this is, and what would turn it"), key="flips"):
            st.html(found.turns)
        if whole := found.overlap.whole_job:
            with st.expander(say("The whole job, alone and together"), key="whole-job"):
                st.markdown(f"{synergy_sentence(whole)} {plain(weakest_sentence(found.canvas))}")
                st.html(found.chains)
        guesses.show(found.canvas)
