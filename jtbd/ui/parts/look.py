"""The palette that fits the theme on screen, and how style, figures and pictures are drawn."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from jtbd.figures.palette import DARK, LIGHT, Palette

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


_STYLE: Final = Path(__file__).parents[1] / "style.css"


def palette() -> Palette:
    """Return the palette of the theme that the browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def style() -> None:
    """Draw the style sheet, with the palette's colours as variables."""
    colours = "".join(f"--{name}:{colour};" for name, colour in asdict(palette()).items())
    st.html(f"<style>:root{{{colours}}}\n{_STYLE.read_text(encoding='utf-8')}</style>")


def chart(figure: Figure, *, key: str, alt: str) -> None:
    """Draw a plotly figure with its text alternative."""
    from jtbd.figures.theme import CONFIG  # noqa: PLC0415 - plotly is loaded where it is drawn, not at the start

    st.plotly_chart(figure, theme=None, config=dict(CONFIG), key=key, alt=alt)


def picture(svg: str) -> None:
    """Draw an SVG made by `jtbd.figures`, which escapes every text in it."""
    st.html(svg)
