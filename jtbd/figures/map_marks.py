"""The points on the map of verdicts, drawn: today, where it is heading, and after the line."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from jtbd.figures import theme, words
from jtbd.figures.drawing import Drawing
from jtbd.figures.ground import Point, Region, after_line, heading, today, verdict_at
from jtbd.figures.lettering import percent
from jtbd.figures.map_ground import MIDDLE, emphasised, tint
from jtbd.figures.palette import Palette
from jtbd.scoring.result import Overlap, Verdict

_LOW, _HIGH = Fraction(3, 10), Fraction(9, 10)
_LANE, _CLEARANCE = 17, 4
_ARROW_STANDOFF: Final = 9


class Mark(NamedTuple):
    """A point as it is drawn, with the symbol that its label repeats."""

    point: Point
    symbol: str
    glyph: str
    today: bool = False
    hollow: bool = True


def marks(overlap: Overlap) -> list[Mark]:
    """Return today's point, if it is known, and then the others; hollow is what does not hold (yet)."""
    known = overlap.verdict is not Verdict.UNKNOWN
    now, then, after = today(overlap), heading(overlap), after_line(overlap)
    found = [Mark(now, "circle", "●" if known else "○", today=True, hollow=not known)] if now else []
    found += [Mark(then, "triangle-up", "△")] if then else []
    found += [Mark(after, "diamond", "◇")] if after else []
    return found


def draw_marks(
    drawing: Drawing, purpose: Fraction, found: Sequence[Mark], ground: Sequence[Region], palette: Palette
) -> None:
    """Draw the points at the height of the common purpose, their labels, and arrows from today's to the others."""
    for now in (mark.point for mark in found if mark.today):
        for then in (mark.point for mark in found if not mark.today):
            standoff = {"standoff": _ARROW_STANDOFF, "startstandoff": _ARROW_STANDOFF}
            start, end = float(now.rivalry), float(then.rivalry)
            drawing.arrow(start, end, float(purpose), arrowcolor=palette.ink, **standoff)
    for mark, lane in zip(found, _lanes(purpose), strict=False):
        _draw_mark(drawing, purpose, mark, palette)
        place = verdict_at(ground, purpose, mark.point.rivalry)
        _write_label(drawing, purpose, mark, lane, tint(place, palette))


def _lanes(purpose: Fraction) -> tuple[int, int, int]:
    """Return for each label how many lines above the points it stands, so that labels of near points never meet.

    They stand around the points, but near the floor all of them above and near the rim all of them below.
    """
    if purpose < _LOW:
        return 1, 2, 3
    return (-1, -2, -3) if purpose > _HIGH else (1, -1, -2)


def _draw_mark(drawing: Drawing, purpose: Fraction, mark: Mark, palette: Palette) -> None:
    details = words.MAP_POINT.format(
        purpose=percent(purpose), rivalry=percent(mark.point.rivalry), verdict=words.VERDICTS[mark.point.verdict]
    )
    drawing.scatter(
        x=[float(mark.point.rivalry)],
        y=[float(purpose)],
        mode="markers",
        marker={
            "symbol": mark.symbol,
            "size": 13 if mark.hollow else 15,
            "color": palette.paper if mark.hollow else palette.ink,
            "line": {"color": palette.ink, "width": 2},
        },
        customdata=[[theme.hover(mark.point.label, details)]],
        hovertemplate="%{customdata[0]}<extra></extra>",
        cliponaxis=False,
    )


def _write_label(drawing: Drawing, purpose: Fraction, mark: Mark, lane: int, ground: str) -> None:
    leftward = mark.point.rivalry >= MIDDLE
    drawing.write(
        f"{mark.glyph} {emphasised(mark.point.label, mark.today)}",
        x=float(mark.point.rivalry),
        y=float(purpose),
        xanchor="right" if leftward else "left",
        yanchor="middle",
        xshift=3 if leftward else -3,
        yshift=_LANE * lane + (_CLEARANCE if lane > 0 else -_CLEARANCE),
        bgcolor=ground,
    )
