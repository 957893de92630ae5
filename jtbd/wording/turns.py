"""How firm a verdict is, and what would turn it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from jtbd.model import Canvas, Choice, Complement, Stance
from jtbd.scoring.result import Flip
from jtbd.wording.headlines import SO_YOU
from jtbd.wording.plain import of_hundred, party_name
from jtbd.wording.question import TAKEN

_DEGREES: Final = (
    (Fraction(9, 10), "Firm"),
    (Fraction(3, 4), "Fairly firm"),
    (Fraction(0), "Not firm"),
)
_IMPORTANCES: Final = ("of no concern", "nice to have", "important", "vital")
_STANCES: Final[Mapping[Stance, str]] = {
    Stance.LEAVE: "leave it on the table",
    Stance.WANT: "want to solve it",
    Stance.DO: "do it in part",
    Stance.CORE: "core of what we do",
}


def firmness(stability: Fraction) -> str:
    """Return how much of a change a verdict bears."""
    if stability == 1:
        return "Firm: no single small change of an answer would turn this verdict."
    degree = next(word for least, word in _DEGREES if stability >= least)
    return f"{degree}: {of_hundred(stability)} of 100 small changes would leave this verdict as it is."


def turn(flip: Flip, canvas: Canvas) -> str:
    """Return one small move and what it would make of the verdict; of which need it is, is not said."""
    said = f"“{_word(flip, flip.end)}” instead of “{_word(flip, flip.start)}”"
    return f"If {party_name(canvas, flip.party)} said {said}, then {SO_YOU[flip.verdict]}."


def _word(flip: Flip, value: int | str) -> str:
    if isinstance(value, int):
        return _IMPORTANCES[value]
    if flip.aspect:
        return _STANCES[Stance(value)]
    if flip.field == "choice":
        return TAKEN[Choice(value)]
    return "as much" if value == Complement.SAME else str(value)
