"""The palette that fits the theme on screen, and pictures made in Python."""

from __future__ import annotations

import streamlit as st

from jtbd.figures.palette import DARK, LIGHT, Palette
from jtbd.figures.theme import CONFIG


__all__ = ["CONFIG", "palette", "picture"]


def palette() -> Palette:
    """Return the palette of the theme that the browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def picture(svg: str) -> None:
    """Draw an SVG made by `jtbd.figures`, which escapes every text in it."""
    st.html(svg)
