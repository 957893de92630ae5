"""The table of verdicts: first rule that fits, every threshold compared exactly (DESIGN section 5)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from jtbd.model import Complement, ComplementTest
from jtbd.scoring.ratios import exceeds, reaches
from jtbd.scoring.result import Verdict
from jtbd.scoring.tally import Tally

ENOUGH_ANSWERED: Final = 3
MOST_BLANK: Final = Fraction(1, 4)
COMMON_PURPOSE: Final = Fraction(1, 4)
EVEN: Final = Fraction(1, 2)
TEST_MOVES: Final = Fraction(3, 20)
GROUND_TO_DIVIDE: Final = Fraction(1, 5)
REPLACEABLE: Final = Fraction(9, 10)

ANSWERS_EACH: Final = 4
_BOTH: Final = 2
_THRESHOLDS: Final = {leaning: EVEN + leaning * TEST_MOVES for leaning in range(-_BOTH, _BOTH + 1)}


class Said(NamedTuple):
    """How many of the two answered the complement test `more`, how many `less`; `same` and a blank say nothing."""

    more: int = 0
    less: int = 0


def said_of(test: ComplementTest) -> Said:
    """Return what the complement test says."""
    answers = (test.a, test.b)
    return Said(more=answers.count(Complement.MORE), less=answers.count(Complement.LESS))


def verdict(figures: Tally, said: Said) -> Verdict:
    """Return the first verdict that fits.

    `little-in-common` comes before "nothing is solved": two who solve nothing here but do not care either have little
    in common.
    """
    if too_few_answered(figures) or too_many_blank(figures):
        return Verdict.UNKNOWN
    if no_common_purpose(figures, said) or no_part_in_it(figures, said):
        return Verdict.LITTLE_IN_COMMON
    if not figures.solved:
        return Verdict.UNKNOWN
    if both_say_less(said) or past_the_threshold(figures, said) or one_swallowed(figures, said):
        return Verdict.COMPETITIVE
    if reaches(figures.contested, figures.solved, GROUND_TO_DIVIDE):
        return Verdict.CONTESTED
    return Verdict.COMPLEMENTARY


# ── unknown ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def too_few_answered(figures: Tally) -> bool:
    """Fewer than 3 functional aspects have all four answers."""
    return figures.answered < ENOUGH_ANSWERED


def too_many_blank(figures: Tally) -> bool:
    """More than a quarter of all answers, four per aspect in all dimensions, are blank."""
    return exceeds(figures.blanks, ANSWERS_EACH * figures.aspects, MOST_BLANK)


# ── little in common ──────────────────────────────────────────────────────────────────────────────────────────────────


def no_common_purpose(figures: Tally, said: Said) -> bool:
    """P is undefined or below a quarter, and not both answered `more`."""
    shared = figures.cared and reaches(figures.agreed, figures.cared, COMMON_PURPOSE)
    return not shared and said.more < _BOTH


def no_part_in_it(figures: Tally, said: Said) -> bool:
    """One party neither solves nor wants anything functional, and nobody answered `more`."""
    return not (figures.active_a and figures.active_b) and not said.more


# ── competitive ───────────────────────────────────────────────────────────────────────────────────────────────────────


def both_say_less(said: Said) -> bool:
    """Both answered `less`."""
    return said.less == _BOTH


def past_the_threshold(figures: Tally, said: Said) -> bool:
    """S ≥ θ, where S is defined."""
    return reaches(figures.contested, figures.solved, threshold(said))


def one_swallowed(figures: Tally, said: Said) -> bool:
    """A party is swallowed, and nobody answered `more`."""
    return (swallowed_a(figures) or swallowed_b(figures)) and not said.more


def threshold(said: Said) -> Fraction:
    """Return θ = 0.5 + 0.15 for each answer `more` − 0.15 for each `less`."""
    return _THRESHOLDS[said.more - said.less]


def swallowed_a(figures: Tally) -> bool:
    """Party a has a functional core aspect, and b could replace at least nine tenths of its part."""
    return _swallowed(figures.core_a, figures.contested, figures.only_a)


def swallowed_b(figures: Tally) -> bool:
    """Party b has a functional core aspect, and a could replace at least nine tenths of its part."""
    return _swallowed(figures.core_b, figures.contested, figures.only_b)


def _swallowed(core: int, contested: int, only: int) -> bool:
    solved = contested + only
    return core > 0 and solved > 0 and reaches(contested, solved, REPLACEABLE)
