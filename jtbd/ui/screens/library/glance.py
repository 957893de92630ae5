"""A meeting at a glance, for the list of them: how far it is, or what it came to."""

from __future__ import annotations

import streamlit as st

from jtbd.figures.glance_svg import glance_svg, glance_words
from jtbd.figures.lettering import party_names
from jtbd.figures.words import VERDICTS
from jtbd.i18n import number, say, say_count
from jtbd.model import Canvas, Dimension
from jtbd.model.curtain import rated
from jtbd.scoring import Verdict
from jtbd.scoring.reading import readings
from jtbd.ui.frame import look, unsigned
from jtbd.ui.steps import Step, done


def verdict(canvas: Canvas) -> None:
    """Draw the verdict over its split; while the curtain is drawn or too little is said, where the two go on."""
    today = readings(canvas).today if rated(canvas) else None
    if today is None or today.verdict is Verdict.UNKNOWN:
        again = bool(unsigned.since(canvas))
        ahead = next((step for step in Step if not done(canvas, step, unsigned=again)), Step.OVERLAP)
        st.caption(say("goes on at {number}, {step}", number=number(ahead.number), step=ahead.named))
        return
    split, names = today.split[Dimension.FUNCTIONAL], party_names(canvas)
    look.picture(glance_svg(split, names, look.palette()), alt=glance_words(split, names))
    st.markdown(VERDICTS[today.verdict].said())


def signed(canvas: Canvas) -> str:
    """Say how many sheets both have signed; empty where none is."""
    count = sum(sheet.state == "complete" for sheet in canvas.sheets)
    return say_count("{number} sheet signed", "{number} sheets signed", count) if count else ""
