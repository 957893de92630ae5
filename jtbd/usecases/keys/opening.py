"""Keys where they are kept: saved and opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from jtbd.sign.keys import pem
from jtbd.sign.token.jwk import PrivateKey, PublicKey, thumbprint
from jtbd.store.protocol import KeptKey, KeyStore, SheetStore

Ask: TypeAlias = Callable[[str], str | None]
"""Gives the passphrase that opens a key, by its place: in this alone do a terminal and a screen differ."""


def save_private(to: KeptKey, key: PrivateKey, passphrase: str | None = None) -> None:
    """Keep a private key, locked if there is a passphrase; never over another.

    Raises:
        AlreadyThere: something is there.
        CannotWrite: the disk refused.
        UsageError: the passphrase is empty.

    """
    to.write(pem.private_pem(key, passphrase))


def save_public(to: KeptKey, key: PublicKey) -> None:
    """Keep a public key; never over another.

    Raises:
        AlreadyThere: something is there.
        CannotWrite: the disk refused.

    """
    to.write(pem.public_pem(key))


def is_locked(kept: KeptKey) -> bool:
    """Say whether a private key asks for a passphrase.

    Raises:
        MissingKey, UnusableKey: it cannot be read.

    """
    return pem.is_locked(kept.read())


def is_private(kept: KeptKey) -> bool:
    """Say whether it is a private key.

    Raises:
        MissingKey, UnusableKey: it cannot be read.

    """
    return pem.is_private(kept.read())


def open_private(kept: KeptKey, passphrase: str | None = None) -> PrivateKey:
    """Return a private key.

    Raises:
        MissingKey, PassphraseNeeded, WrongPassphrase, UnusableKey: it cannot be opened, as `pem.read_private` says.

    """
    return pem.read_private(kept.read(), kept.place, passphrase)


def open_asking(kept: KeptKey, ask: Ask) -> PrivateKey:
    """Return a private key; for the passphrase of a locked one, `ask` is asked.

    Raises:
        MissingKey, PassphraseNeeded, WrongPassphrase, UnusableKey: as `open_private`.

    """
    return open_private(kept, ask(kept.place) if is_locked(kept) else None)


def open_public(kept: KeptKey, passphrase: str | None = None) -> PublicKey:
    """Return the public key of a kept one, public or private; of one that stays locked, the half that is kept with it.

    Raises:
        MissingKey, PassphraseNeeded, WrongPassphrase, UnusableKey: it cannot be opened, as `pem.read_public` says.

    """
    text = kept.read()
    if pem.is_private(text) and pem.is_locked(text) and not passphrase and kept.public_half().is_there():
        return open_public(kept.public_half())
    return pem.read_public(text, kept.place, passphrase)


def seal_key(keys: KeyStore, sheet_id: str, sheets: SheetStore, number: int) -> KeptKey:
    """Return the place of a sheet's sealing key, or where an earlier version left it: with its draft."""
    key = keys.seal(sheet_id)
    return key if key.is_there() else sheets.old_seal_key(number) or key


def forget_if(kept: KeptKey, named: str) -> None:
    """Remove a key if it is the one that a sheet names, and no other in its place.

    Raises:
        JtbdError: it cannot be read, or the disk does not let go of it.

    """
    if thumbprint(open_private(kept).public_key()) == named:
        kept.forget()
