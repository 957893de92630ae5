"""What one reading's numbers raise beside its verdict (docs/overlap.md)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from jtbd.model import PARTIES, PartyId
from jtbd.scoring.conditions import swallowed_a, swallowed_b
from jtbd.scoring.result import Flag
from jtbd.scoring.tally import Tally
from jtbd.scoring.verdict import Asked, unasked, verdict

LITTLE_OF_ITS_OWN: Final = Fraction(1, 10)


def flags(figures: Tally, asked: Asked) -> tuple[Flag, ...]:
    """Return the flags that stand by themselves; those that compare readings come after (docs/overlap.md)."""
    raised = {
        Flag.ONE_SIDED: bool(adding_little(figures)),
        Flag.SWALLOWED_A: swallowed_a(figures),
        Flag.SWALLOWED_B: swallowed_b(figures),
        Flag.MIXED_SIGNALS: verdict(figures, unasked(asked)) is not verdict(figures, asked),
    }
    return tuple(flag for flag, up in raised.items() if up)


def adding_little(figures: Tally) -> tuple[PartyId, ...]:
    """Return the parties that alone solve less than a tenth of the functional job; none where it weighs nothing."""
    tenth = LITTLE_OF_ITS_OWN * figures.weight
    alone: dict[PartyId, int] = {"a": figures.only_a, "b": figures.only_b}
    return tuple(party for party in PARTIES if alone[party] < tenth)
