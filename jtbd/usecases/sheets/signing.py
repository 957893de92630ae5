"""Signing in a meeting: the frozen sheet of a canvas up to the last signature, or to a refusal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jtbd.errors import JtbdError, MissingKey, UnusableKey
from jtbd.model import PARTIES, Canvas, PartyId, consent as consents
from jtbd.model.consent import default_consent, default_decline
from jtbd.model.sheet import Sheet
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.sign.token.jwk import thumbprint
from jtbd.store.protocol import SheetStore, is_example
from jtbd.usecases.canvases.records import State, record_state
from jtbd.usecases.home import Home
from jtbd.usecases.keys.opening import is_locked, open_public
from jtbd.usecases.sheets import printing
from jtbd.usecases.sheets.following import since_earlier
from jtbd.usecases.sheets.importing import bring_back
from jtbd.usecases.sheets.printing import preview_sheet
from jtbd.usecases.sheets.sheets import Draft, Signed, decline_draft, put_back, sign_draft, usual_key

__all__ = ["Broken", "Draft", "Given", "Signed", "Went"]


@dataclass(frozen=True, slots=True)
class Broken:
    """A sheet of a canvas that does not hold, or cannot be read: by whatever hand, not by this program's."""

    number: int
    place: str
    message: str
    detail: str


@dataclass(frozen=True, slots=True)
class Given:
    """What a party gives to sign with: a typed name has no mark, an unlocked key no passphrase."""

    passphrase: str | None
    sentence: str
    mark_svg: str = ""


@dataclass(frozen=True, slots=True)
class Went:
    """How a step of the round went.

    Attributes:
        canvas: with its record brought up to date.
        signed: what was written.
        erased: whether the key that was made for the guest has done its work and is gone.

    """

    canvas: Canvas
    signed: Signed
    erased: bool


def open_draft(home: Home, canvas: Canvas) -> Draft | Broken | None:
    """Return the sheet of this canvas that waits for signatures, the latest if there are several; None if none waits.

    One that was declined waits for nothing. One that is broken comes back as such, to be explained and discarded.
    """
    if is_example(canvas.id):
        return None
    sheets = home.store.sheets(canvas.id)
    found = (read_waiting(sheets, number) for number in reversed(sheets.numbers("draft")))
    return next((draft for draft in found if draft), None)


def read_waiting(sheets: SheetStore, number: int) -> Draft | Broken | None:
    """Return a draft of that number, None where it was declined; all of it is checked."""
    place = sheets.place("draft", number)
    try:
        found = verify_sheet(sheets.read("draft", number))
    except JtbdError as error:
        return Broken(number, place, error.message, error.remedy)
    if found.sheet is None:
        return Broken(number, place, found.message, found.detail)
    return None if found.outcome is Outcome.DECLINED else Draft(number, place, found.sheet)


# ── reading and signing ───────────────────────────────────────────────────────────────────────────────────────────────


def pages(sheet: Sheet, at: dt.datetime, since: Sequence[str] = ()) -> tuple[bytes, ...]:
    """Return the pages of a sheet as PNG pictures, as they will print, with what changed since an earlier one."""
    return preview_sheet(sheet_yaml(sheet), at, since)


def since(home: Home, canvas: Canvas, draft: Draft) -> tuple[str, ...]:
    """Return what a draft says otherwise than the sheet whose place it takes, as sentences."""
    return since_earlier(draft.sheet, home.store.sheets(canvas.id))


def lacking(sheet: Sheet, at: dt.datetime) -> tuple[str, ...]:
    """Return what the PDF of a sheet will lack, but for letters, each as a sentence."""
    return printing.lacking(sheet_yaml(sheet), at)


def sheet_file(sheet: Sheet) -> bytes:
    """Return the file of a sheet."""
    return sheet_yaml(sheet)


def consent(sheet: Sheet, party: PartyId) -> str:
    """Return the sentence that a party consents with."""
    return default_consent(sheet, party)


