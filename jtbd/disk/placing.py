"""The last step of a write: a file put into its place, a name made to last, a file taken away, a folder moved."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

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
        os.fsync(handle)
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
    _patiently(lambda: staged.replace(path))


def take_away(path: Path) -> None:
    """Unlink a file; a missing one is fine, and what holds it for a moment is waited for.

    Raises:
        OSError: it is still there.

    """
    _patiently(lambda: path.unlink(missing_ok=True))


def close_to_others(folder: Path) -> None:
    """See to it that nobody but its owner may look into a folder.

    Raises:
        OSError: it belongs to somebody else.

    """
    folder.chmod(0o700)


def move(folder: Path, to: Path) -> None:
    """Give a folder another place on the same disk: whole, or not at all; what holds it for a moment is waited for.

    Raises:
        FileExistsError: something goes by that name; it is untouched.
        OSError: the disk refused, or somebody holds it for longer; the folder is where it was.

    """
    if os.path.lexists(to):  # an empty folder would be replaced
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(to))
    _patiently(lambda: folder.rename(to))
    for around in {to.parent, folder.parent}:
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
