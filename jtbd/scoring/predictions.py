"""What each party thought the other would say, against what it said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from jtbd.model import Canvas, PartyId, Stance, other


@dataclass(frozen=True, slots=True)
class Miss:
    """One prediction that was off.

    Attributes:
        aspect: the aspect's id.
        by: who predicted.
        predicted: what it thought the other would say.
        said: what the other said.

    """

    aspect: str
    by: PartyId
    predicted: Stance
    said: Stance

    @property
    def distance(self) -> int:
        """How many steps along leave, want, do, core it was off."""
        order = list(Stance)
        return abs(order.index(self.predicted) - order.index(self.said))


class Predictions(NamedTuple):
    """How well one party knew the other.

    Attributes:
        by: who predicted.
        made: how many predictions could be compared with an answer.
        misses: those that were off, the farthest first, else in the canvas's order.

    """

    by: PartyId
    made: int
    misses: tuple[Miss, ...]


def predictions(canvas: Canvas) -> tuple[Predictions, Predictions]:
    """Return what a predicted of b, and b of a; a blank on either side counts nowhere."""
    return _of(canvas, "a"), _of(canvas, "b")


def _of(canvas: Canvas, by: PartyId) -> Predictions:
    compared = [
        Miss(aspect.id, by, predicted, said)
        for aspect in canvas.aspects
        if (predicted := aspect.of(by).predicts) is not None and (said := aspect.of(other(by)).stance) is not None
    ]
    misses = sorted((item for item in compared if item.distance), key=lambda item: -item.distance)
    return Predictions(by, len(compared), tuple(misses))
