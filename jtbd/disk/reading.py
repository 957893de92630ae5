"""Files read within bounds, and never waited for: a pipe that nobody writes to is no file."""

from __future__ import annotations

import errno
import os
import select
import stat
from pathlib import Path
from typing import Final

from jtbd.i18n import say

PATIENCE: Final = 5.0
"""Seconds that a pipe may be silent."""

_CHUNK: Final = 65_536


def read_file(path: Path, most: int) -> bytes:
    """Return a file's bytes, of one that is longer the first `most`; a pipe is read while somebody writes to it.

    Raises:
        OSError: missing, a folder, not to be read; `ETIMEDOUT` for a pipe that nothing comes out of.

    """
    flags = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags)
    try:
        kind = os.fstat(handle).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        waits = stat.S_ISFIFO(kind) or stat.S_ISCHR(kind)
        data = bytearray()
        while len(data) < most:
            if waits and not select.select([handle], [], [], PATIENCE)[0]:
                raise TimeoutError(
                    errno.ETIMEDOUT, say("is a pipe or a device, and nothing comes out of it"), str(path)
                )
            chunk = os.read(handle, min(_CHUNK, most - len(data)))
            if not chunk:
                break
            data += chunk
        if stat.S_ISFIFO(kind) and not data:
            raise TimeoutError(errno.ETIMEDOUT, say("is a pipe that nobody writes to"), str(path))
        return bytes(data)
    finally:
        os.close(handle)
