"""Key files: made, kept and refused."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from asn1crypto import keys as asn1_keys, pem
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from jtbd.errors import (
    AlreadyThere,
    CannotWrite,
    MissingKey,
    PassphraseNeeded,
    UnusableKey,
    UsageError,
    WrongPassphrase,
)
from jtbd.sign.keys.pem import new_key
from jtbd.sign.token.jwk import thumbprint, to_jwk
from jtbd.store.folder.keys import KeyFile, KeyFolder
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.keys.opening import (
    is_locked,
    is_private,
    open_private,
    open_public,
    save_private,
    save_public,
    seal_key,
)
from tests.support import prints, sheets


def test_an_encrypted_key_comes_back(tmp_path: Path) -> None:
    """A key saved with a passphrase is encrypted PKCS#8 and opens with that passphrase."""
    key, path = new_key(), tmp_path / "config" / "key.pem"

    save_private(KeyFile(path), key, "två kaffe")

    assert path.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert is_locked(KeyFile(path))
    assert is_private(KeyFile(path))
    assert open_private(KeyFile(path), "två kaffe").private_numbers() == key.private_numbers()


def test_a_passphrase_takes_long_to_guess(tmp_path: Path) -> None:
    """Each passphrase that is tried costs 210,000 rounds of HMAC-SHA-512, with a salt of its own, before AES-256."""
    salts = set()
    for name in ("one.pem", "two.pem"):
        save_private(KeyFile(tmp_path / name), new_key(), "two coffees")
        _, _, der = pem.unarmor((tmp_path / name).read_bytes())
        how = asn1_keys.EncryptedPrivateKeyInfo.load(der)["encryption_algorithm"]
        salts.add(how.kdf_salt)
        assert (how.kdf, how.kdf_hmac, how.kdf_iterations) == ("pbkdf2", "sha512", 210_000)
        assert (how.encryption_cipher, how.key_length) == ("aes", 32)
    assert len(salts) == 2


@prints.needs("openssl")
def test_openssl_opens_it(tmp_path: Path) -> None:
    """What is written is what others read, with a passphrase in any script."""
    key, path = new_key(), tmp_path / "key.pem"
    save_private(KeyFile(path), key, "två kaffe 日")
    command = ["openssl", "pkey", "-in", str(path), "-passin", "env:WORD", "-outform", "DER"]
    env = {**os.environ, "WORD": "två kaffe 日"}
    plain = subprocess.run(command, env=env, check=True, capture_output=True).stdout

    opened = serialization.load_der_private_key(plain, None)
    assert isinstance(opened, ec.EllipticCurvePrivateKey)
    assert opened.private_numbers() == key.private_numbers()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read(tmp_path: Path) -> None:
    """A private key has mode 600 in folders of mode 700, and nothing is left beside it."""
    path = KeyFolder(tmp_path / "config").guest(sheets.SHEET_ID).path

    save_private(KeyFile(path), new_key())

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in path.parents[:2]] == [0o700] * 2
    assert list(path.parent.iterdir()) == [path]


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    """Saving over another file is refused and leaves it as it was."""
    path = tmp_path / "key.pem"
    path.write_bytes(b"precious")

    with pytest.raises(AlreadyThere):
        save_private(KeyFile(path), new_key())

    assert path.read_bytes() == b"precious"


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    """A place where nothing can be written is named."""
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(CannotWrite):
        save_private(KeyFile(tmp_path / "file" / "key.pem"), new_key())


def test_an_empty_passphrase_is_refused(tmp_path: Path) -> None:
    """An empty passphrase is no passphrase, and is not taken for one."""
    with pytest.raises(UsageError):
        save_private(KeyFile(tmp_path / "key.pem"), new_key(), "")


def test_each_way_not_to_open_a_key(tmp_path: Path) -> None:
    """No file, no passphrase and a wrong passphrase are three different things."""
    path = tmp_path / "key.pem"
    with pytest.raises(MissingKey):
        open_private(KeyFile(path))
    save_private(KeyFile(path), new_key(), "right")
    with pytest.raises(PassphraseNeeded):
        open_private(KeyFile(path))
    with pytest.raises(WrongPassphrase):
        open_private(KeyFile(path), "wrong")


def test_a_passphrase_too_many_does_no_harm(tmp_path: Path) -> None:
    """A key without a passphrase opens whatever passphrase is given."""
    save_private(KeyFile(tmp_path / "k.pem"), sheets.key("a"))

    assert thumbprint(open_private(KeyFile(tmp_path / "k.pem"), "unneeded").public_key()) == sheets.keys()["a"]


