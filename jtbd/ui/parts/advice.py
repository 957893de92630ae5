"""Advice beside what was typed: never a wall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from jtbd.scoring.linter import Advice
from jtbd.ui.parts.words import plain


def show(advice: Iterable[Advice]) -> None:
    """Draw each sentence of advice on a line of its own."""
    for item in advice:
        st.caption(f"☞ {plain(item.sentence)}")


def beside(field: str, advice: Sequence[Advice]) -> None:
    """Draw what there is to say of one field: of its wording always, that it is blank only where it is the first."""
    gap = next((item for item in advice if item.gap), None)
    show(item for item in advice if item.field == field and (item is gap or not item.gap))
