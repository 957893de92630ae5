"""Vectors that break the rules `hash` to `signers`: sheets of the right form whose signatures do not carry them."""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from broken import broken
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from material import (
    ABSENT,
    DECLINE,
    MARK,
    Data,
    Vector,
    changed,
    claims,
    consent,
    content_hash,
    decline,
    header,
    jws,
    key,
    minimal,
    numbers,
    plain,
    raw,
    sheet,
)

from jtbd.sign.token.base64url import decode, encode
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.jwk import jwk_thumbprint, to_jwk
from jtbd.sign.token.jws import ORDER

_P: Final = 2**256 - 2**224 + 2**192 + 2**96 - 1
_CONTENT: Final = minimal("forging")


def vectors() -> Iterator[Vector]:
    """Yield sheets that were edited, forged or put together from others."""
    yield from _hashes()
    yield from _headers()
    yield from _keys()
    yield from _signatures()
    yield from _payloads()
    yield from _signers()


def _of_a(token: str, mark: str = "") -> bytes:
    """Return a sheet with a's signature replaced and b's as it should be."""
    return sheet(_CONTENT, {"jws": token, "mark_svg": mark, "party": "a"}, consent(_CONTENT, "b"))


def _hashes() -> Iterator[Vector]:
    content = plain("hash")
    old, a, b = content_hash(content), consent(content, "a"), consent(content, "b")
    promise = {"by": "b", "id": "survey", "serves": [], "what": "Survey each site"}
    two = changed(content, "commitments.1", promise)
    turned = changed(two, "commitments", two["commitments"][::-1])
    for name, about, changed_content, signatures in (
        ("edited", "a field was edited", changed(content, "confidential", True), (a, b)),
        ("edited-unsigned", "a field was edited before anybody signed", changed(content, "job.want", "stay"), ()),
        ("other-canvas", "another canvas file", changed(content, "canvas.sha256", "1" * 64), (a, b)),
    ):
        yield broken("hash", name, about, sheet(changed_content, *signatures, content_hash=old))
    yield broken(
        "hash",
        "turned",
        "the commitments in another order",
        sheet(turned, consent(two, "a"), consent(two, "b"), content_hash=content_hash(two)),
    )
    replaced = f"sha256:{hashlib.sha256(b'').hexdigest()}"
    yield broken("hash", "replaced", "the hash of something else", sheet(content, a, b, content_hash=replaced))


def _headers() -> Iterator[Vector]:
    good, said = header("a"), claims(_CONTENT, "a")
    jwk: dict[str, Any] = good["jwk"]
    heads: tuple[tuple[str, str, Data | bytes], ...] = (
        ("alg-lower", "alg in small letters", header("a", alg="es256")),
        ("alg-es384", "another algorithm", header("a", alg="ES384")),
        ("alg-list", "alg as a list", header("a", alg=["ES256"])),
        ("no-alg", "no alg", header("a", alg=ABSENT)),
        ("kid", "a kid beside the key", header("a", kid="a")),
        ("crit", "critical extensions", header("a", b64=False, crit=["b64"])),
        ("x5u", "a link to a key", header("a", x5u="https://mallory.example/key.pem")),
        ("typ", "another type", header("a", typ="JWT")),
        ("no-typ", "no type", header("a", typ=ABSENT)),
        ("no-jwk", "no key", header("a", jwk=ABSENT)),
        ("jwk-extra", "a key with an extra field", header("a", jwk={**jwk, "use": "sig"})),
        ("jwk-curve", "a key said to be of another curve", header("a", jwk={**jwk, "crv": "P-384"})),
        ("jwk-number", "a coordinate that is no text", header("a", jwk={**jwk, "x": 1})),
        ("list", "a list instead of an object", b"[]"),
        ("space", "a space in the JSON", canonical_json(good).replace(b'"typ":', b'"typ": ')),
        ("unsorted", "fields that are not sorted", _turned(good)),
        ("doubled", "a field twice", canonical_json(good).replace(b'{"alg"', b'{"alg":"ES256","alg"')),
        ("escaped", "a letter written as an escape", canonical_json(good).replace(b"ES256", b"\\u0045S256")),
        ("surrogate", "half a character for a coordinate: it has no RFC 8785 form", _halved(good)),
        ("no-utf-8", "a byte that is not UTF-8", canonical_json(good).replace(b"ES256", b"ES256\xff")),
    )
    for name, about, head in heads:
        yield broken("header", name, about, _of_a(jws("a", head, said)))
    first, second, third = jws("a", good, said).split(".")
    none = encode(canonical_json(header("a", alg="none")))
    mac_head = encode(canonical_json(header("a", alg="HS256")))
    mac = hmac.new(canonical_json(jwk), f"{mac_head}.{second}".encode(), hashlib.sha256).digest()
    for name, about, token in (
        ("alg-none", "alg none and no signature", f"{none}.{second}."),
        ("alg-hs256", "an HMAC with the public key for its secret", f"{mac_head}.{second}.{encode(mac)}"),
        ("padding", "base64url with padding", f"{first}{'=' * (-len(first) % 4 or 4)}.{second}.{third}"),
        ("line-feed", "a line feed behind the header", f"{first}\n.{second}.{third}"),
        ("two-parts", "two parts", f"{first}.{second}"),
        ("four-parts", "four parts", f"{first}.{second}.{third}.{third}"),
        ("empty", "nothing at all", ""),
    ):
        yield broken("header", name, about, _of_a(token))


