"""How the weight of a job splits into contested, only a's, only b's and open (docs/overlap.md)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jtbd.model import Dimension
from jtbd.scoring.result import Split
from jtbd.scoring.units import ALL_OF_IT, TODAY, Row, Scale


class Parts(NamedTuple):
    """The four parts of one aspect's weight, in quarter units."""

    contested: int
    only_a: int
    only_b: int
    open: int


def parts(row: Row, scale: Scale = TODAY) -> Parts:
    """Split one aspect: K = w·min(a,b), A = w·max(a−b,0), B = w·max(b−a,0), O = w·(1−max(a,b))."""
    weight, a, b = row.weight, scale[row.a.stance], scale[row.b.stance]
    both = min(a, b)
    return Parts(weight * both, weight * (a - both), weight * (b - both), weight * (ALL_OF_IT - max(a, b)))


def split_by_dimension(rows: Iterable[Row], scale: Scale = TODAY) -> dict[Dimension, Split]:
    """Return the split of each dimension, also of one that has no aspects."""
    found: dict[Dimension, list[Parts]] = {dimension: [] for dimension in Dimension}
    for row in rows:
        found[row.dimension].append(parts(row, scale))
    return {
        dimension: Split(*map(sum, zip(*of_it, strict=True))) if of_it else _NONE for dimension, of_it in found.items()
    }


_NONE = Split(contested=0, only_a=0, only_b=0, open=0)
