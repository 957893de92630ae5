"""Drawing the line: what is left of the overlap when each yields where the other leads (docs/overlap.md)."""

from __future__ import annotations

from collections.abc import Sequence

from jtbd.model import Stance
from jtbd.scoring.conditions import swallowed_a, swallowed_b
from jtbd.scoring.tally import Tally, total
from jtbd.scoring.units import Row, Side


def drawn(rows: Sequence[Row]) -> tuple[Row, ...] | None:
    """Return the rows with every line drawn that counts, or None where none does.

    A line counts while both stances are `do` or `core`, in any dimension; the yielding party's then counts as `leave`.
    """
    after = tuple(_yielded(row) for row in rows)
    return after if after != tuple(rows) else None


def tally_after(today: Tally, after: Sequence[Row]) -> Tally:
    """Return what the verdict after the line looks at.

    Yielding makes nobody idle, so what each solves or wants is taken from before. It makes nobody swallowed, so the
    core aspects of a party that was not swallowed before are left out of sight; one that was is swallowed still if
    its stances after the line say so.
    """
    figures = total(after)
    return figures._replace(
        active_a=today.active_a,
        active_b=today.active_b,
        core_a=figures.core_a if swallowed_a(today) else 0,
        core_b=figures.core_b if swallowed_b(today) else 0,
    )


def _yielded(row: Row) -> Row:
    if row.yields is None or not row.solved_by_both:
        return row
    return row.having(row.yields, Side(row.of(row.yields).importance, Stance.LEAVE))
