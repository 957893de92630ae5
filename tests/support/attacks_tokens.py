"""Attacks on what is inside a signature: its header, its payload and the mark that it speaks of."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any, Final

from jtbd.sign.check.sheet import mark_hash
from jtbd.sign.token.base64url import decode, encode
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.jwk import to_jwk
from jtbd.sign.token.jws import issue
from tests.support import sheets
from tests.support.forged import CONSENT, DECLINE, Attack, payload, resigned, signed_text, with_signature


def _headers() -> Iterator[Attack]:
    """Yield other algorithms, extra fields, key games and other writings of the header."""
    key = to_jwk(sheets.key("a").public_key())
    headers: dict[str, dict[str, Any]] = {
        "alg-none": {"alg": "none"},
        "alg-none-in-capitals": {"alg": "NONE"},
        "alg-hs256": {"alg": "HS256"},
        "alg-es384": {"alg": "ES384"},
        "alg-es256k": {"alg": "ES256K"},
        "alg-list": {"alg": ["ES256"]},
        "kid": {"kid": "a"},
        "kid-path": {"kid": "../../key.pem"},
        "kid-query": {"kid": "a' or '1'='1"},
        "crit": {"crit": ["exp"]},
        "b64": {"b64": False},
        "jku": {"jku": "https://mallory.example/"},
        "x5u": {"x5u": "https://mallory.example/"},
        "typ-jwt": {"typ": "JWT"},
        "typ-of-objects": {"typ": "constructor"},
        "typ-list": {"typ": [CONSENT]},
        "jwk-empty": {"jwk": {}},
        "jwk-null": {"jwk": None},
        "jwk-other-curve": {"jwk": {**key, "crv": "P-384"}},
        "jwk-other-kind": {"jwk": {**key, "kty": "OKP", "crv": "Ed25519"}},
        "jwk-kid": {"jwk": {**key, "kid": "a"}},
        "jwk-private": {"jwk": {**key, "d": encode(bytes(32))}},
        "jwk-number": {"jwk": {**key, "x": 1}},
    }
    for name, header in headers.items():
        yield with_signature(f"header-{name}", resigned(header), "header")


def _header_texts() -> Iterator[Attack]:
    """Yield headers that are written otherwise, or are none."""
    head, body, signature = sheets.complete().signatures[0].jws.split(".")
    text = decode(head)
    secret = canonical_json(to_jwk(sheets.key("a").public_key()))
    shared = encode(text.replace(b"ES256", b"HS256"))
    mac = hmac.new(secret, f"{shared}.{body}".encode(), hashlib.sha256).digest()
    for name, written in {
        "space": text.replace(b",", b", ", 1),
        "order": _turned(text),
        "alg-twice": text.replace(b"{", b'{"alg":"none",', 1),
        "escaped": text.replace(b"ES256", rb"\u0045S256"),
        "byte-order-mark": b"\xef\xbb\xbf" + text,
        "utf-16": text.decode().encode("utf-16"),
        "list": b"[]",
        "nothing": b"",
        "deep": b"[" * 20_000,
    }.items():
        yield with_signature(f"header-{name}", f"{encode(written)}.{body}.{signature}", "header")
    for name, jws in {
        "hs256-with-the-public-key": f"{shared}.{body}.{encode(mac)}",
        "none-without-signature": f"{encode(text.replace(b'ES256', b'none'))}.{body}.",
        "padded": f"{head}=.{body}.{signature}",
        "line-end": f"{head}\n.{body}.{signature}",
        "two-parts": f"{head}.{body}",
        "four-parts": f"{head}.{body}.{signature}.",
        "json": '{"payload":"","signatures":[]}',
        "empty": "",
        "not-ascii": "é.é.é",
    }.items():
        yield with_signature(f"jws-{name}", jws, "header")
    yield with_signature("jws-too-long", "a" * 32_769, "schema")


def _turned(text: bytes) -> bytes:
    return json.dumps(dict(reversed(json.loads(text).items())), separators=(",", ":")).encode()


def _claims() -> Iterator[Attack]:
    """Yield well-signed statements that say anything but what this sheet needs."""
    said: dict[str, dict[str, Any]] = {
        "aud": {"aud": "jtbd.commitment-sheet/2"},
        "sheet": {"sheet": "aaaaaaaaaaaaaaaaaaaaaaaaaa"},
        "content": {"content": f"sha256:{'0' * 64}"},
        "party": {"party": "b"},
        "name": {"name": "Bea Lund"},
        "name-decomposed": {"name": "Ana Rui\u0301z"},
        "name-empty": {"name": ""},
        "role": {"role": "refer"},
        "role-missing": {"role": None},
        "clock": {"clock": "atomic"},
        "iat-negative": {"iat": -1},
        "iat-text": {"iat": "now"},
        "iat-truth": {"iat": True},
        "iat-half": {"iat": 1.5},
        "iat-late": {"iat": 253_402_300_800},
        "consent-empty": {"consent": ""},
        "consent-missing": {"consent": None},
        "consent-bidi": {"consent": "yes \u202e on"},
        "consent-return": {"consent": "yes\r\n"},
        "consent-decomposed": {"consent": "Cafe\u0301"},
        "consent-long": {"consent": "x" * 4_001},
        "consent-marks": {"consent": "a" + "\u0300\u0316" * 4_000},
        "mark": {"mark": "0" * 64},
        "mark-missing": {"mark": None},
        "reason": {"reason": "x"},
        "exp": {"exp": 1},
        "of-objects": {"constructor": "x"},
    }
    for name, claims in said.items():
        yield with_signature(f"claim-{name}", resigned(**claims), "payload")


def _payload_texts() -> Iterator[Attack]:
    """Yield well-signed statements that are written otherwise, or are of another kind than they say."""
    said = payload()
    moment = str(said["iat"]).encode()
    text = canonical_json(said)
    reasoned = {**{name: value for name, value in said.items() if name != "mark"}, "reason": "no"}
    for name, written in {
        "space": text.replace(b",", b", ", 1),
        "role-null": text.replace(b'"role":"lead"', b'"role":null'),
        "iat-float": text.replace(moment, moment + b".0"),
        "iat-exponent": text.replace(moment, moment + b"e0"),
        "iat-twice": text.replace(b'"iat"', b'"iat":1,"iat"', 1),
        "half-a-character": text.replace(b"Ana", b"\\ud800na", 1),
        "surrogates-in-utf-8": text.replace(b"Ana", b"\xed\xa0\x80na", 1),
        "list": b"[]",
        "text": b'"yes"',
        "nothing": b"",
        "deep": b'{"a":' * 4_000,
        "not-a-number": text.replace(moment, b"NaN"),
    }.items():
        yield with_signature(f"payload-{name}", signed_text(CONSENT, written), "payload")
    for name, jws in {
        "consent-called-decline": issue(DECLINE, said, sheets.key("a")),
        "decline-called-consent": issue(CONSENT, reasoned, sheets.key("a")),
        "decline-with-a-mark": issue(DECLINE, reasoned, sheets.key("a")),
    }.items():
        yield with_signature(name, jws, "payload")
    consented = sheets.complete().signatures[0].jws
    yield with_signature("another-mark", consented, "payload", mark_svg="M0 0L9 9")
    yield with_signature("no-mark", consented, "payload", mark_svg="")


def _marks() -> Iterator[Attack]:
    """Yield drawn signatures, signed for, that are not plain strokes."""
    for name, mark in {
        "arc": "M0 0A1 1 0 0 1 2 2",
        "markup": "M0 0<script>",
        "exponent": "M0 0L1e9 0",
        "no-move": "L1 1",
        "odd": "M0 0L1",
        "closed-with-a-number": "M0 0Z1",
        "comma-first": "M,0 0",
        "spaces": "M0  0",
        "run-together": "M0 0L1-1",
        "seven-digits": "M0 0L1234567 1",
        "other-digits": "M0 0L١ 1",
        "line-end": "M0 0\n",
        "too-long": "M0 0" + "L1 1" * 16_384,
    }.items():
        yield with_signature(f"mark-{name}", resigned(mark=mark_hash(mark)), "schema", mark_svg=mark)


FAMILIES: Final = (_headers, _header_texts, _claims, _payload_texts, _marks)
