"""The whole functional job as a chain: which of its links hold, and which is the weakest (docs/overlap.md)."""

from __future__ import annotations

from typing import NamedTuple

from jtbd.model import Canvas, Stance
from jtbd.scoring.result import WholeJob
from jtbd.scoring.units import rows_of
from jtbd.wording.plain import quote


class Link(NamedTuple):
    """One functional need with weight: by id, and to whom of the two it is core."""

    aspect: str
    weight: int
    a: bool
    b: bool


def links(canvas: Canvas) -> tuple[Link, ...]:
    """Return the functional needs with weight in the canvas's order; `whole_job` counts the same."""
    return tuple(
        Link(row.id, row.weight, row.a.stance is Stance.CORE, row.b.stance is Stance.CORE)
        for row in rows_of(canvas.aspects)
        if row.functional and row.weight
    )


def synergy_sentence(whole: WholeJob) -> str:
    """Return whether both together are worth more than the sum of the parts; its sign, never its size."""
    worth = "more than" if whole.synergy > 0 else "less than" if whole.synergy < 0 else "just"
    return f"Judged by its weakest link, the whole job done by both is worth {worth} the sum of your parts."


def weakest_sentence(canvas: Canvas) -> str:
    """Return which link holds least even together: the weightiest that is core to neither."""
    loose = [link for link in links(canvas) if not (link.a or link.b)]
    if not loose:
        return "Together the chain holds: every functional need is core to one of you."
    texts = {aspect.id: aspect.text for aspect in canvas.aspects}
    weakest = max(loose, key=lambda link: link.weight)  # of equals the first
    others = f", and {len(loose) - 1} more hold no better" if len(loose) > 1 else ""
    return f"Its weakest link, even together, is {quote(texts[weakest.aspect])}: core to neither of you{others}."
