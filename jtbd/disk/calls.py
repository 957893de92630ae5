"""The calls that change what is on a disk, one each; nothing else in this program makes one.

Whoever wants to know what is left when the disk fails, fills up or loses its power at any moment breaks them here, one
after the other. `lock` hands its file to the `filelock` library, which opens it itself.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import BinaryIO


def create(path: Path, mode: int) -> BinaryIO:
    """Open a file that is not there yet, to be written.

    Args:
        path: the file.
        mode: who may read and write it, as far as the system's own mask allows.

    Raises:
        FileExistsError: something goes by that name.
        OSError: the disk refused.

    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, mode), "wb")


def extend(path: Path) -> BinaryIO:
    """Open a file to be read and written at its end; it is made where it is missing.

    Raises:
        OSError: the disk refused.

    """
    return path.open("a+b")


def write(file: BinaryIO, data: bytes) -> None:
    """Write to a file that was opened here, and hand all of it to the system.

    Raises:
        OSError: the disk refused; a part may be there.

    """
    file.write(data)
    file.flush()


def sync(handle: int) -> None:
    """Wait until a file, or the names in a folder, would outlive a power cut.

    Raises:
        OSError: the disk failed, or knows no way to.

    """
    os.fsync(handle)


def link(path: Path, to: Path) -> None:
    """Give a file a second name.

    Raises:
        FileExistsError: something goes by that name.
        OSError: the disk refused, or knows no links.

    """
    to.hardlink_to(path)


def rename(path: Path, to: Path) -> None:
    """Give a file or a folder another name; on Windows never one that is taken.

    Raises:
        OSError: the disk refused.

    """
    path.rename(to)


def put(path: Path, to: Path) -> None:
    """Give a file the name of another, in its place.

    Raises:
        OSError: the disk refused.

    """
    path.replace(to)


def unlink(path: Path, *, missing_ok: bool = False) -> None:
    """Take a file's name away.

    Raises:
        OSError: the disk refused, or there is none of that name.

    """
    path.unlink(missing_ok=missing_ok)


def make(folder: Path, mode: int) -> None:
    """Make a folder in one that is there; one that is there already is fine.

    Raises:
        OSError: the disk refused.

    """
    folder.mkdir(mode=mode, exist_ok=True)


def scratch(prefix: str) -> Path:
    """Make a folder among the system's temporary ones, for its owner's eyes only.

    Raises:
        OSError: the disk refused.

    """
    return Path(tempfile.mkdtemp(prefix=prefix))


def remove(folder: Path) -> None:
    """Remove a folder in which nothing is.

    Raises:
        OSError: something is in it, or the disk refused.

    """
    folder.rmdir()


def close(path: Path, mode: int) -> None:
    """Say who may read, write and enter a file or a folder.

    Raises:
        OSError: it belongs to somebody else.

    """
    path.chmod(mode)


def renew(path: Path) -> None:
    """Give a file the time that it is now.

    Raises:
        OSError: the disk refused.

    """
    os.utime(path)
