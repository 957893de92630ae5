"""What the complete sheets of a canvas promise, and whether its ledger speaks of that."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Final

from jtbd.errors import Fault, InvalidSheet
from jtbd.ledger import Signed, faults
from jtbd.model import Canvas
from jtbd.model.statement import local_time, signed_at
from jtbd.sign.check.sheet import read_verified
from jtbd.sign.check.verification import Outcome
from jtbd.store.protocol import SheetStore
from jtbd.wording.ledger import fault_sentence
from jtbd.yamltext import NodePath, path_text, scan

_REMEMBERED: Final = 512


def day_of(at: dt.datetime) -> dt.date:
    """Return the day of a moment where this laptop stands."""
    return at.astimezone().date()


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
    return Signed(0, at, at.date(), {item.id: item for item in verified.sheet.commitment.commitments})


def ledger_faults(canvas: Canvas, data: bytes, file: str, sheets: SheetStore) -> tuple[Fault, ...]:
    """Return what is wrong with the ledger of a canvas, each with its line.

    Args:
        canvas: what the file holds.
        data: the file.
        file: its name in messages.
        sheets: those that lie with it.

    Raises:
        UnreadableFile: the sheets cannot be looked at.

    """
    if not canvas.ledger or not (wrong := faults(complete(sheets), canvas.ledger, day_of)):
        return ()
    document, _ = scan(data, file)
    found: list[Fault] = []
    for fault in wrong:
        path: NodePath = ("ledger", fault.place, fault.field)
        place = document.place(path) if document else None
        line, column = (place.line, place.column) if place else (0, 0)
        found.append(Fault(line, column, path_text(path), fault_sentence(fault)))
    return tuple(found)
