"""The PDF of a sheet that both have signed: sealed where the sealing key is, and the end of that key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from jtbd.errors import JtbdError, MissingKey
from jtbd.i18n import mark
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import read_verified
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.sign.sheet.content import read_sheet
from jtbd.sign.token.jwk import thumbprint
from jtbd.store.protocol import IN_THE_ROUND, KeyStore, SheetStore, Stage
from jtbd.usecases.keys.opening import forget_if, open_private, seal_key
from jtbd.usecases.sheets.following import since_earlier
from jtbd.usecases.sheets.printing import print_sealed, print_sheet
from jtbd.usecases.sheets.reading import names

_KEY_ELSEWHERE: Final = mark(
    "The PDF is an unsealed copy: its sealing key is on the laptop that froze it. To have it sealed, take the signed "
    "sheet there and bring it back with `jtbd import`."
)
_KEY_UNUSABLE: Final = mark("The PDF is an unsealed copy: its sealing key cannot be used:")
# For translators: {reason} is what another program says, in English.
_NOT_SEALED: Final = mark("The PDF is an unsealed copy: it could not be sealed ({reason}).")
_OTHER_KEY: Final = mark("The PDF is an unsealed copy: {file} is not the sealing key that it names.")
_UNPRINTED: Final = mark(
    "The sheet is complete, and its pages could not be printed. What counts is the .yaml file; `jtbd export --pdf` "
    "prints it, here or on another laptop."
)


@dataclass(frozen=True, slots=True)
class FinalPdf:
    """The PDF of a complete sheet.

    Attributes:
        pdf: sealed, or an unsealed copy; None where it could not be printed at all.
        sealed: which of the two.
        warnings: what could not be done as it should, and what to do about it, each in a sentence or two.

    """

    pdf: bytes | None
    sealed: bool
    warnings: tuple[str, ...]


def print_final(sheets: SheetStore, number: int, sheet: VerifiedSheet, at: dt.datetime, *, keys: KeyStore) -> FinalPdf:
    """Return the PDF of a sheet that both have signed, by its number among others, sealed if the sealing key is here.

    Where it is not, as on a guest's own machine, or is not the one that the sheet names, the PDF is an unsealed copy.
    """
    since, kept = since_earlier(sheet.sheet, sheets), seal_key(keys, sheet.id, sheets, number)
    try:
        key = open_private(kept)
    except MissingKey:
        unsealed = _KEY_ELSEWHERE.said()
    except JtbdError as error:
        unsealed = f"{_KEY_UNUSABLE.said()} {error.message}."
    else:
        if thumbprint(key.public_key()) == sheet.sheet.commitment.seal:
            try:
                printed = print_sealed(sheet, at, key, since)
                return FinalPdf(printed.pdf, sealed=True, warnings=printed.warnings)
            except Exception as failure:  # noqa: BLE001 - whatever it is, a signature does not wait for it
                unsealed = _NOT_SEALED.said(reason=failure)
        else:
            unsealed = _OTHER_KEY.said(file=kept.place)
    try:
        printed = print_sheet(sheet, at, since)
    except Exception as failure:  # noqa: BLE001 - the same
        return FinalPdf(None, sealed=False, warnings=(f"{_UNPRINTED.said()} ({failure})",))
    return FinalPdf(printed.pdf, sealed=False, warnings=(*printed.warnings, unsealed))


def sweep_keys(sheets: SheetStore, keys: KeyStore, *, but: int | None = None) -> None:
    """Remove the keys that have done their work where a crash came before that; for whoever is `alone` with the sheets.

    Only the seal itself proves that the sealing key has done its work: a sheet whose YAML alone was brought here, or
    with an unsealed copy, keeps it. What proves it of a guest's key is b's own signature, or that the round is over.

    Args:
        sheets: where sheets are.
        keys: where keys are kept.
        but: the number of the sheet that is being written, whose keys are its writer's to remove.

    """
    every = [(stage, number) for stage in IN_THE_ROUND for number in sheets.numbers(stage) if number != but]
    for stage, number in every:
        with suppress(JtbdError):  # left for the next time, or for whoever reads the sheet
            file = sheets.read(stage, number)
            if _is_of(file, keys.guests()):
                _sweep_guest_key(file, keys)
            if sheets.old_seal_key(number) or _is_of(file, keys.seals()):
                _sweep_seal_key(sheets, stage, number, file, keys)
    for number in sheets.numbers("discarded"):
        with suppress(JtbdError):
            file = sheets.read("discarded", number)
            if _is_of(file, (*keys.guests(), *keys.seals())):
                _sweep_discarded(file, keys)


def sweep_pdf(sheets: SheetStore, number: int, sheet: VerifiedSheet, *, keys: KeyStore) -> None:
    """Remove the PDF that a crash left before the sheet itself was written; any other of its name stays where it is.

    It is known by the sheet attached to it. One that is sealed was made here if the sealing key is here: nobody else
    has it, and it is not removed before the sheet is in place.
    """
    with suppress(JtbdError):
        pdf = sheets.pdf(number)
        if pdf is None:
            return
        found = verify(pdf)
        ours = found.outcome is not Outcome.COMPLETE or seal_key(keys, sheet.id, sheets, number).is_there()
        if ours and found.sheet and found.sheet.content_hash == sheet.sheet.content_hash:
            sheets.drop_pdf(number)


def _is_of(file: bytes, ids: Iterable[str]) -> bool:
    """Whether a file is of one of these sheets, so that no other has to be read: seldom is a key left at all."""
    return any(names(file, sheet_id) for sheet_id in ids)


def _sweep_guest_key(file: bytes, keys: KeyStore) -> None:
    found = read_verified(file)
    if found.over or "b" in found.found.signed:
        forget_if(keys.guest(found.id), found.sheet.commitment.party("b").key)


def _sweep_seal_key(sheets: SheetStore, stage: Stage, number: int, file: bytes, keys: KeyStore) -> None:
    key = seal_key(keys, read_sheet(file).commitment.id, sheets, number)
    if not key.is_there():
        return
    declined = stage == "draft"
    found = verify(file if declined else sheets.pdf(number) or b"")
    if found.sheet and found.outcome is (Outcome.DECLINED if declined else Outcome.COMPLETE):
        forget_if(key, found.sheet.commitment.seal)


def _sweep_discarded(file: bytes, keys: KeyStore) -> None:
    content = read_sheet(file).commitment
    for key, named in ((keys.guest(content.id), content.party("b").key), (keys.seal(content.id), content.seal)):
        if key.is_there():
            forget_if(key, named)
