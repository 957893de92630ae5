"""Where the two rate the importance of a need differently, as figures and their descriptions see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from jtbd.model import Aspect, Canvas
from jtbd.scoring.units import row_of

FAR: Final = 2
"""The difference from which on two importances are far apart."""


class Disagreement(NamedTuple):
    """Aspects by how far apart the two importances are; each tuple by weight, most first.

    Attributes:
        far: two or three steps apart.
        near: one step apart.
        agreed: rated the same.
        unrated: not rated by both.

    """

    far: tuple[Aspect, ...]
    near: tuple[Aspect, ...]
    agreed: tuple[Aspect, ...]
    unrated: tuple[Aspect, ...]


def by_weight(aspects: Sequence[Aspect]) -> tuple[Aspect, ...]:
    """Return aspects by what matters, most first; equals in the canvas's order."""
    return tuple(sorted(aspects, key=lambda aspect: -row_of(aspect).weight))


def disagreement(canvas: Canvas) -> Disagreement:
    """Sort the aspects of a canvas by how far apart their two importances are."""
    ordered = [(_difference(aspect), aspect) for aspect in by_weight(canvas.aspects)]
    return Disagreement(
        far=tuple(aspect for steps, aspect in ordered if steps is not None and steps >= FAR),
        near=tuple(aspect for steps, aspect in ordered if steps == 1),
        agreed=tuple(aspect for steps, aspect in ordered if steps == 0),
        unrated=tuple(aspect for steps, aspect in ordered if steps is None),
    )


def _difference(aspect: Aspect) -> int | None:
    a, b = aspect.a.importance, aspect.b.importance
    return None if a is None or b is None else abs(a - b)
