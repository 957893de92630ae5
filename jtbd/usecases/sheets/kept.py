"""The sheets of a canvas that are settled, signed by both or declined, and what both take along of each."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from jtbd.disk.files import read_bytes, write_all_new
from jtbd.errors import JtbdError, UnreadableFile
from jtbd.exports.calendar import calendar
from jtbd.exports.mail import Attached, MailDraft, mail_draft
from jtbd.i18n import spoken
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.address import addresses
from jtbd.model.sheet import Sheet
from jtbd.model.statement import signed_at
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import held, verify_sheet
from jtbd.sign.check.verification import Outcome, Verification, VerifiedSheet
from jtbd.sign.page import verify_page
from jtbd.store.protocol import SheetStore, Stage, is_example
from jtbd.usecases.home import Home
from jtbd.usecases.sheets import filenames
from jtbd.usecases.sheets.printing import print_sheet
from jtbd.usecases.sheets.reading import Broken

__all__ = ["MailDraft", "SettledSheet"]

_REMEMBERED: Final = 128


@dataclass(frozen=True, slots=True)
class SettledSheet:
    """A settled sheet.

    Attributes:
        number: of the sheet among those of its canvas.
        place: where its file is, to be told.
        verified: the sheet, `complete` or `declined`.

    """

    number: int
    place: str
    verified: VerifiedSheet

    @property
    def yaml(self) -> bytes:
        """The bytes of its file."""
        return self.verified.file

    @property
    def sheet(self) -> Sheet:
        """What it holds."""
        return self.verified.sheet

    @property
    def found(self) -> Verification:
        """What verification said of it."""
        return self.verified.found

    @property
    def name(self) -> str:
        """What its files are called, without their endings."""
        return f"sheet-{self.number}"

    @property
    def complete(self) -> bool:
        """Whether both have signed."""
        return self.verified.outcome is Outcome.COMPLETE


def kept_sheets(home: Home, canvas: Canvas) -> tuple[SettledSheet | Broken, ...]:
    """Return the settled sheets of a canvas, the first first; one whose file does not hold any more as broken."""
    if is_example(canvas.id):
        return ()
    sheets = home.store.sheets(canvas.id)
    complete = (_read(sheets, "sheet", number) for number in sheets.numbers("sheet"))
    drafts = (_read(sheets, "draft", number) for number in sheets.numbers("draft"))
    declined = (draft for draft in drafts if isinstance(draft, SettledSheet))
    return tuple(sorted((*complete, *declined), key=lambda sheet: sheet.number))


def newest(home: Home, canvas: Canvas) -> SettledSheet | None:
    """Return the sheet of a canvas that both signed last; None where there is none, or its file does not hold."""
    if is_example(canvas.id):
        return None
    try:
        sheets = home.store.sheets(canvas.id)
        complete = sheets.numbers("sheet")
    except JtbdError:  # whoever opens the sheets learns what is wrong with the folder
        return None
    found = _read(sheets, "sheet", complete[-1]) if complete else None
    return found if isinstance(found, SettledSheet) and found.complete else None


def _read(sheets: SheetStore, stage: Stage, number: int) -> SettledSheet | Broken:
    place = sheets.place(stage, number)
    try:
        found = _verified(sheets.read(stage, number), spoken())
    except JtbdError as error:
        return Broken(number, place, error.message, error.remedy)
    verified = held(found)
    return (
        SettledSheet(number, place, verified)
        if verified and verified.over
        else Broken(number, place, found.message, found.detail)
    )


@lru_cache(maxsize=_REMEMBERED)
def _verified(file: bytes, language: str) -> Verification:  # noqa: ARG001 - what it says is in that language
    """Return what holds of a file: every page asks, and the same bytes have the same answer."""
    return verify_sheet(file)


def beside(home: Home, canvas: Canvas, kept: SettledSheet) -> bytes | None:
    """Return the PDF that was printed when a sheet was completed; None where it is not there.

    Raises:
        UnreadableFile: it may not be read.

    """
    return home.store.sheets(canvas.id).pdf(kept.number) if kept.complete else None


def printed(sheet: VerifiedSheet, at: dt.datetime) -> bytes:
    """Return a PDF of a sheet: an unsealed copy."""
    return print_sheet(sheet, at).pdf


def checker() -> bytes:
    """Return the page that checks a sheet in any browser, without this program and without network."""
    return verify_page()


def sealed(pdf: bytes) -> Verification:
    """Return what verification says of the PDF itself, seal and all."""
    return verify(pdf)


def dates(kept: SettledSheet) -> bytes:
    """Return the due dates and the review as a calendar file, which is the same whenever it is taken along."""
    return calendar(kept.sheet.commitment, stamp=max(map(signed_at, kept.found.statements)))


def file_stem(kept: SettledSheet, reader: PartyId) -> str:
    """Return what a party's files of a sheet are called, without their endings."""
    return _stem(kept, reader)


def _stem(kept: SettledSheet, *readers: PartyId) -> str:
    day = filenames.day_signed(kept.found.statements)
    return filenames.stem(kept.sheet, readers, day, filenames.of_number(kept.number))


def mail(canvas: Canvas, kept: SettledSheet, pdf: bytes) -> MailDraft:
    """Return a letter with both files and the page that checks them, to whoever has an address; to be sent by hand."""
    said: Mapping[PartyId, str | None] = {party: canvas.parties.of(party).email for party in PARTIES}
    readers = [party for party in PARTIES if addresses(said[party]).usable]
    attached = Attached(kept.yaml, pdf, checker(), _stem(kept, *readers))
    return mail_draft(kept.sheet, addresses=said, attached=attached, day=filenames.day_signed(kept.found.statements))


def save_all(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files to a folder, all or none, never over another; return where they are.

    What is there already to the last byte counts as written; where something else has a name, the next one is taken.

    Raises:
        AlreadyThere: somebody else took a name just now.
        CannotWrite: the disk refused.

    """
    fresh = filenames.free(files, lambda name, data: os.path.lexists(folder / name) and not _there(folder / name, data))
    placed = {folder / name: data for name, data in fresh.items()}
    write_all_new({path: data for path, data in placed.items() if not _there(path, data)})
    return tuple(placed)


def _there(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, len(data)) == data
    except UnreadableFile:
        return False
