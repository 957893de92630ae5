"""The job by dimension: what only a solves, what both solve, what only b solves, and what is left open."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import plotly.graph_objects as go

from jtbd.figures import theme, words
from jtbd.figures.drawing import Drawing, message
from jtbd.figures.lettering import columns, party_names, percent
from jtbd.figures.palette import Palette
from jtbd.figures.reach import (
    HATCHES,
    Names,
    Stretch,
    fill,
    hatching,
    label_place,
    lettering_on,
    outline,
    part_label,
    reach,
    reach_label,
    stretches,
)
from jtbd.model import Canvas, Dimension, PartyId
from jtbd.scoring.result import Overlap, Split

_TITLE, _LABEL, _BAR, _THIN, _GAP = 22, 22, 30, 12, 16
_BRACKET: Final = 5
_PIXELS: Final = theme.NARROWEST - 2 * theme.MARGIN
_COLUMN: Final = 6.4
"""Pixels of a column of text, generously."""


def job_bar(canvas: Canvas, overlap: Overlap, palette: Palette) -> go.Figure:
    """Draw one stacked bar for each dimension, a bracket above it for the reach of a and one below for that of b.

    The functional part is followed by a thin bar of what becomes of it after the line, where that changes anything.
    """
    if not any(split.total for split in overlap.split.values()):
        return message(palette, words.NOTHING_MATTERS if canvas.aspects else words.NO_ASPECTS)
    names = party_names(canvas)
    rows = [(dimension, overlap.split[dimension], _after(overlap, dimension)) for dimension in Dimension]
    drawing = Drawing(palette, height=sum(_height(split, after) for _, split, after in rows))
    top = 0
    for dimension, split, after in rows:
        drawing.write(theme.strong(words.DIMENSIONS[dimension]), x=0, y=top)
        bar = top + _TITLE + _LABEL
        if split.total:
            for stretch in stretches(split):
                _draw_stretch(drawing, stretch, names, palette, middle=bar + _BAR / 2, height=_BAR)
            _draw_reach(drawing, split, "a", names, palette, edge=bar)
            _draw_reach(drawing, split, "b", names, palette, edge=bar + _BAR)
        else:
            drawing.write(theme.escape(words.NO_WEIGHT), x=0, y=top + _TITLE, font={"color": palette.quiet})
        if after:
            _draw_after(drawing, after, names, palette, top=bar + _BAR + _LABEL)
        top += _height(split, after)
    return drawing.figure()


def _after(overlap: Overlap, dimension: Dimension) -> Split | None:
    """Return the split after the line of the dimension that decides, None where it is the same or there is none."""
    if dimension is not Dimension.FUNCTIONAL or overlap.after_line is None:
        return None
    after = overlap.after_line.split[dimension]
    return None if after == overlap.split[dimension] else after


def _height(split: Split, after: Split | None) -> int:
    if not split.total:
        return _TITLE + _LABEL + _GAP
    return _TITLE + 2 * _LABEL + _BAR + (_LABEL + _THIN if after else 0) + _GAP


def _draw_stretch(
    drawing: Drawing, stretch: Stretch, names: Names, palette: Palette, *, middle: float, height: int
) -> None:
    part, share = stretch.part, percent(stretch.share)
    drawing.bar(
        x=[float(stretch.share)],
        base=[float(stretch.start)],
        y=[middle],
        width=height,
        marker={
            "color": fill(part, palette),
            "line": {"color": outline(part, palette), "width": 1},
            "pattern": {
                "shape": HATCHES[part],
                "fgcolor": hatching(part, palette),
                "bgcolor": fill(part, palette),
                "size": 7,
                "solidity": 0.25,
                "fillmode": "replace",
            },
        },
        text=theme.escape(_inside(stretch)) if height == _BAR else None,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": lettering_on(part, palette), "size": theme.SIZE},
        customdata=[[theme.hover(part_label(names, part), share)]],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )


def _inside(stretch: Stretch) -> str:
    """Return a label that fits into the stretch in the narrowest figure; plotly hides it where even this does not."""
    share = percent(stretch.share)
    word = {"contested": words.CONTESTED, "open": words.OPEN}.get(stretch.part)
    if word:
        label = words.PART.format(part=word, share=share)
        if columns(label) * _COLUMN < stretch.share * _PIXELS:
            return label
    return share


def _draw_reach(drawing: Drawing, split: Split, party: PartyId, names: Names, palette: Palette, *, edge: int) -> None:
    """Draw a bracket along the reach of a party, above the bar for a and below it for b, and label it."""
    up = party == "a"
    away = -1 if up else 1
    colour = palette.of(party)
    label = reach_label(names, split, party)
    found = reach(split, party)
    if found:
        start, end = map(float, found)
        near, far = edge + 2 * away, edge + (2 + _BRACKET) * away
        drawing.scatter(
            x=[start, start, end, end],
            y=[near, far, far, near],
            mode="lines",
            line={"color": colour, "width": 2},
            hoverinfo="skip",
            cliponaxis=False,
        )
    x, side = label_place(found, columns(label) * _COLUMN / _PIXELS)
    drawing.write(
        theme.escape(label),
        x=x,
        y=edge + (_BRACKET + 3) * away,
        xanchor=side,
        yanchor="bottom" if up else "top",
        font={"color": colour, "size": theme.SMALL},
    )


def _draw_after(drawing: Drawing, after: Split, names: Names, palette: Palette, *, top: int) -> None:
    contested = percent(Fraction(after.contested, after.total))
    drawing.write(
        theme.escape(words.AFTER_LINE_PART.format(contested=contested)),
        x=0,
        y=top + 4,
        font={"color": palette.quiet, "size": theme.SMALL},
    )
    for stretch in stretches(after):
        _draw_stretch(drawing, stretch, names, palette, middle=top + _LABEL + _THIN / 2, height=_THIN)
