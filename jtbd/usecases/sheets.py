"""Freezing a sheet and signing it, in any folder: the canvas's own or one that was named."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jtbd.errors import InvalidSheet, UnreadableFile, UsageError
from jtbd.figures.palette import LIGHT
from jtbd.figures.sheet_svg import sheet_svg
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.sheet import Binding, Sheet
from jtbd.scoring import overlap
from jtbd.sheet.pdf import PrintedSheet, render
from jtbd.sign import keys
from jtbd.sign.content import commitment_json, read_sheet, sheet_yaml
from jtbd.sign.freeze import freeze, new_sheet_id
from jtbd.sign.jwk import PrivateKey, PublicKey, thumbprint
from jtbd.sign.signing import sign
from jtbd.sign.verification import Outcome
from jtbd.sign.verify import verify_sheet
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
    public: Mapping[PartyId, PublicKey | None],
    config: Path,
) -> Draft:
    """Freeze a sheet of a canvas as the next draft.

    Args:
        sheets: where to.
        canvas: what was agreed.
        file: the canvas's file as it is on disk; its hash goes into the sheet.
        terms: what the sheet is.
        public: the keys that will sign; None for a party makes it a key for this sheet, kept in `config` until then.
        config: the folder of keys.

    Raises:
        NotReadyToSign: the canvas lacks something.
        CannotWrite: the disk refused.

    """
    sheet_id, seal = new_sheet_id(), keys.new_key()
    made: dict[PartyId, PrivateKey] = {party: keys.new_key() for party in PARTIES if public[party] is None}
    sheet = freeze(
        canvas,
        overlap(canvas),
        sheet_id=sheet_id,
        keys={p: thumbprint(public[p] or made[p].public_key()) for p in PARTIES},
        seal=thumbprint(seal.public_key()),
        canvas_sha256=hashlib.sha256(file).hexdigest(),
        binding=terms.binding,
        confidential=terms.confidential,
        money=terms.money,
    )
    for key in made.values():
        keys.save_private(keys.guest_key_path(config, sheet_id), key)
    number, path = sheets.freeze_draft(sheet_yaml(sheet).decode())
    keys.save_private(keys.seal_key_path(path), seal)
    return Draft(number, path, sheet)


def read_draft(number: int, path: Path) -> Draft:
    """Return the draft in a file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        InvalidSheet: it is not a sheet.

    """
    return Draft(number, path, _read(path))


def find_draft(sheets: SheetStore, path: Path) -> Draft:
    """Return the draft that a person named by its file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        InvalidSheet: it is not a sheet.
        UsageError: it is one, but not by the name of a draft.

    """
    sheet = _read(path)
    for number, draft in sheets.drafts().items():
        if draft.resolve() == path.resolve():
            return Draft(number, path, sheet)
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
    at: dt.datetime,
    passphrase: str | None = None,
    consent: str | None = None,
    mark_svg: str = "",
) -> Signed:
    """Sign a draft; the last signature makes it a complete sheet with its PDF.

    Raises:
        MissingKey, WrongPassphrase, PassphraseNeeded, UnusableKey, ForeignKey: the key does not do.
        AlreadySigned, AlreadyDeclined, InvalidSheet: the sheet does not wait for this signature.
        AlreadyThere, CannotWrite: nothing was written.

    """
    sheet = sign(draft.sheet, party, keys.load_private(key, passphrase), at=at, consent=consent, mark_svg=mark_svg)
    file = sheet_yaml(sheet)
    complete = verify_sheet(file).outcome is Outcome.COMPLETE
    if complete:
        printed = print_sheet(file, at)
        path = sheets.complete(draft.number, file.decode(), printed.pdf)
        keys.forget_key(keys.seal_key_path(draft.path))
        signed = Signed(path, sheet, complete, printed.warnings)
    else:
        sheets.replace_draft(draft.path, file.decode())
        signed = Signed(draft.path, sheet, complete)
    if key.parent.name == "guest":
        keys.forget_key(key)
    return signed


def print_sheet(file: bytes, at: dt.datetime) -> PrintedSheet:
    """Return the PDF of a sheet, with the picture of its overlap.

    Args:
        file: the sheet's YAML.
        at: the date of the document while nobody has signed.

    Raises:
        InvalidSheet: it is not a sheet, or something in it does not hold.

    """
    found = verify_sheet(file)
    if found.sheet is None:
        raise InvalidSheet(found.rule or "schema", found.message)
    return render(
        found.sheet,
        found.statements,
        sheet_yaml=file,
        commitment_json=commitment_json(found.sheet.commitment),
        overlap_svg=sheet_svg(found.sheet.commitment, LIGHT),
        made_at=at,
    )


def _read(path: Path) -> Sheet:
    try:
        return read_sheet(path.read_bytes(), str(path))
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or "cannot be read", "Check the name and the folder.") from error
    except InvalidSheet as error:
        error.exit_code = 2
        raise
