"""What would flip the verdict: every small move, tried one at a time (DESIGN section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from jtbd.model import PARTIES, Complement, ComplementTest, PartyId, Stance
from jtbd.scoring.ratios import ratio
from jtbd.scoring.result import Flip, Verdict
from jtbd.scoring.tally import Tally, tally
from jtbd.scoring.units import Row, Side
from jtbd.scoring.verdict import Said, said_of, verdict

Rung = TypeVar("Rung")

IMPORTANCES: Final = (0, 1, 2, 3)
STANCES: Final = tuple(Stance)
ANSWERS: Final = tuple(Complement)


class Sensitivity(NamedTuple):
    """How firm a verdict is: the share of moves that keep it (None without moves), and the moves that do not."""

    stability: Fraction | None
    flips: tuple[Flip, ...]


class Move(NamedTuple):
    """One small change of one answer."""

    aspect: str | None
    party: PartyId
    field: str
    start: int | str
    end: int | str


def sensitivity(rows: Sequence[Row], figures: Tally, test: ComplementTest) -> Sensitivity:
    """Try every move on today's verdict, lines ignored.

    The moves are every given importance ±1, every given stance one step, every given test answer one step; in the
    canvas's order, party a before b, importance before stance, down before up, the test last. An aspect that both
    rated 0 changes nothing and so has no moves either; one that a move takes there drops out.
    """
    said = said_of(test)
    now = verdict(figures, said)
    tried = 0
    flips = []
    for move, then in chain(_aspects_moved(rows, figures, said), _test_moved(figures, test)):
        tried += 1
        if then is not now:
            flips.append(Flip(*move, then))
    return Sensitivity(ratio(tried - len(flips), tried), tuple(flips))


def neighbours(value: Rung | None, ladder: Sequence[Rung]) -> Sequence[Rung]:
    """Return the rungs one step below and above; none for a blank."""
    if value is None:
        return ()
    place = ladder.index(value)
    return (*ladder[max(place - 1, 0) : place], *ladder[place + 1 : place + 2])


def _aspects_moved(rows: Sequence[Row], figures: Tally, said: Said) -> Iterator[tuple[Move, Verdict]]:
    for row in rows:
        others = figures.minus(tally(row))
        for party in PARTIES:
            for field, start, end, side in _side_moved(row.of(party)):
                moved = others.plus(tally(row.having(party, side)))
                yield Move(row.id, party, field, start, end), verdict(moved, said)


def _side_moved(side: Side) -> Iterator[tuple[str, int | str, int | str, Side]]:
    importance, stance = side
    if importance is not None:
        for to in neighbours(importance, IMPORTANCES):
            yield "importance", importance, to, Side(to, stance)
    if stance is not None:
        for step in neighbours(stance, STANCES):
            yield "stance", stance, step, Side(importance, step)


def _test_moved(figures: Tally, test: ComplementTest) -> Iterator[tuple[Move, Verdict]]:
    for party in PARTIES:
        answer = test.of(party)
        if answer is not None:
            for end in neighbours(answer, ANSWERS):
                moved = _answering(test, party, end)
                yield Move(None, party, "complement_test", answer, end), verdict(figures, said_of(moved))


def _answering(test: ComplementTest, party: PartyId, answer: Complement) -> ComplementTest:
    return ComplementTest(a=answer, b=test.b) if party == "a" else ComplementTest(a=test.a, b=answer)
