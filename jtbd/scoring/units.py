"""A canvas's answers in whole units: what every formula of the overlap computes with.

Importances are whole and weights are their means, so weights are kept in half units. Stances are worth 0, ½ or 1 and
are kept in half units too; a product of the two is in quarter units.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jtbd.model import Aspect, Dimension, PartyId, Stance

Scale = Mapping[Stance | None, int]
"""What a stance solves, in half units; a blank one counts as `leave`."""

TODAY: Final[Scale] = {None: 0, Stance.LEAVE: 0, Stance.WANT: 0, Stance.DO: 1, Stance.CORE: 2}
HEADING: Final[Scale] = {**TODAY, Stance.WANT: 1}
ALL_OF_IT: Final = 2
"""A need solved whole, in half units."""

_SOLVING: Final = (Stance.DO, Stance.CORE)


class Side(NamedTuple):
    """What one party says of one aspect."""

    importance: int | None
    stance: Stance | None


class Row(NamedTuple):
    """One aspect as scoring sees it; `yields` is the party that a line names to step back."""

    id: str
    dimension: Dimension
    a: Side
    b: Side
    yields: PartyId | None = None

    def of(self, party: PartyId) -> Side:
        """Return one party's side."""
        return self.a if party == "a" else self.b

    def having(self, party: PartyId, side: Side) -> Row:
        """Return the row with one party's side exchanged."""
        a, b = (side, self.b) if party == "a" else (self.a, side)
        return Row(self.id, self.dimension, a, b, self.yields)

    @property
    def counts(self) -> bool:
        """Whether the aspect counts at all: not where both rated it 0."""
        return not (self.a.importance == 0 and self.b.importance == 0)

    @property
    def functional(self) -> bool:
        """Whether the need is a functional one."""
        return self.dimension is Dimension.FUNCTIONAL

    @property
    def weight(self) -> int:
        """The mean of both importances in half units; of the one where the other is blank, 0 where both are."""
        a, b = self.a.importance, self.b.importance
        if a is None or b is None:
            return 2 * (a or b or 0)
        return a + b

    @property
    def care(self) -> tuple[int, int]:
        """The lesser and the greater importance; nothing of either unless both rated it."""
        a, b = self.a.importance, self.b.importance
        if a is None or b is None:
            return 0, 0
        return min(a, b), max(a, b)

    @property
    def solved_by_both(self) -> bool:
        """Whether both do at least part of it today."""
        return self.a.stance in _SOLVING and self.b.stance in _SOLVING

    @property
    def solved_by_neither(self) -> bool:
        """Whether neither does any of it today."""
        return self.a.stance not in _SOLVING and self.b.stance not in _SOLVING


def rows_of(aspects: Iterable[Aspect]) -> tuple[Row, ...]:
    """Return the aspects that count, in the canvas's order."""
    return tuple(row for row in map(row_of, aspects) if row.counts)


def row_of(aspect: Aspect) -> Row:
    """Return one aspect as scoring sees it."""
    return Row(
        aspect.id,
        aspect.dimension,
        Side(aspect.a.importance, aspect.a.stance),
        Side(aspect.b.importance, aspect.b.stance),
        aspect.line.yields if aspect.line else None,
    )
