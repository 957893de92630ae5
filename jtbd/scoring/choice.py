"""The table of verdicts with the choice, which counts where both have answered it (docs/overlap.md).

"For this job, do customers usually take one of you instead of the other, both of you together, or each for itself?"
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from jtbd.model import Choice, Choices
from jtbd.scoring.conditions import ground_to_divide, one_idle, one_swallowed, past_the_threshold, purposes_differ
from jtbd.scoring.result import Verdict
from jtbd.scoring.tally import Tally

BOTH_APART: Final = Fraction(13, 20)
OTHERWISE: Final = Fraction(1, 2)

_BOTH: Final = 2


class Chosen(NamedTuple):
    """How many of the two answered `instead`, how many `together`; the rest answered `apart`."""

    instead: int = 0
    together: int = 0


EACH_FOR_ITSELF: Final = Chosen()


def chosen_of(choices: Choices) -> Chosen | None:
    """Return what both chose; None unless both have answered."""
    answers = (choices.a, choices.b)
    if None in answers:
        return None
    return Chosen(instead=answers.count(Choice.INSTEAD), together=answers.count(Choice.TOGETHER))


def threshold(chosen: Chosen) -> Fraction | None:
    """Return θ: 0.65 where both answered `apart`, 0.5 otherwise; None where the answers decide."""
    if makes_rivals(chosen) or makes_partners(chosen):
        return None
    return BOTH_APART if chosen == EACH_FOR_ITSELF else OTHERWISE


def verdict(figures: Tally, chosen: Chosen) -> Verdict:
    """Return the first verdict that fits, of figures with answers enough."""
    if makes_rivals(chosen):
        return Verdict.COMPETITIVE
    if not makes_partners(chosen):
        if purposes_differ(figures) or one_idle(figures):
            return Verdict.LITTLE_IN_COMMON
        if not figures.solved:
            return Verdict.UNKNOWN
        if past_the_threshold(figures, threshold(chosen)) or one_swallowed(figures):
            return Verdict.COMPETITIVE
    return Verdict.CONTESTED if ground_to_divide(figures) else Verdict.COMPLEMENTARY


def makes_rivals(chosen: Chosen) -> bool:
    """Both answered `instead`."""
    return chosen.instead == _BOTH


def makes_partners(chosen: Chosen) -> bool:
    """One or both answered `together` and nobody `instead`."""
    return chosen.together > 0 and not chosen.instead
