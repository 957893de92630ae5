"""A complete sheet checked without this program, from its text alone: by joserfc, by OpenSSL, by Node's jose."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from joserfc import jws as jose
from joserfc.jwk import ECKey

from jtbd.sign.sheet.content import sheet_yaml
from tests.support import builders, sheets
from tests.support.places import NODE

NAMES: Final = {"organisation": "Čaj & Káva 茶", "person": 'Zoë "Zo" \\ Öz 👩‍🌾\u00a0', "email": "zoe@tea.example"}
EC_KEY: Final = """asn1=SEQUENCE:key
[key]
of=SEQUENCE:kind
point=FORMAT:HEX,BITSTRING:04{x}{y}
[kind]
algorithm=OID:id-ecPublicKey
curve=OID:prime256v1
"""
ECDSA_SIGNATURE: Final = """asn1=SEQUENCE:numbers
[numbers]
r=INTEGER:0x{r}
s=INTEGER:0x{s}
"""


def _there(what: str, found: object) -> None:
    """Skip the test where a stranger's tool is missing, but never in CI."""
    if not found:
        if os.environ.get("CI"):
            pytest.fail(f"{what}, and this is CI")
        pytest.skip(what)


@cache
def _file() -> bytes:
    """Return a complete sheet with letters, quotes and signs that a careless reader stumbles over."""
    parties = {"a": NAMES, "b": {"organisation": "Northline Cabling", "person": "Bea Lund"}}
    return sheet_yaml(sheets.complete(sheets.draft(builders.ready_canvas(parties=parties), money=True)))


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _header(jws: str) -> dict[str, Any]:
    header: dict[str, Any] = json.loads(_decoded(jws.partition(".")[0]))
    return header


def test_a_jose_library_verifies_both() -> None:
    """With a YAML reader and a JOSE library alone, both signatures are verified and speak of the hashed content."""
    sheet = yaml.safe_load(_file())
    text = json.dumps(sheet["commitment"], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert sheet["content_hash"] == f"sha256:{hashlib.sha256(text).hexdigest()}"

    for signature, party in zip(sheet["signatures"], sheet["commitment"]["parties"], strict=True):
        key = ECKey.import_key(_header(signature["jws"])["jwk"])
        claims = json.loads(jose.deserialize_compact(signature["jws"], key, algorithms=["ES256"]).payload)

        assert key.thumbprint() == party["key"]
        assert (claims["content"], claims["sheet"]) == (sheet["content_hash"], sheet["commitment"]["id"])
        assert (claims["party"], claims["name"]) == (party["id"], party["name"])
        assert claims["mark"] == hashlib.sha256(signature["mark_svg"].encode()).hexdigest()


def test_openssl_verifies_both(tmp_path: Path) -> None:
    """OpenSSL, given the key that stands in a signature, accepts what stands before its second dot, nothing else."""
    _there("OpenSSL's command is not installed", shutil.which("openssl"))
    for signature in yaml.safe_load(_file())["signatures"]:
        signed, _, last = signature["jws"].rpartition(".")
        jwk, raw = _header(signature["jws"])["jwk"], _decoded(last).hex()
        _der(tmp_path / "key.der", EC_KEY.format(x=_decoded(jwk["x"]).hex(), y=_decoded(jwk["y"]).hex()))
        _der(tmp_path / "sig.der", ECDSA_SIGNATURE.format(r=raw[:64], s=raw[64:]))

        assert _openssl_says(tmp_path, signed) == b"Verified OK\n"
        assert _openssl_says(tmp_path, f"{signed[:-1]}_") == b"Verification failure\n"


def _der(file: Path, description: str) -> None:
    """Write what is described in OpenSSL's own words as DER."""
    described = file.with_suffix(".conf")
    described.write_text(description)
    command = ["openssl", "asn1parse", "-noout", "-genconf", str(described), "-out", str(file)]
    subprocess.run(command, check=True, capture_output=True)


def _openssl_says(folder: Path, signed: str) -> bytes:
    (folder / "signed").write_text(signed)
    command = ["openssl", "dgst", "-sha256", "-keyform", "DER", "-verify", "key.der", "-signature", "sig.der", "signed"]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True).stdout


def test_node_verifies_both(tmp_path: Path) -> None:
    """A YAML reader and a JOSE library of Node's verify the whole sheet, and read the same words in it."""
    ran = _node(tmp_path, _file())

    assert (ran.returncode, ran.stderr) == (0, "")
    said = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [each["party"] for each in said] == ["a", "b"]
    assert said[0]["name"] == NAMES["person"].strip()
    assert all(each["content"] in _file().decode() for each in said)


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        (b"Introduce", b"Forget", "the content has another hash"),
        (b"30 8M36", b"30 8M37", "mark does not fit the sheet"),
        (b'  party: "b"\n', b'  party: "a"\n', "not exactly those signed who had to"),
        (b'"\n  mark_svg: ""', b'A"\n  mark_svg: ""', "signature verification failed"),
    ],
)
def test_node_refuses_what_was_changed(was: bytes, becomes: bytes, complaint: str, tmp_path: Path) -> None:
    """Node's verdict is not a formality: a changed word, drawing, signer or signature is refused."""
    changed = _file().replace(was, becomes)

    ran = _node(tmp_path, changed)

    assert changed != _file()
    assert ran.returncode == 1
    assert complaint in ran.stderr


def _node(folder: Path, file: bytes) -> subprocess.CompletedProcess[str]:
    """Run the script that knows nothing of this program over a sheet."""
    _there("Node is not installed", shutil.which("node"))
    _there("npm install was not run in tests/node", (NODE / "node_modules" / "jose").is_dir())
    (folder / "sheet.yaml").write_bytes(file)
    return subprocess.run(
        ["node", str(NODE / "verify.mjs"), str(folder / "sheet.yaml")],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
