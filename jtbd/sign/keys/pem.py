"""The keys that sign: P-256, kept as PKCS#8 PEM files that only their owner can read.

Where they live, given the user's config folder:

    key.pem              the owner's long-term key, encrypted with a passphrase
    key.pub.pem          its public half, so that a sheet can name the key without the passphrase
    guest/<sheet>.pem    a guest's key, made for one sheet and removed after signing
    seal/<sheet>.pem     the one-time key that will seal the PDF of a sheet

Earlier versions kept the last beside its draft, as `draft-1.seal.pem`; it is found there still.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from jtbd.disk.placing import put_in_place, sync_folder, take_away
from jtbd.disk.reading import read_file
from jtbd.errors import (
    AlreadyThere,
    CannotWrite,
    KeyStays,
    MissingKey,
    PassphraseNeeded,
    UnusableKey,
    UsageError,
    WrongPassphrase,
)
from jtbd.sign.keys.places import guest_key_path as guest_key_path, owner_key_path as owner_key_path  # noqa: PLC0414
from jtbd.sign.token.jwk import PrivateKey, PublicKey

LARGEST_PEM: Final = 65_536


def new_key() -> PrivateKey:
    """Return a fresh P-256 key."""
    return ec.generate_private_key(ec.SECP256R1())


def seal_key_path(config: Path, sheet_id: str, draft: Path | None = None) -> Path:
    """Return where the sealing key of a sheet lives, or beside its draft, where an earlier version put it."""
    path = config / "seal" / f"{sheet_id}.pem"
    if draft is not None and not path.is_file() and (old := draft.with_suffix(".seal.pem")).is_file():
        return old
    return path


def public_path(path: Path) -> Path:
    """Return where the public half of a key file lives: `key.pub.pem` beside `key.pem`."""
    return path.with_suffix(".pub.pem")


def save_private(path: Path, key: PrivateKey, passphrase: str | None = None) -> None:
    """Write a private key, encrypted if there is a passphrase, readable by its owner only; never over another file.

    Raises:
        AlreadyThere: a file of that name exists.
        CannotWrite: the disk refused.
        UsageError: the passphrase is empty.

    """
    if passphrase == "":
        raise UsageError("a passphrase cannot be empty")
    _write_new(path, _plain(key) if passphrase is None else _locked(key, passphrase), mode=0o600)


def save_public(path: Path, key: PublicKey) -> None:
    """Write a public key; never over another file.

    Raises:
        AlreadyThere: a file of that name exists.
        CannotWrite: the disk refused.

    """
    pem = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    _write_new(path, pem, mode=0o644)


def needs_passphrase(path: Path) -> bool:
    """Return whether a private key file is encrypted.

    Raises:
        MissingKey: there is no such file.
        UnusableKey: the file cannot be a key.

    """
    pem = _read(path)
    return b"ENCRYPTED" in pem


def is_private(path: Path) -> bool:
    """Return whether a file holds a private key.

    Raises:
        MissingKey: there is no such file.
        UnusableKey: the file cannot be a key.

    """
    return b"PRIVATE KEY-----" in _read(path)


def load_private(path: Path, passphrase: str | None = None) -> PrivateKey:
    """Return the private key in a PEM file; a passphrase for a file that has none is ignored.

    Raises:
        MissingKey: there is no such file.
        PassphraseNeeded: it is encrypted and no passphrase was given.
        WrongPassphrase: the passphrase does not open it.
        UnusableKey: it is not a private P-256 key.

    """
    pem = _read(path)
    encrypted = b"ENCRYPTED" in pem
    _refuse_other_forms(path, pem)
    if encrypted and not passphrase:
        raise PassphraseNeeded(str(path))
    try:
        key = serialization.load_pem_private_key(pem, passphrase.encode() if encrypted and passphrase else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        if encrypted:
            raise WrongPassphrase(str(path)) from error
        raise UnusableKey(str(path), "a private key that cannot be read") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise UnusableKey(str(path), _other_kind(key))
    return key


def load_public(path: Path, passphrase: str | None = None) -> PublicKey:
    """Return the public key in a public or private PEM file.

    For an encrypted private key without a passphrase the public half beside it is read.

    Raises:
        MissingKey: there is no such file.
        PassphraseNeeded: it is encrypted, no passphrase was given, and no public half lies beside it.
        WrongPassphrase: the passphrase does not open it.
        UnusableKey: it is not a P-256 key.

    """
    pem = _read(path)
    if b"PRIVATE KEY-----" in pem:
        beside = public_path(path)
        if b"ENCRYPTED" in pem and not passphrase and beside.is_file():
            return load_public(beside)
        return load_private(path, passphrase).public_key()
    try:
        key = serialization.load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UnusableKey(str(path), "not a PEM key") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise UnusableKey(str(path), _other_kind(key))
    return key


def forget_key(path: Path) -> None:
    """Unlink a key that has done its work; a missing file is fine.

    What a disk once held may be recovered from it by special means; the sheet's screens say no more than "removed".

    Raises:
        KeyStays: the disk does not let go of it.

    """
    try:
        take_away(path)
    except OSError as error:
        raise KeyStays(str(path), error.strerror or str(error)) from error


def open_to_others(path: Path) -> bool:
    """Return whether others on this machine may look into a file or a folder; False where the system has no modes."""
    return os.name != "nt" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def close_to_others(folder: Path) -> None:
    """See to it that nobody else may look into a folder.

    Raises:
        OSError: it belongs to somebody else.

    """
    if open_to_others(folder):
        folder.chmod(0o700)


def _plain(key: PrivateKey, encoding: serialization.Encoding = serialization.Encoding.PEM) -> bytes:
    return key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _locked(key: PrivateKey, passphrase: str) -> bytes:
    from jtbd.sign.keys.pkcs8 import encrypted  # noqa: PLC0415 - needed once, when a key is made

    return encrypted(_plain(key, serialization.Encoding.DER), passphrase)


def _refuse_other_forms(path: Path, pem: bytes) -> None:
    if b"PUBLIC KEY-----" in pem:
        remedy = "Name the private key that it is the public half of."
        raise UnusableKey(str(path), "a public key; to sign, the private one is needed", remedy)
    if b"OPENSSH PRIVATE KEY-----" in pem:
        raise UnusableKey(str(path), "a key in OpenSSH's form; a PEM key of PKCS#8 is needed")
    if b"PRIVATE KEY-----" not in pem:
        raise UnusableKey(str(path), "not a PEM key")


def _other_kind(key: object) -> str:
    curve = getattr(key, "curve", None)
    kind = curve.name if isinstance(curve, ec.EllipticCurve) else type(key).__name__.removesuffix("Key")
    return f"a key of the kind {kind.removesuffix('Private').removesuffix('Public')}; sheets are signed with P-256 keys"


def _read(path: Path) -> bytes:
    try:
        pem = read_file(path, LARGEST_PEM + 1)
    except FileNotFoundError as error:
        raise MissingKey(f"there is no key at {path}", "Make one with 'jtbd key new', or name another file.") from error
    except OSError as error:
        raise UnusableKey(str(path), f"not readable: {error.strerror or error}") from error
    if len(pem) > LARGEST_PEM:
        raise UnusableKey(str(path), "too large for a key")
    return pem


def _write_new(path: Path, data: bytes, *, mode: int) -> None:
    """Reserve the name, fill a file beside it, put it in place: whole or not at all, and never over another file."""
    try:
        _make_private_folder(path.parent)
        reserved = _create(path, mode)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.exists():
            remedy = "A key is never overwritten: name another file, or move this one away."
            raise AlreadyThere(str(path), remedy) from error
        raise CannotWrite(str(path), error.strerror or str(error)) from error
    os.close(reserved)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(_create(beside, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(beside, path)
        sync_folder(path.parent)  # a key outlives a power cut, as the draft does that names it
    except OSError as error:
        for left in (beside, path):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise CannotWrite(str(path), error.strerror or str(error)) from error


def _make_private_folder(path: Path) -> None:
    """Make a folder, and those around it that are missing, for their owner only; `mkdir` closes the last one alone."""
    if not path.is_dir():
        _make_private_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)


def _create(path: Path, mode: int) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
