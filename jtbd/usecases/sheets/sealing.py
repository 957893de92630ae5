"""The PDF of a sheet that both have signed: sealed where the sealing key is, and the end of that key."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from jtbd.errors import JtbdError, MissingKey
from jtbd.model.sheet import Sheet
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.sign.token.jwk import thumbprint
from jtbd.store.protocol import IN_THE_ROUND, KeyStore, SheetStore, Stage
from jtbd.usecases.keys.opening import forget_if, open_private, seal_key
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


def print_whole(sheets: SheetStore, number: int, sheet: Sheet, at: dt.datetime, *, keys: KeyStore) -> Whole:
    """Return the PDF of a sheet that both have signed, by its number among others, sealed if the sealing key is here.

    Where it does not, as on a guest's own machine, or is not the one that the sheet names, the PDF is an unsealed copy.
    """
    since = since_earlier(sheet, sheets)
    file, kept = sheet_yaml(sheet), seal_key(keys, sheet.commitment.id, sheets, number)
    try:
        key = open_private(kept)
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
            reason = f"{kept.place} is not the sealing key that it names."
    try:
        printed = print_sheet(file, at, since)
    except Exception as failure:  # noqa: BLE001 - the same
        return Whole(None, sealed=False, warnings=(f"{_UNPRINTED} ({failure})",))
    return Whole(printed.pdf, sealed=False, warnings=(*printed.warnings, f"The PDF is an unsealed copy: {reason}"))


def sweep_keys(sheets: SheetStore, keys: KeyStore) -> None:
    """Remove the keys that have done their work where a crash came before that; for whoever is `alone` with the sheets.

    Only the seal itself proves that the sealing key has done its work: a sheet whose YAML alone was brought here, or
    with an unsealed copy, keeps it. What proves it of a guest's key is b's own signature, or that the round is over.
    """
    for stage in IN_THE_ROUND:
        for number in sheets.numbers(stage):
            with suppress(JtbdError):  # left for the next time, or for whoever reads the sheet
                _sweep_guest_key(sheets, stage, number, keys)
                _sweep_seal_key(sheets, stage, number, keys)
    for number in sheets.numbers("discarded"):
        with suppress(JtbdError):
            content = read_sheet(sheets.read("discarded", number)).commitment
            for key, named in (
                (keys.guest(content.id), content.party("b").key),
                (keys.seal(content.id), content.seal),
            ):
                if key.is_there():
                    forget_if(key, named)


def sweep_pdf(sheets: SheetStore, number: int, sheet: Sheet, *, keys: KeyStore) -> None:
    """Remove the PDF that a crash left before the sheet itself was written; any other of its name stays where it is.

    It is known by the sheet attached to it. One that is sealed was made here if the sealing key is here: nobody else
    has it, and it is not removed before the sheet is in place.
    """
    with suppress(JtbdError):
        found = verify(sheets.pdf(number) or b"")
        ours = found.outcome is not Outcome.COMPLETE or seal_key(keys, sheet.commitment.id, sheets, number).is_there()
        if ours and found.sheet and found.sheet.content_hash == sheet.content_hash:
            sheets.drop_pdf(number)


def _sweep_guest_key(sheets: SheetStore, stage: Stage, number: int, keys: KeyStore) -> None:
    if keys.guests():  # seldom is there one at all
        found = verify_sheet(sheets.read(stage, number))
        if found.sheet and (found.outcome in _OVER or "b" in found.signed):
            content = found.sheet.commitment
            forget_if(keys.guest(content.id), content.party("b").key)


def _sweep_seal_key(sheets: SheetStore, stage: Stage, number: int, keys: KeyStore) -> None:
    if not (keys.seals() or sheets.old_seal_key(number)):  # seldom is there one at all
        return
    file = sheets.read(stage, number)
    key = seal_key(keys, read_sheet(file).commitment.id, sheets, number)
    if not key.is_there():
        return
    declined = stage == "draft"
    found = verify(file if declined else sheets.pdf(number) or b"")
    if found.sheet and found.outcome is (Outcome.DECLINED if declined else Outcome.COMPLETE):
        forget_if(key, found.sheet.commitment.seal)
