"""The verdict, first rule that fits, by whichever last question the two have answered (docs/overlap.md)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeAlias

from jtbd.model import Canvas
from jtbd.scoring import choice, complement
from jtbd.scoring.choice import EACH_FOR_ITSELF, Chosen, chosen_of
from jtbd.scoring.complement import Said, said_of
from jtbd.scoring.conditions import too_few_answered, too_many_blank
from jtbd.scoring.result import Verdict
from jtbd.scoring.tally import Tally

Asked: TypeAlias = Said | Chosen
"""What the last question says: the choice where both have answered it, or else the complement test."""

UNTESTED: Final = Said()


def asked_of(canvas: Canvas) -> Asked:
    """Return what the last question says of a canvas; where the choice counts, the complement test counts nowhere."""
    chosen = chosen_of(canvas.choice)
    return said_of(canvas.complement_test) if chosen is None else chosen


def verdict(figures: Tally, asked: Asked) -> Verdict:
    """Return the first verdict that fits."""
    if too_few_answered(figures) or too_many_blank(figures):
        return Verdict.UNKNOWN
    if isinstance(asked, Chosen):
        return choice.verdict(figures, asked)
    return complement.verdict(figures, asked)


def threshold(asked: Asked) -> Fraction | None:
    """Return θ; None where the answers decide."""
    return choice.threshold(asked) if isinstance(asked, Chosen) else complement.threshold(asked)


def unasked(asked: Asked) -> Asked:
    """Return the answers that leave the verdict to the numbers: nobody's to the test, `apart` by both to the choice."""
    return EACH_FOR_ITSELF if isinstance(asked, Chosen) else UNTESTED
