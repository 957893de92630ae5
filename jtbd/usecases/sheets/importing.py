"""Bringing back a sheet that was signed, or declined, on another machine."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, replace

from jtbd.errors import AlreadyDeclined, ExampleIsReadOnly, NoDraftHere, OtherSheet, UnknownCanvas, UnreadableFile
from jtbd.model import Canvas
from jtbd.model.sheet import Sheet
from jtbd.model.statement import DeclineClaims
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import check, conclude
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import read_sheet
from jtbd.store.protocol import CanvasStore, KeyStore, SheetStore
from jtbd.usecases.canvases.records import record_state, state_of
from jtbd.usecases.sheets.kinds import refuse_other_files
from jtbd.usecases.sheets.replacing import refuse_given_up, speaking_of
from jtbd.usecases.sheets.sheets import Draft, Signed, naming, put_back, read_draft


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a sheet that was brought back.

    Attributes:
        signed: the sheet as it is kept here now.
        new: whether anything was written; not, where all that was brought is here already.
        canvas: the canvas it belongs to, its record up to date; None where the sheet is kept without one.

    """

    signed: Signed
    new: bool
    canvas: Canvas | None = None


def read_brought(data: bytes, called: str) -> Sheet:
    """Return the sheet that was brought back, all of it checked.

    Args:
        data: its file.
        called: what it is called, for whoever has to be told of it.

    Raises:
        NotASheet: it is a canvas, a job template or a PDF.
        InvalidSheet: it is no sheet, or does not hold.

    """
    refuse_other_files(data, called)
    with naming(called, data):
        sheet = read_sheet(data, called)
        check(sheet)
    return sheet


def waiting_draft(store: CanvasStore, sheet: Sheet) -> tuple[str, Draft] | None:
    """Return the id of the canvas that a sheet was frozen from and its draft there, waiting or declined.

    Raises:
        SameIdTwice: two folders hold that canvas.
        UnreadableFile, InvalidSheet: the draft is there and cannot be used.

    """
    canvas_id = sheet.commitment.canvas.id
    sheets = _of(store, canvas_id)
    draft = waiting_in(sheets, sheet) if sheets else None
    return (canvas_id, draft) if draft else None


def waiting_in(sheets: SheetStore, sheet: Sheet) -> Draft | None:
    """Return the draft of a sheet among others.

    Raises:
        UnreadableFile, InvalidSheet: it is there and cannot be used.

    """
    return next((read_draft(sheets, number) for number, _ in speaking_of(sheet.commitment.id, sheets, "draft")), None)


def bring_home(store: CanvasStore, brought: bytes, called: str, *, keys: KeyStore, at: dt.datetime) -> Brought:
    """Bring a sheet back to the canvas that it was frozen from, and put it on the canvas's record.

    Args:
        store: the saved canvases.
        brought: the file of the sheet.
        called: what it is called, for whoever has to be told of it.
        keys: where keys are kept.
        at: now.

    Raises:
        NoDraftHere: that canvas is not here, or has no such sheet.
        NotASheet, InvalidSheet, OtherSheet, AlreadyDeclined: what was brought is not to be used.
        SheetChanged, AlreadyThere, CannotWrite: nothing was written.
        ChangedElsewhere, CanvasInUse, FaultyFile: the sheet is in place, but the canvas's record could not be written.

    """
    canvas_id = (sheet := read_brought(brought, called)).commitment.canvas.id
    sheets = _of(store, canvas_id)
    if sheets is None:
        raise NoDraftHere(sheet.commitment.id, canvas_id, ["among the saved canvases"])
    if found := kept_in(sheets, sheet):
        return replace(found, canvas=store.load(canvas_id))
    if (draft := waiting_in(sheets, sheet)) is None:
        raise NoDraftHere(sheet.commitment.id, canvas_id, [f"with the canvas {canvas_id}"])
    done = bring_to(sheets, draft, brought, called, keys=keys, at=at)
    return replace(done, canvas=record_state(store, canvas_id, draft.number, state_of(done.signed.outcome)))


