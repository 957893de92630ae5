"""Freezing a sheet in a meeting, and dropping one that nobody is to sign."""

from __future__ import annotations

from contextlib import suppress

from jtbd.errors import ChangedElsewhere, JtbdError, KeyStays
from jtbd.model import Canvas, SheetRecord
from jtbd.sign.sheet.content import read_sheet
from jtbd.store.protocol import SheetStore, is_example
from jtbd.usecases.canvases.library import copy
from jtbd.usecases.home import Home
from jtbd.usecases.keys.guestkey import GuestKey
from jtbd.usecases.keys.opening import open_public, seal_key
from jtbd.usecases.keys.owner import owner_has_key
from jtbd.usecases.sheets.sheets import Terms, freeze_in

__all__ = ["Terms", "discard", "freeze_here", "owner_has_key"]


def freeze_here(home: Home, canvas: Canvas, terms: Terms, guest: GuestKey | None = None) -> Canvas:
    """Freeze a sheet beside its canvas, and return the canvas with it on record.

    An example is copied first. Party a signs with the owner's key; party b with a key of its own, on its own machine,
    or with one made for this sheet.

    Raises:
        NotReadyToSign: the canvas lacks something.
        MissingKey: the owner has no key yet.
        ChangedElsewhere: the canvas on disk, whose hash goes into the sheet, is another than the one that was read.
        CannotWrite: the disk refused.

    """
    owner = open_public(home.keys.owner())
    if is_example(canvas.id):
        canvas = copy(home, canvas)
    found = home.store.load(canvas.id).revision
    if found != canvas.revision:
        raise ChangedElsewhere(canvas.id, canvas.revision, found)
    file = home.store.raw(canvas.id)
    sheets = home.store.sheets(canvas.id)
    key_b = guest.key if guest else None
    draft = freeze_in(sheets, canvas, file, terms, key_a=owner, key_b=key_b, keys=home.keys, at=home.now())
    record = SheetRecord(
        number=draft.number,
        id=draft.sheet.commitment.id,
        content_hash=draft.sheet.content_hash,
        state="draft",
    )
    return home.store.save(canvas.revise(sheets=(*canvas.sheets, record)), canvas.revision)


def discard(home: Home, canvas: Canvas, number: int) -> Canvas:
    """Drop a draft, whole or broken, with the keys that were made for it; return the canvas without its record.

    Raises:
        ChangedElsewhere: the canvas on disk is another than this one.
        CannotWrite: the disk refused.

    """
    sheets = home.store.sheets(canvas.id)
    with sheets.alone():
        named = {record.id for record in canvas.sheets if record.number == number} | _id_of(sheets, number)
        sheets.discard(number)
        for sheet_id in named:
            for key in (home.keys.guest(sheet_id), seal_key(home.keys, sheet_id, sheets, number)):
                with suppress(KeyStays):  # the next sweep finds by the discarded draft what the disk did not let go of
                    key.forget()
    records = tuple(record for record in canvas.sheets if record.number != number)
    return canvas if records == canvas.sheets else home.store.save(canvas.revise(sheets=records), canvas.revision)


def _id_of(sheets: SheetStore, number: int) -> set[str]:
    """Return the id of the sheet in a draft; none where it is broken. A canvas may not know of a draft yet."""
    with suppress(JtbdError):
        return {read_sheet(sheets.read("draft", number)).commitment.id}
    return set()
