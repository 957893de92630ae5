"""What the reveal shows of a canvas, worked out once for as long as the canvas and the language stay the same."""

from __future__ import annotations

from typing import Final, NamedTuple, cast

import streamlit as st

from jtbd.figures.chains import chains
from jtbd.figures.html import Html
from jtbd.figures.importance import importance
from jtbd.figures.job_bar import job_bar
from jtbd.figures.needs import needs
from jtbd.figures.turns import turns
from jtbd.figures.verdict_strip import verdict_strip
from jtbd.i18n import spoken
from jtbd.model import Canvas
from jtbd.scoring import Overlap, overlap

_HELD: Final = "revealed"


class Reveal(NamedTuple):
    """A canvas's overlap and its figures, in a language."""

    canvas: Canvas
    language: str
    overlap: Overlap
    strip: Html
    job: Html
    needs: Html
    importance: Html
    turns: Html
    chains: Html


def revealed(canvas: Canvas) -> Reveal:
    """Return what is to be shown; of a canvas that both have rated."""
    held = cast("Reveal | None", st.session_state.get(_HELD))
    if held is None or held.canvas is not canvas or held.language != spoken():
        held = st.session_state[_HELD] = _reveal(canvas, overlap(canvas))
    return held


def _reveal(canvas: Canvas, result: Overlap) -> Reveal:
    return Reveal(
        canvas=canvas,
        language=spoken(),
        overlap=result,
        strip=verdict_strip(canvas, result),
        job=job_bar(canvas, result),
        needs=needs(canvas, result),
        importance=importance(canvas),
        turns=turns(canvas, result),
        chains=chains(canvas),
    )
