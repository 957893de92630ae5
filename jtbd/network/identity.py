"""Who is who: one id for each party, whatever it is called in which canvas; nothing is merged that nobody said."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from jtbd.model.ids import numbered, slug
from jtbd.model.network import KnownParty, Network

ME: Final = "me"
"""The id of party `a`, the owner of the laptop."""


def key(name: str) -> str:
    """Return a name as names are compared: NFKC, without case, each white space one blank."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass(frozen=True, slots=True)
class Directory:
    """The parties of a library.

    Attributes:
        ids: each party's id by its names as they are compared.
        names: all that each was called, by its id; what it is called first.
        known: what the owner has noted of it, by its id.

    """

    ids: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    known: Mapping[str, KnownParty]

    def of(self, name: str | None) -> str | None:
        """Return the id of who goes by a name; None without one."""
        return self.ids.get(key(name)) if name else None

    def asked(self, said: str) -> str | None:
        """Return the id of the party that somebody means, by its id or by a name of it; None where it is nobody."""
        return said if said == ME or said in self.names else self.of(said)


def directory(network: Network, names: Iterable[str]) -> Directory:
    """Return the parties of a library.

    Args:
        network: what the owner said of them.
        names: what organisations are called in the canvases.

    """
    ids: dict[str, str] = {}
    called: dict[str, list[str]] = {}
    for party in network.parties:
        for name in (party.name, *party.also):
            ids.setdefault(key(name), party.id)
            called.setdefault(party.id, []).append(name)
    for name in sorted(names, key=lambda name: (key(name), name)):
        if key(name) not in ids:
            wanted = slug(name) or f"party-{crc32(key(name).encode()):08x}"
            ids[key(name)] = numbered(wanted, {*called, ME})
        found = called.setdefault(ids[key(name)], [])
        if name not in found:
            found.append(name)
    return Directory(
        ids, {party: tuple(said) for party, said in called.items()}, {party.id: party for party in network.parties}
    )
