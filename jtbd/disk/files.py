"""Files read within bounds, written whole or not at all, added to, and taken away."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from jtbd.disk import calls
from jtbd.disk.placing import put_in_place, sync_folder
from jtbd.disk.reading import read_file
from jtbd.disk.refusals import refusals_named, refuse_read_only
from jtbd.errors import AlreadyThere, UnreadableFile
from jtbd.i18n import say

MOST_BYTES: Final = 1 << 20
"""Of the largest text that is read: a canvas, a sheet, a job template."""

LARGEST_PDF: Final = 12 * 1024 * 1024


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return a file's bytes, of a file that is too large one more than the `most` that may be read.

    Raises:
        UnreadableFile: missing, a folder, or not to be read.

    """
    try:
        return read_file(path, most + 1)
    except FileNotFoundError:
        raise UnreadableFile(str(path), say("there is no such file"), say("Check the name and the folder.")) from None
    except IsADirectoryError:
        raise UnreadableFile(str(path), say("is a folder"), say("Name a file in it.")) from None
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or str(error), say("Check that you may read it.")) from error


def replace(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Put `data` in a file's place: after a crash at any moment either the old or the new content is there, whole.

    Args:
        path: the file.
        data: what will stand in it.
        mode: who may read and write it where none was there; one that was keeps its own.

    Raises:
        CannotWrite: the disk refused; the old content is untouched.

    """
    path = Path(os.path.realpath(path))  # a link stays one, and what it leads to is written
    refuse_read_only(path)
    with _staged(path, data, mode=mode) as staged:
        with suppress(OSError):  # a file that was closed to others stays closed
            calls.close(staged, stat.S_IMODE(path.stat().st_mode))
        put_in_place(staged, path)


def write_new(path: Path, data: bytes, *, lasting: bool = True, mode: int = 0o666) -> None:
    """Write a file that is not there yet, whole or not at all.

    Args:
        path: the file.
        data: what will stand in it.
        lasting: whether it must outlive a power cut from now on, and not merely from when the system gets to it.
        mode: who may read and write it, from its first byte on, as far as the system's own mask allows.

    Raises:
        AlreadyThere: something goes by that name; it is untouched.
        CannotWrite: the disk refused; nothing is there.

    """
    with _staged(path, data, lasting=lasting, mode=mode) as staged:
        try:
            calls.link(staged, path)
        except FileExistsError:
            raise AlreadyThere(str(path)) from None
        except OSError:
            _claim(path, mode)  # a stick formatted as FAT knows no links
            put_in_place(staged, path)


def write_all_new(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet, all of them or none.

    Raises:
        AlreadyThere: something goes by one of the names; it is untouched, and nothing was written.
        CannotWrite: the disk refused; nothing is there.

    """
    for path in files:
        if os.path.lexists(path):
            raise AlreadyThere(str(path))
    with ExitStack() as undo:
        for path, data in files.items():
            write_new(path, data)
            undo.callback(drop, path)
        undo.pop_all()


def append_line(path: Path, line: bytes) -> None:
    """Add a line to a file, which outlives a power cut from then on; what a crash has left of another ends before it.

    Raises:
        CannotWrite: the disk refused.

    """
    with refusals_named(path), calls.extend(path) as file:
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(-1, os.SEEK_END)
        begun = b"\n" if size and file.read(1) != b"\n" else b""
        calls.write(file, begun + line + b"\n")
        calls.sync(file.fileno())


def drop(path: Path) -> bool:
    """Take a file away that does no harm where it stays; say whether it is gone."""
    with suppress(OSError):
        calls.unlink(path, missing_ok=True)
        return True
    return False


@contextmanager
def _staged(path: Path, data: bytes, *, lasting: bool = True, mode: int = 0o666) -> Iterator[Path]:
    """Yield a hidden file beside `path` that holds `data`, safely on disk if it is to last; it is gone afterwards."""
    staged = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    with refusals_named(path):
        try:
            with calls.create(staged, mode) as file:
                calls.write(file, data)
                if lasting:
                    calls.sync(file.fileno())
            yield staged
            if lasting:
                _confirm(path, data)
        finally:
            drop(staged)


def _claim(path: Path, mode: int) -> None:
    try:
        calls.create(path, mode).close()
    except FileExistsError:
        raise AlreadyThere(str(path)) from None


def _confirm(path: Path, data: bytes) -> None:
    """Have the disk confirm a name; where it cannot, what stands there decides: written is written."""
    try:
        sync_folder(path.parent)
    except OSError:
        if read_file(path, len(data) + 1) != data:
            raise
