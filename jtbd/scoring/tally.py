"""The whole numbers that a verdict rests on; they add up aspect by aspect, so one small move costs one subtraction."""

from __future__ import annotations

from collections.abc import Iterable
from operator import add, sub
from typing import Final, NamedTuple

from jtbd.model import Stance
from jtbd.scoring.split import parts
from jtbd.scoring.units import TODAY, Row, Scale


class Tally(NamedTuple):
    """What the verdict looks at.

    Attributes:
        aspects: how many count, of all dimensions.
        blanks: how many of their answers, four each, are blank.
        answered: how many functional ones have all four answers.
        agreed: Σ min of both importances, over aspects that both rated.
        cared: Σ max of the same.
        contested: K of the functional aspects, in quarter units; so are the next three.
        only_a: A.
        only_b: B.
        open: O.
        core_a: how many functional aspects are core to a.
        core_b: the same of b.
        active_a: how many functional aspects a solves or wants to solve.
        active_b: the same of b.

    """

    aspects: int = 0
    blanks: int = 0
    answered: int = 0
    agreed: int = 0
    cared: int = 0
    contested: int = 0
    only_a: int = 0
    only_b: int = 0
    open: int = 0
    core_a: int = 0
    core_b: int = 0
    active_a: int = 0
    active_b: int = 0

    @property
    def solved(self) -> int:
        """What at least one of the two solves of the functional job, in quarter units."""
        return self.contested + self.only_a + self.only_b

    @property
    def weight(self) -> int:
        """The weight of the functional job, in quarter units."""
        return self.solved + self.open

    def plus(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally._make(map(add, self, other))

    def minus(self, other: Tally) -> Tally:
        """Return this without the other."""
        return Tally._make(map(sub, self, other))


NOTHING: Final = Tally()
_IDLE: Final = (None, Stance.LEAVE)


def tally(row: Row, scale: Scale = TODAY) -> Tally:
    """Return what one aspect adds; nothing at all where both rated it 0."""
    if not row.counts:
        return NOTHING
    a, b = row.a, row.b
    blanks = (*a, *b).count(None)
    agreed, cared = row.care
    if not row.functional:
        return Tally(aspects=1, blanks=blanks, agreed=agreed, cared=cared)
    part = parts(row, scale)
    return Tally(
        aspects=1,
        blanks=blanks,
        answered=int(blanks == 0),
        agreed=agreed,
        cared=cared,
        contested=part.contested,
        only_a=part.only_a,
        only_b=part.only_b,
        open=part.open,
        core_a=int(a.stance is Stance.CORE),
        core_b=int(b.stance is Stance.CORE),
        active_a=int(a.stance not in _IDLE),
        active_b=int(b.stance not in _IDLE),
    )


def total(rows: Iterable[Row], scale: Scale = TODAY) -> Tally:
    """Return what all aspects together add up to."""
    return Tally._make(map(sum, zip(NOTHING, *(tally(row, scale) for row in rows), strict=True)))
