"""What the clock of the coffee says: the minutes left, the step's share of them, and what the hours have cost."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from jtbd.editing.clock import Gap
from jtbd.wording.plain import amount

_FEW: Final = 10
_MINUTE: Final = 60


def time_left(planned_minutes: int | None, spent: int) -> str:
    """Return the minutes left or over after so many seconds; where no length was agreed, those that have gone."""
    if planned_minutes is None:
        return f"{spent // _MINUTE} min so far"
    left = planned_minutes * _MINUTE - spent
    return f"{-(-left // _MINUTE)} min left" if left >= 0 else f"{-(left // _MINUTE)} min over"


def share_used(used: int, share: int) -> str:
    """Return how much of its share of the time a step has used, in seconds both."""
    return f"{used // _MINUTE} of {max(1, round(share / _MINUTE))} min for this step"


def costs(sums: Mapping[str, Fraction]) -> list[str]:
    """Return what the hours have cost, an amount per currency: whole ones, but where that would say little."""
    exact = {currency: spent if spent < _FEW else Fraction(round(spent)) for currency, spent in sums.items()}
    return [amount(spent, currency) for currency, spent in exact.items() if spent]


def since(gap: Gap) -> str:
    """Return since when nobody has looked at the clock; with the day where that is another one."""
    same_day = gap.since.date() == gap.until.date()
    return f"{gap.since:%H:%M}" if same_day else f"{gap.since:%H:%M} on {gap.since.day} {gap.since:%B}"
