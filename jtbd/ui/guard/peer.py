"""Whose program is at the other end of a connection on this laptop."""

from __future__ import annotations

import os
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_TABLES: Final = ((socket.AF_INET, Path("/proc/net/tcp")), (socket.AF_INET6, Path("/proc/net/tcp6")))
_LOCAL, _REMOTE, _UID, _INODE = 1, 2, 7, 9
_MAPPED: Final = "::ffff:"
_ROOT: Final = "0"
_NOBODY_LEFT: Final = "0"

Address = tuple[str, int]
"""Host and port."""


def belongs_to_another(theirs: Address, ours: Address) -> bool:
    """Say whether a connection comes from a program of another user of this machine; False where nobody can tell.

    Linux lists every connection with the user whose program holds it. Whoever administers the machine passes: nothing
    here could keep them out. So does who started this as root by sudo. A connection that its program has let go of is
    listed without an owner; it is a stranger's. One that is not listed comes from outside of this system, as from the
    Windows around a WSL.

    Args:
        theirs: the other end.
        ours: this end.

    """
    if not hasattr(os, "getuid"):
        return False
    for uid in _owners(theirs, ours):
        return str(uid) not in {str(os.getuid()), _ROOT, os.environ.get("SUDO_UID")}
    return False


def can_be_told() -> bool:
    """Say whether this system tells whose a connection is."""
    return sys.platform == "linux" and os.access(_TABLES[0][1], os.R_OK)


def _owners(theirs: Address, ours: Address) -> Iterator[int]:
    """Yield the user who holds the other end; -1 where nobody does any more."""
    for family, table in _TABLES:
        with suppress(OSError, ValueError, IndexError):
            wanted = [_spelt(family, theirs), _spelt(family, ours)]
            for line in table.read_text(encoding="ascii").splitlines()[1:]:
                fields = line.split()
                if fields[_LOCAL : _REMOTE + 1] == wanted:
                    yield -1 if fields[_INODE] == _NOBODY_LEFT else int(fields[_UID])


def _spelt(family: socket.AddressFamily, address: Address) -> str:
    """Return an address as the tables have it: each four bytes of the host as a number of this machine, in hex."""
    host, port = address
    host = host.removeprefix(_MAPPED)
    if family == socket.AF_INET6 and ":" not in host:
        host = _MAPPED + host
    packed = socket.inet_pton(family, host)
    words = struct.unpack(f"={len(packed) // 4}I", packed)
    return f"{''.join(f'{word:08X}' for word in words)}:{port:04X}"
