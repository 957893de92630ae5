"""Freezing a sheet and signing it, in any folder: the canvas's own or one that was named."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jtbd.disk.files import read_bytes
from jtbd.errors import AlreadyThere, InvalidSheet, KeyStays, SheetChanged, UnreadableFile, UsageError
from jtbd.model import Canvas, PartyId
from jtbd.model.answer import Consent, Refusal
from jtbd.model.sheet import Binding, Sheet
from jtbd.scoring import overlap
from jtbd.sign.check.sheet import check, checked, form_alone, verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.sign.keys import pem as keys
from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.sign.sheet.freeze import freeze, new_sheet_id
from jtbd.sign.signing import sign
from jtbd.sign.token.jwk import PrivateKey, PublicKey, thumbprint
from jtbd.store.protocol import SheetStore
from jtbd.usecases.sheets.replacing import replaced
from jtbd.usecases.sheets.sealing import print_whole, sweep_keys, sweep_pdf

OPEN_FOR: Final = dt.timedelta(days=30)
"""How long a sheet may be signed, unless the parties chose another day."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the parties chose the sheet to be; all of it is signed.

    Attributes:
        binding: a statement of intent, or meant to bind.
        confidential: whether the parties keep it to themselves.
        money: whether the money figures go with it.
        verdict: whether it tells what the two are to each other.
        open_until: the last day on which it may be signed; thirty days after it is frozen if None.

    """

    binding: Binding = "intent"
    confidential: bool = False
    money: bool = False
    verdict: bool = False
    open_until: dt.date | None = None

    def last_day(self, today: dt.date) -> dt.date:
        """Return the last day on which a sheet that is frozen today may be signed.

        Raises:
            UsageError: the day that was chosen is over.

        """
        last = self.open_until or today + OPEN_FOR
        if last < today:
            raise UsageError(f"{last} is over: nobody could sign", "Choose today or a later day as the last one.")
        return last


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet in a folder, waiting for signatures."""

    number: int
    path: Path
    sheet: Sheet

    @property
    def signed(self) -> tuple[PartyId, ...]:
        """The parties that have signed."""
        return self.sheet.signers


@dataclass(frozen=True, slots=True)
class Signed:
    """What signing has written: the draft with one more signature or, after the last one, the complete sheet.

    Attributes:
        path: where to; the PDF of a complete sheet lies beside it.
        sheet: what was written.
        outcome: what it is worth now.
        warnings: what could not be done as it should, and what to do about it, each in a sentence or two.
        sealed: whether its PDF is sealed; where the sheet is complete and this is not, it is an unsealed copy.

    """

    path: Path
    sheet: Sheet
    outcome: Outcome
    warnings: tuple[str, ...] = ()
    sealed: bool = False

    @property
    def complete(self) -> bool:
        """Whether both have signed."""
        return self.outcome is Outcome.COMPLETE


def freeze_in(
    sheets: SheetStore,
    canvas: Canvas,
    file: bytes,
    terms: Terms,
    *,
    key_a: PublicKey,
    key_b: PublicKey | None,
    config: Path,
    at: dt.datetime,
    own: SheetStore | None = None,
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
        at: now.
        own: the canvas's own sheets, where the new one goes elsewhere; then it has a number of that place.

    Raises:
        NotReadyToSign: the canvas lacks something.
        UsageError: the last day for signing is over.
        SheetsInUse: another window or program writes a sheet there and does not come to an end.
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
        verdict=terms.verdict,
        open_until=terms.last_day(at.date()),
        replaces=replaced(canvas, *filter(None, (own, sheets))),
    )
    with sheets.alone(), ExitStack() as undo:
        sweep_keys(sheets, config)

        def save_key(path: Path, key: PrivateKey) -> None:
            keys.save_private(path, key)
            undo.callback(_forget_quietly, path)

        if key_b is None:
            save_key(keys.guest_key_path(config, sheet_id), guest)
        # A draft without its sealing key would end unsealed: the key is there first.
        save_key(keys.seal_key_path(config, sheet_id), seal)
        on_record = [record.number for record in canvas.sheets] if own is None else []
        number, path = sheets.freeze_draft(sheet_yaml(sheet).decode(), taken=on_record)
        undo.pop_all()
    return Draft(number, path, sheet)


def read_draft(number: int, path: Path) -> Draft:
    """Return the draft in a file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        InvalidSheet: it is not a sheet.

    """
    data = read_bytes(path)
    with naming(path, data):
        return Draft(number, path, read_sheet(data, str(path)))


