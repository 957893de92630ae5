"""Compact JWS in one writing only, read by others too."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given, settings, strategies as st
from joserfc import jws as jose
from joserfc.jwk import ECKey

from jtbd.errors import InvalidSheet
from jtbd.sign.token.base64url import decode, encode
from jtbd.sign.token.jwk import from_jwk, to_jwk
from jtbd.sign.token.jws import ORDER, check_signature, issue, public_key, read_payload, take_apart
from tests.support import sheets

TYPE = "jtbd-consent+jwt"
TYPES = frozenset({TYPE})
PAYLOAD = {"party": "a", "n": 1, "text": "ø"}


def _forge(header: Any, payload: bytes = b"{}", signature: bytes = bytes(64)) -> str:
    head = header if isinstance(header, bytes) else json.dumps(header, separators=(",", ":"), sort_keys=True).encode()
    return f"{encode(head)}.{encode(payload)}.{encode(signature)}"


def _header(**changes: Any) -> dict[str, Any]:
    return {"alg": "ES256", "jwk": to_jwk(sheets.key("a").public_key()), "typ": TYPE, **changes}


def test_another_library_verifies_it() -> None:
    """Joserfc verifies our JWS with the key from its own header."""
    token = issue(TYPE, PAYLOAD, sheets.key("a"))
    header = json.loads(decode(token.split(".")[0]))

    found = jose.deserialize_compact(token, ECKey.import_key(header["jwk"]), algorithms=["ES256"])

    assert json.loads(found.payload) == PAYLOAD


def test_it_verifies_itself() -> None:
    """What was issued is taken apart, checked and read back."""
    token = take_apart(issue(TYPE, PAYLOAD, sheets.key("a")), TYPES)

    check_signature(token)

    assert read_payload(token) == PAYLOAD
    assert token.thumbprint == sheets.keys()["a"]
    assert token.type == TYPE


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_s_is_always_low(number: int) -> None:
    """Every signature has s at most n/2, and the same arguments give the same signature."""
    token = issue(TYPE, {"n": number}, sheets.key("a"))
    raw = decode(token.split(".")[2])

    assert int.from_bytes(raw[32:]) <= ORDER // 2
    assert issue(TYPE, {"n": number}, sheets.key("a")) == token


def test_the_other_s_is_refused() -> None:
    """The signature with n − s, which ECDSA alone would accept, breaks the rule `signature`."""
    head, body, signature = issue(TYPE, PAYLOAD, sheets.key("a")).split(".")
    raw = decode(signature)
    other = raw[:32] + (ORDER - int.from_bytes(raw[32:])).to_bytes(32)
    der = utils.encode_dss_signature(int.from_bytes(other[:32]), int.from_bytes(other[32:]))
    sheets.key("a").public_key().verify(der, f"{head}.{body}".encode(), ec.ECDSA(SHA256()))

    with pytest.raises(InvalidSheet) as caught:
        check_signature(take_apart(f"{head}.{body}.{encode(other)}", TYPES))

    assert caught.value.rule == "signature"


@pytest.mark.parametrize(
    "raw",
    [b"", bytes(63), bytes(64), bytes(65), b"\x00" * 31 + b"\x01" + bytes(32), b"\xff" * 32 + b"\x00" * 31 + b"\x01"],
)
def test_numbers_out_of_range_are_refused(raw: bytes) -> None:
    """A signature of another length, or with r or s of 0 or beyond n, breaks the rule `signature`."""
    head, body, _ = issue(TYPE, PAYLOAD, sheets.key("a")).split(".")

    with pytest.raises(InvalidSheet) as caught:
        check_signature(take_apart(f"{head}.{body}.{encode(raw)}", TYPES))

    assert caught.value.rule == "signature"


@pytest.mark.parametrize(
    "token",
    [
        "",
        "a.b",
        "a.b.c.d",
        f"{encode(b'{}')}.{encode(b'{}')}.",
        _forge(_header(alg="none")),
        _forge(_header(alg="HS256")),
        _forge(_header(alg="ES384")),
        _forge(_header(alg="es256")),
        _forge(_header(alg=["ES256"])),
        _forge(_header(typ="JWT")),
        _forge(_header(typ=[TYPE])),
        _forge(_header(kid="a")),
        _forge(_header(crit=["b64"], b64=False)),
        _forge(_header(jwk="x")),
        _forge(_header(jwk={**to_jwk(sheets.key("a").public_key()), "d": "AA"})),
        _forge(_header(jwk={**to_jwk(sheets.key("a").public_key()), "crv": "P-384"})),
        _forge(_header(jwk={**to_jwk(sheets.key("a").public_key()), "x": 1})),
        _forge({"alg": "ES256", "typ": TYPE}),
        _forge(json.dumps(_header()).encode()),
        _forge(json.dumps(_header(), separators=(",", ":")).replace('"typ"', '"alg":"ES256","typ"').encode()),
        _forge(b"[]"),
        _forge(b"\xff"),
        _forge(_header()).replace(".", "=.", 1),
        " " + _forge(_header()),
    ],
)
def test_any_other_header_is_refused(token: str) -> None:
    """No part more or fewer, no other algorithm, type, field, curve, order, space or doubled key gets through."""
    with pytest.raises(InvalidSheet) as caught:
        take_apart(token, TYPES)

    assert caught.value.rule == "header"


@pytest.mark.parametrize("jwk", [{"x": encode(bytes(32)), "y": encode(bytes(32))}, {"x": "AA"}, {"y": "+"}])
def test_what_is_no_point_is_refused(jwk: dict[str, str]) -> None:
    """Coordinates that are too short or not on the curve break the rule `key`."""
    token = take_apart(_forge(_header(jwk={**to_jwk(sheets.key("a").public_key()), **jwk})), TYPES)

    with pytest.raises(InvalidSheet) as caught:
        public_key(token)

    assert caught.value.rule == "key"


@pytest.mark.parametrize(
    "payload", [b"", b"[]", b'{"a": 1}', b'{"b":1,"a":1}', b'{"a":1,"a":1}', b'{"a":1.0}', b"\xff"]
)
def test_a_payload_in_another_writing_is_refused(payload: bytes) -> None:
    """A payload that is not the RFC 8785 form of an object breaks the rule `payload`."""
    with pytest.raises(InvalidSheet) as caught:
        read_payload(take_apart(_forge(_header(), payload), TYPES))

    assert caught.value.rule == "payload"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=70))
def test_base64url_has_one_writing(data: bytes) -> None:
    """Bytes come back from their base64url; with padding, or another last character, they do not."""
    text = encode(data)

    assert decode(text) == data
    for other in {text + "=", text + "==", text + "\n", " " + text, text + "A"} - {text}:
        try:
            assert decode(other) != data
        except ValueError:
            continue


@pytest.mark.parametrize("text", ["A", "AB", "AAB", "AA==", "A+", "A/", "AA ", "A\nA", "ÀA"])
def test_stray_bits_and_characters_are_refused(text: str) -> None:
    """Unused bits that are set, padding, the other alphabet and white space are refused."""
    with pytest.raises(ValueError, match="not base64url"):
        decode(text)


def test_jwk_comes_back() -> None:
    """A key is the same after its JWK."""
    public = sheets.key("a").public_key()

    assert from_jwk(to_jwk(public)).public_numbers() == public.public_numbers()
    assert base64.urlsafe_b64decode(to_jwk(public)["x"] + "=") == public.public_numbers().x.to_bytes(32)
