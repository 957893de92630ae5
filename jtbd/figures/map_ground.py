"""The ground of the map of verdicts, drawn: tinted regions with their names, and the border at which rivals start."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from jtbd.figures import theme, words
from jtbd.figures.drawing import Drawing
from jtbd.figures.ground import Region
from jtbd.figures.palette import Palette, mix
from jtbd.scoring.result import Overlap, Verdict
from jtbd.scoring.verdict import EVEN

MIDDLE: Final = Fraction(1, 2)
DEPTH: Final = 0.1
_GAP, _INSET = 3, 4
_ARROW_HEIGHT: Final = 0.07
_FLOOR_TINT: Final = 0.22
_TINTS: Final = {Verdict.COMPLEMENTARY: 0.05, Verdict.CONTESTED: 0.14, Verdict.COMPETITIVE: 0.28}
"""One hue in rising strength: rivalry is a matter of degree."""


def draw_ground(drawing: Drawing, overlap: Overlap, ground: Sequence[Region], palette: Palette) -> None:
    """Draw the regions with their names, the one that is the verdict in bold, and mark the border to rivals.

    The floor reaches `DEPTH` below 0: its name stands there, where no point can lie.
    """
    for region in ground:
        below = region.verdict is Verdict.LITTLE_IN_COMMON
        drawing.rectangle(
            (float(region.left), float(region.right)),
            (-DEPTH if below else float(region.bottom), float(region.top)),
            fillcolor=tint(region.verdict, palette),
            line={"color": palette.paper, "width": 2},
        )
        holds = region.verdict is overlap.verdict
        style = {"yanchor": "bottom", "font": {"size": theme.SMALL, "color": palette.ink if holds else palette.quiet}}
        name = words.VERDICTS[region.verdict]
        if below:
            drawing.write(emphasised(name, holds), x=0, y=-DEPTH, xshift=_INSET, yshift=_INSET, **style)
        else:
            # A word a line: the narrowest region is 40 pixels wide in the narrowest figure.
            column = "<br>".join(emphasised(word, holds) for word in name.split())
            shift = _GAP if region.left else 0
            drawing.write(column, x=float(region.left), y=1, xshift=shift, yshift=_GAP, **style)
    _draw_threshold(drawing, overlap, ground, palette)


def tint(verdict: Verdict, palette: Palette) -> str:
    """Return the colour of a region."""
    if verdict is Verdict.LITTLE_IN_COMMON:
        return mix(palette.open, palette.paper, _FLOOR_TINT)
    return mix(palette.contested, palette.paper, _TINTS[verdict])


def emphasised(text: str, emphasis: bool) -> str:
    """Return an escaped text, semibold where it is to stand out."""
    return theme.strong(text) if emphasis else theme.escape(text)


def _draw_threshold(drawing: Drawing, overlap: Overlap, ground: Sequence[Region], palette: Palette) -> None:
    """Mark where rivals start, with an arrow from where they would start without the complement test."""
    rivals = next(region for region in ground if region.verdict is Verdict.COMPETITIVE)
    if not rivals.left:
        return
    here, bottom = float(rivals.left), float(rivals.bottom)
    drawing.upright(here, (bottom, 1), {"color": palette.contested, "width": 2})
    if rivals.left != EVEN:
        # Out of the way of the points: near the floor where they lie high, else near the rim.
        high = overlap.purpose is None or overlap.purpose > MIDDLE
        height = bottom + _ARROW_HEIGHT if high else 1 - _ARROW_HEIGHT
        style = {"startarrowhead": 7, "arrowside": "end+start"}
        drawing.arrow(float(EVEN), here, height, arrowcolor=palette.quiet, **style)
