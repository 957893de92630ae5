"""Keys in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from jtbd.errors import AlreadyThere, MissingKey, UnusableKey
from jtbd.i18n import say
from jtbd.store.protocol.keys import LARGEST_PEM


@dataclass(frozen=True, slots=True)
class MemoryKey:
    """A `KeptKey` under a name among others."""

    name: str
    among: dict[str, bytes] = field(repr=False, compare=False)

    @property
    def place(self) -> str:
        """See `KeptKey`."""
        return f"memory/{self.name}"

    def is_there(self) -> bool:
        """See `KeptKey`."""
        return self.name in self.among

    def is_taken(self) -> bool:
        """See `KeptKey`."""
        return self.is_there()

    def read(self) -> bytes:
        """See `KeptKey`."""
        if (pem := self.among.get(self.name)) is None:
            raise MissingKey(say("there is no key at {file}", file=self.place), say("Make one first."))
        if len(pem) > LARGEST_PEM:
            raise UnusableKey(self.place, say("too large for a key"))
        return pem

    def write(self, pem: bytes) -> None:
        """See `KeptKey`."""
        if self.among.setdefault(self.name, pem) is not pem:
            raise AlreadyThere(self.place, say("A key is never overwritten."))

    def forget(self) -> None:
        """See `KeptKey`."""
        self.among.pop(self.name, None)

    def public_half(self) -> MemoryKey:
        """See `KeptKey`."""
        return MemoryKey(f"{self.name}.pub", self.among)

    def is_open_to_others(self) -> bool:
        """See `KeptKey`; nobody else looks into this program."""
        return False


class MemoryKeys:
    """A `KeyStore` in memory."""

    def __init__(self) -> None:
        self._keys: dict[str, bytes] = {}

    @property
    def place(self) -> str:
        """See `KeyStore`."""
        return "memory"

    def owner(self) -> MemoryKey:
        """See `KeyStore`."""
        return MemoryKey("owner", self._keys)

    def guest(self, sheet_id: str) -> MemoryKey:
        """See `KeyStore`."""
        return MemoryKey(f"guest/{sheet_id}", self._keys)

    def seal(self, sheet_id: str) -> MemoryKey:
        """See `KeyStore`."""
        return MemoryKey(f"seal/{sheet_id}", self._keys)

    def guests(self) -> tuple[str, ...]:
        """See `KeyStore`."""
        return self._under("guest/")

    def seals(self) -> tuple[str, ...]:
        """See `KeyStore`."""
        return self._under("seal/")

    def is_open_to_others(self) -> bool:
        """See `KeyStore`; nobody else looks into this program."""
        return False

    def close_to_others(self) -> None:
        """See `KeyStore`."""

    def _under(self, kind: str) -> tuple[str, ...]:
        return tuple(sorted(name.removeprefix(kind) for name in self._keys if name.startswith(kind)))
