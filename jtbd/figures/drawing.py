"""A plotly figure in the making: its parts are collected as plain data and handed to plotly once.

Adding one annotation after the other to a `go.Figure` takes time in the square of their number: 20 s for a table of 200
aspects, against 0.1 s this way.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from jtbd.figures import theme
from jtbd.figures.lettering import wrap
from jtbd.figures.palette import Palette

Data = dict[str, Any]


class Drawing:
    """A figure in the common look, whose plot area is `height` pixels high, whatever its width.

    Both axes are still and bare. The vertical axis counts pixels downward, so that 0 is the top of the plot area and
    marks and texts can be set like type.
    """

    def __init__(
        self,
        palette: Palette,
        *,
        height: int,
        top: int = theme.MARGIN,
        bottom: int = theme.MARGIN,
        left: int = theme.MARGIN,
        right: int = theme.MARGIN,
    ) -> None:
        font = {"family": theme.FONT, "size": theme.SIZE, "color": palette.ink}
        self._traces: list[Data] = []
        self._annotations: list[Data] = []
        self._shapes: list[Data] = []
        self._layout: Data = {
            "template": "none",
            "height": height + top + bottom,
            "margin": {"t": top, "b": bottom, "l": left, "r": right, "pad": 0, "autoexpand": False},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": font,
            "colorway": [palette.a, palette.b, palette.contested, palette.open],
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": palette.card,
                "bordercolor": palette.quiet,
                "font": font,
                "align": "left",
                "namelength": 0,
            },
            "barmode": "overlay",
            "uniformtext": {"minsize": theme.TINY, "mode": "hide"},
        }
        self.axis("xaxis", range=[0, 1])
        self.axis("yaxis", range=[height, 0])

    def axis(self, name: str, **changes: Any) -> None:
        """Change an axis, or add one: still and bare but for these changes."""
        bare = {
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "showline": False,
            "showticklabels": False,
            "ticks": "",
        }
        self._layout[name] = {**self._layout.get(name, bare), **changes}

    def scatter(self, **trace: Any) -> None:
        """Add points, lines or texts."""
        self._traces.append({"type": "scatter", **trace})

    def bar(self, **trace: Any) -> None:
        """Add horizontal bars."""
        self._traces.append({"type": "bar", "orientation": "h", **trace})

    def upright(self, x: float, y: tuple[float, float], line: Data, **style: Any) -> None:
        """Add a vertical line below the marks; `style` overrides."""
        place = {"x0": x, "x1": x, "y0": y[0], "y1": y[1]}
        self._shapes.append({"type": "line", "layer": "below", "line": line, **place, **style})

    def write(self, text: str, *, x: float, y: float, **style: Any) -> None:
        """Set an escaped text with its top left corner at a place of the plot area; `style` overrides."""
        font = {"size": theme.SIZE, **style.pop("font", {})}
        place = {"x": x, "y": y, "xref": "x", "yref": "y", "xanchor": "left", "yanchor": "top"}
        plain = {"align": "left", "showarrow": False, "borderpad": 0}
        self._annotations.append({"text": text, **place, **plain, "font": font, **style})

    def figure(self) -> go.Figure:
        """Return the figure with all that was added."""
        layout = {**self._layout, "annotations": self._annotations, "shapes": self._shapes}
        return go.Figure({"data": self._traces, "layout": layout})


def message(palette: Palette, text: str) -> go.Figure:
    """Return a figure that says what is missing, in place of one that would show nothing."""
    broken = wrap(text, theme.HOVER_WIDTH)
    height = 40 + 18 * len(broken)
    blank = Drawing(palette, height=height)
    middle = {"xanchor": "center", "yanchor": "middle", "align": "center"}
    blank.write(theme.lines(broken), x=0.5, y=height / 2, font={"color": palette.quiet}, **middle)
    return blank.figure()
