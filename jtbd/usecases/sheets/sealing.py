"""The PDF of a sheet that both have signed: sealed where the sealing key is, and the end of that key."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jtbd.disk.files import read_bytes
from jtbd.errors import JtbdError, MissingKey
from jtbd.model.sheet import Sheet
from jtbd.sign.check.attachments import LARGEST_PDF
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.sign.keys import pem as keys
from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.sign.token.jwk import thumbprint
from jtbd.store.protocol import SheetStore
from jtbd.usecases.sheets.following import since_earlier
from jtbd.usecases.sheets.printing import print_sealed, print_sheet

_UNPRINTED: Final = (
    "The sheet is complete, and its pages could not be printed. What counts is the .yaml file; `jtbd export --pdf` "
    "prints it, here or on another laptop."
)
_OVER: Final = (Outcome.COMPLETE, Outcome.DECLINED)


@dataclass(frozen=True, slots=True)
class Whole:
    """The PDF of a complete sheet.

    Attributes:
        pdf: sealed, or an unsealed copy; None where it could not be printed at all.
        sealed: which of the two.
        warnings: what could not be done as it should, and what to do about it, each in a sentence or two.

    """

    pdf: bytes | None
    sealed: bool
    warnings: tuple[str, ...]


def print_whole(sheet: Sheet, draft: Path, at: dt.datetime, *, config: Path) -> Whole:
    """Return the PDF of a sheet that both have signed, sealed if the sealing key is here.

    Where it does not, as on a guest's own machine, or is not the one that the sheet names, the PDF is an unsealed copy.
    """
    since = since_earlier(sheet, draft.parent)
    file, path = sheet_yaml(sheet), keys.seal_key_path(config, sheet.commitment.id, draft)
    try:
        key = keys.load_private(path)
    except MissingKey:
        reason = (
            "its sealing key is on the laptop that froze it. To have it sealed, take the signed sheet there and "
            "bring it back with `jtbd import`."
        )
    except JtbdError as error:
        reason = f"its sealing key cannot be used: {error.message}."
    else:
        if thumbprint(key.public_key()) == sheet.commitment.seal:
            try:
                printed = print_sealed(file, at, key, since)
                return Whole(printed.pdf, sealed=True, warnings=printed.warnings)
            except Exception as failure:  # noqa: BLE001 - whatever it is, a signature does not wait for it
                reason = f"it could not be sealed ({failure})."
        else:
            reason = f"{path} is not the sealing key that it names."
    try:
        printed = print_sheet(file, at, since)
    except Exception as failure:  # noqa: BLE001 - the same
        return Whole(None, sealed=False, warnings=(f"{_UNPRINTED} ({failure})",))
    return Whole(printed.pdf, sealed=False, warnings=(*printed.warnings, f"The PDF is an unsealed copy: {reason}"))


def sweep_keys(sheets: SheetStore, config: Path) -> None:
    """Remove the keys that have done their work where a crash came before that; for whoever is `alone` with the sheets.

    Only the seal itself proves that the sealing key has done its work: a sheet whose YAML alone was brought here, or
    with an unsealed copy, keeps it. What proves it of a guest's key is b's own signature, or that the round is over.
    """
    drafts = sheets.drafts()
    for number, path in {**drafts, **sheets.completed()}.items():
        with suppress(JtbdError, OSError):  # left for the next time, or for whoever reads the sheet
            _sweep_guest_key(path, config)
            _sweep_seal_key(path, path.with_name(f"draft-{number}.yaml"), config)
    for path in sheets.discarded().values():
        with suppress(JtbdError, OSError):
            content = read_sheet(read_bytes(path)).commitment
            for key, named in (
                (keys.guest_key_path(config, content.id), content.party("b").key),
                (keys.seal_key_path(config, content.id), content.seal),
            ):
                if key.is_file():
                    _forget(key, named)


def sweep_pdf(draft: Path, sheet: Sheet, *, config: Path) -> None:
    """Remove the PDF that a crash left before the sheet itself was written; any other of its name stays where it is.

    It is known by the sheet attached to it. One that is sealed was made here if the sealing key is here: nobody else
    has it, and it is not removed before the sheet is in place.
    """
    pdf = draft.with_name(draft.name.replace("draft-", "sheet-", 1)).with_suffix(".pdf")
    with suppress(JtbdError, OSError):
        found = verify(read_bytes(pdf, LARGEST_PDF))
        ours = found.outcome is not Outcome.COMPLETE or keys.seal_key_path(config, sheet.commitment.id, draft).is_file()
        if ours and found.sheet and found.sheet.content_hash == sheet.content_hash:
            pdf.unlink()


def _sweep_guest_key(path: Path, config: Path) -> None:
    if any((config / "guest").glob("*.pem")):  # few folders have one at all
        found = verify_sheet(read_bytes(path))
        if found.sheet and (found.outcome in _OVER or "b" in found.signed):
            content = found.sheet.commitment
            _forget(keys.guest_key_path(config, content.id), content.party("b").key)


def _sweep_seal_key(path: Path, draft: Path, config: Path) -> None:
    beside = keys.seal_key_path(config, "", draft)
    if beside.is_file() or any((config / "seal").glob("*.pem")):  # few folders have one at all
        content = read_sheet(read_bytes(path)).commitment
        key = keys.seal_key_path(config, content.id, draft)
        if not key.is_file():
            return
        declined = path == draft
        found = verify(read_bytes(path if declined else path.with_suffix(".pdf"), LARGEST_PDF))
        if found.sheet and found.outcome is (Outcome.DECLINED if declined else Outcome.COMPLETE):
            _forget(key, found.sheet.commitment.seal)


def _forget(key: Path, named: str) -> None:
    """Remove a key if it is the one that a sheet names, and no other that bears its name."""
    if thumbprint(keys.load_private(key).public_key()) == named:
        keys.forget_key(key)
