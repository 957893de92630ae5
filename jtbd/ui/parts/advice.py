"""Advice beside what was typed: never a wall."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from jtbd.scoring.linter import Advice
from jtbd.ui.parts.words import plain


def show(advice: Iterable[Advice]) -> None:
    """Draw each sentence of advice on a line of its own."""
    for item in advice:
        st.caption(f"☞ {plain(item.sentence)}")
