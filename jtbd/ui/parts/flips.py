"""What would flip the verdict, in sentences."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.model import Canvas, Complement, Stance
from jtbd.scoring import Flip, Overlap
from jtbd.scoring.plain import percent
from jtbd.ui.parts.words import COMPLEMENT, IMPORTANCE, STANCE, organisation, plain

_MOST: Final = 12


def show(canvas: Canvas, result: Overlap) -> None:
    """Draw how firm the verdict is and the small moves that would make it another."""
    if result.stability is None:
        st.markdown("Nothing has been rated yet.")
        return
    st.markdown(f"Of all small changes of mind, {plain(percent(result.stability))} leave the verdict as it is.")
    for flip in result.flips[:_MOST]:
        st.markdown(f"- {_sentence(canvas, flip)}")
    if len(result.flips) > _MOST:
        st.caption(f"… and {len(result.flips) - _MOST} more.")


def _sentence(canvas: Canvas, flip: Flip) -> str:
    who = plain(organisation(canvas, flip.party))
    aspect = canvas.aspect(flip.aspect) if flip.aspect else None
    of = f"“{plain(aspect.text)}”" if aspect else "the complement test"
    said = f"*{_word(flip, flip.end)}* instead of *{_word(flip, flip.start)}*"
    return f"{of}: if {who} said {said}: **{flip.verdict.replace('-', ' ')}**"


def _word(flip: Flip, value: int | str) -> str:
    if isinstance(value, int):
        return IMPORTANCE[value]
    return STANCE[Stance(value)] if flip.aspect else COMPLEMENT[Complement(value)]
