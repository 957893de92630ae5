"""Signing a sheet, or declining it: the sheet with one more signature."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import ValidationError

from jtbd.errors import AlreadyDeclined, AlreadySigned, ForeignKey, SheetLapsed, UsageError
from jtbd.model import PartyId
from jtbd.model.consent import default_consent, default_decline
from jtbd.model.sheet import FIRST_FORMAT, Sheet, Signature
from jtbd.model.statement import CONSENT_TYPE, DECLINE_TYPE, Consent, Decline, Statement
from jtbd.sign.check.sheet import check, expected_claims, mark_hash
from jtbd.sign.sheet.mark import checked_mark
from jtbd.sign.token.jwk import PrivateKey, thumbprint
from jtbd.sign.token.jws import issue


def sign(
    sheet: Sheet,
    party: PartyId,
    key: PrivateKey,
    *,
    at: dt.datetime,
    consent: str | None = None,
    mark_svg: str = "",
) -> Sheet:
    """Return the sheet with a party's consent.

    Args:
        sheet: unsigned, or signed by the other.
        party: who signs.
        key: the key that the sheet names for this party.
        at: now by the laptop's clock, with its zone.
        consent: the full sentence that was on screen; `default_consent` if None.
        mark_svg: SVG path data of the drawn signature; empty for a typed one.

    Raises:
        InvalidSheet: the sheet does not hold as it is; nobody should sign it.
        AlreadySigned: this party has signed.
        AlreadyDeclined: the other party has declined.
        SheetLapsed: the last day for it is over.
        ForeignKey: the sheet names another key for this party.
        UnusableMark: the drawn signature is not plain strokes.
        UsageError: the consent is blank, too long or has characters that cannot be kept.

    """
    _check_turn(sheet, party, key, at)
    mark = checked_mark(mark_svg)
    claims = {**_claims(sheet, party, at), "consent": consent or default_consent(sheet, party), "mark": mark_hash(mark)}
    statement = _stated(Consent, claims)
    return _add(sheet, Signature(jws=issue(CONSENT_TYPE, statement.dump(), key), mark_svg=mark, party=party))


def decline(
    sheet: Sheet,
    party: PartyId,
    key: PrivateKey,
    *,
    at: dt.datetime,
    reason: str,
    suggests: str | None = None,
    sentence: str | None = None,
) -> Sheet:
    """Return the sheet with a party's decision to decline it, signed like consent.

    Args:
        sheet: unsigned, or signed by the other.
        party: who declines.
        key: the key that the sheet names for this party.
        at: now by the laptop's clock, with its zone.
        reason: why.
        suggests: who fits better, if the party likes to say.
        sentence: the full sentence that was on screen; `default_decline` if None.

    Raises:
        InvalidSheet: the sheet does not hold as it is.
        AlreadySigned: this party has signed.
        AlreadyDeclined: the other party has declined.
        SheetLapsed: the last day for it is over.
        ForeignKey: the sheet names another key for this party.
        UsageError: a text is blank, too long or has characters that cannot be kept.

    """
    _check_turn(sheet, party, key, at)
    claims = {
        **_claims(sheet, party, at),
        "consent": sentence or default_decline(sheet, party),
        "reason": reason,
        "suggests": suggests or None,
    }
    statement = _stated(Decline, claims)
    return _add(sheet, Signature(jws=issue(DECLINE_TYPE, statement.dump(), key), mark_svg="", party=party))


def _claims(sheet: Sheet, party: PartyId, at: dt.datetime) -> dict[str, Any]:
    first = sheet.commitment.format == FIRST_FORMAT
    zone = {} if first else {"zone": _offset(at)}
    return {**expected_claims(sheet, party), "iat": int(at.timestamp()), "clock": "laptop", **zone}


def _offset(at: dt.datetime) -> str:
    minutes = round((at.utcoffset() or dt.timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _stated(kind: type[Consent | Decline], claims: dict[str, Any]) -> Statement:
    try:
        return kind.model_validate(claims)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        raise UsageError(f"this cannot be signed: {'.'.join(map(str, fault['loc']))}: {fault['msg']}") from error


def refuse_lapsed(sheet: Sheet, at: dt.datetime) -> None:
    """Refuse a sheet whose last day for a signature is over, by the day where the signer is.

    Raises:
        SheetLapsed: it is.

    """
    last = sheet.commitment.open_until
    if last and at.date() > last:
        raise SheetLapsed(last)


def _check_turn(sheet: Sheet, party: PartyId, key: PrivateKey, at: dt.datetime) -> None:
    for said in check(sheet):
        if said.party == party:
            raise AlreadySigned(party)
        if isinstance(said, Decline):
            raise AlreadyDeclined(said.party)
    refuse_lapsed(sheet, at)
    expected, found = sheet.commitment.party(party).key, thumbprint(key.public_key())
    if found != expected:
        raise ForeignKey(party, expected, found)


def _add(sheet: Sheet, signature: Signature) -> Sheet:
    return sheet.revise(signatures=tuple(sorted((*sheet.signatures, signature), key=lambda item: item.party)))
