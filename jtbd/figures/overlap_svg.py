"""The small overlap picture as SVG: beside the grid while the two rate, where it is drawn anew after every answer.

So neither this module nor what it imports may import plotly.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from jtbd.figures import words
from jtbd.figures.describe import describe_job_bar
from jtbd.figures.lettering import party_names
from jtbd.figures.palette import Palette
from jtbd.figures.svg import picture
from jtbd.figures.svg_bar import bar, bar_height, hatchings
from jtbd.i18n import spoken
from jtbd.model import Canvas, Dimension, PartyId
from jtbd.scoring.result import Overlap, Split, Standing

_GAP: Final = 10


def overlap_svg(canvas: Canvas, overlap: Overlap | Standing, palette: Palette, width: int = 360) -> str:
    """Draw a bar for each dimension, `width` pixels wide: 300 or more, so that its labels fit."""
    names = party_names(canvas)
    body: list[str] = []
    top = 0
    for dimension in Dimension:
        split = overlap.split[dimension]
        body.append(_bar(dimension, tuple(names.items()), split, palette, top, width, spoken()))
        top += bar_height(split) + _GAP
    return picture(
        width=width,
        height=top - _GAP,
        title=words.OVERLAP_TITLE.said(**names),
        description=describe_job_bar(canvas, overlap),
        definitions=_hatchings(palette),
        body=body,
    )


@lru_cache(maxsize=128)
def _bar(  # noqa: PLR0917 - an answer changes one dimension, and what is remembered goes by place
    dimension: Dimension,
    names: tuple[tuple[PartyId, str], ...],
    split: Split,
    palette: Palette,
    top: int,
    width: int,
    language: str,  # noqa: ARG001 - what is remembered is in it
) -> str:
    return "".join(bar(words.DIMENSIONS[dimension].said(), dict(names), split, palette, top=top, width=width))


_hatchings = lru_cache(maxsize=8)(hatchings)
