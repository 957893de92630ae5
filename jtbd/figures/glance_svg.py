"""A split at a glance: a small bar without letters, for a list of many canvases."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from jtbd.figures import words
from jtbd.figures.palette import Palette
from jtbd.figures.reach import Names, part_share, stretches
from jtbd.figures.svg import picture
from jtbd.figures.svg_bar import block, hatchings
from jtbd.scoring.result import Split

_HEIGHT: Final = 10


def glance_svg(split: Split, names: Names, palette: Palette, width: int = 132) -> str:
    """Draw the parts of a split side by side, `width` pixels in all; empty where nothing has weight."""
    parts = [block(part, palette, top=Fraction(1, 2), width=width, height=_HEIGHT - 1) for part in stretches(split)]
    said = glance_words(split, names)
    return picture(
        width=width,
        height=_HEIGHT,
        title=said,
        description=said,
        definitions=hatchings(palette),
        body=(piece for part in parts for piece in part),
    )


def glance_words(split: Split, names: Names) -> str:
    """Say what the small bar shows."""
    parts = [part_share(names, part.part, part.share) for part in stretches(split)]
    return words.SHARES.said(parts=", ".join(parts)) if parts else ""
