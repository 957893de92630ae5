"""P-256 public keys as JSON Web Keys (RFC 7517, 7518) and their thumbprints (RFC 7638)."""

from __future__ import annotations

import hashlib
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec

from jtbd.i18n import say
from jtbd.sign.token.base64url import decode, encode
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.flaw import Flaw

PrivateKey = ec.EllipticCurvePrivateKey
PublicKey = ec.EllipticCurvePublicKey

COORDINATE_BYTES: Final = 32


def to_jwk(key: PublicKey) -> dict[str, str]:
    """Return the key as a JWK of exactly `crv`, `kty`, `x` and `y`."""
    numbers = key.public_numbers()
    return {
        "crv": "P-256",
        "kty": "EC",
        "x": encode(numbers.x.to_bytes(COORDINATE_BYTES)),
        "y": encode(numbers.y.to_bytes(COORDINATE_BYTES)),
    }


def from_jwk(jwk: dict[str, str]) -> PublicKey:
    """Return the key of a JWK.

    Raises:
        ValueError: a coordinate is not 32 bytes of base64url, or the point is not on the curve.

    """
    x, y = decode(jwk["x"]), decode(jwk["y"])
    if {len(x), len(y)} != {COORDINATE_BYTES}:
        raise Flaw(say("a coordinate is not 32 bytes long"))
    numbers = ec.EllipticCurvePublicNumbers(int.from_bytes(x), int.from_bytes(y), ec.SECP256R1())
    return numbers.public_key()


def jwk_thumbprint(jwk: dict[str, str]) -> str:
    """Return the SHA-256 thumbprint of a JWK of exactly `crv`, `kty`, `x` and `y`, as base64url."""
    return encode(hashlib.sha256(canonical_json(jwk)).digest())


def thumbprint(key: PublicKey) -> str:
    """Return the key's SHA-256 thumbprint as base64url: 43 characters."""
    return jwk_thumbprint(to_jwk(key))