def find_draft(sheets: SheetStore, path: Path) -> Draft:
    """Return the draft that a person named by its file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        InvalidSheet: it is not a sheet, or does not hold.
        AlreadyThere: another sheet of that number is complete in the folder.
        UsageError: it is one, but not by the name of a draft.

    """
    data = read_bytes(path)
    with naming(path, data):
        sheet = read_sheet(data, str(path))
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

    For the keys that have done their work see `put_back`.

    Raises:
        MissingKey, WrongPassphrase, PassphraseNeeded, UnusableKey, ForeignKey: the key does not do.
        AlreadySigned, AlreadyDeclined, InvalidSheet: the sheet does not wait for this signature.
        SheetChanged: it was signed by somebody else meanwhile.
        SheetsInUse, AlreadyThere, CannotWrite: nothing was written.

    """
    with naming(draft.path):
        signed = sign(checked(draft.sheet), party, keys.load_private(key, passphrase), Consent(consent, mark_svg), at)
    return put_back(sheets, draft, signed.sheet, config=config, at=at)


def decline_draft(
    sheets: SheetStore,
    draft: Draft,
    party: PartyId,
    key: Path,
    *,
    config: Path,
    at: dt.datetime,
    reason: str,
    suggests: str | None = None,
    passphrase: str | None = None,
    sentence: str | None = None,
) -> Signed:
    """Decline a draft, which ends it: it can be kept and verified, but no longer signed.

    Raises:
        UsageError: the reason is blank, or a text is too long.
        MissingKey, WrongPassphrase, PassphraseNeeded, UnusableKey, ForeignKey: the key does not do.
        AlreadySigned, AlreadyDeclined, InvalidSheet: the sheet does not wait for this party.
        SheetChanged: it was signed by somebody else meanwhile.
        SheetsInUse, CannotWrite: nothing was written.

    """
    with naming(draft.path):
        opened = keys.load_private(key, passphrase)
        declined = sign(checked(draft.sheet), party, opened, Refusal(reason, suggests, sentence), at)
    return put_back(sheets, draft, declined.sheet, config=config, at=at)


def put_back(sheets: SheetStore, draft: Draft, sheet: Sheet, *, config: Path, at: dt.datetime) -> Signed:
    """Put a sheet with more said on it in its draft's place; once both have signed, as a complete one with its PDF.

    The PDF is sealed where the sealing key lies beside the draft. Keys that have done their work are removed, after
    everything is in place: the guest's of this sheet once b has signed or somebody has declined, the sealing key once
    the PDF is sealed or somebody has declined. What a crash leaves of them is swept up the next time.

    Args:
        sheets: where the draft is.
        draft: as it was read.
        sheet: the same content with more signatures.
        config: the folder of keys.
        at: now.

    Raises:
        SheetChanged: the draft is no longer the one that was read.
        SheetsInUse, AlreadyThere, CannotWrite: nothing was written.

    """
    file = sheet_yaml(sheet).decode()
    outcome = verify_sheet(file.encode()).outcome
    whole = print_whole(sheet, draft.path, at, config=config) if outcome is Outcome.COMPLETE else None
    sealed = whole is not None and whole.sealed
    over = outcome is not Outcome.INCOMPLETE
    used = [keys.guest_key_path(config, sheet.commitment.id)] if over or "b" in sheet.signers else []
    used += (
        [keys.seal_key_path(config, sheet.commitment.id, draft.path)] if sealed or outcome is Outcome.DECLINED else []
    )
    with sheets.alone():
        sweep_keys(sheets, config)
        _refuse_changed(draft)
        if whole:
            sweep_pdf(draft.path, sheet, config=config)
            path = sheets.complete(draft.number, file, whole.pdf)
        else:
            path = draft.path
            sheets.replace_draft(path, file)
        warnings = (*(whole.warnings if whole else ()), *_forgotten(used))
    return Signed(path, sheet, outcome, warnings, sealed)


def _refuse_changed(draft: Draft) -> None:
    try:
        found = read_bytes(draft.path)
    except UnreadableFile as gone:  # completed or discarded by somebody else
        raise SheetChanged(str(draft.path)) from gone
    if found != sheet_yaml(draft.sheet):
        raise SheetChanged(str(draft.path))


def _forgotten(used: Iterable[Path]) -> Iterator[str]:
    """Remove keys that have done their work; yield what to do about one that the disk does not let go of."""
    for key in used:
        try:
            keys.forget_key(key)
        except KeyStays as error:
            yield f"{error.message}: delete it."


def _forget_quietly(key: Path) -> None:
    """Undo the making of a key; where the disk does not let go of it, what went wrong first is what counts."""
    with suppress(KeyStays):
        keys.forget_key(key)


@contextmanager
def naming(path: Path, data: bytes = b"") -> Iterator[None]:
    """Let a sheet that does not hold be refused by its file's name, with what to do.

    Args:
        path: its file.
        data: what is in it, where the form alone may have been changed on its way.

    """
    try:
        yield
    except InvalidSheet as broken:
        raise broken.of(str(path), form_alone(data) if data and broken.rule == "canonical" else "") from broken
