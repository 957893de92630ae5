"""The palette that fits the theme on screen, and how style, figures and pictures are drawn."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from jtbd.figures.palette import DARK, LIGHT, Palette
from jtbd.figures.theme import CONFIG
from jtbd.ui.page import colours

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def palette() -> Palette:
    """Return the palette of the theme that the browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def style() -> None:
    """Tell the style sheet (`jtbd.ui.page`) the colours of the theme in use."""
    st.html(f"<style>:root {{ {colours(palette())} }}</style>")


def chart(figure: Figure, *, key: str, alt: str) -> None:
    """Draw a plotly figure with its text alternative."""
    st.plotly_chart(figure, theme=None, config=dict(CONFIG), key=key, alt=alt)


def picture(svg: str, *, alt: str) -> None:
    """Draw an SVG with its text alternative; as an image, since Streamlit takes `svg` out of HTML."""
    data = b64encode(svg.encode()).decode()
    st.html(f'<img style="max-width:100%" alt="{escape(alt)}" src="data:image/svg+xml;base64,{data}">')
