"""The owner's long-term key."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from jtbd.disk.shell import quoted
from jtbd.errors import AlreadyThere, UsageError, shown
from jtbd.sign.keys import pem as keys
from jtbd.sign.token.jwk import PublicKey, thumbprint
from jtbd.store.folder.places import canvases_folder, config_folder, working_folder
from jtbd.store.folder.shelf import CANVAS_FILE

Ask: TypeAlias = Callable[[Path], str]
"""Gives the passphrase that opens a key file."""

SHORT: Final = 8
"""A passphrase of fewer characters is guessed in no time by whoever gets hold of the file."""


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key by its file, the thumbprint that sheets name it by, and its public half as PEM.

    Attributes:
        path: the file.
        thumbprint: RFC 7638, base64url.
        public_pem: the public half.
        warnings: what its owner should see to, each as a sentence.

    """

    path: Path
    thumbprint: str
    public_pem: str
    warnings: tuple[str, ...] = ()


def place_for_key(path: Path | None, canvases: str | None = None) -> Path:
    """Return where a new key goes, before anybody is asked for its passphrase: `path`, or the owner's place.

    Args:
        path: the file that was named.
        canvases: the folder of canvases; None for where the environment or the platform puts it.

    Raises:
        AlreadyThere: there is one, or its public half.
        UsageError: it would be among the canvases.

    """
    where = path or keys.owner_key_path(config_folder(os.environ))
    _refuse_among_canvases(where, canvases)
    taken = where if where.exists() else keys.public_path(where)
    if taken.exists():
        raise AlreadyThere(str(taken), "A key is never overwritten: name another file, or move this one away.")
    return where


def make_key(path: Path | None, passphrase: str, canvases: str | None = None) -> KnownKey:
    """Make an encrypted key with its public half beside it; at `path`, or as the owner's long-term key.

    Raises:
        AlreadyThere: there is one; keys are never overwritten.
        UsageError: it would be among the canvases, or the passphrase is blank.
        CannotWrite: the disk refused.

    """
    where, key = place_for_key(path, canvases), keys.new_key()
    if not passphrase.strip():
        raise UsageError("the passphrase is empty", "Choose one of a few words, and keep it to yourself.")
    with ExitStack() as undo:
        keys.save_private(where, key, passphrase)
        undo.callback(keys.forget_key, where)
        keys.save_public(keys.public_path(where), key.public_key())
        undo.pop_all()
    if where == keys.owner_key_path(config_folder(os.environ)):
        _close(where.parent)
    short = [f"a passphrase under {SHORT} characters is soon guessed: a few words are better"]
    return _known(where, key.public_key(), *(short if len(passphrase) < SHORT else []))


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


def exposed(path: Path) -> Iterator[str]:
    """Yield who else may look at a private key and what to do about it; nothing of one that only its owner sees."""
    if not keys.is_private(path):
        return
    if keys.open_to_others(path):
        yield f"others on this machine can read {shown(path)}: chmod 600 {quoted(path)}"
    folder = config_folder(os.environ)
    if path.absolute() == keys.owner_key_path(folder) and keys.open_to_others(folder):
        yield f"others on this machine can look into {shown(folder)}: chmod 700 {quoted(folder)}"


def _known(path: Path, key: PublicKey, *warnings: str) -> KnownKey:
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    return KnownKey(path, thumbprint(key), pem, (*warnings, *exposed(path)))


def _close(folder: Path) -> None:
    """Close the config folder to others, as one that was made for other settings may not be."""
    with suppress(OSError):  # somebody else's: `exposed` says so
        keys.close_to_others(folder)


def _refuse_among_canvases(where: Path, canvases: str | None) -> None:
    place, folder = where.resolve(), canvases_folder(canvases, os.environ, working_folder()).resolve()
    if place.is_relative_to(folder) or any((around / CANVAS_FILE).is_file() for around in place.parents):
        raise UsageError(
            f"{where} is among the canvases, which are shared, synced and backed up: a key would go along",
            "Name a place outside that folder, or leave --out out to have the key in your config folder.",
        )
