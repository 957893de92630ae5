"""Who gives what to whom, which promise serves which need, and what is still nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from jtbd.model import PARTIES, Aspect, Canvas, Commitment, Missing, PartyId
from jtbd.scoring.units import rows_of


@dataclass(frozen=True, slots=True)
class Need:
    """One need that somebody serves, or nobody does.

    Attributes:
        aspect: the need.
        a: the numbers of a's promises that serve it, from 1.
        b: the numbers of b's.
        sought: who looks for whom to serve it, None where that was not said.

    """

    aspect: Aspect
    a: tuple[int, ...]
    b: tuple[int, ...]
    sought: Missing | None = None

    def of(self, party: PartyId) -> tuple[int, ...]:
        """Return the numbers of one party's promises."""
        return self.a if party == "a" else self.b

    @property
    def owned(self) -> bool:
        """Whether somebody has taken it up."""
        return bool(self.a or self.b or (self.sought and self.sought.owner))


class Balance(NamedTuple):
    """How much the two promise, and for how many needs.

    Attributes:
        more: who promises more; a where both promise as much.
        promises: how many each has made.
        served: how many needs each one's promises serve.
        served_by_both: how many of these are the same.

    """

    more: PartyId
    promises: Mapping[PartyId, int]
    served: Mapping[PartyId, int]
    served_by_both: int


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """What goes to and fro.

    Attributes:
        a: a's promises, in their order: their numbers are their places, from 1.
        b: b's.
        served: the needs that promises serve, in the canvas's order.
        open: the needs that neither solves and no promise serves, the weightiest first.
        balance: both sides in numbers.

    """

    a: tuple[Commitment, ...]
    b: tuple[Commitment, ...]
    served: tuple[Need, ...]
    open: tuple[Need, ...]
    balance: Balance

    def of(self, party: PartyId) -> tuple[Commitment, ...]:
        """Return one party's promises."""
        return self.a if party == "a" else self.b


def reciprocity(canvas: Canvas) -> Reciprocity:
    """Return what goes to and fro between the two."""
    sides = {party: tuple(made for made in canvas.commitments if made.by == party) for party in PARTIES}
    needs = [_need(aspect, canvas, sides) for aspect in canvas.aspects]
    served = tuple(need for need in needs if need.a or need.b)
    return Reciprocity(sides["a"], sides["b"], served, _open(needs, canvas), _balance(sides, served))


def _need(aspect: Aspect, canvas: Canvas, sides: dict[PartyId, tuple[Commitment, ...]]) -> Need:
    a, b = (
        tuple(number for number, made in enumerate(sides[party], 1) if aspect.id in made.serves) for party in PARTIES
    )
    return Need(aspect, a, b, next((gap for gap in canvas.missing if aspect.id in gap.aspects), None))


def _open(needs: list[Need], canvas: Canvas) -> tuple[Need, ...]:
    weights = {row.id: row.weight for row in rows_of(canvas.aspects) if row.weight and row.solved_by_neither}
    unserved = [need for need in needs if need.aspect.id in weights and not (need.a or need.b)]
    return tuple(sorted(unserved, key=lambda need: -weights[need.aspect.id]))


def _balance(sides: Mapping[PartyId, tuple[Commitment, ...]], served: tuple[Need, ...]) -> Balance:
    promises = {party: len(sides[party]) for party in PARTIES}
    return Balance(
        more="a" if promises["a"] >= promises["b"] else "b",
        promises=promises,
        served={party: sum(bool(need.of(party)) for need in served) for party in PARTIES},
        served_by_both=sum(bool(need.a and need.b) for need in served),
    )
