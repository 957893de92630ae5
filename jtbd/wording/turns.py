"""How firm a verdict is, and what would turn it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from jtbd.i18n import WITHIN, Message, mark, mark_in, number
from jtbd.model import Canvas, Choice, Complement, Stance
from jtbd.scoring.firmness import Degree, degree
from jtbd.scoring.result import Flip, Verdict
from jtbd.wording.plain import of_hundred, party_name
from jtbd.wording.question import TAKEN

_FIRMNESS: Final[Mapping[Degree, Message]] = {
    Degree.ALL: mark("Firm: no single small change of an answer would turn this verdict."),
    Degree.FIRM: mark("Firm: {count} of 100 small changes would leave this verdict as it is."),
    Degree.FAIRLY_FIRM: mark("Fairly firm: {count} of 100 small changes would leave this verdict as it is."),
    Degree.NOT_FIRM: mark("Not firm: {count} of 100 small changes would leave this verdict as it is."),
}
_TURNS: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: mark("If {name} said “{then}” instead of “{now}”, then not enough is said yet."),
    Verdict.LITTLE_IN_COMMON: mark("If {name} said “{then}” instead of “{now}”, then too little ties you together."),
    Verdict.COMPETITIVE: mark("If {name} said “{then}” instead of “{now}”, then you compete for the same thing."),
    Verdict.CONTESTED: (
        mark("If {name} said “{then}” instead of “{now}”, then you complete each other, with ground to divide.")
    ),
    Verdict.COMPLEMENTARY: mark("If {name} said “{then}” instead of “{now}”, then you complete each other."),
}
_IMPORTANCES: Final = (
    mark_in(WITHIN, "of no concern"),
    mark_in(WITHIN, "nice to have"),
    mark_in(WITHIN, "important"),
    mark_in(WITHIN, "vital"),
)
_STANCES: Final[Mapping[Stance, Message]] = {
    Stance.LEAVE: mark_in(WITHIN, "leave it on the table"),
    Stance.WANT: mark_in(WITHIN, "want to solve it"),
    Stance.DO: mark_in(WITHIN, "do it in part"),
    Stance.CORE: mark_in(WITHIN, "core of what we do"),
}
_TESTED: Final[Mapping[Complement, Message]] = {
    Complement.LESS: mark_in(WITHIN, "less"),
    Complement.SAME: mark_in(WITHIN, "as much"),
    Complement.MORE: mark_in(WITHIN, "more"),
}


def firmness(stability: Fraction) -> str:
    """Return how much of a change a verdict bears."""
    return _FIRMNESS[degree(stability)].said(count=number(of_hundred(stability)))


def turn(flip: Flip, canvas: Canvas) -> str:
    """Return one small move and what it would make of the verdict; of which need it is, is not said."""
    return _TURNS[flip.verdict].said(
        name=party_name(canvas, flip.party), then=_word(flip, flip.end), now=_word(flip, flip.start)
    )


def _word(flip: Flip, value: int | str) -> str:
    if isinstance(value, int):
        return _IMPORTANCES[value].said()
    if flip.aspect:
        return _STANCES[Stance(value)].said()
    return (TAKEN[Choice(value)] if flip.field == "choice" else _TESTED[Complement(value)]).said()
