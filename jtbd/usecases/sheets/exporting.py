"""The other forms of a sheet, written beside it."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path
from typing import Final

from jtbd.disk.files import LARGEST_PDF, read_bytes, write_new
from jtbd.errors import AlreadyThere, JtbdError
from jtbd.exports.calendar import calendar
from jtbd.exports.mail import Attached, mail_draft
from jtbd.i18n import mark, say
from jtbd.model import PARTIES
from jtbd.model.address import addresses
from jtbd.model.party import Parties
from jtbd.sign.check.sheet import read_verified
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.canvases.reading import read_canvas
from jtbd.usecases.home import Home
from jtbd.usecases.sheets.filenames import day_signed, stem
from jtbd.usecases.sheets.following import since_earlier
from jtbd.usecases.sheets.kinds import refuse_other_files
from jtbd.usecases.sheets.printing import print_sheet
from jtbd.usecases.sheets.reading import naming

_UNSEALED: Final = mark("The PDF is an unsealed copy: a seal is made once, with the last signature.")


def export_pdf(path: Path, now: dt.datetime) -> tuple[Path, tuple[str, ...]]:
    """Write the PDF of a sheet beside it; return its path and what could not be printed as it should.

    Raises:
        UnreadableFile, NotASheet, InvalidSheet: it is not a sheet, or does not hold.
        AlreadyThere: the PDF is there.
        CannotWrite: the disk refused.

    """
    file = _read(path)
    target = _free(path.with_suffix(".pdf"))
    with naming(str(path)):
        sheet = read_verified(file, str(path))
    printed = print_sheet(sheet, now, since_earlier(sheet.sheet, SheetFolder(path.parent)))
    write_new(target, printed.pdf)
    return target, (*printed.warnings, *([_UNSEALED.said()] if sheet.outcome is Outcome.COMPLETE else []))


def export_dates(path: Path, now: dt.datetime) -> tuple[Path, tuple[str, ...]]:
    """Write the due dates and the review of a sheet as a calendar file beside it; return its path.

    Raises:
        UnreadableFile, NotASheet, InvalidSheet: it is not a sheet, or does not hold.
        AlreadyThere: the calendar file is there.
        CannotWrite: the disk refused.

    """
    file = _read(path)
    target = _free(path.with_suffix(".ics"))
    with naming(str(path)):
        sheet = read_verified(file, str(path)).sheet
    write_new(target, calendar(sheet.commitment, stamp=now))
    return target, ()


def export_mail(home: Home, path: Path) -> tuple[Path, tuple[str, ...]]:
    """Write the draft of a mail to both, with both files, beside a sheet; return its path and who is left out.

    The addresses are those of the canvas beside it, or of the saved canvas that the sheet was frozen from.

    Raises:
        UnreadableFile, NotASheet, InvalidSheet: it is not a sheet, or does not hold.
        AlreadyThere: the mail is there.
        CannotWrite: the disk refused.

    """
    from jtbd.sign.page import verify_page  # noqa: PLC0415 - the other forms need no page

    file = _read(path)
    target = _free(path.with_suffix(".eml"))
    with naming(str(path), file):
        verified = read_verified(file, str(path))
    sheet, outcome = verified.sheet, verified.outcome
    beside = path.with_suffix(".pdf")
    pdf, warnings = (read_bytes(beside, LARGEST_PDF), ()) if beside.is_file() else _printed(verified, home.now())
    parties = _parties(home, path, sheet.commitment.canvas.id)
    said = {party: parties.of(party).email for party in PARTIES} if parties else {}
    readers = [party for party in PARTIES if addresses(said.get(party)).usable]
    day = day_signed(verified.statements) if outcome is Outcome.COMPLETE else None
    attached = Attached(file, pdf, verify_page(), stem(sheet, readers, day or home.now().date()))
    mail = mail_draft(sheet, addresses=said, attached=attached, day=day, declined=outcome is Outcome.DECLINED)
    write_new(target, mail.data)
    return target, (*warnings, *mail.left_out)


def _printed(sheet: VerifiedSheet, now: dt.datetime) -> tuple[bytes, tuple[str, ...]]:
    printed = print_sheet(sheet, now)
    return printed.pdf, printed.warnings


def _parties(home: Home, path: Path, canvas_id: str) -> Parties | None:
    """Return the parties of the canvas that a sheet was frozen from, None where that is not here."""
    for name in (str(path.parent), canvas_id):
        with suppress(JtbdError):
            canvas = read_canvas(name, lambda: home).canvas
            if canvas.id == canvas_id:
                return canvas.parties
    return None


def export_verifier(path: Path) -> tuple[Path, tuple[str, ...]]:
    """Write the page that verifies any sheet in a browser beside a sheet; return its path.

    Raises:
        UnreadableFile, NotASheet: it is not a sheet.
        AlreadyThere: another file of the page's name is there; the same page is left as it is.
        CannotWrite: the disk refused.

    """
    from jtbd.sign.page.build import PAGE_NAME, verify_page  # noqa: PLC0415 - the other forms need no page

    _read(path)
    target, page = path.with_name(PAGE_NAME), verify_page()
    if not (target.is_file() and target.read_bytes() == page):
        write_new(_free(target), page)
    return target, ()


def _read(path: Path) -> bytes:
    file = read_bytes(path)
    refuse_other_files(file, str(path))
    return file


def _free(target: Path) -> Path:
    if target.exists():
        raise AlreadyThere(str(target), say("Move it away to have it written anew; nothing was overwritten."))
    return target
