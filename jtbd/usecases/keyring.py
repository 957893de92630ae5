"""The owner's long-term key."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from jtbd.sign import keys
from jtbd.sign.jwk import PublicKey, thumbprint
from jtbd.store.places import config_folder


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key by its file, the thumbprint that sheets name it by, and its public half as PEM."""

    path: Path
    thumbprint: str
    public_pem: str


def make_key(path: Path | None, passphrase: str) -> KnownKey:
    """Make an encrypted key with its public half beside it; at `path`, or as the owner's long-term key.

    Raises:
        AlreadyThere: there is one; keys are never overwritten.
        CannotWrite: the disk refused.

    """
    where, key = path or keys.owner_key_path(config_folder(os.environ)), keys.new_key()
    keys.save_private(where, key, passphrase)
    keys.save_public(keys.public_path(where), key.public_key())
    return _known(where, key.public_key())


def known_key(path: Path | None, ask: Callable[[Path], str]) -> KnownKey:
    """Return what may be told of a key; the passphrase is asked for only if its public half is not beside it.

    Raises:
        MissingKey, UnusableKey, WrongPassphrase: it cannot be read.

    """
    where = path or keys.owner_key_path(config_folder(os.environ))
    locked = keys.is_private(where) and keys.needs_passphrase(where) and not keys.public_path(where).is_file()
    return _known(where, keys.load_public(where, ask(where) if locked else None))


def _known(path: Path, key: PublicKey) -> KnownKey:
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    return KnownKey(path, thumbprint(key), pem)
