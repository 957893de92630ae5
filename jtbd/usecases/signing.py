"""Signing in a meeting: the canvas's own sheets, with the owner's key and one made for the guest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jtbd.errors import ChangedElsewhere
from jtbd.model import PARTIES, Canvas, PartyId, SheetRecord
from jtbd.model.sheet import Sheet
from jtbd.sheet.calendar import calendar as sheet_calendar
from jtbd.sheet.mail import mail_draft
from jtbd.sign import keys
from jtbd.sign.consent import default_consent
from jtbd.sign.content import read_sheet, sheet_yaml
from jtbd.sign.freeze import missing_for_sheet
from jtbd.store.files import read_bytes, write_new
from jtbd.store.protocol import is_example
from jtbd.usecases.library import Library, copy
from jtbd.usecases.printing import preview_sheet, print_sheet
from jtbd.usecases.sheets import (
    Draft,
    Signed,
    Terms,
    freeze_in,
    key_path,
    read_draft,
    sign_draft,
)

__all__ = ["Complete", "Draft", "Signed", "Terms"]


@dataclass(frozen=True, slots=True)
class Complete:
    """A complete sheet with its PDF, as both take them along."""

    number: int
    sheet: Sheet
    yaml: bytes
    pdf: bytes


def missing(canvas: Canvas, terms: Terms) -> tuple[str, ...]:
    """Return what a sheet of this canvas still needs, each as a sentence."""
    return missing_for_sheet(canvas, money=terms.money)


def owner_has_key(library: Library) -> bool:
    """Say whether this laptop's owner has a long-term key."""
    return keys.owner_key_path(library.config).is_file()


def open_draft(library: Library, canvas: Canvas) -> Draft | None:
    """Return the sheet of this canvas that waits for signatures, the latest if there are several."""
    if is_example(canvas.id):
        return None
    waiting = library.store.sheets(canvas.id).drafts()
    return read_draft(max(waiting), waiting[max(waiting)]) if waiting else None


def freeze_here(library: Library, canvas: Canvas, terms: Terms) -> Canvas:
    """Freeze a sheet beside its canvas, and return the canvas with it on record.

    An example is copied first. Party a signs with the owner's key, party b with one made for this sheet.

    Raises:
        NotReadyToSign: the canvas lacks something.
        MissingKey: the owner has no key yet.
        ChangedElsewhere: the canvas on disk, whose hash goes into the sheet, is another than the one that was read.
        CannotWrite: the disk refused.

    """
    owner = keys.load_public(keys.owner_key_path(library.config))
    if is_example(canvas.id):
        canvas = copy(library, canvas)
    found = library.store.load(canvas.id).revision
    if found != canvas.revision:
        raise ChangedElsewhere(canvas.id, canvas.revision, found)
    file = library.store.raw(canvas.id)
    sheets = library.store.sheets(canvas.id)
    draft = freeze_in(sheets, canvas, file, terms, key_a=owner, key_b=None, config=library.config)
    record = SheetRecord(
        number=draft.number,
        id=draft.sheet.commitment.id,
        content_hash=draft.sheet.content_hash,
        state="draft",
    )
    return library.store.save(canvas.revise(sheets=(*canvas.sheets, record)), canvas.revision)


def consent(draft: Draft, party: PartyId) -> str:
    """Return the sentence that a party consents with."""
    return default_consent(draft.sheet, party)


def asks_passphrase(library: Library, draft: Draft, party: PartyId) -> bool:
    """Say whether the key that signs for a party is locked.

    Raises:
        MissingKey: it is not there.

    """
    return keys.needs_passphrase(key_path(library.config, draft.sheet, party))


def sign_here(
    library: Library,
    canvas: Canvas,
    draft: Draft,
    party: PartyId,
    *,
    passphrase: str | None,
    consent: str,
    mark_svg: str,
) -> Canvas:
    """Sign the sheet of a canvas, and return the canvas with its record brought up to date.

    Raises:
        JtbdError: as `sign_draft`.

    """
    signed = sign_draft(
        library.store.sheets(canvas.id),
        draft,
        party,
        key_path(library.config, draft.sheet, party),
        config=library.config,
        at=library.now(),
        passphrase=passphrase,
        consent=consent,
        mark_svg=mark_svg,
    )
    return _recorded(library, canvas, draft.number, "complete") if signed.complete else canvas


def _recorded(library: Library, canvas: Canvas, number: int, state: str) -> Canvas:
    records = tuple(record.revise(state=state) if record.number == number else record for record in canvas.sheets)
    return library.store.save(canvas.revise(sheets=records), canvas.revision)


def pages(draft: Draft, at: dt.datetime) -> tuple[bytes, ...]:
    """Return the pages of a draft as PNG pictures, as they will print."""
    return preview_sheet(sheet_yaml(draft.sheet), at)


def discard(library: Library, canvas: Canvas, draft: Draft) -> Canvas:
    """Drop a draft with the keys that were made for it, and return the canvas without its record.

    Raises:
        CannotWrite: the disk refused.

    """
    library.store.sheets(canvas.id).discard(draft.number)
    keys.forget_key(keys.seal_key_path(draft.path))
    keys.forget_key(keys.guest_key_path(library.config, draft.sheet.commitment.id))
    records = tuple(record for record in canvas.sheets if record.number != draft.number)
    return library.store.save(canvas.revise(sheets=records), canvas.revision)


# ── what both take along ──────────────────────────────────────────────────────────────────────────────────────────────


def complete_sheets(library: Library, canvas: Canvas) -> tuple[Complete, ...]:
    """Return the complete sheets of a canvas, the first first."""
    if is_example(canvas.id):
        return ()
    found = library.store.sheets(canvas.id).completed()
    return tuple(_complete(number, found[number], library.now()) for number in sorted(found))


def _complete(number: int, path: Path, at: dt.datetime) -> Complete:
    """Read a complete sheet; a PDF that was lost is printed again."""
    file, printed = read_bytes(path), path.with_suffix(".pdf")
    pdf = printed.read_bytes() if printed.is_file() else print_sheet(file, at).pdf
    return Complete(number, read_sheet(file), file, pdf)


def dates(complete: Complete, now: dt.datetime) -> bytes:
    """Return the due dates and the review as a calendar file."""
    return sheet_calendar(complete.sheet.commitment, stamp=now)


def mail(canvas: Canvas, complete: Complete) -> bytes:
    """Return a mail to both with both files, to be sent by hand."""
    addresses: Mapping[PartyId, str | None] = {party: canvas.parties.of(party).email for party in PARTIES}
    name = f"sheet-{complete.number}"
    return mail_draft(complete.sheet, addresses=addresses, sheet_yaml=complete.yaml, pdf=complete.pdf, name=name)


def save_copies(complete: Complete, folder: Path) -> tuple[Path, ...]:
    """Write both files to a folder; never over another file.

    Raises:
        AlreadyThere: a file of that name is there.
        CannotWrite: the disk refused.

    """
    files = {f"sheet-{complete.number}.yaml": complete.yaml, f"sheet-{complete.number}.pdf": complete.pdf}
    written = []
    for name, data in files.items():
        write_new(folder / name, data)
        written.append(folder / name)
    return tuple(written)
