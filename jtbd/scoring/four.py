"""The four values: in which of them each party sees much or more."""

from __future__ import annotations

from typing import Final, NamedTuple

from jtbd.model import Canvas, PartyId
from jtbd.model.value import FourValues

MUCH: Final = 2


class SeenMuch(NamedTuple):
    """In which of the four values, by their names, both see much, and in which only one of them."""

    both: tuple[str, ...]
    a: tuple[str, ...]
    b: tuple[str, ...]

    def only(self, party: PartyId) -> tuple[str, ...]:
        """Return those in which only this party sees much."""
        return self.a if party == "a" else self.b


def seen_much(canvas: Canvas) -> SeenMuch:
    """Return where the two see much in it, in the order of the four values."""
    a, b = _much(canvas, "a"), _much(canvas, "b")
    both = tuple(name for name in a if name in b)
    return SeenMuch(both, tuple(name for name in a if name not in both), tuple(name for name in b if name not in both))


def _much(canvas: Canvas, party: PartyId) -> tuple[str, ...]:
    four = getattr(canvas.value.four, party, None)
    scores = {name: getattr(four, name, None) for name in FourValues.model_fields}
    return tuple(name for name, value in scores.items() if value and (value.score or 0) >= MUCH)
