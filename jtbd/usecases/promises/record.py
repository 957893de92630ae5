"""The record of one canvas: its complete sheets and its ledger, both checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jtbd.errors import Fault, FaultyFile, InvalidSheet
from jtbd.ledger import LedgerFault, Occurrence, Signed, faults, occurrences
from jtbd.model import Canvas
from jtbd.model.statement import local_time, signed_at
from jtbd.sign.check.sheet import read_verified
from jtbd.sign.check.verification import Outcome
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.protocol import SheetStore
from jtbd.usecases.home import Home
from jtbd.wording.ledger import fault_sentence
from jtbd.yamltext import scan

_REMEMBERED: Final = 512


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


def day_of(at: dt.datetime) -> dt.date:
    """Return the day of a moment where this laptop stands."""
    return at.astimezone().date()


def record(home: Home, canvas_id: str) -> Record:
    """Return the record of a saved canvas.

    Raises:
        UnknownCanvas, SameIdTwice, UnreadableFile, NewerFormat: it cannot be read.
        FaultyFile: all that is wrong with it, its ledger included, each with its line.

    """
    data, place = home.store.raw(canvas_id), home.store.place(canvas_id)
    canvas = canvas_from_bytes(data, place)
    found = Record(canvas, complete(home.store.sheets(canvas_id)), place)
    if wrong := faults(found.sheets, canvas.ledger, day_of):
        raise FaultyFile(place, [*with_lines(wrong, data, place)])
    return found


def complete(sheets: SheetStore) -> tuple[Signed, ...]:
    """Return the complete sheets that hold; one whose file does not hold any more promises nothing.

    Raises:
        UnreadableFile: they cannot be looked at.

    """
    read = ((number, _signed(sheets.read("sheet", number))) for number in sheets.numbers("sheet"))
    return tuple(found._replace(number=number) for number, found in read if found)


@lru_cache(maxsize=_REMEMBERED)
def _signed(file: bytes) -> Signed | None:
    """Return what a complete sheet promises; None where it is none. The same bytes have the same answer."""
    try:
        verified = read_verified(file)
    except InvalidSheet:
        return None
    if verified.outcome is not Outcome.COMPLETE:
        return None
    last = max(verified.statements, key=lambda statement: statement.iat)
    at = local_time(last) or signed_at(last).astimezone()
    promises = {item.id: item for item in verified.sheet.commitment.commitments}
    return Signed(0, at, at.date(), promises)


def with_lines(wrong: Iterable[LedgerFault], data: bytes, file: str) -> Iterator[Fault]:
    """Yield what is wrong with a ledger as faults of its file, each with its line."""
    document, _ = scan(data, file)
    for fault in wrong:
        path = ("ledger", fault.place, fault.field)
        place = document.place(path) if document else None
        line, column = (place.line, place.column) if place else (0, 0)
        yield Fault(line, column, f"ledger[{fault.place}].{fault.field}", fault_sentence(fault))
