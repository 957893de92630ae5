"""The last step of a write: a file put into its place, a name made to last, something taken away or moved."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from jtbd.disk import calls

_NO_FAILURE: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF})
"""What a share says to whoever wants a folder written through: it has no way to, and the name is there."""

_HELD: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
_WAITS: Final = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between tries: a scanner or a sync program lets go of a file within half a second."""


def sync_folder(folder: Path) -> None:
    """See to it that a new name survives a power cut, where the disk knows how; Windows does so by itself.

    Raises:
        OSError: the disk failed; the name is there nevertheless.

    """
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # a folder that may be written to and not be listed
        return
    try:
        calls.sync(handle)
    except OSError as error:
        if error.errno not in _NO_FAILURE:
            raise
    finally:
        os.close(handle)


def put_in_place(staged: Path, path: Path) -> None:
    """Give a file the name of another, in its place; what holds that one for a moment is waited for.

    Raises:
        OSError: the disk refused, or somebody holds it for longer; the old file is untouched.

    """
    _patiently(lambda: calls.put(staged, path))


def take_away(path: Path) -> None:
    """Unlink a file; a missing one is fine, and what holds it for a moment is waited for.

    Raises:
        OSError: it is still there.

    """
    _patiently(lambda: calls.unlink(path, missing_ok=True))


def move(path: Path, to: Path) -> None:
    """Give a folder or a file another place on its disk, whole or not at all; what holds it for a moment is waited for.

    Raises:
        FileExistsError: something goes by that name; it is untouched.
        OSError: the disk refused, or somebody holds it for longer; it is where it was.

    """
    if os.path.lexists(to):  # an empty folder would be replaced
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(to))
    _patiently(lambda: calls.rename(path, to))
    for around in {to.parent, path.parent}:
        with suppress(OSError):  # it is there, which is what was asked for
            sync_folder(around)


def _patiently(step: Callable[[], object]) -> None:
    for wait in _WAITS:
        try:
            step()
        except OSError as error:
            if error.errno not in _HELD:
                raise
            time.sleep(wait)
        else:
            return
    step()
