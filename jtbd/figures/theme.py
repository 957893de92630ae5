"""The common look of all plotly figures, and how a text becomes one that plotly shows as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from jtbd.figures.lettering import wrap

CONFIG: Final[Mapping[str, Any]] = {
    "displayModeBar": False,
    "displaylogo": False,
    "doubleClick": False,
    "responsive": True,
    "scrollZoom": False,
    "showTips": False,
    "typesetMath": False,
}
"""What to pass as `config` wherever a figure is shown."""

FONT: Final = '"Source Sans", "Source Sans Pro", "Source Sans 3", sans-serif'
MARGIN: Final = 8
SIZE: Final = 13
SMALL: Final = 12
TINY: Final = 11
NARROWEST: Final = 350
"""The narrowest figure that must be readable, in pixels."""
HOVER_WIDTH: Final = 40
"""Columns of a hover text; at 350 pixels it still has room."""

_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "%": "&#37;"})


def escape(text: str) -> str:
    """Return a text that plotly shows as it stands.

    Plotly reads `<b>`, `<a href>` and their like as markup, `&…;` as entities, `$…$` as TeX where MathJax is loaded and
    `%{…}` as a template. It takes entities back only after all of that.
    """
    return text.translate(_ENTITIES)


def lines(texts: Iterable[str]) -> str:
    """Return texts as lines of one plotly text, each escaped."""
    return "<br>".join(escape(text) for text in texts)


def strong(text: str) -> str:
    """Return an escaped text in semibold."""
    return f"<b>{escape(text)}</b>"


def hover(title: str, *details: str) -> str:
    """Return an escaped hover text, for `customdata`: a strong title over its details, broken to the room there is."""
    head = "<br>".join(strong(line) for line in wrap(title, HOVER_WIDTH))
    return "<br>".join([head, *(lines(wrap(detail, HOVER_WIDTH)) for detail in details if detail)])
