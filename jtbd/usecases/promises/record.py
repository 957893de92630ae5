"""The record of one canvas: its complete sheets and its ledger, both checked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jtbd.errors import FaultyFile
from jtbd.ledger import Occurrence, Signed, occurrences
from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes
from jtbd.usecases.home import Home
from jtbd.usecases.sheets.signed import complete, day_of, ledger_faults

__all__ = ["Record", "day_of", "record"]


@dataclass(frozen=True, slots=True)
class Record:
    """What was signed on a canvas and what was said of it since.

    Attributes:
        canvas: as it is kept.
        sheets: its complete sheets, in the order of their numbers.
        place: where its file is, to be told.

    """

    canvas: Canvas
    sheets: tuple[Signed, ...]
    place: str

    def occurrences(self, today: dt.date) -> tuple[Occurrence, ...]:
        """Return what became of each promise as of a day."""
        return occurrences(self.sheets, self.canvas.ledger, today, day_of)


def record(home: Home, canvas_id: str) -> Record:
    """Return the record of a saved canvas.

    Raises:
        UnknownCanvas, SameIdTwice, UnreadableFile, NewerFormat: it cannot be read.
        FaultyFile: all that is wrong with it, its ledger included, each with its line.

    """
    data, place = home.store.raw(canvas_id), home.store.place(canvas_id)
    canvas, sheets = canvas_from_bytes(data, place), home.store.sheets(canvas_id)
    if wrong := ledger_faults(canvas, data, place, sheets):
        raise FaultyFile(place, wrong)
    return Record(canvas, complete(sheets), place)
