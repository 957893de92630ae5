"""The words of a sheet's pages that are the same on every sheet, in the language spoken: the template has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jtbd.i18n import WITHIN, Message, mark, say, say_in
from jtbd.pdf.pieces import Piece, Pieces, mono, pieces

_PROVES: Final = mark(
    "{bold}What a signature proves:{off} that the content is unchanged since these keys signed it. {bold}What it "
    "does not:{off} who held the laptop; that is what the other party witnessed. Nor when it was: the time is the "
    "laptop’s own."
)
_SEALED: Final = mark(
    "{bold}What the seal proves:{off} that these pages are unchanged since the program sealed them. {pdfsig} must "
    "answer “Signature is Valid” and “Total document signed”. It says the same of pages that somebody changed and "
    "sealed anew with another key: {verify} checks that the key is the sealing key below, which both parties "
    "signed."
)
_TO_BE_SEALED: Final = mark(
    "{bold}What the seal proves, once both have signed:{off} that these pages are unchanged since the program "
    "sealed them. {pdfsig} must answer “Signature is Valid” and “Total document signed”. It says the same of pages "
    "that somebody changed and sealed anew with another key: {verify} checks that the key is the sealing key below, "
    "which both parties signed."
)
_UNSEALED: Final = mark(
    "{bold}An unsealed copy:{off} no seal guards these pages, so what counts is the attached {sheet}, not the print."
)
_WITHOUT: Final = mark(
    "{bold}Without it:{off} two files are attached to this PDF. {detach} takes them out; {sum} must print the hash "
    "above, and {sheet} holds the same content with the signatures as compact JWS (RFC 7515, ES256), which any JOSE "
    "library can check."
)
_SHEET: Final = mono("sheet.yaml")


def labels(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is ours on the pages of a sheet, whose own data these are."""
    sealed, draft = bool(data["sealed"]), data["state"]["kind"] == "draft"
    return {
        **_headings(),
        "status": " · ".join(_status(data, sealed=sealed)),
        "name": say("Commitment sheet: {title}", title=data["title"]),
        "description": data["description"],
        "foot": pieces(mark("Sheet {sheet}"), sheet=Piece("small", data["id"])),
        "pages": pieces(mark("{page} of {pages}"), page=Piece("page", ""), pages=Piece("pages", "")),
        "words": pieces(mark("In these words: {words}"), words=Piece("quote", "")),
        # For translators: the quotation marks of the language around what somebody said.
        "quotes": say_in(WITHIN, "“{words}”", words="\0").split("\0"),
        "sheet_file": say("The sheet with its signatures, in canonical YAML"),
        "commitment_file": say("The exact bytes whose SHA-256 is printed here and was signed"),
        "overlap_note": say(
            "Who solves how much of what has to get done in this job today, by how much it matters to customers."
        ),
        "receipt": say("QR code of the sheet's id, its hash and both keys"),
        "receipt_note": say(
            "A photo of this code is a receipt: id, hash and keys. The hash of what was agreed; the words above have "
            "its beginning:"
        ),
        "with_program": _with_program(sealed=sealed),
        "without_program": pieces(
            _WITHOUT, detach=mono("pdfdetach -saveall"), sum=mono("sha256sum commitment.json"), sheet=_SHEET
        ),
        "proves": pieces(_PROVES),
        "seal_proves": _seal_proves(sealed=sealed, draft=draft),
        "seal_to_come": say(
            "Here the program puts its seal once both have signed. Until then nothing guards these pages."
        ),
    }


def _headings() -> dict[str, str]:
    return {
        "sheet": say("Commitment sheet"),
        "job": say("The job of their customer"),
        "overlap": say("What the two are to each other"),
        "roles": say("Roles"),
        "commitments": say("Commitments"),
        "value": say("What it is worth"),
        "review": say("Review"),
        "terms": say("What this sheet is"),
        "signatures": say("Signatures"),
        "experts": say("For experts: how to check this sheet"),
    }


def _status(data: Mapping[str, Any], *, sealed: bool) -> list[str]:
    guarded = say_in("a sheet", "sealed") if sealed else say("unsealed copy")
    secret = [say_in("a sheet", "confidential")] if data["confidential"] else []
    return [data["state"]["label"], guarded, *secret]


def _with_program(*, sealed: bool) -> Pieces:
    verify = mono("jtbd verify")
    if sealed:
        return pieces(mark("{bold}With the program:{off} {verify} and this file’s name"), verify=verify)
    return pieces(mark("{bold}With the program:{off} {verify} {sheet}"), verify=verify, sheet=_SHEET)


def _seal_proves(*, sealed: bool, draft: bool) -> Pieces:
    if not (sealed or draft):
        return pieces(_UNSEALED, sheet=_SHEET)
    proves: Message = _SEALED if sealed else _TO_BE_SEALED
    return pieces(proves, pdfsig=mono("pdfsig"), verify=mono("jtbd verify"))
