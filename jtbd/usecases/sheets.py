"""Freezing a sheet and signing it, in any folder: the canvas's own or one that was named."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from jtbd.errors import AlreadyThere, InvalidSheet, SheetChanged, UsageError
from jtbd.figures.palette import LIGHT
from jtbd.figures.sheet_svg import sheet_svg
from jtbd.model import Canvas, PartyId
from jtbd.model.sheet import Binding, Sheet
from jtbd.model.statement import Statement
from jtbd.scoring import overlap
from jtbd.sheet.pdf import PrintedSheet, preview, render
from jtbd.sign import keys
from jtbd.sign.content import commitment_json, read_sheet, sheet_yaml
from jtbd.sign.freeze import freeze, new_sheet_id
from jtbd.sign.jwk import PublicKey, thumbprint
from jtbd.sign.signing import sign
from jtbd.sign.verification import Outcome
from jtbd.sign.verify import check, verify_sheet
from jtbd.store.files import read_bytes
from jtbd.store.protocol import SheetStore


@dataclass(frozen=True, slots=True)
class Terms:
    """What the parties chose the sheet to be; all of it is signed."""

    binding: Binding = "intent"
    confidential: bool = False
    money: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet in a folder, waiting for signatures."""

    number: int
    path: Path
    sheet: Sheet

    @property
    def signed(self) -> tuple[PartyId, ...]:
        """The parties that have signed."""
        return tuple(signature.party for signature in self.sheet.signatures)


@dataclass(frozen=True, slots=True)
class Signed:
    """What signing has written: the draft with one more signature or, after the last one, the complete sheet."""

    path: Path
    sheet: Sheet
    complete: bool
    warnings: tuple[str, ...] = ()


def freeze_in(
    sheets: SheetStore,
    canvas: Canvas,
    file: bytes,
    terms: Terms,
    *,
    key_a: PublicKey,
    key_b: PublicKey | None,
    config: Path,
) -> Draft:
    """Freeze a sheet of a canvas as the next draft; nothing is left of one that did not come about.

    Args:
        sheets: where to.
        canvas: what was agreed.
        file: the canvas's file as it is on disk; its hash goes into the sheet.
        terms: what the sheet is.
        key_a: the key that will sign for a.
        key_b: the key that will sign for b; None makes a guest key for this sheet, kept in `config` until then.
        config: the folder of keys.

    Raises:
        NotReadyToSign: the canvas lacks something.
        CannotWrite: the disk refused.

    """
    sheet_id, seal, guest = new_sheet_id(), keys.new_key(), keys.new_key()
    sheet = freeze(
        canvas,
        overlap(canvas),
        sheet_id=sheet_id,
        keys={"a": thumbprint(key_a), "b": thumbprint(key_b or guest.public_key())},
        seal=thumbprint(seal.public_key()),
        canvas_sha256=hashlib.sha256(file).hexdigest(),
        binding=terms.binding,
        confidential=terms.confidential,
        money=terms.money,
    )
    with ExitStack() as undo:
        if key_b is None:
            guest_key = keys.guest_key_path(config, sheet_id)
            keys.save_private(guest_key, guest)
            undo.callback(keys.forget_key, guest_key)
        number, path = sheets.freeze_draft(sheet_yaml(sheet).decode())
        undo.callback(sheets.discard, number)
        keys.save_private(keys.seal_key_path(path), seal)
        undo.pop_all()
    return Draft(number, path, sheet)


def read_draft(number: int, path: Path) -> Draft:
    """Return the draft in a file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        InvalidSheet: it is not a sheet.

    """
    with naming(path):
        return Draft(number, path, read_sheet(read_bytes(path), str(path)))