def _halved(head: Data) -> bytes:
    return canonical_json(head).replace(head["jwk"]["x"].encode(), b"\\ud800")


def _keys() -> Iterator[Vector]:
    said, a, b = claims(_CONTENT, "a"), consent(_CONTENT, "a"), consent(_CONTENT, "b")
    yield broken("key", "stranger", "signed with a key that the sheet does not name", _of_a(_by("mallory")))
    yield broken("key", "of-b", "a's consent signed with b's key", _of_a(_by("b")))
    swapped = sheet(_CONTENT, {**b, "party": "a"}, {**a, "party": "b"})
    yield broken("key", "swapped", "each signature in the other's place", swapped)
    yield broken("key", "one-for-both", "a's signature for b too", sheet(_CONTENT, a, {**a, "party": "b"}))
    same = changed(_CONTENT, "parties.1.key", _CONTENT["parties"][0]["key"])
    yield broken("key", "same-unsigned", "one key for both parties, unsigned", sheet(same))
    by_one = {"jws": jws("a", header("a"), claims(same, "b")), "mark_svg": "", "party": "b"}
    yield broken(
        "key", "same-signed", "one key for both parties, signed twice", sheet(same, consent(same, "a"), by_one)
    )
    jwk = to_jwk(key("a").public_key())
    small = _small_point()
    for name, about, bad in (
        ("off-curve", "a point that is not on the curve", {**jwk, "y": jwk["x"]}),
        ("short", "a coordinate of 31 bytes", {**jwk, "x": encode(decode(jwk["x"])[1:])}),
        ("long", "a coordinate of 33 bytes", {**jwk, "x": encode(b"\0" + decode(jwk["x"]))}),
        ("alphabet", "a coordinate that is not base64url", {**jwk, "x": f"+{jwk['x'][1:]}"}),
        ("stray-bits", "a coordinate with stray bits", {**jwk, "x": jwk["x"][:-1] + _stray(jwk["x"][-1])}),
        ("not-reduced", "a coordinate of p or more: the same point would have two thumbprints", small),
    ):
        named = changed(_CONTENT, "parties.0.key", jwk_thumbprint(bad))
        token = jws("a", header("a", jwk=bad), claims(named, "a"))
        data = sheet(named, {"jws": token, "mark_svg": "", "party": "a"}, consent(named, "b"))
        yield broken("key", name, about, data)
    both = jws("mallory", header("mallory"), {**said, "party": "b"})
    yield broken("key", "before-payload", "a wrong key and a wrong payload: the key is named", _of_a(both))


def _by(who: str) -> str:
    return jws(who, header(who), claims(_CONTENT, "a"))


def _stray(character: str) -> str:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return alphabet[alphabet.index(character) + 1]


