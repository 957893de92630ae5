"""The owner's long-term key."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from jtbd.errors import AlreadyThere
from jtbd.sign import keys
from jtbd.sign.jwk import PublicKey, thumbprint
from jtbd.store.places import config_folder

Ask: TypeAlias = Callable[[Path], str]
"""Gives the passphrase that opens a key file."""


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key by its file, the thumbprint that sheets name it by, and its public half as PEM."""

    path: Path
    thumbprint: str
    public_pem: str


def place_for_key(path: Path | None) -> Path:
    """Return where a new key goes, before anybody is asked for its passphrase: `path`, or the owner's place.

    Raises:
        AlreadyThere: there is one, or its public half.

    """
    where = path or keys.owner_key_path(config_folder(os.environ))
    taken = where if where.exists() else keys.public_path(where)
    if taken.exists():
        raise AlreadyThere(str(taken), "A key is never overwritten: name another file, or move this one away.")
    return where


def make_key(path: Path | None, passphrase: str) -> KnownKey:
    """Make an encrypted key with its public half beside it; at `path`, or as the owner's long-term key.

    Raises:
        AlreadyThere: there is one; keys are never overwritten.
        CannotWrite: the disk refused.

    """
    where, key = place_for_key(path), keys.new_key()
    with ExitStack() as undo:
        keys.save_private(where, key, passphrase)
        undo.callback(keys.forget_key, where)
        keys.save_public(keys.public_path(where), key.public_key())
        undo.pop_all()
    return _known(where, key.public_key())


def known_key(path: Path | None, ask: Ask) -> KnownKey:
    """Return what may be told of a key; the passphrase is asked for only if its public half is not beside it.

    Raises:
        MissingKey, UnusableKey, WrongPassphrase: it cannot be read.

    """
    where = path or keys.owner_key_path(config_folder(os.environ))
    return _known(where, public_key(where, ask))


def public_key(path: Path, ask: Ask) -> PublicKey:
    """Return the public key in a public or private key file; `ask` as for `known_key`.

    Raises:
        MissingKey, UnusableKey, WrongPassphrase: it cannot be read.

    """
    locked = keys.is_private(path) and keys.needs_passphrase(path) and not keys.public_path(path).is_file()
    return keys.load_public(path, ask(path) if locked else None)


def _known(path: Path, key: PublicKey) -> KnownKey:
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    return KnownKey(path, thumbprint(key), pem)
