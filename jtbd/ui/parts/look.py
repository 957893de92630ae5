"""The palette that fits the theme on screen, and how figures and pictures are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from jtbd.figures.palette import DARK, LIGHT, Palette

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def palette() -> Palette:
    """Return the palette of the theme that the browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def chart(figure: Figure, *, key: str, alt: str) -> None:
    """Draw a plotly figure with its text alternative."""
    from jtbd.figures.theme import CONFIG  # noqa: PLC0415 - plotly is loaded where it is drawn, not at the start

    st.plotly_chart(figure, theme=None, config=dict(CONFIG), key=key, alt=alt)


def picture(svg: str) -> None:
    """Draw an SVG made by `jtbd.figures`, which escapes every text in it."""
    st.html(svg)
