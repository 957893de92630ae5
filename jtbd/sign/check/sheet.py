"""Verification of a sheet, rule by rule: the first that fails is named, and any surprise counts as a failure.

The rules, in order: `canonical` (one text for one content), `schema` (a known form), `hash` (the content has the hash
that is signed), and then each for all signatures before the next: `header`, `key` (the party's, and each has its own),
`signature`, `payload` (it speaks of this sheet, this content, this party), `late` (nobody signed after the last day for
it), `signers` (all who are required, each once).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Final

from pydantic import ValidationError

from jtbd.errors import InvalidSheet
from jtbd.formats import listing
from jtbd.i18n import say
from jtbd.model.objection import objection
from jtbd.model.sheet import Sheet, Signature
from jtbd.model.statement import CONSENT_TYPE, DECLINE_TYPE, ConsentClaims, DeclineClaims, Statement
from jtbd.sign.check.verification import ANSWERS, Outcome, Verification, VerifiedSheet
from jtbd.sign.sheet.content import as_sheet, content_hash, read_document, sheet_yaml
from jtbd.sign.sheet.travelled import as_it_was, remark
from jtbd.sign.token.jwk import to_jwk
from jtbd.sign.token.jws import Token, check_signature, public_key, read_payload, take_apart

_EPOCH: Final = dt.date(1970, 1, 1)
_PAYLOADS: Final[dict[str, type[Statement]]] = {CONSENT_TYPE: ConsentClaims, DECLINE_TYPE: DeclineClaims}


def verify_sheet(data: bytes) -> Verification:
    """Return what holds of a sheet's YAML file; never raises."""
    try:
        return read_verified(data).found
    except InvalidSheet as broken:
        return replace(invalid(broken), remark=form_alone(data) if broken.rule == "canonical" else "")


def read_verified(data: bytes, file: str = "sheet") -> VerifiedSheet:
    """Return the sheet in a file, all of it checked.

    Args:
        data: the file.
        file: what it is called, for whoever has to be told of it.

    Raises:
        InvalidSheet: the first rule that fails, of `canonical` to `signers`.

    """
    with rule("canonical"):
        document = read_document(data, file)
    with rule("schema"):
        sheet = as_sheet(document)
    return holding(data, sheet, check(sheet))


def checked(sheet: Sheet) -> VerifiedSheet:
    """Return a sheet that was just made, with its file, after checking the hash and every signature.

    Raises:
        InvalidSheet: the first rule that fails, of `hash` to `signers`.

    """
    return holding(sheet_yaml(sheet), sheet, check(sheet))


def holding(data: bytes, sheet: Sheet, statements: tuple[Statement, ...]) -> VerifiedSheet:
    """Return a sheet of which everything was checked, with what it is worth."""
    return VerifiedSheet(data, sheet, statements, replace(conclude(sheet, statements), file=data))


def held(found: Verification) -> VerifiedSheet | None:
    """Return the sheet that verification found to hold, also where its PDF is not what it should be; None if none."""
    return holding(found.file, found.sheet, found.statements) if found.sheet else None


def form_alone(data: bytes) -> str:
    """Return what to say of a file whose form alone was changed on its way; empty where more was, or it is no sheet."""
    with suppress(Exception):  # whatever a file is made of, it must not keep the answer back
        if found := as_it_was(data):
            sheet, changed = found
            check(sheet)
            return remark(sheet, changed)
    return ""


def check(sheet: Sheet) -> tuple[Statement, ...]:
    """Return what the parties said, in the order of the signatures, after checking the hash and every signature.

    Raises:
        InvalidSheet: the first rule that fails, of `hash` to `signers`.

    """
    signatures = sheet.signatures
    with rule("hash"):
        _check_hash(sheet)
    with rule("header"):
        tokens = [take_apart(signature.jws, frozenset(_PAYLOADS)) for signature in signatures]
    with rule("key"):
        _check_keys(sheet, tokens)
    with rule("signature"):
        for token in tokens:
            check_signature(token)
    with rule("payload"):
        statements = tuple(
            _statement(sheet, signature, token) for signature, token in zip(signatures, tokens, strict=True)
        )
    with rule("late"):
        _check_days(sheet, statements)
    with rule("signers"):
        _check_signers(sheet)
    return statements


