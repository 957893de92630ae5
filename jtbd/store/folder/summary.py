"""A canvas in one row of a list."""

from __future__ import annotations

import datetime as dt
import re

from jtbd.disk.files import read_bytes
from jtbd.errors import JtbdError, UnreadableFile, shown
from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder import strays
from jtbd.store.folder.shelf import Entry
from jtbd.store.protocol import Summary, is_example

SET_ASIDE = "canvas.set-aside-{}.yaml"
_SET_ASIDE = re.compile(r"canvas\.set-aside-[0-9]+\.yaml")


def is_set_aside(name: str) -> bool:
    """Say whether a file of that name is one that was faulty when something had to be saved."""
    return bool(_SET_ASIDE.fullmatch(name))


def row(entry: Entry) -> Summary:
    """Return the row of a canvas on disk; of a faulty one it says what is wrong."""
    try:
        copies, away = strays.beside(entry.folder)
    except UnreadableFile as error:
        return Summary(id=entry.id, example=is_example(entry.id), fault=error.message)
    aside = tuple(sorted(file.name for file in entry.folder.glob(SET_ASIDE.format("*"))))
    try:
        canvas = canvas_from_bytes(read_bytes(entry.file), str(entry.file))
    except JtbdError as error:
        fault = f"{shown(entry.file)}: is not downloaded yet" if away else error.message
        known = Summary(id=entry.id, example=is_example(entry.id), fault=fault, set_aside=aside)
        return known._replace(copies=copies, away=away)
    return of(canvas, aside)._replace(copies=copies)


def of(canvas: Canvas, set_aside: tuple[str, ...] = ()) -> Summary:
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
