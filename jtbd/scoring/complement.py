"""The table of verdicts with the complement test (Brandenburger & Nalebuff; docs/overlap.md)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from jtbd.model import Complement, ComplementTest
from jtbd.scoring.conditions import ground_to_divide, one_idle, one_swallowed, past_the_threshold, purposes_differ
from jtbd.scoring.result import Verdict
from jtbd.scoring.tally import Tally

EVEN: Final = Fraction(1, 2)
TEST_MOVES: Final = Fraction(3, 20)

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


def threshold(said: Said) -> Fraction:
    """Return θ = 0.5 + 0.15 for each answer `more` − 0.15 for each `less`."""
    return _THRESHOLDS[said.more - said.less]


def verdict(figures: Tally, said: Said) -> Verdict:
    """Return the first verdict that fits, of figures with answers enough.

    `little-in-common` comes before "nothing is solved": two who solve nothing here but do not care either have little
    in common.
    """
    if no_common_purpose(figures, said) or no_part_in_it(figures, said):
        return Verdict.LITTLE_IN_COMMON
    if not figures.solved:
        return Verdict.UNKNOWN
    rivals = both_say_less(said) or past_the_threshold(figures, threshold(said))
    if rivals or (one_swallowed(figures) and not said.more):
        return Verdict.COMPETITIVE
    return Verdict.CONTESTED if ground_to_divide(figures) else Verdict.COMPLEMENTARY


def no_common_purpose(figures: Tally, said: Said) -> bool:
    """P is undefined or below a quarter, and not both answered `more`."""
    return purposes_differ(figures) and said.more < _BOTH


def no_part_in_it(figures: Tally, said: Said) -> bool:
    """One party neither solves nor wants anything functional, and nobody answered `more`."""
    return one_idle(figures) and not said.more


def both_say_less(said: Said) -> bool:
    """Both answered `less`."""
    return said.less == _BOTH
