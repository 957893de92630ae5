"""The whole functional job as a chain: which of its links hold, and which is the weakest (docs/overlap.md)."""

from __future__ import annotations

from typing import NamedTuple

from jtbd.model import Canvas, Stance
from jtbd.scoring.units import rows_of


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
