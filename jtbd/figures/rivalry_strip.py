"""The map of verdicts in one line: rivalry alone, with today's point and where the lines lead; to be kept in sight."""

from __future__ import annotations

from jtbd.figures.describe import describe_map
from jtbd.figures.ground import regions
from jtbd.figures.html import Html, element, places
from jtbd.figures.verdict_map import Mark, mark, marks, tint
from jtbd.model import Canvas
from jtbd.scoring.result import Overlap, Verdict


def rivalry_strip(canvas: Canvas, overlap: Overlap) -> Html:
    """Draw the regions from left to right and on them today's point and the one after the line."""
    ground = [region for region in regions(canvas, overlap) if region.verdict is not Verdict.LITTLE_IN_COMMON]
    fields = (
        element(
            "div",
            class_="strip-field",
            style=f"{places(x=region.left, w=region.right - region.left)};{tint(region.verdict)}",
        )
        for region in ground
    )
    return element(
        "div", *fields, *_points(marks(overlap)), class_="strip", role="img", aria_label=describe_map(canvas, overlap)
    )


def _points(found: list[Mark]) -> list[Html]:
    shown = [one for one in found if one.kind != "heading"]
    return [mark(one, shown[0].point.rivalry) for one in shown]
