"""Makers of sheets that must not be accepted, down to signatures over anything."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from jtbd.model.sheet import Sheet
from jtbd.sign.sheet.canonical import canonical_yaml
from jtbd.sign.sheet.content import content_hash
from jtbd.sign.token.base64url import decode, encode
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.jwk import PrivateKey, to_jwk
from jtbd.sign.token.jws import ORDER
from tests.support import builders, sheets
from tests.support.sheets import sign

CONSENT: Final = "jtbd-consent+jwt"
DECLINE: Final = "jtbd-decline+jwt"


class Attack(NamedTuple):
    """A file that must not be accepted.

    Attributes:
        name: what was done, in a word or two.
        data: the file.
        rule: the first rule that it breaks.

    """

    name: str
    data: bytes
    rule: str


def small() -> Sheet:
    """Return a complete sheet with little in it, so that each of its bytes can be tried."""
    canvas = builders.canvas(
        parties={"a": {"person": "Ana"}, "b": {"person": "Bea"}},
        job={"want": "move"},
        commitments=[{"id": "call", "by": "a", "what": "call Bea"}],
    )
    half = sign(sheets.draft(canvas), "a", sheets.key("a"), at=sheets.AT, consent="I agree.", mark_svg="M1 2L3 4")
    return sign(half, "b", sheets.key("b"), at=sheets.AT, consent="I agree.")


def signatures(sheet: Sheet) -> list[dict[str, Any]]:
    """Return a sheet's signatures as plain data."""
    found: list[dict[str, Any]] = sheet.dump()["signatures"]
    return found


def resigned(header: Mapping[str, Any] | None = None, key: PrivateKey | None = None, **claims: Any) -> str:
    """Return a signature of a's that says something else, correctly signed all the same."""
    signer = key or sheets.key("a")
    said = {name: value for name, value in {**payload(), **claims}.items() if value is not None}
    return signed_text(CONSENT, canonical_json(said), header, signer)


def payload() -> dict[str, Any]:
    """Return what a says in the sheet that both have signed, as plain data."""
    found: dict[str, Any] = json.loads(decode(sheets.half_signed().signatures[0].jws.split(".")[1]))
    return found


def signed_text(typ: str, text: bytes, header: Mapping[str, Any] | None = None, key: PrivateKey | None = None) -> str:
    """Return a JWS over any bytes."""
    signer = key or sheets.key("a")
    head = {"alg": "ES256", "jwk": to_jwk(signer.public_key()), "typ": typ, **(header or {})}
    signing_input = f"{encode(canonical_json(head))}.{encode(text)}"
    r, s = _sign(signer, signing_input)
    return f"{signing_input}.{encode(r.to_bytes(32) + min(s, ORDER - s).to_bytes(32))}"


def _sign(key: PrivateKey, text: str) -> tuple[int, int]:
    return decode_dss_signature(key.sign(text.encode(), ec.ECDSA(SHA256(), deterministic_signing=True)))


def forged(name: str, document: Mapping[str, Any], rule: str) -> Attack:
    """Return a document as an attack."""
    return Attack(name, canonical_yaml(document), rule)


def with_signature(name: str, jws: str, rule: str, **fields: Any) -> Attack:
    """Return a complete sheet in which a's signature is another."""
    sheet = sheets.complete()
    a, b = signatures(sheet)
    return forged(name, sheets.document(sheet, signatures=[{**a, "jws": jws, **fields}, b]), rule)


def rehashed(name: str, sheet: Sheet, entries: list[dict[str, Any]], rule: str, **changes: Any) -> Attack:
    """Return a sheet of another content, its hash computed anew."""
    edited = sheets.edited(sheet, **changes)
    hashed = content_hash(edited.commitment)
    return forged(name, sheets.document(edited, content_hash=hashed, signatures=entries), rule)
