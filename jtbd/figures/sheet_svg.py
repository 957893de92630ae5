"""The overlap picture of a commitment sheet as SVG: the functional part, which is what is signed."""

from __future__ import annotations

from jtbd.figures import words
from jtbd.figures.describe import describe_split
from jtbd.figures.lettering import distinct
from jtbd.figures.palette import Palette
from jtbd.figures.svg import picture
from jtbd.figures.svg_bar import bar, bar_height, hatchings
from jtbd.model import Dimension
from jtbd.model.sheet import CommitmentContent
from jtbd.scoring.result import Split


def sheet_svg(content: CommitmentContent, palette: Palette, width: int = 480) -> str:
    """Draw the split that a sheet carries, `width` pixels wide: 300 or more, so that its labels fit."""
    signed = content.overlap
    split = Split(signed.contested, signed.only_a, signed.only_b, signed.open)
    names = distinct({party.id: party.short_name for party in content.parties})
    title = words.DIMENSIONS[Dimension.FUNCTIONAL].said()
    return picture(
        width=width,
        height=bar_height(split),
        title=words.OVERLAP_TITLE.said(**names),
        description=describe_split(Dimension.FUNCTIONAL, names, split) or words.NO_WEIGHT.said(),
        definitions=hatchings(palette),
        body=bar(title, names, split, palette, top=0, width=width),
    )
