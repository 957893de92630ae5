"""How firm a verdict is, and what would turn it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from jtbd.model import Canvas, Choice, Complement, Stance
from jtbd.scoring.firmness import Degree, degree
from jtbd.scoring.result import Flip, Verdict
from jtbd.wording.plain import of_hundred, party_name
from jtbd.wording.question import TAKEN

_FIRMNESS: Final[Mapping[Degree, str]] = {
    Degree.ALL: "Firm: no single small change of an answer would turn this verdict.",
    Degree.FIRM: "Firm: {count} of 100 small changes would leave this verdict as it is.",
    Degree.FAIRLY_FIRM: "Fairly firm: {count} of 100 small changes would leave this verdict as it is.",
    Degree.NOT_FIRM: "Not firm: {count} of 100 small changes would leave this verdict as it is.",
}
_TURNS: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: "If {name} said “{then}” instead of “{now}”, then not enough is said yet.",
    Verdict.LITTLE_IN_COMMON: "If {name} said “{then}” instead of “{now}”, then too little ties you together.",
    Verdict.COMPETITIVE: "If {name} said “{then}” instead of “{now}”, then you compete for the same thing.",
    Verdict.CONTESTED: (
        "If {name} said “{then}” instead of “{now}”, then you complete each other, with ground to divide."
    ),
    Verdict.COMPLEMENTARY: "If {name} said “{then}” instead of “{now}”, then you complete each other.",
}
_IMPORTANCES: Final = ("of no concern", "nice to have", "important", "vital")
_STANCES: Final[Mapping[Stance, str]] = {
    Stance.LEAVE: "leave it on the table",
    Stance.WANT: "want to solve it",
    Stance.DO: "do it in part",
    Stance.CORE: "core of what we do",
}
_TESTED: Final[Mapping[Complement, str]] = {
    Complement.LESS: "less",
    Complement.SAME: "as much",
    Complement.MORE: "more",
}


def firmness(stability: Fraction) -> str:
    """Return how much of a change a verdict bears."""
    return _FIRMNESS[degree(stability)].format(count=of_hundred(stability))


def turn(flip: Flip, canvas: Canvas) -> str:
    """Return one small move and what it would make of the verdict; of which need it is, is not said."""
    return _TURNS[flip.verdict].format(
        name=party_name(canvas, flip.party), then=_word(flip, flip.end), now=_word(flip, flip.start)
    )


def _word(flip: Flip, value: int | str) -> str:
    if isinstance(value, int):
        return _IMPORTANCES[value]
    if flip.aspect:
        return _STANCES[Stance(value)]
    return TAKEN[Choice(value)] if flip.field == "choice" else _TESTED[Complement(value)]
