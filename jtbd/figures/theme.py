"""The common look of all plotly figures, and the one way by which text enters them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import plotly.graph_objects as go

from jtbd.figures.lettering import wrap
from jtbd.figures.palette import Palette

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


def figure(
    palette: Palette, *, height: int, top: int = MARGIN, bottom: int = MARGIN, left: int = MARGIN, right: int = MARGIN
) -> go.Figure:
    """Return an empty figure in the common look; its plot area is `height` pixels high, whatever its width.

    Both axes are still and bare. The vertical axis counts pixels downward, so that 0 is the top of the plot area and
    marks and texts can be set like type.
    """
    return go.Figure(
        layout={
            "template": "none",
            "height": height + top + bottom,
            "margin": {"t": top, "b": bottom, "l": left, "r": right, "pad": 0, "autoexpand": False},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": SIZE, "color": palette.ink},
            "colorway": [palette.a, palette.b, palette.contested, palette.open],
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": palette.card,
                "bordercolor": palette.quiet,
                "font": {"family": FONT, "size": SIZE, "color": palette.ink},
                "align": "left",
                "namelength": 0,
            },
            "xaxis": bare_axis(0, 1),
            "yaxis": bare_axis(height, 0),
        }
    )


def bare_axis(start: float, end: float) -> dict[str, Any]:
    """Return a still axis without lines, grid or numbers."""
    return {
        "range": [start, end],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "showticklabels": False,
        "ticks": "",
    }


def write(target: go.Figure, text: str, *, x: float, y: float, **style: Any) -> None:
    """Set an escaped text with its top left corner at a place of the plot area; `style` overrides any of it."""
    font = {"size": SIZE, **style.pop("font", {})}
    target.add_annotation(
        {
            "text": text,
            "x": x,
            "y": y,
            "xref": "x",
            "yref": "y",
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "showarrow": False,
            "borderpad": 0,
            "font": font,
            **style,
        }
    )


def message(palette: Palette, text: str) -> go.Figure:
    """Return a figure that says what is missing, in place of one that would show nothing."""
    broken = wrap(text, HOVER_WIDTH)
    height = 40 + 18 * len(broken)
    blank = figure(palette, height=height)
    write(
        blank,
        lines(broken),
        x=0.5,
        y=height / 2,
        xanchor="center",
        yanchor="middle",
        align="center",
        font={"color": palette.quiet},
    )
    return blank
