"""Canvases as rows of a list, and the order of that."""

from __future__ import annotations

import datetime as dt

from jtbd.model import Canvas
from jtbd.store.protocol import Summary, is_example


def row_of(canvas: Canvas, set_aside: tuple[str, ...] = ()) -> Summary:
    """Return the row of a canvas."""
    return Summary(
        id=canvas.id,
        title=canvas.title,
        party_a=canvas.parties.a.name,
        party_b=canvas.parties.b.name,
        want=canvas.job.want,
        updated=canvas.updated,
        archived=canvas.archived,
        example=is_example(canvas.id),
        set_aside=set_aside,
    )


def in_order(rows: list[Summary]) -> tuple[Summary, ...]:
    """Return the rows by their ranks."""
    return tuple(sorted(rows, key=rank))


def rank(row: Summary) -> tuple[bool, bool, float, str]:
    """Return what a list is ordered by: own canvases, then the examples by id.

    Of one's own those come first that cannot be opened: whoever misses one must not have to look for it. Then come the
    latest, and those that were never saved last.
    """
    never = dt.datetime.min.replace(tzinfo=dt.UTC)
    late = 0 if row.example else -(row.updated or never).timestamp()
    return row.example, not (row.fault or row.away), late, row.id
