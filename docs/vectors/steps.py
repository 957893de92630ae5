"""The steps between a sheet and its verdict, with every value on the way, as `steps.json` holds them."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from material import ABSENT, DECLINE, MARK, SEED, Data, claims, header, jws, key, numbers, plain, thumb

from jtbd.model.sheet import Sheet
from jtbd.pdf.receipt import receipt_text
from jtbd.sign.token.base64url import encode
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.jwk import to_jwk

_TEXTS: Final = (
    "",
    "Ana Ruiz",
    'say "yes"',
    "back\\slash / slash",
    "tab\there",
    "two\nlines",
    "€ é 日本 \U0001f642",
    "<b>&'",
    "\u200d\u200f\u00a0",
)
_REFUSED: Final = (
    *("U+0000-U+0008", "U+000B-U+001F", "U+007F-U+009F", "U+2028", "U+2029", "U+202A-U+202E"),
    *("U+2066-U+2069", "U+D800-U+DFFF", "U+FEFF", "U+FFFE", "U+FFFF"),
)
_MARKS: Final = ("", "M1 2", "m1.5,2.25 l-3, 4 5,6z", "M0 0 C1 1 2 2 3 3 4 4 5 5 6 6 ", "M1 2Z  z M3 4", MARK)
_BASE64URL: Final = (b"", b"\x00", b"\xfb\xff", b"\xff\xff\xff", b"jtbd")


def steps() -> Data:
    """Return keys, texts, JSON, hashes, thumbprints, signatures and receipts, with what each is made of."""
    content = plain("states")
    return {
        "about": "Values on the way from a sheet to its verdict; docs/format.md says what each is.",
        "keys": [_key(who) for who in ("a", "b", "seal", "mallory")],
        "base64url": [{"hex": data.hex(), "text": encode(data)} for data in _BASE64URL],
        "texts": [{"code_points": [ord(char) for char in text], "written": _written(text)} for text in _TEXTS],
        "refused_characters": list(_REFUSED),
        "canonical_json": [_hashed(value) for value in ({}, {"b": [1, True, {}], "a": "é\n", "aa": -5}, content)],
        "marks": [{"mark": mark, "sha256": hashlib.sha256(mark.encode()).hexdigest()} for mark in _MARKS],
        "statements": [_consent(content), _decline(content)],
        "receipt": _receipt(content),
    }


def _key(who: str) -> Data:
    jwk = to_jwk(key(who).public_key())
    return {
        "name": who,
        "seed": f"{SEED}{who}",
        "d": f"{key(who).private_numbers().private_value:064x}",
        "jwk": jwk,
        "hashed": _written(jwk),
        "thumbprint": thumb(who),
    }


def _written(value: Any) -> str:
    return canonical_json(value).decode()


def _hashed(value: Data) -> Data:
    text = canonical_json(value)
    return {"value": value, "text": text.decode(), "sha256": hashlib.sha256(text).hexdigest()}


def _consent(content: Data) -> Data:
    return _statement("sheets/complete-typed.yaml", header("a"), claims(content, "a"))


def _decline(content: Data) -> Data:
    said = claims(content, "a", mark=ABSENT, consent="I decline.", reason="no")
    return _statement(None, header("a", DECLINE), said)


def _statement(file: str | None, head: Data, payload: Data) -> Data:
    token = jws("a", head, payload)
    signing_input = token.rpartition(".")[0]
    r, s = numbers("a", signing_input)
    return {
        "file": file,
        "party": "a",
        "header": _written(head),
        "payload": _written(payload),
        "signing_input": signing_input,
        "signing_input_sha256": hashlib.sha256(signing_input.encode()).hexdigest(),
        "r": f"{r:064x}",
        "s": f"{s:064x}",
        "jws": token,
    }


def _receipt(content: Data) -> Data:
    document: Data = {"commitment": content, "content_hash": f"sha256:{_hashed(content)['sha256']}", "signatures": []}
    return {"file": "sheets/incomplete-unsigned.yaml", "text": receipt_text(Sheet.model_validate(document))}


def text() -> str:
    """Return `steps.json`."""
    return json.dumps(steps(), indent=1, ensure_ascii=False) + "\n"
