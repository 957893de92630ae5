"""What the clock of the coffee says: the minutes left, the step's share of them, and what the hours have cost."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from jtbd.editing.clock import Gap
from jtbd.formats import day_of_year, hour
from jtbd.i18n import WITHIN, say_count, say_in
from jtbd.wording.plain import amount

_FEW: Final = 10
_MINUTE: Final = 60


def time_left(planned_minutes: int | None, spent: int) -> str:
    """Return the minutes left or over after so many seconds; where no length was agreed, those that have gone."""
    if planned_minutes is None:
        return say_count("{number} min so far", "{number} min so far", spent // _MINUTE)
    left = planned_minutes * _MINUTE - spent
    if left >= 0:
        return say_count("{number} min left", "{number} min left", -(-left // _MINUTE))
    return say_count("{number} min over", "{number} min over", -(left // _MINUTE))


def share_used(used: int, share: int) -> str:
    """Return how much of its share of the time a step has used, in seconds both."""
    planned = max(1, round(share / _MINUTE))
    return say_count(
        "{used} of {number} min for this step", "{used} of {number} min for this step", planned, used=used // _MINUTE
    )


def costs(sums: Mapping[str, Fraction]) -> list[str]:
    """Return what the hours have cost, an amount per currency: whole ones, but where that would say little."""
    exact = {currency: spent if spent < _FEW else Fraction(round(spent)) for currency, spent in sums.items()}
    return [amount(spent, currency) for currency, spent in exact.items() if spent]


def since(gap: Gap) -> str:
    """Return since when nobody has looked at the clock; with the day where that is another one."""
    if gap.since.date() == gap.until.date():
        return hour(gap.since)
    return say_in(WITHIN, "{hour} on {day}", hour=hour(gap.since), day=day_of_year(gap.since))
