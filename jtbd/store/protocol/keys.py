"""What is asked of whatever keeps the keys that sign and seal: PEM texts go in and out, and nothing here opens them."""

from __future__ import annotations

from typing import Final, Protocol

LARGEST_PEM: Final = 65_536
"""Bytes of the largest text that can be a key."""


class KeptKey(Protocol):
    """The place of one key, whether it is there or not."""

    @property
    def place(self) -> str:
        """Where it is or would be, as a person is told."""

    def is_there(self) -> bool:
        """Say whether there is a key."""
        ...

    def is_taken(self) -> bool:
        """Say whether anything is there that a new key would overwrite."""
        ...

    def read(self) -> bytes:
        """Return its PEM text, or whatever else is in its place.

        Raises:
            MissingKey: nothing is there.
            UnusableKey: what is there may not be read, or is too large for a key.

        """
        ...

    def write(self, pem: bytes) -> None:
        """Keep a key where none is, for its owner's eyes only if it is a private one.

        Raises:
            AlreadyThere: something is there; it is untouched.
            CannotWrite: the disk refused; nothing is there.

        """

    def forget(self) -> None:
        """Remove a key that has done its work; where there is none, that is fine.

        What a disk once held may be recovered from it by special means; the screens say no more than "removed".

        Raises:
            KeyStays: the disk does not let go of it.

        """

    def public_half(self) -> KeptKey:
        """Return the place of the public half that is kept with it."""
        ...

    def is_open_to_others(self) -> bool:
        """Say whether others on this machine may read it; never where nobody can tell."""
        ...


class KeyStore(Protocol):
    """The keys of one laptop: its owner's for years, and those made for one sheet, by the sheet's id."""

    @property
    def place(self) -> str:
        """Where keys are, as a person is told."""

    def owner(self) -> KeptKey:
        """Return the place of the owner's long-term key."""
        ...

    def guest(self, sheet_id: str) -> KeptKey:
        """Return the place of the key that was made for a sheet's guest, until it has signed."""
        ...

    def seal(self, sheet_id: str) -> KeptKey:
        """Return the place of the one-time key that will seal the PDF of a sheet."""
        ...

    def guests(self) -> tuple[str, ...]:
        """Return the ids of the sheets whose guests' keys are here."""
        ...

    def seals(self) -> tuple[str, ...]:
        """Return the ids of the sheets whose sealing keys are here."""
        ...

    def is_open_to_others(self) -> bool:
        """Say whether others on this machine may look into the place of keys."""
        ...

    def close_to_others(self) -> None:
        """See to it that nobody else may look there, where that is this person's to say."""
