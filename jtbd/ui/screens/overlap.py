"""Step 4: the reveal. One sentence, why, the pictures that explain it, and what the two can do about it."""

from __future__ import annotations

import streamlit as st

from jtbd.figures.chains import chains
from jtbd.figures.describe import describe_aspects
from jtbd.figures.importance import importance
from jtbd.figures.job_bar import job_bar
from jtbd.figures.needs import needs
from jtbd.figures.turns import turns
from jtbd.model import PARTIES, Canvas
from jtbd.scoring import Overlap, overlap
from jtbd.scoring.chain import synergy_sentence, weakest_sentence
from jtbd.ui import state
from jtbd.ui.parts import after_verdict, chrome, empty_seats, guesses, length, lines, verdict_head
from jtbd.ui.parts.words import organisation, plain
from jtbd.ui.screens import rating
from jtbd.ui.steps import Step, rated


def show() -> None:
    """Draw the verdict and what is behind it; the curtain while one of the two is not ready."""
    canvas = state.canvas()
    if not rated(canvas):
        _closed(canvas)
        return
    result = overlap(canvas)
    verdict_head.show(canvas, result, _to_rating)
    if length.is_short():
        after_verdict.show(result.verdict)
    _job(canvas, result)
    lines.show(canvas, result)
    empty_seats.show(canvas)
    _closer(canvas, result)


def _closed(canvas: Canvas) -> None:
    with st.container(key="curtain", horizontal_alignment="center"):
        st.header("The curtain is still drawn", anchor=False, text_alignment="center")
        waiting = [plain(organisation(canvas, party)) for party in PARTIES if not getattr(canvas.rating.ready, party)]
        st.markdown(
            f"Not ready yet: {' and '.join(waiting)}. What has been said stays hidden until both are.",
            text_alignment="center",
        )
        st.button("To the rating", key="to-rating", type="primary", on_click=_to_rating)


def _to_rating() -> None:
    chrome.go(Step.ASPECTS)
    rating.enter()


def _job(canvas: Canvas, result: Overlap) -> None:
    with st.container(key="job-bar"):
        st.subheader("The job, and who solves what of it", anchor=False)
        st.html(job_bar(canvas, result))
    with st.container(key="needs"):
        st.subheader("Need by need", anchor=False)
        st.markdown(plain(describe_aspects(canvas)))
        st.html(needs(canvas, result))


def _closer(canvas: Canvas, result: Overlap) -> None:
    """Draw what is there for those who want to know more."""
    with st.container(key="closer"):
        st.subheader("Look closer", anchor=False)
        with st.expander("Where you disagree on what matters", key="importance"):
            st.html(importance(canvas))
        with st.expander("How firm this is, and what would turn it", key="flips"):
            st.html(turns(canvas, result))
        if result.whole_job:
            with st.expander("The whole job, alone and together", key="whole-job"):
                st.markdown(f"{synergy_sentence(result.whole_job)} {plain(weakest_sentence(canvas))}")
                st.html(chains(canvas))
        guesses.show(canvas)