def kept_in(sheets: SheetStore, sheet: Sheet) -> Brought | None:
    """Return a sheet that is complete among others already, None where it is not.

    Raises:
        OtherSheet: what is complete here contradicts what was brought.
        UnreadableFile, InvalidSheet: it is there and cannot be used.

    """
    for number, file in speaking_of(sheet.commitment.id, sheets, "sheet"):
        place = sheets.place("sheet", number)
        kept = read_brought(file, place)
        merged(kept, sheet, place)
        signed = Signed(number, place, kept, Outcome.COMPLETE, sealed=_is_sealed(sheets, number))
        return Brought(signed, new=False)
    return None


def _is_sealed(sheets: SheetStore, number: int) -> bool:
    """Whether the PDF of a complete sheet is sealed."""
    with suppress(UnreadableFile):
        return verify(sheets.pdf(number) or b"").outcome is Outcome.COMPLETE
    return False


def bring_back(sheets: SheetStore, draft: Draft, brought: bytes, *, keys: KeyStore, at: dt.datetime) -> Signed:
    """Put what was signed elsewhere on its draft; once both have signed, it is completed and sealed here.

    The draft is read anew: it may have been signed here in the meantime. Where nothing new was brought, it stays as it
    is.

    Args:
        sheets: where the draft is.
        draft: the draft that waits here, of the same sheet.
        brought: the file of the sheet as it was signed elsewhere.
        keys: where keys are kept.
        at: now.

    Raises:
        NotASheet, InvalidSheet: what was brought, or the draft, does not hold.
        SheetGivenUp: it was discarded here, or another took its place.
        OtherSheet: another content, or another signature of the same party.
        AlreadyDeclined: a party has declined here, which ended the round.
        SheetChanged: the draft was signed by somebody else just now.
        AlreadyThere, CannotWrite: nothing was written.

    """
    return bring_to(sheets, draft, brought, "what was brought", keys=keys, at=at).signed


def bring_to(
    sheets: SheetStore, draft: Draft, brought: bytes, called: str, *, keys: KeyStore, at: dt.datetime
) -> Brought:
    """Do what `bring_back` does with a file that has a name, and tell whether that wrote anything."""
    sheet = read_brought(brought, called)
    if sheet.commitment.id != draft.sheet.commitment.id:
        refuse_given_up(sheet, sheets)
    here = read_draft(sheets, draft.number)
    with naming(draft.place):
        check(here.sheet)
    both = merged(here.sheet, sheet, draft.place)
    outcome = conclude(both, check(both)).outcome
    if both == here.sheet and outcome is Outcome.INCOMPLETE:
        return Brought(Signed(draft.number, draft.place, both, outcome), new=False)
    new = both != here.sheet or outcome is Outcome.COMPLETE
    return Brought(put_back(sheets, here, both, keys=keys, at=at), new=new)


def merged(here: Sheet, brought: Sheet, place: str) -> Sheet:
    """Return a sheet with the signatures of both files, all of which were checked.

    Args:
        here: the sheet that is kept here.
        brought: the same, signed elsewhere.
        place: where the first is kept, to be told.

    Raises:
        OtherSheet: another content, or another signature of the same party.
        AlreadyDeclined: a party has declined here, which ended the round.

    """
    if here.content_hash != brought.content_hash:
        raise OtherSheet(place, "the content is another")
    signatures = {signature.party: signature for signature in here.signatures}
    for signature in brought.signatures:
        if signatures.setdefault(signature.party, signature) != signature:
            name = here.commitment.party(signature.party).full_name
            raise OtherSheet(place, f"{name} signed both, and not alike")
    if len(signatures) > len(here.signatures):
        for said in check(here):
            if isinstance(said, DeclineClaims):
                raise AlreadyDeclined(said.party)
    return here.revise(signatures=tuple(signatures[party] for party in sorted(signatures)))


def _of(store: CanvasStore, canvas_id: str) -> SheetStore | None:
    with suppress(UnknownCanvas, ExampleIsReadOnly):
        return store.sheets(canvas_id)
    return None
