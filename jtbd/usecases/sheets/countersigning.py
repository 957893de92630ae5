"""Signing or declining a sheet that was brought to this machine: its bytes come in, and go out with one more signature.

Nothing is kept: whoever froze the sheet takes it back with `importing`, completes and seals it.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from jtbd.errors import (
    ForeignKey,
    InvalidSheet,
    MissingKey,
    PassphraseNeeded,
    UnusableKey,
)
from jtbd.model import PARTIES, PartyId
from jtbd.model.answer import Consent, Refusal
from jtbd.model.sheet import Sheet
from jtbd.sign.check.sheet import check, checked, form_alone
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.sign.sheet.content import read_sheet
from jtbd.sign.signing import refuse_out_of_turn, sign
from jtbd.sign.token.jwk import thumbprint
from jtbd.store.protocol import KeptKey, KeyStore
from jtbd.usecases.keys.opening import is_locked, is_private, open_private, open_public
from jtbd.usecases.sheets.kinds import refuse_other_files
from jtbd.usecases.sheets.printing import print_sheet
from jtbd.usecases.sheets.sheets import usual_key

UNSEALED: Final = "The PDF is an unsealed copy: it is sealed where the sheet was frozen, once it is brought back there."

_NAMED: Final = "what was given"


@dataclass(frozen=True, slots=True)
class Countersigned:
    """A sheet with one more signature, to be sent back.

    Attributes:
        sheet: what it holds.
        yaml: its file.
        pdf: an unsealed copy as it prints; None until both have signed.
        outcome: `incomplete`, `complete` or `declined`.
        warnings: what is not as it should be, each as a sentence.

    """

    sheet: Sheet
    yaml: bytes
    pdf: bytes | None
    outcome: Outcome
    warnings: tuple[str, ...] = ()


def read_given(data: bytes) -> Sheet:
    """Return the sheet that was given, all of it checked.

    Raises:
        NotASheet: it is a canvas, a job template or a PDF.
        InvalidSheet: it is no sheet, or does not hold.

    """
    refuse_other_files(data, _NAMED)
    try:
        sheet = read_sheet(data, _NAMED)
        check(sheet)
    except InvalidSheet as broken:
        raise broken.of(_NAMED, form_alone(data) if broken.rule == "canonical" else "") from broken
    return sheet


def own_party(given: bytes | Sheet, keys: KeyStore) -> PartyId | None:
    """Return the party whose key is this machine's long-term key; None where that is nobody's, or cannot be told.

    Raises:
        NotASheet, InvalidSheet: what was given is no sheet, or does not hold.

    """
    sheet = given if isinstance(given, Sheet) else read_given(given)
    with suppress(MissingKey, PassphraseNeeded, UnusableKey):
        own = thumbprint(open_public(keys.owner()))
        return next((party for party in PARTIES if sheet.commitment.party(party).key == own), None)
    return None


def countersign(
    data: bytes,
    party: PartyId,
    *,
    keys: KeyStore,
    key: KeptKey | None = None,
    passphrase: str | None = None,
    at: dt.datetime,
    consent: str | None = None,
    mark_svg: str = "",
) -> Countersigned:
    """Sign a sheet that was brought here for one party.

    Args:
        data: the sheet's file.
        party: who signs.
        keys: where keys are kept.
        key: the private key; None for this machine's long-term key.
        passphrase: opens the key, if it is locked.
        at: now.
        consent: the full sentence that was on screen; the usual one if None.
        mark_svg: SVG path data of the drawn signature; empty for a typed one.

    Raises:
        NotASheet, InvalidSheet: what was given is no sheet, or does not hold.
        AlreadySigned, AlreadyDeclined: it does not wait for this signature.
        MissingKey, PassphraseNeeded, WrongPassphrase, UnusableKey, ForeignKey: the key does not do.
        UsageError, UnusableMark: the sentence or the drawing cannot be signed.

    """
    sheet = read_given(data)
    opened = open_private(signing_key(sheet, party, key, keys), passphrase)
    return _given_back(sign(checked(sheet), party, opened, Consent(consent, mark_svg), at), at)


def decline_given(
    data: bytes,
    party: PartyId,
    *,
    keys: KeyStore,
    key: KeptKey | None = None,
    passphrase: str | None = None,
    at: dt.datetime,
    reason: str,
    suggests: str | None = None,
    sentence: str | None = None,
) -> Countersigned:
    """Decline a sheet that was brought here for one party.

    Args:
        data: the sheet's file.
        party: who declines.
        keys: where keys are kept.
        key: the private key; None for this machine's long-term key.
        passphrase: opens the key, if it is locked.
        at: now.
        reason: why.
        suggests: who fits better.
        sentence: the full sentence that was on screen; the usual one if None.

    Raises:
        NotASheet, InvalidSheet: what was given is no sheet, or does not hold.
        AlreadySigned, AlreadyDeclined: it does not wait for this party.
        MissingKey, PassphraseNeeded, WrongPassphrase, UnusableKey, ForeignKey: the key does not do.
        UsageError: the reason is blank, or a text cannot be signed.

    """
    sheet = read_given(data)
    opened = open_private(signing_key(sheet, party, key, keys), passphrase)
    return _given_back(sign(checked(sheet), party, opened, Refusal(reason, suggests, sentence), at), at)


def signing_key(sheet: Sheet, party: PartyId, named: KeptKey | None, keys: KeyStore) -> KeptKey:
    """Return the key that will sign, after all has been checked that can be before anybody types a passphrase.

    Args:
        sheet: what is to be signed or declined.
        party: who does.
        named: the key that was named; None for a guest key made for this sheet, or else the owner's.
        keys: where keys are kept.

    Raises:
        AlreadySigned, AlreadyDeclined: the sheet does not wait for this party.
        MissingKey: there is no such key, or none on this machine that could be meant.
        UnusableKey: it is not a private P-256 key.
        ForeignKey: the sheet names another key for this party.

    """
    refuse_out_of_turn(checked(sheet), party)
    key, expected = named or usual_key(keys, sheet, party), sheet.commitment.party(party).key
    if named is None and not key.is_there():
        raise MissingKey(
            f"party {party}'s key is not here: the sheet names {expected}, and there is no key at {key.place}",
            "Sign where that key is, or name its file with --key.",
        )
    if not is_private(key) or not is_locked(key):
        open_private(key)
    with suppress(PassphraseNeeded, UnusableKey):  # a locked key without its public half is told apart once it is open
        found = thumbprint(open_public(key))
        if found != expected:
            raise ForeignKey(party, expected, found, key.place)
    return key


def _given_back(signed: VerifiedSheet, at: dt.datetime) -> Countersigned:
    if signed.outcome is not Outcome.COMPLETE:
        return Countersigned(signed.sheet, signed.file, None, signed.outcome)
    printed = print_sheet(signed.file, at)
    return Countersigned(signed.sheet, signed.file, printed.pdf, signed.outcome, (*printed.warnings, UNSEALED))
