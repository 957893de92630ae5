"""The rows of canvases that are files: what of them cannot be read, and what lies beside them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path

from jtbd.disk.files import read_bytes
from jtbd.errors import JtbdError, UnreadableFile, shown
from jtbd.i18n import say, spoken
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder import strays
from jtbd.store.folder.aside import SET_ASIDE
from jtbd.store.folder.shelf import Entry, Stamp
from jtbd.store.listing import rank, row_of
from jtbd.store.protocol import Summary, is_example


class Rows:
    """The rows of the canvases in some folders; what has not changed since is not read again."""

    def __init__(self) -> None:
        self._rows: dict[Path, tuple[Stamp, str, Summary]] = {}  # what is wrong is said in a language

    def all(self, entries: Sequence[Entry]) -> tuple[Summary, ...]:
        """Return a row for each canvas; a second folder of the same id stands by the first, and says so."""
        rows = [self._row(entry) for entry in entries]
        ids = [entry.id for entry in entries]
        others = {
            entry.id: tuple(sorted(each.folder.name for each in entries if each.id == entry.id and each != entry))
            for entry in entries
            if entry.folder.name == entry.id
        }
        told = [
            row._replace(copies=(*row.copies, *others[entry.id]))
            if others.get(entry.id) and entry.folder.name == entry.id
            else row._replace(
                id=entry.folder.name,
                fault=say("{file}: another folder holds {canvas} too", file=entry.file, canvas=entry.id),
            )
            if ids.count(entry.id) > 1 and row.fault is None
            else row
            for entry, row in zip(entries, rows, strict=True)
        ]
        ranked = zip(map(rank, rows), told, strict=True)  # by what it was before it was said to be a second one
        return tuple(row for _, row in sorted(ranked, key=itemgetter(0)))

    def _row(self, entry: Entry) -> Summary:
        known = self._rows.get(entry.folder)
        if known is None or known[:2] != (entry.stamp, spoken()) or entry.stamp.inode < 0:
            self._rows[entry.folder] = known = (entry.stamp, spoken(), _row(entry))
        return known[2]


def _row(entry: Entry) -> Summary:
    """Return the row of a canvas on disk; of a faulty one it says what is wrong."""
    try:
        copies, away = strays.beside(entry.folder)
    except UnreadableFile as error:
        return Summary(id=entry.id, example=is_example(entry.id), fault=error.message)
    aside = tuple(sorted(file.name for file in entry.folder.glob(SET_ASIDE.format("*"))))
    try:
        canvas = canvas_from_bytes(read_bytes(entry.file), str(entry.file))
    except JtbdError as error:
        fault = say("{file}: is not downloaded yet", file=shown(entry.file)) if away else error.message
        known = Summary(id=entry.id, example=is_example(entry.id), fault=fault, set_aside=aside)
        return known._replace(copies=copies, away=away)
    return row_of(canvas, aside)._replace(copies=copies)
