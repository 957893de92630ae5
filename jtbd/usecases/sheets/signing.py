"""The round of signing: the frozen sheet of a canvas up to the last signature, or to a refusal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from jtbd.i18n import WITHIN, say_in
from jtbd.model import Canvas, PartyId
from jtbd.model.answer import Answer
from jtbd.sign.check.verification import Outcome
from jtbd.sign.signing import sign
from jtbd.store.protocol import KeptKey, KeyStore, SheetStore
from jtbd.usecases.canvases.records import record_state, state_of
from jtbd.usecases.home import Home
from jtbd.usecases.keys.opening import Ask, open_asking
from jtbd.usecases.sheets.following import since_earlier
from jtbd.usecases.sheets.importing import put_on
from jtbd.usecases.sheets.reading import Draft, read_draft, read_given
from jtbd.usecases.sheets.replacing import refuse_given_up
from jtbd.usecases.sheets.signers import signing_key
from jtbd.usecases.sheets.writing import Signed, put_back


@dataclass(frozen=True, slots=True)
class Progress:
    """What came of a step of the round.

    Attributes:
        canvas: with its record brought up to date.
        signed: what was written.
        erased: whether the key that was made for the guest has done its work and is gone.

    """

    canvas: Canvas
    signed: Signed
    erased: bool


def sign_draft(
    sheets: SheetStore,
    draft: Draft,
    party: PartyId,
    key: KeptKey,
    answer: Answer,
    *,
    ask: Ask,
    keys: KeyStore,
    at: dt.datetime,
) -> Signed:
    """Put a party's answer on a draft; the last consent makes it a complete sheet with its PDF, a refusal ends it.

    For the keys that have done their work see `put_back`.

    Args:
        sheets: where the draft is.
        draft: the draft, as it was read.
        party: who answers.
        key: the key that signs: from `signing_key`.
        answer: consent, or refusal.
        ask: asked for the passphrase if the key is locked.
        keys: where keys are kept.
        at: now.

    Raises:
        MissingKey, PassphraseNeeded, WrongPassphrase, UnusableKey, ForeignKey: the key does not do.
        AlreadySigned, AlreadyDeclined, SheetLapsed: the sheet does not wait for this answer.
        UsageError, UnusableMark: a text or the drawing cannot be signed.
        SheetChanged: it was signed by somebody else meanwhile.
        SheetsInUse, AlreadyThere, CannotWrite: nothing was written.

    """
    signed = sign(draft.verified, party, open_asking(key, ask), answer, at)
    return put_back(sheets, draft, signed, keys=keys, at=at)


def sign_here(home: Home, canvas: Canvas, draft: Draft, party: PartyId, answer: Answer, *, ask: Ask) -> Progress:
    """Put a party's answer on the sheet of a canvas.

    Raises:
        JtbdError: as `signing_key` and `sign_draft`.

    """
    key = signing_key(draft.verified, party, None, home.keys)
    return _progress(
        home,
        canvas,
        draft,
        lambda sheets: sign_draft(sheets, draft, party, key, answer, ask=ask, keys=home.keys, at=home.now()),
    )


def bring_back_here(home: Home, canvas: Canvas, draft: Draft, brought: bytes) -> Progress:
    """Take in a sheet of this canvas that was signed elsewhere; once both have signed, it is complete.

    Raises:
        NotASheet, InvalidSheet: what was brought, or the draft, does not hold.
        SheetGivenUp: it was discarded here, or another took its place.
        JtbdError: as `put_on`.

    """

    def write(sheets: SheetStore) -> Signed:
        sheet = read_given(brought, say_in(WITHIN, "what was brought"))
        if sheet.id != draft.verified.id:
            refuse_given_up(sheet.sheet, sheets)
        return put_on(sheets, _as_it_is(sheets, draft), sheet, keys=home.keys, at=home.now()).signed

    return _progress(home, canvas, draft, write)


def finish_here(home: Home, canvas: Canvas, draft: Draft) -> Progress:
    """Complete a draft that both have signed already: a crash, or a person with a file manager, came before it.

    Raises:
        JtbdError: as `put_back`.

    """
    return _progress(
        home, canvas, draft, lambda sheets: put_back(sheets, draft, draft.verified, keys=home.keys, at=home.now())
    )


def since(home: Home, canvas: Canvas, draft: Draft) -> tuple[str, ...]:
    """Return what a draft says otherwise than the sheet whose place it takes, as sentences."""
    return since_earlier(draft.sheet, home.store.sheets(canvas.id))


def _as_it_is(sheets: SheetStore, draft: Draft) -> Draft:
    """Return a draft as it is now: it may have been signed here since it was read."""
    same = sheets.read("draft", draft.number) == draft.verified.file
    return draft if same else read_draft(sheets, draft.number)


def _progress(home: Home, canvas: Canvas, draft: Draft, write: Callable[[SheetStore], Signed]) -> Progress:
    """Write a step of the round, and bring the canvas's record up to date after it."""
    guest = home.keys.guest(draft.verified.id)
    was_there = guest.is_there()
    signed = write(home.store.sheets(canvas.id))
    if signed.outcome is not Outcome.INCOMPLETE:
        canvas = record_state(home.store, canvas.id, draft.number, state_of(signed.outcome))
    return Progress(canvas, signed, erased=was_there and not guest.is_there())
