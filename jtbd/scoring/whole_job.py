"""The whole job as a chain that is as strong as its weakest link (docs/overlap.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from jtbd.model import Stance
from jtbd.scoring.result import WholeJob
from jtbd.scoring.units import Row

NEGLIGIBLE: Final = 1e-9


def whole_job(rows: Iterable[Row]) -> WholeJob | None:
    """Return v(c) = Π max(cᵢ,½)^(wᵢ·n/Σw) over the n functional aspects with weight, or None where there are none.

    `max(cᵢ,½)` is 1 at a core aspect and ½ at every other, so v(c) = ½^(n · the share of weight that is not core).
    """
    needs = [row for row in rows if row.functional and row.weight]
    if not needs:
        return None
    by_a = [row.a.stance is Stance.CORE for row in needs]
    by_b = [row.b.stance is Stance.CORE for row in needs]
    a, b = _worth(needs, by_a), _worth(needs, by_b)
    both = _worth(needs, [either or other for either, other in zip(by_a, by_b, strict=True)])
    none = _worth(needs, [False] * len(needs))
    synergy = (both + none) - (a + b)
    return WholeJob(a=a, b=b, both=both, none=none, synergy=0.0 if abs(synergy) <= NEGLIGIBLE else synergy)


def _worth(needs: Sequence[Row], core: Sequence[bool]) -> float:
    weights = [row.weight for row in needs]
    lacking = sum(weight for weight, is_core in zip(weights, core, strict=True) if not is_core)
    worth: float = 0.5 ** (len(needs) * lacking / sum(weights))
    return worth
