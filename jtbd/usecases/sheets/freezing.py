"""Freezing a sheet: beside its canvas or anywhere else, and dropping one that nobody is to sign."""

from __future__ import annotations

import datetime as dt
import hashlib
from contextlib import ExitStack, suppress

from jtbd.errors import ChangedElsewhere, JtbdError, KeyStays
from jtbd.model import Canvas, SheetRecord
from jtbd.scoring import overlap
from jtbd.sign.check.sheet import checked
from jtbd.sign.keys.pem import new_key
from jtbd.sign.sheet.content import read_sheet
from jtbd.sign.sheet.freeze import freeze, new_sheet_id
from jtbd.sign.token.jwk import PrivateKey, PublicKey, thumbprint
from jtbd.store.protocol import KeptKey, KeyStore, SheetStore, is_example
from jtbd.usecases.canvases.library import copy
from jtbd.usecases.home import Home
from jtbd.usecases.keys.guestkey import GuestKey
from jtbd.usecases.keys.opening import open_public, save_private, seal_key
from jtbd.usecases.keys.owner import owner_has_key
from jtbd.usecases.sheets.reading import Draft
from jtbd.usecases.sheets.replacing import replaced
from jtbd.usecases.sheets.sealing import sweep_keys
from jtbd.usecases.sheets.terms import Terms

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


def freeze_in(
    sheets: SheetStore,
    canvas: Canvas,
    file: bytes,
    terms: Terms,
    *,
    key_a: PublicKey,
    key_b: PublicKey | None,
    keys: KeyStore,
    at: dt.datetime,
    own: SheetStore | None = None,
) -> Draft:
    """Freeze a sheet of a canvas as the next draft; nothing is left of one that did not come about.

    Args:
        sheets: where to.
        canvas: what was agreed.
        file: the canvas's file as it is on disk; its hash goes into the sheet.
        terms: what the sheet is.
        key_a: the key that will sign for a.
        key_b: the key that will sign for b; None makes a guest key for this sheet, kept until it has signed.
        keys: where keys are kept.
        at: now.
        own: the canvas's own sheets, where the new one goes elsewhere; then it has a number of that place.

    Raises:
        NotReadyToSign: the canvas lacks something.
        UsageError: the last day for signing is over.
        SheetsInUse: another window or program writes a sheet there and does not come to an end.
        CannotWrite: the disk refused.

    """
    sheet_id, seal, guest = new_sheet_id(), new_key(), new_key()
    frozen = freeze(
        canvas,
        overlap(canvas),
        sheet_id=sheet_id,
        keys={"a": thumbprint(key_a), "b": thumbprint(key_b or guest.public_key())},
        seal=thumbprint(seal.public_key()),
        canvas_sha256=hashlib.sha256(file).hexdigest(),
        binding=terms.binding,
        confidential=terms.confidential,
        money=terms.money,
        verdict=terms.verdict,
        open_until=terms.last_day(at.date()),
        replaces=replaced(canvas, *filter(None, (own, sheets))),
    )
    sheet = checked(frozen)
    with sheets.alone(), ExitStack() as undo:
        sweep_keys(sheets, keys)

        def save_key(to: KeptKey, key: PrivateKey) -> None:
            save_private(to, key)
            undo.callback(_forget_quietly, to)

        if key_b is None:
            save_key(keys.guest(sheet_id), guest)
        # A draft without its sealing key would end unsealed: the key is there first.
        save_key(keys.seal(sheet_id), seal)
        on_record = [record.number for record in canvas.sheets] if own is None else []
        number = sheets.freeze_draft(sheet.file, taken=on_record)
        undo.pop_all()
    return Draft(number, sheets.place("draft", number), sheet)


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


def _forget_quietly(key: KeptKey) -> None:
    """Undo the making of a key; where the disk does not let go of it, what went wrong first is what counts."""
    with suppress(KeyStays):
        key.forget()
