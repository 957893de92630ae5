"""The keys that sign, each a PEM file that only its owner can read.

Where they live, given the user's config folder:

    key.pem              the owner's long-term key, encrypted with a passphrase
    key.pub.pem          its public half, so that a sheet can name the key without the passphrase
    guest/<sheet>.pem    a guest's key, made for one sheet and removed after signing
    seal/<sheet>.pem     the one-time key that will seal the PDF of a sheet

Earlier versions kept the last beside its draft, as `draft-1.seal.pem`; `SheetFolder.old_seal_key` finds it there still.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jtbd.disk.files import write_new
from jtbd.disk.folders import close_to_others, make_folder
from jtbd.disk.placing import take_away
from jtbd.disk.reading import read_file
from jtbd.errors import AlreadyThere, CannotWrite, KeyStays, MissingKey, UnusableKey
from jtbd.i18n import mark, say
from jtbd.store.protocol.keys import LARGEST_PEM

_PRIVATE: Final = b"PRIVATE KEY-----"
_NEVER: Final = mark("A key is never overwritten: name another file, or move this one away.")


@dataclass(frozen=True, slots=True, eq=False)
class KeyFile:
    """A `KeptKey` in a file of that path."""

    path: Path

    def __eq__(self, other: object) -> bool:
        """Say whether the other one is the same file."""
        return isinstance(other, KeyFile) and self.path.absolute() == other.path.absolute()

    def __hash__(self) -> int:
        return hash(self.path.absolute())

    @property
    def place(self) -> str:
        """See `KeptKey`."""
        return str(self.path)

    def is_there(self) -> bool:
        """See `KeptKey`."""
        return self.path.is_file()

    def is_taken(self) -> bool:
        """See `KeptKey`."""
        return self.path.exists()

    def read(self) -> bytes:
        """See `KeptKey`."""
        try:
            pem = read_file(self.path, LARGEST_PEM + 1)
        except FileNotFoundError as error:
            remedy = say("Make one with '{command}', or name another file.", command="jtbd key new")
            raise MissingKey(say("there is no key at {file}", file=self.path), remedy) from error
        except OSError as error:
            raise UnusableKey(str(self.path), say("not readable: {reason}", reason=error.strerror or error)) from error
        if len(pem) > LARGEST_PEM:
            raise UnusableKey(str(self.path), say("too large for a key"))
        return pem

    def write(self, pem: bytes) -> None:
        """See `KeptKey`; a key outlives a power cut, as the draft does that names it."""
        try:
            make_folder(self.path.parent, private=True, around=True)
            write_new(self.path, pem, mode=0o600 if _PRIVATE in pem else 0o644)
        except AlreadyThere:
            raise AlreadyThere(str(self.path), _NEVER.said()) from None
        except CannotWrite as error:
            cause = error.__cause__
            raise CannotWrite(str(self.path), (isinstance(cause, OSError) and cause.strerror) or str(cause)) from error

    def forget(self) -> None:
        """See `KeptKey`."""
        try:
            take_away(self.path)
        except OSError as error:
            raise KeyStays(str(self.path), error.strerror or str(error)) from error

    def public_half(self) -> KeyFile:
        """See `KeptKey`: `key.pub.pem` beside `key.pem`."""
        return KeyFile(self.path.with_suffix(".pub.pem"))

    def is_open_to_others(self) -> bool:
        """See `KeptKey`; a system without modes can tell nothing."""
        return _is_open(self.path)


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """A `KeyStore` over the folder of keys and settings."""

    folder: Path

    @property
    def place(self) -> str:
        """See `KeyStore`."""
        return str(self.folder)

    def owner(self) -> KeyFile:
        """See `KeyStore`."""
        return KeyFile(self.folder / "key.pem")

    def guest(self, sheet_id: str) -> KeyFile:
        """See `KeyStore`."""
        return KeyFile(self.folder / "guest" / f"{sheet_id}.pem")

    def seal(self, sheet_id: str) -> KeyFile:
        """See `KeyStore`."""
        return KeyFile(self.folder / "seal" / f"{sheet_id}.pem")

    def guests(self) -> tuple[str, ...]:
        """See `KeyStore`."""
        return tuple(sorted(path.stem for path in (self.folder / "guest").glob("*.pem")))

    def seals(self) -> tuple[str, ...]:
        """See `KeyStore`."""
        return tuple(sorted(path.stem for path in (self.folder / "seal").glob("*.pem")))

    def is_open_to_others(self) -> bool:
        """See `KeyStore`."""
        return _is_open(self.folder)

    def close_to_others(self) -> None:
        """See `KeyStore`; where it is somebody else's it stays as it is."""
        if self.is_open_to_others():
            with suppress(OSError):
                close_to_others(self.folder)


def _is_open(path: Path) -> bool:
    return os.name != "nt" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