def _small_point() -> dict[str, str]:
    """Return the point with x = 5, written with x + p, which still has 32 bytes."""
    b = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
    y = pow(5**3 - 3 * 5 + b, (_P + 1) // 4, _P)
    return {"crv": "P-256", "kty": "EC", "x": encode((5 + _P).to_bytes(32)), "y": encode(y.to_bytes(32))}


def _signatures() -> Iterator[Vector]:
    signing_input, _, third = consent(_CONTENT, "a")["jws"].rpartition(".")
    r, s = numbers("a", signing_input)
    der = encode(encode_dss_signature(r, s))
    for name, about, signature in (
        ("high-s", "s replaced by n - s, which ECDSA alone accepts", raw(r, ORDER - s)),
        ("zero-r", "r of 0", raw(0, s)),
        ("zero-s", "s of 0", raw(r, 0)),
        ("big-r", "r of n or more", raw(ORDER, s)),
        ("other", "another signature", raw(s, r % (ORDER // 2))),
        ("empty", "nothing behind the second dot", ""),
        ("der", "the signature as DER", der),
        ("short", "63 bytes", encode(decode(third)[:63])),
        ("padding", "base64url with padding", f"{third}=="),
        ("stray-bits", "stray bits in the last character", third[:-1] + _stray(third[-1])),
    ):
        yield broken("signature", name, about, _of_a(f"{signing_input}.{signature}"))
    a = consent(_CONTENT, "a")["jws"].split(".")
    other = consent(plain("another"), "a")["jws"].split(".")
    yield broken("signature", "payload-swapped", "another payload", _of_a(f"{a[0]}.{other[1]}.{a[2]}"))


def _payloads() -> Iterator[Vector]:
    other = minimal("another")
    yield broken(
        "payload", "replayed", "signatures of another sheet", sheet(_CONTENT, consent(other, "a"), consent(other, "b"))
    )
    edited = changed(_CONTENT, "confidential", True)
    stale = (consent(_CONTENT, "a"), consent(_CONTENT, "b"))
    yield broken("payload", "edited", "a field was edited and the hash made anew", sheet(edited, *stale))
    roles = changed(changed(plain("roles"), "roles.a", {}), "parties.0.role", ABSENT)
    yield broken(
        "payload", "role-unasked", "a role where the sheet has none", sheet(roles, consent(roles, "a", role="lead"))
    )
    taken = plain("roles")
    yield broken("payload", "role-missing", "no role", sheet(taken, consent(taken, "a", role=ABSENT)))
    yield broken("payload", "role-other", "another role", sheet(taken, consent(taken, "a", role="refer")))
    for name, about, changes in _wrong_claims():
        yield broken("payload", name, about, _of_a(jws("a", header("a"), claims(_CONTENT, "a", **changes))))
    yield from _written_otherwise()
    yield from _kinds()


def _wrong_claims() -> tuple[tuple[str, str, Data], ...]:
    return (
        ("aud", "for another format", {"aud": "jtbd.commitment-sheet/2"}),
        ("sheet", "for another sheet", {"sheet": minimal("x")["id"]}),
        ("content", "for another content", {"content": f"sha256:{'0' * 64}"}),
        ("party", "for the other party", {"party": "b"}),
        ("name", "under another name", {"name": "Bea"}),
        ("name-space", "with a space behind the name", {"name": "Ana "}),
        ("clock", "by another clock", {"clock": "atomic"}),
        ("iat-text", "the time as a text", {"iat": "now"}),
        ("iat-truth", "the time as a truth", {"iat": True}),
        ("iat-negative", "a time before 1970", {"iat": -1}),
        ("iat-late", "a time after the year 9999", {"iat": 253_402_300_800}),
        ("no-iat", "no time", {"iat": ABSENT}),
        ("no-consent", "no sentence", {"consent": ABSENT}),
        ("consent-empty", "an empty sentence", {"consent": ""}),
        ("consent-long", "a sentence of 4,001 characters", {"consent": "x" * 4001}),
        ("consent-override", "a bidi override in the sentence", {"consent": "yes \u202e on"}),
        ("consent-crlf", "a carriage return in the sentence", {"consent": "yes\r\n"}),
        ("consent-nfd", "a sentence that is not in NFC", {"consent": unicodedata.normalize("NFD", "é")}),
        ("mark", "for another drawn signature", {"mark": "0" * 64}),
        ("no-mark", "no mark", {"mark": ABSENT}),
        ("extra", "an unknown claim", {"exp": 1}),
        ("null", "a null", {"role": None}),
    )


def _written_otherwise() -> Iterator[Vector]:
    good = canonical_json(claims(_CONTENT, "a"))
    for name, about, payload in (
        ("space", "a space in the JSON", good.replace(b'"iat":', b'"iat": ')),
        ("float", "the time with a decimal point", good.replace(b',"mark"', b'.0,"mark"')),
        ("doubled", "a claim twice", good.replace(b'"party":"a"', b'"party":"b","party":"a"')),
        ("unsorted", "claims that are not sorted", _turned(claims(_CONTENT, "a"))),
        ("escaped", "a letter written as an escape", good.replace(b'"Ana"', b'"\\u0041na"')),
        ("surrogate", "half a character in the sentence", good.replace(b"I agree.", b"\\ud83d")),
        ("list", "a list instead of an object", b"[]"),
        ("nothing", "nothing", b""),
        ("no-utf-8", "a byte that is not UTF-8", good.replace(b'"Ana"', b'"Ana\xff"')),
        ("byte-order-mark", "a byte order mark", b"\xef\xbb\xbf" + good),
    ):
        yield broken("payload", f"json-{name}", f"what was signed is not RFC 8785 JSON: {about}", _written(payload))
    head, body, _ = jws("a", header("a"), claims(_CONTENT, "a")).split(".")
    padded = f"{head}.{body}{'=' * (-len(body) % 4 or 4)}"
    yield broken("payload", "padding", "base64url with padding", _of_a(f"{padded}.{raw(*numbers('a', padded))}"))


def _turned(said: Data) -> bytes:
    return json.dumps(dict(sorted(said.items(), reverse=True)), separators=(",", ":")).encode()


def _written(payload: bytes) -> bytes:
    return _of_a(jws("a", header("a"), payload))


def _kinds() -> Iterator[Vector]:
    declined = decline(_CONTENT, "a", "no")
    as_decline = jws("a", header("a", DECLINE), claims(_CONTENT, "a"))
    as_consent = jws("a", header("a"), claims(_CONTENT, "a", reason="no", mark=ABSENT))
    for name, about, data in (
        ("consent-as-decline", "a consent's claims under the type of a decline", _of_a(as_decline)),
        ("decline-as-consent", "a decline's claims under the type of a consent", _of_a(as_consent)),
        ("decline-drawn", "a decline with a drawn signature", sheet(_CONTENT, {**declined, "mark_svg": MARK})),
        ("decline-blank", "a decline without a reason", sheet(_CONTENT, decline(_CONTENT, "a", ""))),
        ("decline-lines", "a reason of two lines", sheet(_CONTENT, decline(_CONTENT, "a", "no\nno"))),
        ("decline-long", "a reason of 601 characters", sheet(_CONTENT, decline(_CONTENT, "a", "x" * 601))),
        ("decline-nobody", "a suggestion of nobody", sheet(_CONTENT, decline(_CONTENT, "a", "no", suggests=""))),
        ("mark-swapped", "another drawn signature", sheet(_CONTENT, {**consent(_CONTENT, "a", MARK), "mark_svg": ""})),
    ):
        yield broken("payload", name, about, data)


def _signers() -> Iterator[Vector]:
    a, b = consent(_CONTENT, "a"), consent(_CONTENT, "b")
    again = consent(_CONTENT, "a", consent="Again.")
    yield broken("signers", "twice", "a signed twice, b never", sheet(_CONTENT, a, a))
    yield broken("signers", "twice-and-b", "a signed twice, and b once", sheet(_CONTENT, a, again, b))
    both = (a, decline(_CONTENT, "a", "no"))
    yield broken("signers", "torn", "a consented and declined", sheet(_CONTENT, *both))
