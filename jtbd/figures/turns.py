"""What would turn the verdict, need by need, as a list whose needs lead to their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jtbd.figures import words
from jtbd.figures.dumbbell import folded
from jtbd.figures.html import Html, element
from jtbd.figures.needs import NEED
from jtbd.model import Canvas
from jtbd.scoring.result import Flip, Overlap
from jtbd.wording.turns import firmness, turn

_MOST: Final = 6


def turns(canvas: Canvas, overlap: Overlap) -> Html:
    """Say how firm the verdict is and list the moves that would turn it, in the canvas's order."""
    if overlap.stability is None:
        return element("p", words.NOTHING_RATED.said(), class_="figure-said")
    by_need: dict[str | None, list[Flip]] = {}
    for flip in overlap.flips:
        by_need.setdefault(flip.aspect, []).append(flip)
    rows = [_row(canvas, aspect, flips) for aspect, flips in by_need.items()]
    said = element("p", firmness(overlap.stability), class_="figure-said")
    return element("div", said, *([folded(rows, most=_MOST)] if rows else []), class_="figure turns")


def _row(canvas: Canvas, aspect_id: str | None, flips: Sequence[Flip]) -> Html:
    aspect = canvas.aspect(aspect_id) if aspect_id else None
    title = element("a", aspect.text, href=f"#{NEED}{aspect.id}") if aspect else element("b", words.THE_TEST.said())
    return element("li", title, *(element("p", turn(flip, canvas)) for flip in flips))
