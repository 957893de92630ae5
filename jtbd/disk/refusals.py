"""What a disk says against a write, as a person is told."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from jtbd.disk.shell import quoted
from jtbd.errors import CannotWrite
from jtbd.i18n import mark, say

_REASONS: Final = {
    errno.ENOSPC: mark("the disk is full"),
    errno.EDQUOT: mark("the disk quota is used up"),
    errno.EROFS: mark("the disk is read-only"),
    errno.EACCES: mark("this folder may not be written to"),
    errno.EPERM: mark("this folder may not be written to"),
    errno.EFBIG: mark("the file would be larger than is allowed here"),
    errno.ENOTDIR: mark("a file stands where a folder should be"),
    errno.EEXIST: mark("a file stands where a folder should be"),
    errno.ENOENT: mark("the folder is gone"),
}

_HELD: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
_IS_HELD: Final = mark("another program holds it: a virus scanner or a program that syncs folders, perhaps")
_TRY_AGAIN: Final = mark("Wait a moment and try again, or pause that program; nothing was lost.")


@contextmanager
def refusals_named(path: Path) -> Iterator[None]:
    """Turn what the disk says against writing `path` into `CannotWrite`."""
    try:
        yield
    except OSError as error:
        held = error.errno in _HELD and path.exists() and os.access(path.parent, os.W_OK)
        known = _IS_HELD if held else _REASONS.get(error.errno or 0)
        reason = known.said() if known else error.strerror or str(error)
        raise CannotWrite(str(path), reason, _TRY_AGAIN.said() if held else "") from error


def refuse_read_only(path: Path) -> None:
    """Refuse to write over a file that its owner closed, though a folder would let it be replaced."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
            raise CannotWrite(
                str(path),
                say("it is read-only"),
                say("Make it writable (chmod u+w {file}), or save a copy; it is as it was.", file=quoted(path)),
            )
