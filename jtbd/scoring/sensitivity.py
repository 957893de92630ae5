"""What would flip the verdict: every small move, tried one at a time (docs/overlap.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from jtbd.model import PARTIES, Canvas, Choice, Complement, PartyId, Stance
from jtbd.scoring.choice import Chosen, chosen_of
from jtbd.scoring.complement import said_of
from jtbd.scoring.ratios import ratio
from jtbd.scoring.result import Flip, Verdict
from jtbd.scoring.tally import Tally, tally
from jtbd.scoring.units import Row, Side
from jtbd.scoring.verdict import Asked, asked_of, verdict

Rung = TypeVar("Rung")

IMPORTANCES: Final = (0, 1, 2, 3)
STANCES: Final = tuple(Stance)
ANSWERS: Final = tuple(Complement)
CHOICES: Final = tuple(Choice)


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


def sensitivity(rows: Sequence[Row], figures: Tally, canvas: Canvas) -> Sensitivity:
    """Try every move on today's verdict, lines ignored.

    The moves are every given importance ±1, every given stance one step, every given answer to the last
    question that counts one step; in the canvas's order, party a before b, importance before stance, down before up,
    the question last. An aspect that both
    rated 0 changes nothing and so has no moves either; one that a move takes there drops out.
    """
    asked = asked_of(canvas)
    now = verdict(figures, asked)
    tried = 0
    flips = []
    for move, then in chain(_aspects_moved(rows, figures, asked), _question_moved(figures, asked, canvas)):
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


def _aspects_moved(rows: Sequence[Row], figures: Tally, asked: Asked) -> Iterator[tuple[Move, Verdict]]:
    for row in rows:
        others = figures.minus(tally(row))
        for party in PARTIES:
            for field, start, end, side in _side_moved(row.of(party)):
                moved = others.plus(tally(row.having(party, side)))
                yield Move(row.id, party, field, start, end), verdict(moved, asked)


def _side_moved(side: Side) -> Iterator[tuple[str, int | str, int | str, Side]]:
    importance, stance = side
    if importance is not None:
        for to in neighbours(importance, IMPORTANCES):
            yield "importance", importance, to, Side(to, stance)
    if stance is not None:
        for step in neighbours(stance, STANCES):
            yield "stance", stance, step, Side(importance, step)


def _question_moved(figures: Tally, asked: Asked, canvas: Canvas) -> Iterator[tuple[Move, Verdict]]:
    """Move the answers to the choice where it counts, or else those to the complement test."""
    if isinstance(asked, Chosen):
        for party, answer, end in _steps(canvas.choice.of, CHOICES):
            moved = chosen_of(canvas.choice.revise(**{party: end}))
            yield Move(None, party, "choice", answer, end), verdict(figures, asked if moved is None else moved)
    else:
        for party, said, to in _steps(canvas.complement_test.of, ANSWERS):
            test = canvas.complement_test.revise(**{party: to})
            yield Move(None, party, "complement_test", said, to), verdict(figures, said_of(test))


def _steps(answer_of: Callable[[PartyId], Rung | None], ladder: Sequence[Rung]) -> Iterator[tuple[PartyId, Rung, Rung]]:
    """Yield each given answer with those one step beside it."""
    for party in PARTIES:
        answer = answer_of(party)
        if answer is not None:
            for end in neighbours(answer, ladder):
                yield party, answer, end
