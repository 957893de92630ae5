"""The map of verdicts: how much the two share in purpose, how much in what they solve, and what follows from both."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import plotly.graph_objects as go

from jtbd.figures import theme, words
from jtbd.figures.drawing import Drawing
from jtbd.figures.ground import Region, missing, regions, remark, threshold_reason
from jtbd.figures.lettering import percent, wrap
from jtbd.figures.map_ground import DEPTH, MIDDLE, draw_ground
from jtbd.figures.map_marks import draw_marks, marks
from jtbd.figures.palette import Palette
from jtbd.model import Canvas
from jtbd.scoring.result import Overlap, Verdict

_HEIGHT: Final = 300
_TOP, _LEFT, _RIGHT = 58, 56, 18
_AXIS: Final = 50
_LINE: Final = 17
_NOTE_WIDTH, _LACKING_WIDTH = 64, 34


def verdict_map(canvas: Canvas, overlap: Overlap, palette: Palette) -> go.Figure:
    """Draw rivalry across (0 to 1) and common purpose up (0 to 1), the regions by their thresholds, and the points.

    All points lie at one height, since neither time nor a line changes what matters to the two. Where today's point is
    not known, the figure says why instead.
    """
    notes = _notes(canvas, overlap)
    bottom = _AXIS + _LINE * len(notes) + 8
    ground, found = regions(canvas, overlap), marks(overlap)
    depth = DEPTH if any(region.verdict is Verdict.LITTLE_IN_COMMON for region in ground) else 0
    height = round(_HEIGHT * (1 + depth))
    drawing = Drawing(palette, height=height, top=_TOP, bottom=bottom, left=_LEFT, right=_RIGHT)
    drawing.axis("yaxis", range=[-depth, 1])
    draw_ground(drawing, overlap, ground, palette)
    _draw_axes(drawing, ground, palette)
    _write_notes(drawing, notes, palette)
    if overlap.purpose is not None:
        draw_marks(drawing, overlap.purpose, found, ground, palette)
    lacking = missing(overlap)
    if lacking:
        _write_lacking(drawing, lacking, overlap.purpose, palette)
    return drawing.figure()


def _notes(canvas: Canvas, overlap: Overlap) -> list[str]:
    said = (threshold_reason(canvas, overlap), remark(canvas, overlap))
    return [line for text in said if text for line in wrap(text, _NOTE_WIDTH)]


def _draw_axes(drawing: Drawing, ground: Sequence[Region], palette: Palette) -> None:
    """Number the axes at the thresholds, which are what counts."""
    quiet = {"size": theme.SMALL, "color": palette.quiet}
    across = sorted({Fraction(0), Fraction(1), *(region.left for region in ground)})
    upward = sorted({Fraction(0), Fraction(1), *(region.bottom for region in ground)})
    for name, stops, title, standoff in (
        ("xaxis", across, words.RIVALRY_AXIS, 4),
        ("yaxis", upward, words.PURPOSE_AXIS, 2),
    ):
        drawing.axis(
            name,
            showticklabels=True,
            tickvals=[float(stop) for stop in stops],
            ticktext=[theme.escape(percent(stop)) for stop in stops],
            tickfont=quiet,
            tickangle=0,
            # Unseen ticks keep the numbers clear of a point on the rim.
            ticks="outside",
            ticklen=7,
            tickcolor="rgba(0,0,0,0)",
            title={"text": title, "font": quiet, "standoff": standoff},
        )


def _write_notes(drawing: Drawing, notes: Sequence[str], palette: Palette) -> None:
    for place, note in enumerate(notes):
        drawing.write(
            theme.escape(note),
            x=0,
            y=0,
            yref="paper",
            xshift=theme.MARGIN - _LEFT,
            yshift=-_AXIS - place * _LINE,
            font={"size": theme.SMALL, "color": palette.quiet},
        )


def _write_lacking(drawing: Drawing, text: str, purpose: Fraction | None, palette: Palette) -> None:
    """Say what is missing, away from the points that are known."""
    points_are_high = purpose is None or purpose > MIDDLE
    drawing.write(
        theme.lines(wrap(text, _LACKING_WIDTH)),
        x=0.5,
        y=0.42 if points_are_high else 0.75,
        xanchor="center",
        yanchor="middle",
        bgcolor=palette.paper,
        bordercolor=palette.quiet,
        borderwidth=1,
        borderpad=8,
    )