def refusal(sheet: Sheet, party: PartyId) -> str:
    """Return the sentence that a party declines with."""
    return default_decline(sheet, party)


def in_short(sentence: str, sheet: Sheet) -> str:
    """Return a statement as people read it: what it has of machine's names, in short."""
    return consents.in_short(sentence, sheet)


def signs_here(home: Home, draft: Draft, party: PartyId) -> bool:
    """Say whether the key that the sheet names for a party is on this laptop."""
    key = usual_key(home.keys, draft.sheet, party)
    if party == "b" and key == home.keys.guest(draft.sheet.commitment.id):
        return True
    try:
        return thumbprint(open_public(key)) == draft.sheet.commitment.party(party).key
    except (MissingKey, UnusableKey):
        return False


def asks_passphrase(home: Home, draft: Draft, party: PartyId) -> bool:
    """Say whether the key that signs for a party is locked.

    Raises:
        MissingKey: it is not there.

    """
    return is_locked(usual_key(home.keys, draft.sheet, party))


def owner_key_is_locked(home: Home) -> bool:
    """Say whether the owner's long-term key asks for a passphrase.

    Raises:
        MissingKey: it is not there.

    """
    return is_locked(home.keys.owner())


def sign_here(home: Home, canvas: Canvas, draft: Draft, party: PartyId, given: Given) -> Went:
    """Sign the sheet of a canvas.

    Raises:
        JtbdError: as `sign_draft`.

    """
    return _went(
        home,
        canvas,
        draft,
        lambda sheets: sign_draft(
            sheets,
            draft,
            party,
            usual_key(home.keys, draft.sheet, party),
            keys=home.keys,
            at=home.now(),
            passphrase=given.passphrase,
            consent=given.sentence,
            mark_svg=given.mark_svg,
        ),
    )


def decline_here(
    home: Home, canvas: Canvas, draft: Draft, party: PartyId, given: Given, *, reason: str, suggests: str | None
) -> Went:
    """Decline the sheet of a canvas, which ends the round.

    Raises:
        JtbdError: as `decline_draft`.

    """
    return _went(
        home,
        canvas,
        draft,
        lambda sheets: decline_draft(
            sheets,
            draft,
            party,
            usual_key(home.keys, draft.sheet, party),
            keys=home.keys,
            at=home.now(),
            reason=reason,
            suggests=suggests,
            passphrase=given.passphrase,
            sentence=given.sentence,
        ),
    )


def bring_back_here(home: Home, canvas: Canvas, draft: Draft, brought: bytes) -> Went:
    """Take in a sheet of this canvas that was signed elsewhere; once both have signed, it is complete.

    Raises:
        JtbdError: as `bring_back`.

    """
    return _went(
        home,
        canvas,
        draft,
        lambda sheets: bring_back(sheets, draft, brought, keys=home.keys, at=home.now()),
    )


def finish_here(home: Home, canvas: Canvas, draft: Draft) -> Went:
    """Complete a draft that both have signed already: a crash, or a person with a file manager, came before it.

    Raises:
        JtbdError: as `put_back`.

    """
    return _went(
        home,
        canvas,
        draft,
        lambda sheets: put_back(sheets, draft, draft.sheet, keys=home.keys, at=home.now()),
    )


def whose_turn(draft: Draft) -> PartyId | None:
    """Return who signs next where nobody asked to go first; None where both have signed."""
    return next((party for party in PARTIES if party not in draft.signed), None)


def _went(home: Home, canvas: Canvas, draft: Draft, write: Callable[[SheetStore], Signed]) -> Went:
    """Write a step of the round, and bring the canvas's record up to date after it."""
    guest = home.keys.guest(draft.sheet.commitment.id)
    was_there = guest.is_there()
    signed = write(home.store.sheets(canvas.id))
    if signed.outcome is not Outcome.INCOMPLETE:
        state: State = "complete" if signed.complete else "declined"
        canvas = record_state(home.store, canvas.id, draft.number, state)
    return Went(canvas, signed, erased=was_there and not guest.is_there())
