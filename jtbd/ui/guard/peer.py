"""Whose program is at the other end of a connection on this laptop."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_TABLES: Final = ("/proc/net/tcp", "/proc/net/tcp6")
_LOCAL, _REMOTE, _UID = 1, 2, 7
_ROOT: Final = 0


def belongs_to_another(client: tuple[str, int] | None, port: int | None) -> bool:
    """Say whether a connection comes from a program of another user of this machine; False where nobody can tell.

    Linux lists every connection with the user whose program holds it. Whoever administers the machine passes: nothing
    here could keep them out.

    Args:
        client: address and port of the other end.
        port: our own.

    """
    if client is None or port is None or not hasattr(os, "getuid"):
        return False
    uid = _uid(client[1], port)
    return uid is not None and uid not in {os.getuid(), _ROOT}


def _uid(theirs: int, ours: int) -> int | None:
    """Return the user at the end of a loopback connection that has the first port, with the second at the other end."""
    for table in _TABLES:
        with suppress(OSError, ValueError, IndexError):
            for line in Path(table).read_text(encoding="ascii").splitlines()[1:]:
                fields = line.split()
                if _port(fields[_LOCAL]) == theirs and _port(fields[_REMOTE]) == ours:
                    return int(fields[_UID])
    return None


def _port(address: str) -> int:
    return int(address.rpartition(":")[2], 16)
