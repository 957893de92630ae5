"""Files read within bounds and written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from jtbd.disk.placing import put_in_place, sync_folder
from jtbd.disk.reading import read_file
from jtbd.disk.shell import quoted
from jtbd.errors import AlreadyThere, CannotWrite, UnreadableFile

MOST_BYTES: Final = 1 << 20
"""Of the largest text that is read: a canvas, a sheet, a job template."""

LARGEST_PDF: Final = 12 * 1024 * 1024

_REASONS: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "this folder may not be written to",
    errno.EPERM: "this folder may not be written to",
    errno.EFBIG: "the file would be larger than is allowed here",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EEXIST: "a file stands where a folder should be",
    errno.ENOENT: "the folder is gone",
}

_HELD: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
_IS_HELD: Final = "another program holds it: a virus scanner or a program that syncs folders, perhaps"
_TRY_AGAIN: Final = "Wait a moment and try again, or pause that program; nothing was lost."


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return a file's bytes, of a file that is too large one more than the `most` that may be read.

    Raises:
        UnreadableFile: missing, a folder, or not to be read.

    """
    try:
        return read_file(path, most + 1)
    except FileNotFoundError:
        raise UnreadableFile(str(path), "there is no such file", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise UnreadableFile(str(path), "is a folder", "Name a file in it.") from None
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or str(error), "Check that you may read it.") from error


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder; a folder that is not there yet has none.

    Raises:
        UnreadableFile: it may not be listed, is no folder, or is out of reach.

    """
    try:
        return os.listdir(folder)  # noqa: PTH208 - for speed
    except FileNotFoundError:
        return []
    except OSError as error:
        what = "is no folder" if error.errno == errno.ENOTDIR else f"cannot be listed: {error.strerror or error}"
        closed = next((each for each in reversed(folder.absolute().parents) if not _may_enter(each)), folder)
        remedy = f"See to it that you may read it (chmod u+rx {quoted(closed)}), or name another folder."
        raise UnreadableFile(str(folder), what, remedy) from error


def _may_enter(folder: Path) -> bool:
    return os.access(folder, os.X_OK) or not os.access(folder, os.F_OK)


def replace(path: Path, data: bytes) -> None:
    """Put `data` in a file's place: after a crash at any moment either the old or the new content is there, whole.

    Raises:
        CannotWrite: the disk refused; the old content is untouched.

    """
    path = Path(os.path.realpath(path))  # a link stays one, and what it leads to is written
    _refuse_read_only(path)
    with _staged(path, data) as staged:
        with suppress(OSError):  # a file that was closed to others stays closed
            staged.chmod(stat.S_IMODE(path.stat().st_mode))
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
            path.hardlink_to(staged)
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
            undo.callback(_unlinked, path)
        undo.pop_all()


def make_folder(path: Path, *, private: bool = False, around: bool = False) -> None:
    """Make a folder and those around it, where they are missing, so that they outlive a power cut.

    Args:
        path: the folder.
        private: whether it is for its owner alone, if it is made; one that is there stays as open as it is.
        around: whether those around it that are made are so too.

    Raises:
        CannotWrite: the disk refused.

    """
    if path.is_dir():
        return
    if path.parent != path:
        make_folder(path.parent, private=private and around, around=around)
    with refusals_named(path):
        path.mkdir(mode=0o700 if private else 0o777, exist_ok=True)
        with suppress(OSError):  # it is there, which is what was asked for
            sync_folder(path.parent)


@contextmanager
def refusals_named(path: Path) -> Iterator[None]:
    """Turn what the disk says against writing `path` into `CannotWrite`."""
    try:
        yield
    except OSError as error:
        held = error.errno in _HELD and path.exists() and os.access(path.parent, os.W_OK)
        reason = _IS_HELD if held else _REASONS.get(error.errno or 0) or error.strerror or str(error)
        raise CannotWrite(str(path), reason, _TRY_AGAIN if held else "") from error


@contextmanager
def _staged(path: Path, data: bytes, *, lasting: bool = True, mode: int = 0o666) -> Iterator[Path]:
    """Yield a hidden file beside `path` that holds `data`, safely on disk if it is to last; it is gone afterwards."""
    staged = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    with refusals_named(path):
        try:
            with os.fdopen(_opened_new(staged, mode), "wb") as file:
                file.write(data)
                if lasting:
                    file.flush()
                    os.fsync(file.fileno())
            yield staged
            if lasting:
                _confirm(path, data)
        finally:
            _unlinked(staged)


def _unlinked(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _opened_new(path: Path, mode: int) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)


def _claim(path: Path, mode: int) -> None:
    try:
        os.close(_opened_new(path, mode))
    except FileExistsError:
        raise AlreadyThere(str(path)) from None


def _confirm(path: Path, data: bytes) -> None:
    """Have the disk confirm a name; where it cannot, what stands there decides: written is written."""
    try:
        sync_folder(path.parent)
    except OSError:
        if read_file(path, len(data) + 1) != data:
            raise


def _refuse_read_only(path: Path) -> None:
    """Refuse to write over a file that its owner closed, though a folder would let it be replaced."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
            raise CannotWrite(
                str(path),
                "it is read-only",
                f"Make it writable (chmod u+w {quoted(path)}), or save a copy; it is as it was.",
            )
