"""What a year is worth to each party alone and together, and whether the gain is enough to take notice of.

Nothing of it, the scale included, says at which gain a party takes notice.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from jtbd.figures import theme, words
from jtbd.figures.drawing import Drawing, message
from jtbd.figures.gain import Year, gain_sentence, money, years
from jtbd.figures.lettering import party_names, wrap
from jtbd.figures.palette import Palette, mix
from jtbd.model import Canvas
from jtbd.scoring.result import ValueTest
from jtbd.wording.plain import amount

_UNIT, _NAME, _LINE, _BAR, _STEP, _BELOW = 24, 20, 18, 20, 26, 20
_LABELS, _RIGHT = 144, 12
_SENTENCE_WIDTH, _TITLE_WIDTH = 56, 44


def value_bars(canvas: Canvas, value: ValueTest, palette: Palette) -> go.Figure:
    """Draw two bars for each party on one scale, and what lies between them."""
    found = years(canvas, value)
    if all(year.alone is None and year.together is None for year in found):
        return message(palette, words.NO_VALUE.said())
    names = party_names(canvas, _TITLE_WIDTH)
    sentences = [wrap(gain_sentence(year, value.currency), _SENTENCE_WIDTH) for year in found]
    heights = [_NAME + _LINE * len(lines) + 2 * _STEP + _BELOW for lines in sentences]
    drawing = Drawing(palette, height=_UNIT + sum(heights), left=_LABELS, right=_RIGHT)
    span = _span(found)
    drawing.axis("xaxis", range=span)
    unit = words.PER_YEAR.said(currency=value.currency) if value.currency else words.A_YEAR.said()
    _beside(drawing, theme.escape(unit), 0, {"color": palette.quiet, "size": theme.SMALL})
    top = _UNIT
    for year, lines, height in zip(found, sentences, heights, strict=True):
        name = theme.strong(names[year.party])
        _beside(drawing, name, top, {"color": palette.of(year.party)})
        _beside(drawing, theme.lines(lines), top + _NAME, {"size": theme.SMALL})
        bars = top + _NAME + _LINE * len(lines) + 6
        _draw_year(drawing, year, value.currency, bars, palette)
        _draw_hover(drawing, year, value.currency, bars)
        top += height
    return drawing.figure()


def _draw_year(drawing: Drawing, year: Year, currency: str | None, top: int, palette: Palette) -> None:
    small = {"color": palette.ink, "size": theme.SMALL}
    quiet = {**small, "color": palette.quiet}
    for place, (name, value) in enumerate(((words.ALONE.said(), year.alone), (words.TOGETHER.said(), year.together))):
        middle = top + place * _STEP + _BAR / 2
        _beside(drawing, theme.escape(name), middle, quiet, yanchor="middle")
        said, font = (words.NOT_STATED.said(), quiet) if value is None else (money(value, currency), small)
        drawing.write(
            theme.escape(said),
            x=0,
            xref="paper",
            xshift=-theme.MARGIN,
            xanchor="right",
            y=middle,
            yanchor="middle",
            font=font,
        )
    if year.alone is not None:
        _draw_bar(drawing, year, year.alone, top, palette)
    if year.together is not None:
        kept = year.together if year.alone is None else min(year.alone, year.together)
        _draw_bar(drawing, year, kept, top + _STEP, palette)
    _draw_gain(drawing, year, top + _STEP, palette)
    drawing.upright(0, (top - 3, top + _STEP + _BAR + 3), {"color": palette.quiet, "width": 1}, layer="above")


def _draw_bar(drawing: Drawing, year: Year, value: Decimal, top: int, palette: Palette) -> None:
    """Draw an amount as a light bar with a strong edge."""
    colour = palette.of(year.party)
    _bar(drawing, 0, value, top, {"color": mix(colour, palette.paper, 0.2), "line": {"color": colour, "width": 1.5}})


def _draw_gain(drawing: Drawing, year: Year, top: int, palette: Palette) -> None:
    """Draw what together adds as a solid bar, or what it costs as a hatched gap."""
    if year.alone is None or not year.gain:
        return
    colour = palette.of(year.party)
    solid = {"color": colour, "line": {"color": colour, "width": 1.5}}
    gap = {
        "color": palette.paper,
        "line": {"color": palette.quiet, "width": 1.5},
        "pattern": {"shape": "x", "fgcolor": palette.quiet, "bgcolor": palette.paper, "size": 7, "solidity": 0.2},
    }
    _bar(drawing, year.alone, year.gain, top, solid if year.gain > 0 else gap)


def _bar(drawing: Drawing, base: Decimal | int, length: Decimal, top: int, marker: dict[str, Any]) -> None:
    drawing.bar(
        base=[float(base)],
        x=[float(length)],
        y=[top + _BAR / 2],
        width=_BAR,
        marker=marker,
        hoverinfo="skip",
    )


def _draw_hover(drawing: Drawing, year: Year, currency: str | None, top: int) -> None:
    """Lay an unseen mark over the end of each bar that gives the amount in full."""
    stated = [
        (place, name, value)
        for place, (name, value) in enumerate(
            ((words.ALONE.said(), year.alone), (words.TOGETHER.said(), year.together))
        )
        if value is not None
    ]
    drawing.scatter(
        x=[float(value) for _, _, value in stated],
        y=[top + place * _STEP + _BAR / 2 for place, _, _ in stated],
        mode="markers",
        marker={"size": _BAR, "opacity": 0},
        customdata=[[theme.hover(name, amount(value, currency))] for _, name, value in stated],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )


def _span(found: Sequence[Year]) -> tuple[float, float]:
    amounts = [float(value) for year in found for value in (year.alone, year.together) if value is not None]
    low, high = min(*amounts, 0), max(*amounts, 0)
    return (low, high) if low < high else (0, 1)


def _beside(drawing: Drawing, text: str, y: float, font: dict[str, Any], **style: Any) -> None:
    """Set an escaped text in the column at the left of the bars."""
    drawing.write(text, x=0, xref="paper", xshift=theme.MARGIN - _LABELS, y=y, font=font, **style)
