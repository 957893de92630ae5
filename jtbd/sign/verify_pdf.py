"""Verification of a sheet's PDF by what is attached to it.

A PDF is worth what its attachments are worth: `sheet.yaml` is verified like the file of that name, and
`commitment.json` must be the very bytes that were hashed, or the outcome is `invalid` by the rule `attachment`.

The pages are another matter: only a seal can vouch for them, and an unsealed copy has none. That is not a fault, as
something tampered with is; the copy is unfinished, as is a sheet that waits for a signature. So for an unsealed copy of
a complete sheet the outcome is `incomplete` by the rule `seal`, both parties are listed as signed, and the message says
where to look. It is never `complete` (`docs/decisions/0003-unsealed-pdf.md`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jtbd.errors import InvalidSheet
from jtbd.model.sheet import Sheet
from jtbd.sign.attachments import read_attachments
from jtbd.sign.content import commitment_json
from jtbd.sign.verification import Outcome, Verification
from jtbd.sign.verify import invalid, rule, verify_sheet

_UNSEALED: Final = "This PDF is an unsealed copy: nothing vouches for its pages. Rely on the sheet.yaml attached to it."


def verify(data: bytes) -> Verification:
    """Return what holds of a sheet's file, YAML or PDF; never raises."""
    return verify_pdf(data) if data.startswith(b"%PDF-") else verify_sheet(data)


def verify_pdf(pdf: bytes) -> Verification:
    """Return what holds of a sheet's PDF; never raises, and is never `complete` without a seal."""
    try:
        with rule("attachment"):
            sheet_file, commitment_file = read_attachments(pdf)
        found = verify_sheet(sheet_file)
        if found.sheet is None:
            return found
        with rule("attachment"):
            _check_same(commitment_file, found.sheet)
    except InvalidSheet as broken:
        return invalid(broken)
    message = f"{found.message} {_UNSEALED}"
    if found.outcome is Outcome.COMPLETE:
        return replace(found, outcome=Outcome.INCOMPLETE, rule="seal", message=message)
    return replace(found, message=message)


def _check_same(commitment_file: bytes, sheet: Sheet) -> None:
    if commitment_file != commitment_json(sheet.commitment):
        raise InvalidSheet("attachment", "the attached commitment.json is not what the attached sheet signs")
