"""The whole functional job as a chain: which of its links hold, and which is the weakest (docs/overlap.md)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from jtbd.model import Canvas, Stance
from jtbd.scoring.result import WholeJob
from jtbd.scoring.units import rows_of


class Link(NamedTuple):
    """One functional need with weight: by id, and to whom of the two it is core."""

    aspect: str
    weight: int
    a: bool
    b: bool


class Weakest(NamedTuple):
    """The link that holds least even together: the id of its need, and how many others hold no better."""

    aspect: str
    others: int


class Worth(StrEnum):
    """What the whole job done by both is worth, against the sum of the parts."""

    MORE = "more"
    JUST = "just"
    LESS = "less"


def links(canvas: Canvas) -> tuple[Link, ...]:
    """Return the functional needs with weight in the canvas's order; `whole_job` counts the same."""
    return tuple(
        Link(row.id, row.weight, row.a.stance is Stance.CORE, row.b.stance is Stance.CORE)
        for row in rows_of(canvas.aspects)
        if row.functional and row.weight
    )


def weakest(canvas: Canvas) -> Weakest | None:
    """Return the weightiest link that is core to neither, of equals the first; None where each is core to one."""
    loose = [link for link in links(canvas) if not (link.a or link.b)]
    if not loose:
        return None
    return Weakest(max(loose, key=lambda link: link.weight).aspect, len(loose) - 1)


def worth(whole: WholeJob) -> Worth:
    """Return the sign of the synergy, never its size."""
    return Worth.MORE if whole.synergy > 0 else Worth.LESS if whole.synergy < 0 else Worth.JUST