@pytest.mark.parametrize(
    "key",
    [
        ec.generate_private_key(ec.SECP384R1()),
        ed25519.Ed25519PrivateKey.generate(),
        rsa.generate_private_key(65537, 2048),
    ],
    ids=["P-384", "Ed25519", "RSA"],
)
def test_other_kinds_of_key_are_refused(
    tmp_path: Path, key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey
) -> None:
    """A key of another curve or kind is refused, private or public, and the refusal says which are wanted."""
    pem, encoding = tmp_path / "k.pem", serialization.Encoding.PEM
    pem.write_bytes(key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    with pytest.raises(UnusableKey, match="P-256"):
        open_private(KeyFile(pem))
    pem.write_bytes(key.public_key().public_bytes(encoding, serialization.PublicFormat.SubjectPublicKeyInfo))
    with pytest.raises(UnusableKey, match="P-256"):
        open_public(KeyFile(pem))


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b"x" * 70_000, b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"],
)
def test_what_is_no_key_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file that is empty, binary, huge or broken is not a key."""
    (tmp_path / "k.pem").write_bytes(content)

    with pytest.raises(UnusableKey):
        open_private(KeyFile(tmp_path / "k.pem"))
    with pytest.raises(UnusableKey):
        open_public(KeyFile(tmp_path / "k.pem"))


def test_the_form_of_another_program(tmp_path: Path) -> None:
    """A key as OpenSSH writes it is called so, whatever kind it is."""
    pem = sheets.key("a").private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption()
    )
    (tmp_path / "id_ecdsa").write_bytes(pem)
    with pytest.raises(UnusableKey, match="OpenSSH's form"):
        open_private(KeyFile(tmp_path / "id_ecdsa"))


def test_a_folder_is_no_key(tmp_path: Path) -> None:
    """A folder where a key should be is not a key."""
    with pytest.raises(UnusableKey):
        open_private(KeyFile(tmp_path))


def test_a_public_key_cannot_sign(tmp_path: Path) -> None:
    """Where a private key is needed, a public one is refused as such."""
    save_public(KeyFile(tmp_path / "k.pub.pem"), sheets.key("a").public_key())

    assert not is_private(KeyFile(tmp_path / "k.pub.pem"))
    with pytest.raises(UnusableKey, match="the private one is needed"):
        open_private(KeyFile(tmp_path / "k.pub.pem"))


def test_the_public_half_needs_no_passphrase(tmp_path: Path) -> None:
    """The public key of an encrypted file is read from the public half beside it, or with the passphrase."""
    path, key = tmp_path / "key.pem", sheets.key("a")
    save_private(KeyFile(path), key, "secret")
    with pytest.raises(PassphraseNeeded):
        open_public(KeyFile(path))
    assert thumbprint(open_public(KeyFile(path), "secret")) == sheets.keys()["a"]

    save_public(KeyFile(path).public_half(), key.public_key())

    assert thumbprint(open_public(KeyFile(path))) == sheets.keys()["a"]


def test_forgetting_removes_the_file(tmp_path: Path) -> None:
    """A forgotten key is gone; forgetting it again is fine."""
    save_private(KeyFile(tmp_path / "k.pem"), new_key())

    KeyFile(tmp_path / "k.pem").forget()
    KeyFile(tmp_path / "k.pem").forget()

    assert list(tmp_path.iterdir()) == []


def test_where_keys_live() -> None:
    """The owner's key, a guest's and a draft's sealing key each have their place."""
    config = Path("config")

    keys = KeyFolder(config)
    assert keys.owner().path == Path("config/key.pem")
    assert keys.guest("abc").path == Path("config/guest/abc.pem")
    assert keys.seal("abc").path == Path("config/seal/abc.pem")


def test_a_sealing_key_beside_its_draft_is_found(tmp_path: Path) -> None:
    """Where an earlier version left it beside the draft it is found, unless it is where it belongs."""
    keys, sheets_, old = KeyFolder(tmp_path), SheetFolder(tmp_path / "one"), tmp_path / "one" / "draft-1.seal.pem"
    place = seal_key(keys, "abc", sheets_, 1)
    assert place == KeyFile(tmp_path / "seal" / "abc.pem")
    save_private(KeyFile(old), sheets.key("seal"))
    assert seal_key(keys, "abc", sheets_, 1) == KeyFile(old)
    save_private(place, sheets.key("seal"))
    assert seal_key(keys, "abc", sheets_, 1) == place


def test_thumbprint_is_rfc_7638() -> None:
    """The thumbprint is the SHA-256 of the required members in order, in base64url."""
    jwk = to_jwk(sheets.key("a").public_key())
    text = json.dumps({name: jwk[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":"))
    expected = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()

    assert thumbprint(sheets.key("a").public_key()) == expected