def find_draft(sheets: SheetStore, path: Path) -> Draft:
    """Return the draft that a person named by its file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        InvalidSheet: it is not a sheet, or does not hold.
        AlreadyThere: another sheet of that number is complete in the folder.
        UsageError: it is one, but not by the name of a draft.

    """
    with naming(path):
        sheet = read_sheet(read_bytes(path), str(path))
        check(sheet)
    for number, draft in sheets.drafts().items():
        if draft.resolve() == path.resolve():
            return Draft(number, path, sheet)
    for number, complete in sheets.completed().items():
        if path.name == f"draft-{number}.yaml":
            raise AlreadyThere(str(complete), f"Take {path.name} to another folder and sign it there.")
    raise UsageError(
        f"{path} is not the draft of a sheet by its name",
        "A sheet that waits for signatures is called draft-N.yaml: rename it.",
    )


def key_path(config: Path, sheet: Sheet, party: PartyId) -> Path:
    """Return the key that signs where none is named: a guest's, if one was made for this sheet, else the owner's."""
    guest = keys.guest_key_path(config, sheet.commitment.id)
    return guest if party == "b" and guest.is_file() else keys.owner_key_path(config)


def sign_draft(
    sheets: SheetStore,
    draft: Draft,
    party: PartyId,
    key: Path,
    *,
    config: Path,
    at: dt.datetime,
    passphrase: str | None = None,
    consent: str | None = None,
    mark_svg: str = "",
) -> Signed:
    """Sign a draft; the last signature makes it a complete sheet with its PDF.

    Keys that have done their work are removed: the guest's of this sheet once b has signed, the sealing key with the
    last signature.

    Raises:
        MissingKey, WrongPassphrase, PassphraseNeeded, UnusableKey, ForeignKey: the key does not do.
        AlreadySigned, AlreadyDeclined, InvalidSheet: the sheet does not wait for this signature.
        SheetChanged: it was signed by somebody else meanwhile.
        AlreadyThere, CannotWrite: nothing was written.

    """
    with naming(draft.path):
        sheet = sign(draft.sheet, party, keys.load_private(key, passphrase), at=at, consent=consent, mark_svg=mark_svg)
    file = sheet_yaml(sheet)
    used = [keys.guest_key_path(config, sheet.commitment.id)] if party == "b" else []
    complete = verify_sheet(file).outcome is Outcome.COMPLETE
    printed = print_sheet(file, at) if complete else None
    if read_bytes(draft.path) != sheet_yaml(draft.sheet):
        raise SheetChanged(str(draft.path))
    if printed:
        path = sheets.complete(draft.number, file.decode(), printed.pdf)
        used.append(keys.seal_key_path(draft.path))
    else:
        path = draft.path
        sheets.replace_draft(path, file.decode())
    return Signed(path, sheet, complete, (*(printed.warnings if printed else ()), *_forgotten(used)))


def _forgotten(used: Iterable[Path]) -> Iterator[str]:
    """Remove keys that have done their work; yield what to do about one that the disk does not let go of."""
    for key in used:
        try:
            keys.forget_key(key)
        except OSError as error:
            yield f"{key} has done its work and could not be removed ({error.strerror}): delete it."


def print_sheet(file: bytes, at: dt.datetime) -> PrintedSheet:
    """Return the PDF of a sheet, with the picture of its overlap.

    Args:
        file: the sheet's YAML.
        at: the date of the document while nobody has signed.

    Raises:
        InvalidSheet: it is not a sheet, or something in it does not hold.

    """
    sheet, statements = _held(file)
    return render(
        sheet,
        statements,
        sheet_yaml=file,
        commitment_json=commitment_json(sheet.commitment),
        overlap_svg=sheet_svg(sheet.commitment, LIGHT),
        made_at=at,
    )


def preview_sheet(file: bytes, at: dt.datetime) -> tuple[bytes, ...]:
    """Return the pages of a sheet as PNG pictures, as they will print.

    Raises:
        InvalidSheet: it is not a sheet, or something in it does not hold.

    """
    sheet, statements = _held(file)
    return preview(sheet, statements, overlap_svg=sheet_svg(sheet.commitment, LIGHT), made_at=at)


def _held(file: bytes) -> tuple[Sheet, tuple[Statement, ...]]:
    sheet = read_sheet(file)
    return sheet, check(sheet)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let a sheet that does not hold be refused by its file's name, with what to do."""
    try:
        yield
    except InvalidSheet as broken:
        raise broken.of(str(path)) from broken
