"""Verification of a sheet's PDF: what is attached to it, and the seal that vouches for its pages.

A PDF is worth what its attachments are worth: `sheet.yaml` is verified like the file of that name, and
`commitment.json` must be the very bytes that were hashed, or the outcome is `invalid` by the rule `attachment`.

The pages are another matter: only the seal vouches for them, and it must have been made with the key that both parties
named in what they signed (`seal`), and cover the file to its last byte (`after-seal`). A PDF that was changed under its
seal is invalid. One that has no seal is not: it is unfinished, as is a sheet that waits for a signature. So an
unsealed copy of a complete sheet is `incomplete` by the rule `seal`, both parties are listed as signed, and the message
says where to look. It is never `complete` (`docs/decisions/0003-unsealed-pdf.md`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jtbd.errors import InvalidSheet
from jtbd.i18n import mark, say, say_count
from jtbd.model.sheet import Sheet
from jtbd.sign.check.attachments import opened, read_attachments
from jtbd.sign.check.sheet import invalid, rule, verify_sheet
from jtbd.sign.check.verification import Outcome, Verification
from jtbd.sign.sheet.content import commitment_json

if TYPE_CHECKING:
    from pikepdf import Pdf

_UNSEALED: Final = mark(
    "This PDF is an unsealed copy: nothing vouches for its pages. Rely on the sheet.yaml attached to it."
)
_SEALED: Final = mark("The seal of this PDF holds: its pages are unchanged since the program put it on.")


def verify(data: bytes) -> Verification:
    """Return what holds of a sheet's file, YAML or PDF; never raises."""
    return verify_pdf(data) if data.startswith(b"%PDF-") else verify_sheet(data)


def verify_pdf(pdf: bytes) -> Verification:
    """Return what holds of a sheet's PDF; never raises, and is never `complete` without a seal."""
    try:
        with rule("attachment"), opened(pdf) as document:
            return _verified(pdf, document)
    except InvalidSheet as broken:
        return invalid(broken)


def _verified(pdf: bytes, document: Pdf) -> Verification:
    sheet_file, commitment_file = read_attachments(document)
    found = verify_sheet(sheet_file)
    if found.sheet is None:
        return found
    with rule("seal"):
        covered = _check_seal(pdf, document, found.sheet.commitment.seal)
    _check_same(commitment_file, found.sheet)
    if covered is None:
        if document.get_warnings():  # what cannot be read may have been a seal
            raise InvalidSheet("attachment", say("the PDF is damaged"))
        unsealed = replace(found, message=f"{found.message} {_UNSEALED.said()}")
        complete = found.outcome is Outcome.COMPLETE
        return replace(unsealed, outcome=Outcome.INCOMPLETE, rule="seal") if complete else unsealed
    if covered != len(pdf):
        raise InvalidSheet("after-seal", _appended(len(pdf) - covered))
    with rule("seal"):
        _check_stillness(document)
        _hear_a_second_opinion(pdf)
    return replace(found, message=f"{found.message} {_SEALED.said()}")


def _check_seal(pdf: bytes, document: Pdf, thumbprint: str) -> int | None:
    from jtbd.sign.seal.check import check_seal  # noqa: PLC0415 - slow, and for PDFs only

    return check_seal(pdf, document, thumbprint)


def _check_stillness(document: Pdf) -> None:
    from jtbd.sign.seal.check import check_stillness  # noqa: PLC0415 - slow, and for sealed PDFs only

    check_stillness(document)


def _appended(number: int) -> str:
    return say_count(
        "{count} byte was appended to the PDF after it was sealed",
        "{count} bytes were appended to the PDF after it was sealed",
        number,
        count=number,
    )


def _check_same(commitment_file: bytes, sheet: Sheet) -> None:
    if commitment_file != commitment_json(sheet.commitment):
        raise InvalidSheet("attachment", say("the attached commitment.json is not what the attached sheet signs"))


def _hear_a_second_opinion(pdf: bytes) -> None:
    from jtbd.sign.seal.hanko import objection  # noqa: PLC0415 - slow, and for sealed PDFs only

    if against := objection(pdf):
        raise InvalidSheet("seal", f"{say('pyHanko does not take the seal for valid:')} {against}")
