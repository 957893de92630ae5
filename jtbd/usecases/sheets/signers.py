"""Whose key signs a sheet: where it is, and whether it does."""

from __future__ import annotations

from contextlib import suppress

from jtbd.errors import ForeignKey, MissingKey, PassphraseNeeded, UnusableKey
from jtbd.i18n import say
from jtbd.model import PARTIES, PartyId
from jtbd.model.sheet import Sheet
from jtbd.sign.check.verification import VerifiedSheet
from jtbd.sign.signing import refuse_out_of_turn
from jtbd.sign.token.jwk import thumbprint
from jtbd.store.protocol import KeptKey, KeyStore
from jtbd.usecases.keys.opening import is_locked, is_private, open_private, open_public


def usual_key(keys: KeyStore, sheet: Sheet, party: PartyId) -> KeptKey:
    """Return the key that signs where none is named: a guest's, if one was made for this sheet, else the owner's."""
    guest = keys.guest(sheet.commitment.id)
    return guest if party == "b" and guest.is_there() else keys.owner()


def signing_key(sheet: VerifiedSheet, party: PartyId, named: KeptKey | None, keys: KeyStore) -> KeptKey:
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
    refuse_out_of_turn(sheet, party)
    key, expected = named or usual_key(keys, sheet.sheet, party), sheet.sheet.commitment.party(party).key
    if named is None and not key.is_there():
        raise MissingKey(
            say(
                "party {party}'s key is not here: the sheet names {expected}, and there is no key at {file}",
                party=party,
                expected=expected,
                file=key.place,
            ),
            say("Sign where that key is, or name its file with --key."),
        )
    if not is_private(key) or not is_locked(key):
        open_private(key)
    with suppress(PassphraseNeeded, UnusableKey):  # a locked key without its public half is told apart once it is open
        found = thumbprint(open_public(key))
        if found != expected:
            raise ForeignKey(party, expected, found, key.place)
    return key


def signs_here(keys: KeyStore, sheet: Sheet, party: PartyId) -> bool:
    """Say whether the key that a sheet names for a party is on this laptop."""
    key = usual_key(keys, sheet, party)
    if key == keys.guest(sheet.commitment.id):
        return True
    try:
        return thumbprint(open_public(key)) == sheet.commitment.party(party).key
    except (MissingKey, UnusableKey):
        return False


def asks_passphrase(keys: KeyStore, sheet: Sheet, party: PartyId) -> bool:
    """Say whether the key that signs for a party where none is named is locked.

    Raises:
        MissingKey: it is not there.

    """
    return is_locked(usual_key(keys, sheet, party))


def own_party(keys: KeyStore, sheet: Sheet) -> PartyId | None:
    """Return the party whose key is this laptop's long-term key; None where that is nobody's, or cannot be told."""
    with suppress(MissingKey, PassphraseNeeded, UnusableKey):
        own = thumbprint(open_public(keys.owner()))
        return next((party for party in PARTIES if sheet.commitment.party(party).key == own), None)
    return None
