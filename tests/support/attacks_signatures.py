"""Attacks by signatures that are in the wrong place, by the wrong key or of the wrong value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from jtbd.sign.token.base64url import decode, encode
from jtbd.sign.token.jwk import jwk_thumbprint, to_jwk
from jtbd.sign.token.jws import ORDER
from tests.support import sheets
from tests.support.forged import Attack, forged, rehashed, resigned, signatures, with_signature

FIELD: Final = 2**256 - 2**224 + 2**192 + 2**96 - 1
"""p, over which P-256 is defined."""


def _moved() -> Iterator[Attack]:
    """Yield signatures of these two that stand where they do not belong."""
    sheet = sheets.complete()
    a, b = signatures(sheet)
    other = signatures(sheets.complete(sheets.draft(sheet_id="aaaaaaaaaaaaaaaaaaaaaaaaaa")))
    for name, entries, rule in (
        ("stripped-a", [b], "signers"),
        ("stripped-b", [a], "signers"),
        ("stripped-both", [], "signers"),
        ("swapped", [{**b, "party": "a"}, {**a, "party": "b"}], "key"),
        ("one-for-both", [a, {**a, "party": "b"}], "key"),
        ("a-twice", [a, a], "signers"),
        ("a-twice-and-b", [a, a, b], "signers"),
        ("b-twice", [b, b], "signers"),
        ("replayed", other, "payload"),
        ("replayed-a", [other[0], b], "payload"),
        ("third-signer", [a, b, {**b, "party": "c"}], "schema"),
        ("capital-signer", [{**a, "party": "A"}, b], "schema"),
        ("order", [b, a], "canonical"),
        ("order-beside-a-stranger", [b, {"party": 3}, a], "canonical"),
        ("stranger-of-no-kind", [a, {"party": 3}, b], "schema"),
        ("signer-of-lists", [{**a, "party": ["a"]}, b], "schema"),
        ("not-even-a-map", [a, "b"], "schema"),
    ):
        yield forged(f"signatures-{name}", sheets.document(sheet, signatures=entries), rule)


def _keys() -> Iterator[Attack]:
    """Yield signatures by other keys, and keys that are not two."""
    sheet = sheets.complete()
    yield with_signature("resigned-by-another-key", resigned(key=sheets.key("mallory")), "key")
    yield with_signature("resigned-by-the-other-party", resigned(key=sheets.key("b")), "key")
    named = resigned(key=sheets.key("mallory"), header={"jwk": to_jwk(sheets.key("a").public_key())})
    yield with_signature("resigned-in-the-name-of-a-key", named, "signature")
    parties = sheet.commitment.dump()["parties"]
    parties[1]["key"] = parties[0]["key"]
    yield rehashed("one-key-for-both", sheet, [], "key", parties=parties)
    good = to_jwk(sheets.key("a").public_key())
    for name, jwk in {
        "off-the-curve": {**good, "y": good["x"]},
        "nought": {**good, "x": encode(bytes(32)), "y": encode(bytes(32))},
        "short": {**good, "x": encode(bytes(31))},
        "long": {**good, "x": encode(b"\0" + decode(good["x"]))},
        "padded": {**good, "x": good["x"] + "="},
        "beyond-the-field": _beyond_the_field(),
    }.items():
        parties = sheet.commitment.dump()["parties"]
        parties[0]["key"] = jwk_thumbprint(jwk)
        entry = {**signatures(sheet)[0], "jws": resigned(header={"jwk": jwk})}
        yield rehashed(f"key-{name}", sheet, [entry], "key", parties=parties)


def _beyond_the_field() -> dict[str, str]:
    """Return a point's JWK with p added to its first coordinate, which OpenSSL takes for the same point."""
    b = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
    x = 5
    y = pow(x**3 - 3 * x + b, (FIELD + 1) // 4, FIELD)
    key = to_jwk(ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key())
    return {**key, "x": encode((x + FIELD).to_bytes(32))}


def _values() -> Iterator[Attack]:
    """Yield signature values other than the one that was made."""
    head, body, signature = sheets.complete().signatures[0].jws.split(".")
    raw = decode(signature)
    r, s = raw[:32], int.from_bytes(raw[32:])
    for name, value in {
        "empty": b"",
        "noughts": bytes(64),
        "s-turned": r + (ORDER - s).to_bytes(32),
        "s-nought": r + bytes(32),
        "r-nought": bytes(32) + raw[32:],
        "s-of-order": r + ORDER.to_bytes(32),
        "parts-turned": raw[32:] + r,
        "short": raw[:-1],
        "long": raw + b"\0",
        "der": sheets.key("a").sign(f"{head}.{body}".encode(), ec.ECDSA(SHA256())),
    }.items():
        yield with_signature(f"signature-{name}", f"{head}.{body}.{encode(value)}", "signature")
    yield with_signature("signature-padded", f"{head}.{body}.{signature}==", "signature")
    yield with_signature("signature-plain-base64", f"{head}.{body}.{signature[:-1]}+", "signature")
    stray = signature[:-1] + _next(signature[-1])
    yield with_signature("signature-with-stray-bits", f"{head}.{body}.{stray}", "signature")


def _next(letter: str) -> str:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return alphabet[alphabet.index(letter) + 1]


FAMILIES: Final = (_moved, _keys, _values)
