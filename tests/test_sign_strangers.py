"""A complete sheet checked without this program: PyYAML, joserfc, hashlib, and OpenSSL where it is there."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import sheets
import yaml
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from joserfc import jws as jose
from joserfc.jwk import ECKey

from jtbd.sign.base64url import decode
from jtbd.sign.content import sheet_yaml


def _strangers_view() -> dict[str, Any]:
    value: dict[str, Any] = yaml.safe_load(sheet_yaml(sheets.complete()))
    return value


def test_a_jose_library_verifies_both() -> None:
    """With a YAML reader and a JOSE library alone, both signatures are verified and speak of the hashed content."""
    sheet = _strangers_view()
    text = json.dumps(sheet["commitment"], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert sheet["content_hash"] == f"sha256:{hashlib.sha256(text).hexdigest()}"

    for signature, party in zip(sheet["signatures"], sheet["commitment"]["parties"], strict=True):
        header = json.loads(decode(signature["jws"].split(".")[0]))
        key = ECKey.import_key(header["jwk"])
        claims = json.loads(jose.deserialize_compact(signature["jws"], key, algorithms=["ES256"]).payload)

        assert key.thumbprint() == party["key"]
        assert (claims["content"], claims["sheet"]) == (sheet["content_hash"], sheet["commitment"]["id"])
        assert (claims["party"], claims["name"]) == (party["id"], party["name"])
        assert claims["mark"] == hashlib.sha256(signature["mark_svg"].encode()).hexdigest()


@pytest.mark.skipif(not shutil.which("openssl"), reason="OpenSSL's command is not installed")
def test_openssl_verifies_both(tmp_path: Path) -> None:
    """`openssl dgst -verify` accepts both signatures over the text before the second dot."""
    for signature in _strangers_view()["signatures"]:
        signed, _, last = signature["jws"].rpartition(".")
        raw = decode(last)
        key = sheets.key(signature["party"]).public_key()
        pem = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        (tmp_path / "key.pem").write_bytes(pem)
        (tmp_path / "sig.der").write_bytes(encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:])))
        (tmp_path / "signed").write_bytes(signed.encode())
        command = ["openssl", "dgst", "-sha256", "-verify", "key.pem", "-signature", "sig.der", "signed"]

        assert subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout == b"Verified OK\n"
