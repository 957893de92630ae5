"""What would flip the verdict: every small move, tried one at a time (DESIGN section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple, TypeVar

from jtbd.model import PARTIES, Complement, ComplementTest, PartyId, Stance
from jtbd.scoring.ratios import ratio
from jtbd.scoring.result import Flip
from jtbd.scoring.tally import Tally, tally
from jtbd.scoring.units import Row, Side
from jtbd.scoring.verdict import verdict

Rung = TypeVar("Rung")

IMPORTANCES: Final = (0, 1, 2, 3)
STANCES: Final = tuple(Stance)
ANSWERS: Final = tuple(Complement)


class Sensitivity(NamedTuple):
    """How firm a verdict is: the share of moves that keep it (None without moves), and the moves that do not."""

    stability: Fraction | None
    flips: tuple[Flip, ...]


def sensitivity(rows: Sequence[Row], figures: Tally, test: ComplementTest) -> Sensitivity:
    """Try every move on today's verdict, lines ignored.

    The moves are every given importance ±1, every given stance one step, every given test answer one step; in the
    canvas's order, party a before b, importance before stance, down before up, the test last. An aspect that both
    rated 0 changes nothing and so has no moves either; one that a move takes there drops out.
    """
    now = verdict(figures, test)
    outcomes = [*_moves_of_aspects(rows, figures, test), *_moves_of_test(figures, test)]
    flips = tuple(move for move in outcomes if move.verdict is not now)
    return Sensitivity(ratio(len(outcomes) - len(flips), len(outcomes)), flips)


def neighbours(value: Rung | None, ladder: Sequence[Rung]) -> Sequence[Rung]:
    """Return the rungs one step below and above; none for a blank."""
    if value is None:
        return ()
    place = ladder.index(value)
    return (*ladder[max(place - 1, 0) : place], *ladder[place + 1 : place + 2])


def _moves_of_aspects(rows: Sequence[Row], figures: Tally, test: ComplementTest) -> Iterator[Flip]:
    for row in rows:
        others = figures.minus(tally(row))
        for party in PARTIES:
            for field, start, end, side in _moves_of_side(row.of(party)):
                moved = others.plus(tally(row.having(party, side)))
                yield Flip(row.id, party, field, start, end, verdict(moved, test))


def _moves_of_side(side: Side) -> Iterator[tuple[str, int | str, int | str, Side]]:
    importance, stance = side
    if importance is not None:
        for to in neighbours(importance, IMPORTANCES):
            yield "importance", importance, to, Side(to, stance)
    if stance is not None:
        for step in neighbours(stance, STANCES):
            yield "stance", stance, step, Side(importance, step)


def _moves_of_test(figures: Tally, test: ComplementTest) -> Iterator[Flip]:
    for party in PARTIES:
        answer = test.of(party)
        if answer is not None:
            for to in neighbours(answer, ANSWERS):
                changed = _answering(test, party, to)
                yield Flip(None, party, "complement_test", answer, to, verdict(figures, changed))


def _answering(test: ComplementTest, party: PartyId, answer: Complement) -> ComplementTest:
    return ComplementTest(a=answer, b=test.b) if party == "a" else ComplementTest(a=test.a, b=answer)
