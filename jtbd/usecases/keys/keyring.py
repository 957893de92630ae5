"""The owner's long-term key, and others by their files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jtbd.disk.shell import quoted
from jtbd.errors import AlreadyThere, UsageError, shown
from jtbd.i18n import say, say_count
from jtbd.sign.keys.pem import new_key, public_pem
from jtbd.sign.token.jwk import PublicKey, thumbprint
from jtbd.store.folder.keys import KeyFile
from jtbd.store.folder.shelf import CANVAS_FILE
from jtbd.store.protocol import KeptKey
from jtbd.usecases.home import Home
from jtbd.usecases.keys.opening import Ask, is_locked, is_private, open_public, save_private, save_public

SHORT: Final = 8
"""A passphrase of fewer characters is guessed in no time by whoever gets hold of the file."""


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key by its place, the thumbprint that sheets name it by, and its public half as PEM.

    Attributes:
        place: where it is, to be told.
        thumbprint: RFC 7638, base64url.
        public_pem: the public half.
        warnings: what its owner should see to, each as a sentence.

    """

    place: str
    thumbprint: str
    public_pem: str
    warnings: tuple[str, ...] = ()


def place_for_key(home: Home, path: Path | None) -> KeptKey:
    """Return where a new key goes, before anybody is asked for its passphrase: `path`, or the owner's place.

    Raises:
        AlreadyThere: there is one, or its public half.
        UsageError: it would be among the canvases.

    """
    where = _named(home, path)
    _refuse_among_canvases(home, where)
    taken = where if where.is_taken() else where.public_half()
    if taken.is_taken():
        raise AlreadyThere(taken.place, say("A key is never overwritten: name another file, or move this one away."))
    return where


def make_key(home: Home, path: Path | None, passphrase: str) -> KnownKey:
    """Make an encrypted key with its public half beside it; at `path`, or as the owner's long-term key.

    Raises:
        AlreadyThere: there is one; keys are never overwritten.
        UsageError: it would be among the canvases, or the passphrase is blank.
        CannotWrite: the disk refused.

    """
    where, key = place_for_key(home, path), new_key()
    if not passphrase.strip():
        raise UsageError(say("the passphrase is empty"), say("Choose one of a few words, and keep it to yourself."))
    with ExitStack() as undo:
        save_private(where, key, passphrase)
        undo.callback(where.forget)
        save_public(where.public_half(), key.public_key())
        undo.pop_all()
    if where == home.keys.owner():
        home.keys.close_to_others()  # the folder may have been made for other settings
    short = [
        say_count(
            "a passphrase under {number} character is soon guessed: a few words are better",
            "a passphrase under {number} characters is soon guessed: a few words are better",
            SHORT,
        )
    ]
    return _known(home, where, key.public_key(), *(short if len(passphrase) < SHORT else []))


def known_key(home: Home, path: Path | None, ask: Ask) -> KnownKey:
    """Return what may be told of a key; the passphrase is asked for only if its public half is not beside it.

    Raises:
        MissingKey, UnusableKey, WrongPassphrase: it cannot be read.

    """
    where = _named(home, path)
    return _known(home, where, public_key(where, ask))


def public_key(key: KeptKey, ask: Ask) -> PublicKey:
    """Return the public key of a kept one, public or private; `ask` as for `known_key`.

    Raises:
        MissingKey, UnusableKey, WrongPassphrase: it cannot be read.

    """
    locked = is_private(key) and is_locked(key) and not key.public_half().is_there()
    return open_public(key, ask(key.place) if locked else None)


def exposed(home: Home, key: KeptKey) -> Iterator[str]:
    """Yield who else may look at a private key and what to do about it; nothing of one that only its owner sees."""
    if not is_private(key):
        return
    if key.is_open_to_others():
        mend = f"chmod 600 {quoted(key.place)}"
        yield say("others on this machine can read {file}: {command}", file=shown(key.place), command=mend)
    place = home.keys.place
    if key == home.keys.owner() and home.keys.is_open_to_others():
        mend = f"chmod 700 {quoted(place)}"
        yield say("others on this machine can look into {folder}: {command}", folder=shown(place), command=mend)


def _named(home: Home, path: Path | None) -> KeptKey:
    return KeyFile(path) if path else home.keys.owner()


def _known(home: Home, kept: KeptKey, key: PublicKey, *warnings: str) -> KnownKey:
    return KnownKey(kept.place, thumbprint(key), public_pem(key).decode(), (*warnings, *exposed(home, kept)))


def _refuse_among_canvases(home: Home, where: KeptKey) -> None:
    place, folder = Path(where.place).resolve(), Path(home.store.place()).resolve()
    if place.is_relative_to(folder) or any((around / CANVAS_FILE).is_file() for around in place.parents):
        raise UsageError(
            say(
                "{file} is among the canvases, which are shared, synced and backed up: a key would go along",
                file=where.place,
            ),
            say("Name a place outside that folder, or leave --out out to have the key in your config folder."),
        )