def conclude(sheet: Sheet, statements: tuple[Statement, ...]) -> Verification:
    """Return the answer for a sheet whose signatures hold."""
    content = sheet.commitment
    signed = tuple(statement.party for statement in statements)
    missing = tuple(party for party in content.required if party not in signed)
    rule_failed = None
    refusals = [statement for statement in statements if isinstance(statement, DeclineClaims)]
    if refusals:
        outcome = Outcome.DECLINED
        message = " ".join(sentence for refusal in refusals for sentence in _refusal(sheet, refusal))
    elif missing:
        outcome, rule_failed = Outcome.INCOMPLETE, "signers"
        message = say(
            "{signed} of {total} signed; still to sign: {names}.",
            signed=len(signed),
            total=len(content.required),
            names=listing([content.party(party).full_name for party in missing]),
        )
    else:
        outcome = Outcome.COMPLETE
        names = listing([party.full_name for party in content.parties])
        message = say("{names} have both signed this content, and it is unchanged since.", names=names)
    return Verification(
        outcome, rule_failed, message, signed=signed, missing=missing, sheet=sheet, statements=statements
    )


def invalid(broken: InvalidSheet) -> Verification:
    """Return the answer for a file that breaks a rule."""
    return Verification(Outcome.INVALID, broken.rule, ANSWERS[broken.rule].said(rule=broken.rule), broken.message)


@contextmanager
def rule(name: str) -> Iterator[None]:
    """Name the rule that is being checked, so that whatever goes wrong in it is a failure of that rule."""
    try:
        yield
    except InvalidSheet:
        raise
    except Exception as surprise:
        raise InvalidSheet(name, say("checking failed with {error}", error=type(surprise).__name__)) from surprise


def _check_hash(sheet: Sheet) -> None:
    if (found := content_hash(sheet.commitment)) != sheet.content_hash:
        raise InvalidSheet(
            "hash",
            say(
                "the content's hash is {found}, the sheet says {expected}",
                found=found,
                expected=sheet.content_hash,
            ),
        )


def _check_keys(sheet: Sheet, tokens: list[Token]) -> None:
    first, second = sheet.commitment.parties
    if first.key == second.key:
        raise InvalidSheet("key", say("both parties have the same key"))
    for signature, token in zip(sheet.signatures, tokens, strict=True):
        if to_jwk(public_key(token)) != token.header["jwk"]:  # a coordinate beyond the field names the same point
            raise InvalidSheet("key", say("the key in a signature is not written in its one form"))
        expected = sheet.commitment.party(signature.party).key
        if token.thumbprint != expected:
            raise InvalidSheet(
                "key",
                say(
                    "party {party} signed with the key {found}, the sheet names {expected}",
                    party=signature.party,
                    found=token.thumbprint,
                    expected=expected,
                ),
            )


def _statement(sheet: Sheet, signature: Signature, token: Token) -> Statement:
    try:
        statement = _PAYLOADS[token.type].model_validate(payload := read_payload(token))
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(map(str, fault["loc"]))
        opening = say("what party {party} signed:", party=signature.party)
        raise InvalidSheet("payload", f"{opening} {place}: {objection(fault)}") from error
    mark = signature.mark_svg
    comparisons = {
        "form": (statement.dump(), payload),
        **{name: (getattr(statement, name), value) for name, value in expected_claims(sheet, signature.party).items()},
        "mark": (statement.mark, mark_hash(mark)) if isinstance(statement, ConsentClaims) else (mark, ""),
    }
    for name, (found, expected) in comparisons.items():
        if found != expected:
            raise InvalidSheet(
                "payload",
                say(
                    "what party {party} signed does not fit this sheet: its {field}", party=signature.party, field=name
                ),
            )
    return statement


def _check_days(sheet: Sheet, statements: tuple[Statement, ...]) -> None:
    last = sheet.commitment.open_until
    for statement in statements:
        if last and statement.day > (last - _EPOCH).days:
            raise InvalidSheet(
                "late",
                say("party {party} signed after {day}, the last day for it", party=statement.party, day=last),
            )


def expected_claims(sheet: Sheet, party: str) -> dict[str, object]:
    """Return what every statement of a party about a sheet must say."""
    content = sheet.commitment
    signer = next(found for found in content.parties if found.id == party)
    return {
        "aud": content.format,
        "sheet": content.id,
        "content": sheet.content_hash,
        "party": signer.id,
        "name": signer.name,
        "role": signer.role,
    }


def mark_hash(mark_svg: str) -> str:
    """Return the hex SHA-256 of a mark's UTF-8, as a consent carries it."""
    return hashlib.sha256(mark_svg.encode()).hexdigest()


def _check_signers(sheet: Sheet) -> None:
    parties = [signature.party for signature in sheet.signatures]
    for party in parties:
        if party not in sheet.commitment.required:
            raise InvalidSheet("signers", say("party {party} signed, but is not one of those who should", party=party))
        if parties.count(party) > 1:
            raise InvalidSheet("signers", say("party {party} has signed more than once", party=party))


def _refusal(sheet: Sheet, refusal: DeclineClaims) -> Iterator[str]:
    yield say(
        "{name} declined: “{reason}”.", name=sheet.commitment.party(refusal.party).full_name, reason=refusal.reason
    )
    if refusal.suggests:
        yield say("Who fits better, they say: {name}.", name=refusal.suggests)
