"""Freezing a sheet and signing it, in any folder: the canvas's own or one that was named."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from jtbd.errors import InvalidSheet, KeyStays, SheetChanged, UnreadableFile, UsageError
from jtbd.model import Canvas, PartyId
from jtbd.model.answer import Consent, Refusal
from jtbd.model.sheet import Binding, Sheet
from jtbd.scoring import overlap
from jtbd.sign.check.sheet import checked, form_alone, verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.sign.keys.pem import new_key
from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.sign.sheet.freeze import freeze, new_sheet_id
from jtbd.sign.signing import sign
from jtbd.sign.token.jwk import PrivateKey, PublicKey, thumbprint
from jtbd.store.protocol import KeptKey, KeyStore, SheetStore
from jtbd.usecases.keys.opening import open_private, save_private, seal_key
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
    """A sheet that waits for signatures.

    Attributes:
        number: of the sheet among those of its canvas.
        place: where its file is, to be told.
        sheet: what it holds.

    """

    number: int
    place: str
    sheet: Sheet

    @property
    def signed(self) -> tuple[PartyId, ...]:
        """The parties that have signed."""
        return self.sheet.signers


@dataclass(frozen=True, slots=True)
class Signed:
    """What signing has written: the draft with one more signature or, after the last one, the complete sheet.

    Attributes:
        number: of the sheet.
        place: where it is, to be told; the PDF of a complete sheet lies beside it.
        sheet: what was written.
        outcome: what it is worth now.
        warnings: what could not be done as it should, and what to do about it, each in a sentence or two.
        sealed: whether its PDF is sealed; where the sheet is complete and this is not, it is an unsealed copy.

    """

    number: int
    place: str
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
    keys: KeyStore,
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
        key_b: the key that will sign for b; None makes a guest key for this sheet, kept until it has signed.
        keys: where keys are kept.
        at: now.
        own: the canvas's own sheets, where the new one goes elsewhere; then it has a number of that place.

    Raises:
        NotReadyToSign: the canvas lacks something.
        UsageError: the last day for signing is over.
        SheetsInUse: another window or program writes a sheet there and does not come to an end.
        CannotWrite: the disk refused.

    """
    sheet_id, seal, guest = new_sheet_id(), new_key(), new_key()
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
        sweep_keys(sheets, keys)

        def save_key(to: KeptKey, key: PrivateKey) -> None:
            save_private(to, key)
            undo.callback(_forget_quietly, to)

        if key_b is None:
            save_key(keys.guest(sheet_id), guest)
        # A draft without its sealing key would end unsealed: the key is there first.
        save_key(keys.seal(sheet_id), seal)
        on_record = [record.number for record in canvas.sheets] if own is None else []
        number = sheets.freeze_draft(sheet_yaml(sheet), taken=on_record)
        undo.pop_all()
    return Draft(number, sheets.place("draft", number), sheet)


def read_draft(sheets: SheetStore, number: int) -> Draft:
    """Return a draft as it is kept.

    Raises:
        UnreadableFile: there is none, or it may not be read.
        InvalidSheet: it is not a sheet.

    """
    data, place = sheets.read("draft", number), sheets.place("draft", number)
    with naming(place, data):
        return Draft(number, place, read_sheet(data, place))


def usual_key(keys: KeyStore, sheet: Sheet, party: PartyId) -> KeptKey:
    """Return the key that signs where none is named: a guest's, if one was made for this sheet, else the owner's."""
    guest = keys.guest(sheet.commitment.id)
    return guest if party == "b" and guest.is_there() else keys.owner()


def sign_draft(
    sheets: SheetStore,
    draft: Draft,
    party: PartyId,
    key: KeptKey,
    *,
    keys: KeyStore,
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
    with naming(draft.place):
        signed = sign(checked(draft.sheet), party, open_private(key, passphrase), Consent(consent, mark_svg), at)
    return put_back(sheets, draft, signed.sheet, keys=keys, at=at)


def decline_draft(
    sheets: SheetStore,
    draft: Draft,
    party: PartyId,
    key: KeptKey,
    *,
    keys: KeyStore,
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
    with naming(draft.place):
        opened = open_private(key, passphrase)
        declined = sign(checked(draft.sheet), party, opened, Refusal(reason, suggests, sentence), at)
    return put_back(sheets, draft, declined.sheet, keys=keys, at=at)


def put_back(sheets: SheetStore, draft: Draft, sheet: Sheet, *, keys: KeyStore, at: dt.datetime) -> Signed:
    """Put a sheet with more said on it in its draft's place; once both have signed, as a complete one with its PDF.

    The PDF is sealed where the sealing key lies beside the draft. Keys that have done their work are removed, after
    everything is in place: the guest's of this sheet once b has signed or somebody has declined, the sealing key once
    the PDF is sealed or somebody has declined. What a crash leaves of them is swept up the next time.

    Args:
        sheets: where the draft is.
        draft: as it was read.
        sheet: the same content with more signatures.
        keys: where keys are kept.
        at: now.

    Raises:
        SheetChanged: the draft is no longer the one that was read.
        SheetsInUse, AlreadyThere, CannotWrite: nothing was written.

    """
    file = sheet_yaml(sheet)
    outcome = verify_sheet(file).outcome
    complete, over = outcome is Outcome.COMPLETE, outcome is not Outcome.INCOMPLETE
    whole = print_whole(sheets, draft.number, sheet, at, keys=keys) if complete else None
    sealed = whole is not None and whole.sealed
    sheet_id = sheet.commitment.id
    used = [keys.guest(sheet_id)] if over or "b" in sheet.signers else []
    used += [seal_key(keys, sheet_id, sheets, draft.number)] if sealed or outcome is Outcome.DECLINED else []
    place = sheets.place("sheet", draft.number) if whole else draft.place
    with sheets.alone():
        sweep_keys(sheets, keys)
        _refuse_changed(sheets, draft)
        if whole:
            sweep_pdf(sheets, draft.number, sheet, keys=keys)
            sheets.complete(draft.number, file, whole.pdf)
        else:
            sheets.replace_draft(draft.number, file)
        warnings = (*(whole.warnings if whole else ()), *_forgotten(used))
    return Signed(draft.number, place, sheet, outcome, warnings, sealed)


def _refuse_changed(sheets: SheetStore, draft: Draft) -> None:
    try:
        found = sheets.read("draft", draft.number)
    except UnreadableFile as gone:  # completed or discarded by somebody else
        raise SheetChanged(draft.place) from gone
    if found != sheet_yaml(draft.sheet):
        raise SheetChanged(draft.place)


def _forgotten(used: Iterable[KeptKey]) -> Iterator[str]:
    """Remove keys that have done their work; yield what to do about one that the disk does not let go of."""
    for key in used:
        try:
            key.forget()
        except KeyStays as error:
            yield f"{error.message}: delete it."


def _forget_quietly(key: KeptKey) -> None:
    """Undo the making of a key; where the disk does not let go of it, what went wrong first is what counts."""
    with suppress(KeyStays):
        key.forget()


@contextmanager
def naming(place: str, data: bytes = b"") -> Iterator[None]:
    """Let a sheet that does not hold be refused by its file's name, with what to do.

    Args:
        place: where it is, to be told.
        data: what is in it, where the form alone may have been changed on its way.

    """
    try:
        yield
    except InvalidSheet as broken:
        raise broken.of(place, form_alone(data) if data and broken.rule == "canonical" else "") from broken
