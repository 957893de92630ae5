"""The sentences that a party consents or declines with, unless it says it in its own words."""

from __future__ import annotations

from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS, Sheet, SheetParty
from jtbd.model.text import PartyId


def default_consent(sheet: Sheet, party: PartyId) -> str:
    """Return the full sentence with which a party consents to a sheet."""
    content = sheet.commitment
    return (
        f"{_speaker(content.party(party))} have read commitment sheet {content.id} and agree to its content "
        f"({sheet.content_hash}). "
        f"{BINDING_MEANS[content.binding]} {CONFIDENTIAL_MEANS[content.confidential]}"
    )


def default_decline(sheet: Sheet, party: PartyId) -> str:
    """Return the full sentence with which a party declines a sheet."""
    content = sheet.commitment
    return (
        f"{_speaker(content.party(party))} have read commitment sheet {content.id} ({sheet.content_hash}) and decline "
        "it. Nobody owes anybody anything from it."
    )


def in_short(said: str, sheet: Sheet) -> str:
    """Return a sentence as people read it: with the sheet's id and hash in short; what is signed has them whole."""
    digest, sheet_id = sheet.content_hash.removeprefix("sha256:"), sheet.commitment.id
    return said.replace(sheet.content_hash, f"{digest[:4]} {digest[4:8]} …").replace(sheet_id, f"{sheet_id[:4]}…")


def _speaker(party: SheetParty) -> str:
    return f"I, {party.name}, for {party.short_name}," if party.short_name != party.name else f"I, {party.name},"
