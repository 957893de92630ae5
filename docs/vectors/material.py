"""What test vectors are made of: published keys, small sheets, and signatures that may say anything.

The private keys are public: their seeds stand here. Nothing that they sign is worth anything.
"""

from __future__ import annotations

import base64
import copy
import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from jtbd.sign.sheet.canonical import canonical_yaml
from jtbd.sign.token.base64url import encode
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.jwk import PrivateKey, thumbprint, to_jwk
from jtbd.sign.token.jws import ORDER

FOLDER: Final = Path(__file__).parent
SEED: Final = "jtbd published test key: "
CONSENT: Final = "jtbd-consent+jwt"
DECLINE: Final = "jtbd-decline+jwt"
IAT: Final = 1_795_338_131
MARK: Final = "M4 30C10 4 20 2 24 26L30 8M36 20 60 18"
ABSENT: Final = object()
"""In the place of a value: there is no such field."""

Data = dict[str, Any]


class Vector(NamedTuple):
    """A file and what every verifier says of it."""

    file: str
    data: bytes
    outcome: str
    rule: str | None
    message: str
    signed: tuple[str, ...]
    missing: tuple[str, ...]
    about: str


@cache
def key(who: str) -> PrivateKey:
    """Return the published test key of that name: a number made of the seed's SHA-256."""
    number = int.from_bytes(hashlib.sha256(f"{SEED}{who}".encode()).digest())
    return ec.derive_private_key(number % (ORDER - 1) + 1, ec.SECP256R1())


def thumb(who: str) -> str:
    """Return the thumbprint of a test key."""
    return thumbprint(key(who).public_key())


def sheet_id(name: str) -> str:
    """Return 128 bits of a name's SHA-256, as a sheet's id is written."""
    return base64.b32encode(hashlib.sha256(name.encode()).digest()[:16]).decode().rstrip("=").lower()


def minimal(name: str) -> Data:
    """Return the least that a commitment can hold."""
    return {
        "aspects": [],
        "binding": "intent",
        "canvas": {"id": "c", "revision": 0, "sha256": hashlib.sha256(b"").hexdigest()},
        "commitments": [{"by": "a", "id": "call", "serves": [], "what": "Call Bea"}],
        "confidential": False,
        "format": "jtbd.commitment-sheet/1",
        "id": sheet_id(name),
        "job": {"want": "move"},
        "overlap": {
            "contested": 0,
            "flags": [],
            "only_a": 0,
            "only_b": 0,
            "open": 0,
            "total": 0,
            "verdict": "unknown",
        },
        "parties": [{"id": "a", "key": thumb("a"), "name": "Ana"}, {"id": "b", "key": thumb("b"), "name": "Bea"}],
        "required": ["a", "b"],
        "review": {},
        "roles": {"a": {}, "b": {}},
        "seal": thumb("seal"),
    }


def plain(name: str) -> Data:
    """Return an everyday commitment: one promise, one need, two organisations with roles."""
    return {
        **minimal(name),
        "aspects": [{"id": "plan", "text": "Have the rooms planned"}],
        "canvas": {"id": "harbour-northline", "revision": 3, "sha256": hashlib.sha256(b"canvas").hexdigest()},
        "commitments": [
            {
                "by": "a",
                "due": "2026-12-15",
                "id": "introduce",
                "kind": "introduction",
                "serves": ["plan"],
                "what": "Introduce Northline to three clients",
            }
        ],
        "overlap": {
            "contested": 4,
            "flags": ["heading"],
            "only_a": 20,
            "only_b": 16,
            "open": 8,
            "total": 48,
            "verdict": "complementary",
        },
        "parties": [
            {
                "id": "a",
                "key": thumb("a"),
                "name": "Ana Ruiz",
                "organisation": "Harbour Estates",
                "role": "lead",
                "title": "partner",
            },
            {
                "id": "b",
                "key": thumb("b"),
                "name": "Bea Lund",
                "organisation": "Northline Cabling",
                "role": "contribute",
            },
        ],
        "review": {"every": {"weeks": 6}},
        "roles": {"a": {"role": "lead"}, "b": {"does": "surveys within five days", "role": "contribute"}},
    }


def changed(data: Data, path: str, value: object) -> Data:
    """Return a copy with the value at a path such as `commitments.0.due` replaced, added or, if `ABSENT`, removed."""
    result = copy.deepcopy(data)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    node: Any = result
    for step in way:
        node = node[step]
    if value is ABSENT:
        del node[last]
    elif isinstance(last, int) and last == len(node):
        node.append(value)
    else:
        node[last] = value
    return result


def content_hash(content: Data) -> str:
    """Return the hash of a commitment, whether or not it is a valid one."""
    return f"sha256:{hashlib.sha256(canonical_json(content)).hexdigest()}"


def mark_hash(mark: str) -> str:
    """Return what a consent says of a drawn signature."""
    return hashlib.sha256(mark.encode()).hexdigest()


def claims(content: Data, party: str, /, **changes: object) -> Data:
    """Return what a party's consent with a typed name says; `ABSENT` removes a claim."""
    signer = next(found for found in content["parties"] if found["id"] == party)
    found = {
        "aud": content["format"],
        "clock": "laptop",
        "consent": "I agree.",
        "content": content_hash(content),
        "iat": IAT,
        "mark": mark_hash(""),
        "name": signer["name"],
        "party": party,
        "role": signer.get("role", ABSENT),
        "sheet": content["id"],
        **changes,
    }
    return {name: value for name, value in found.items() if value is not ABSENT}


def header(who: str, typ: object = CONSENT, **changes: object) -> Data:
    """Return a JWS header with the public key of a test key; `ABSENT` removes a field."""
    found = {"alg": "ES256", "jwk": to_jwk(key(who).public_key()), "typ": typ, **changes}
    return {name: value for name, value in found.items() if value is not ABSENT}


def numbers(who: str, signing_input: str) -> tuple[int, int]:
    """Return r and the lower s of a deterministic ES256 signature."""
    der = key(who).sign(signing_input.encode(), ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
    r, s = decode_dss_signature(der)
    return r, min(s, ORDER - s)


def raw(r: int, s: int) -> str:
    """Return a signature as the third part of a JWS."""
    return encode(r.to_bytes(32) + s.to_bytes(32))


def jws(who: str, head: Data | bytes, payload: Data | bytes) -> str:
    """Return a JWS over any header and any payload; bytes stand as they are."""
    parts = [part if isinstance(part, bytes) else canonical_json(part) for part in (head, payload)]
    signing_input = ".".join(map(encode, parts))
    return f"{signing_input}.{raw(*numbers(who, signing_input))}"


def consent(content: Data, party: str, mark: str = "", /, **changes: object) -> Data:
    """Return a party's consent as an item of `signatures`."""
    token = jws(party, header(party), claims(content, party, **{"mark": mark_hash(mark), **changes}))
    return {"jws": token, "mark_svg": mark, "party": party}


def decline(content: Data, party: str, reason: str, /, **changes: object) -> Data:
    """Return a party's decision to decline as an item of `signatures`."""
    said = claims(content, party, **{"mark": ABSENT, "consent": "I decline.", "reason": reason, **changes})
    return {"jws": jws(party, header(party, DECLINE), said), "mark_svg": "", "party": party}


def sheet(content: Data, *signatures: Data, **changes: object) -> bytes:
    """Return a sheet's file; `changes` are fields of the file itself."""
    document = {"commitment": content, "content_hash": content_hash(content), "signatures": list(signatures)}
    return canonical_yaml({**document, **changes})
