"""Signing: a sheet with one more answer on it, a consent or a refusal."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import ValidationError

from jtbd.errors import AlreadyDeclined, AlreadySigned, ForeignKey, SheetLapsed, UsageError
from jtbd.i18n import say
from jtbd.model import PartyId
from jtbd.model.answer import Answer, Consent
from jtbd.model.objection import objection
from jtbd.model.sheet import FIRST_FORMAT, Sheet, Signature
from jtbd.model.statement import CONSENT_TYPE, DECLINE_TYPE, ConsentClaims, DeclineClaims, Statement
from jtbd.sign.check.sheet import expected_claims, mark_hash, read_verified
from jtbd.sign.check.verification import VerifiedSheet
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.sign.sheet.mark import checked_mark
from jtbd.sign.token.jwk import PrivateKey, thumbprint
from jtbd.sign.token.jws import issue


def sign(sheet: VerifiedSheet, party: PartyId, key: PrivateKey, answer: Answer, at: dt.datetime) -> VerifiedSheet:
    """Return the sheet with a party's answer, read from its bytes and checked as a stranger would.

    Args:
        sheet: unsigned, or signed by the other.
        party: who answers.
        key: the key that the sheet names for this party.
        answer: consent, or refusal.
        at: now by the laptop's clock, with its zone.

    Raises:
        AlreadySigned: this party has signed.
        AlreadyDeclined: a party has declined.
        SheetLapsed: the last day for it is over.
        ForeignKey: the sheet names another key for this party.
        UnusableMark: the drawn signature is not plain strokes.
        UsageError: a text is blank, too long or has characters that cannot be kept.

    """
    refuse_out_of_turn(sheet, party)
    _refuse_lapsed(sheet.sheet, at)
    expected, found = sheet.sheet.commitment.party(party).key, thumbprint(key.public_key())
    if found != expected:
        raise ForeignKey(party, expected, found)
    added = _signature(sheet.sheet, party, key, answer, at)
    signatures = sorted((*sheet.sheet.signatures, added), key=lambda signature: signature.party)
    return read_verified(sheet_yaml(sheet.sheet.revise(signatures=tuple(signatures))))


def refuse_out_of_turn(sheet: VerifiedSheet, party: PartyId) -> None:
    """Refuse a sheet that does not wait for a party.

    Raises:
        AlreadyDeclined: a party has declined, which ended the round.
        AlreadySigned: this party has signed.

    """
    for said in sheet.statements:
        if isinstance(said, DeclineClaims):
            raise AlreadyDeclined(said.party)
    if party in sheet.found.signed:
        raise AlreadySigned(party)


def _refuse_lapsed(sheet: Sheet, at: dt.datetime) -> None:
    """Refuse a sheet whose last day for a signature is over, by the day where the signer is."""
    last = sheet.commitment.open_until
    if last and at.date() > last:
        raise SheetLapsed(last)


def _signature(sheet: Sheet, party: PartyId, key: PrivateKey, answer: Answer, at: dt.datetime) -> Signature:
    claims = {**_claims(sheet, party, at), "consent": answer.said(sheet, party)}
    if isinstance(answer, Consent):
        mark = checked_mark(answer.mark_svg)
        kind, statement = CONSENT_TYPE, _stated(ConsentClaims, {**claims, "mark": mark_hash(mark)})
    else:
        mark, own = "", {"reason": answer.reason, "suggests": answer.suggests or None}
        kind, statement = DECLINE_TYPE, _stated(DeclineClaims, {**claims, **own})
    return Signature(jws=issue(kind, statement.dump(), key), mark_svg=mark, party=party)


def _claims(sheet: Sheet, party: PartyId, at: dt.datetime) -> dict[str, Any]:
    first = sheet.commitment.format == FIRST_FORMAT
    zone = {} if first else {"zone": _offset(at)}
    return {**expected_claims(sheet, party), "iat": int(at.timestamp()), "clock": "laptop", **zone}


def _offset(at: dt.datetime) -> str:
    minutes = round((at.utcoffset() or dt.timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _stated(kind: type[Statement], claims: dict[str, Any]) -> Statement:
    try:
        return kind.model_validate(claims)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(map(str, fault["loc"]))
        raise UsageError(f"{say('this cannot be signed:')} {place}: {objection(fault)}") from error
