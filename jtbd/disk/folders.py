"""Folders: listed, made so that they last, moved as a whole, removed where nothing is in them."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from jtbd.disk import calls
from jtbd.disk.placing import sync_folder
from jtbd.disk.refusals import refusals_named
from jtbd.disk.shell import quoted
from jtbd.errors import UnreadableFile
from jtbd.i18n import say


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
        what = (
            say("is no folder")
            if error.errno == errno.ENOTDIR
            else say("cannot be listed: {reason}", reason=error.strerror or error)
        )
        closed = next((each for each in reversed(folder.absolute().parents) if not _may_enter(each)), folder)
        remedy = say(
            "See to it that you may read it (chmod u+rx {folder}), or name another folder.", folder=quoted(closed)
        )
        raise UnreadableFile(str(folder), what, remedy) from error


def _may_enter(folder: Path) -> bool:
    return os.access(folder, os.X_OK) or not os.access(folder, os.F_OK)


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
        calls.make(path, 0o700 if private else 0o777)
        with suppress(OSError):  # it is there, which is what was asked for
            sync_folder(path.parent)


def scratch_folder(prefix: str) -> Path:
    """Make a folder of this program's own among the system's temporary ones, for its owner's eyes only.

    Raises:
        CannotWrite: the disk refused.

    """
    with refusals_named(Path(prefix)):
        return calls.scratch(prefix)


def remove_scratch(folder: Path) -> None:
    """Remove such a folder with the files in it; what the disk does not let go of stays."""
    with suppress(OSError):
        for path in [*folder.iterdir()]:
            calls.unlink(path)
        calls.remove(folder)


def remove_empty(folder: Path) -> bool:
    """Remove a folder if nothing is in it; say whether it is gone."""
    with suppress(OSError):
        calls.remove(folder)
        return True
    return False


def close_to_others(folder: Path) -> None:
    """See to it that nobody but its owner may look into a folder.

    Raises:
        OSError: it belongs to somebody else.

    """
    calls.close(folder, 0o700)
