"""Compact JWS (RFC 7515) with ES256 (RFC 7518 section 3.4), in one writing only.

Stricter than the RFCs, so that nothing can be changed without breaking the signature and two readers cannot disagree:
base64url has no padding and no stray bits; the header is exactly `alg`, `jwk` and `typ`; header and payload are written
in RFC 8785 form (so no key comes twice and no space is free); a signature's s is at most n/2 (the other, n − s, would
verify as well).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from jtbd.errors import InvalidSheet
from jtbd.i18n import mark, say
from jtbd.sign.token.base64url import decode, encode
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.flaw import Flaw, because
from jtbd.sign.token.jwk import COORDINATE_BYTES, PrivateKey, PublicKey, from_jwk, jwk_thumbprint, to_jwk

ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""n, the number of points of P-256 (FIPS 186-5 / SP 800-186)."""

_HEADER: Final = mark("a signature's header is not in order:")
_HEADER_FOR: Final = mark("a signature's header is not in order: {reason}")
_KEY: Final = mark("the key in a signature is not a P-256 key:")
_KEY_FOR: Final = mark("the key in a signature is not a P-256 key: {reason}")
_SIGNATURE: Final = mark("a signature does not hold:")
_SIGNATURE_FOR: Final = mark("a signature does not hold: {reason}")
_PAYLOAD: Final = mark("what was signed is not in order:")
_PAYLOAD_FOR: Final = mark("what was signed is not in order: {reason}")


@dataclass(frozen=True, slots=True)
class Token:
    """A compact JWS taken apart; its header is in order, nothing else has been checked."""

    header: Mapping[str, Any]
    signing_input: bytes
    payload: str
    signature: str

    @property
    def type(self) -> str:
        """What is said: the header's `typ`."""
        return str(self.header["typ"])

    @property
    def thumbprint(self) -> str:
        """The thumbprint of the key in the header."""
        return jwk_thumbprint(self.header["jwk"])


def issue(typ: str, payload: Mapping[str, Any], key: PrivateKey) -> str:
    """Return a compact JWS over the payload; the same arguments give the same text (RFC 6979)."""
    header = {"alg": "ES256", "jwk": to_jwk(key.public_key()), "typ": typ}
    signing_input = f"{encode(canonical_json(header))}.{encode(canonical_json(payload))}"
    der = key.sign(signing_input.encode(), ec.ECDSA(SHA256(), deterministic_signing=True))
    r, s = decode_dss_signature(der)
    raw = r.to_bytes(COORDINATE_BYTES) + min(s, ORDER - s).to_bytes(COORDINATE_BYTES)
    return f"{signing_input}.{encode(raw)}"


def take_apart(jws: str, types: frozenset[str]) -> Token:
    """Return the parts of a compact JWS whose header is in order.

    Raises:
        InvalidSheet: rule `header`.

    """
    parts = jws.split(".")
    if len(parts) != 3:  # noqa: PLR2004 - header, payload, signature
        raise InvalidSheet("header", say("a signature is not three parts with dots between them"))
    try:
        header = _canonical_object(parts[0])
    except ValueError as error:
        raise InvalidSheet("header", because(_HEADER, _HEADER_FOR, error)) from error
    jwk = header.get("jwk")
    in_order = (
        header.keys() == {"alg", "jwk", "typ"}
        and header["alg"] == "ES256"
        and isinstance(header["typ"], str)
        and header["typ"] in types
        and isinstance(jwk, dict)
        and jwk.keys() == {"crv", "kty", "x", "y"}
        and (jwk["crv"], jwk["kty"]) == ("P-256", "EC")
        and isinstance(jwk["x"], str)
        and isinstance(jwk["y"], str)
    )
    if not in_order:
        raise InvalidSheet("header", say("a signature's header is not exactly alg ES256, a known typ and a P-256 jwk"))
    return Token(header, f"{parts[0]}.{parts[1]}".encode(), parts[1], parts[2])


def public_key(token: Token) -> PublicKey:
    """Return the key in the header.

    Raises:
        InvalidSheet: rule `key`: it is not a point of the curve.

    """
    try:
        return from_jwk(token.header["jwk"])
    except ValueError as error:
        raise InvalidSheet("key", because(_KEY, _KEY_FOR, error)) from error


def check_signature(token: Token) -> None:
    """Check the signature with the key in the header.

    Raises:
        InvalidSheet: rule `signature`.

    """
    try:
        der = encode_dss_signature(*_numbers(token.signature))
        public_key(token).verify(der, token.signing_input, ec.ECDSA(SHA256()))
    except InvalidSignature as error:
        raise InvalidSheet(
            "signature", say("a signature does not hold: it was not made by this key over this text")
        ) from error
    except ValueError as error:
        raise InvalidSheet("signature", because(_SIGNATURE, _SIGNATURE_FOR, error)) from error


def read_payload(token: Token) -> dict[str, Any]:
    """Return the payload as plain data.

    Raises:
        InvalidSheet: rule `payload`: it is not the RFC 8785 form of a JSON object.

    """
    try:
        return _canonical_object(token.payload)
    except ValueError as error:
        raise InvalidSheet("payload", because(_PAYLOAD, _PAYLOAD_FOR, error)) from error


def _numbers(signature: str) -> tuple[int, int]:
    raw = decode(signature)
    if len(raw) != 2 * COORDINATE_BYTES:
        raise Flaw(say("it is not 64 bytes long"))
    r, s = int.from_bytes(raw[:COORDINATE_BYTES]), int.from_bytes(raw[COORDINATE_BYTES:])
    if s > ORDER // 2:
        raise Flaw(say("its s is above n/2"))
    return r, s


def _canonical_object(part: str) -> dict[str, Any]:
    data = decode(part)
    value = json.loads(data)
    if not isinstance(value, dict) or canonical_json(value) != data:
        raise Flaw(say("it is not a JSON object in RFC 8785 form"))
    return value
