"""One writer at a time, also across windows and programs."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from jtbd.disk import lock
from jtbd.disk.folders import make_folder
from jtbd.disk.refusals import refusals_named
from jtbd.errors import CanvasInUse, JtbdError

FOLDER: Final = ".locks"
LOCKS: Final = 64
"""So many files are enough for any number of canvases: two that share one wait for each other a moment."""

PATIENCE: Final = 2.0
"""Seconds to wait for another writer; a save takes some milliseconds."""


@contextmanager
def locked(root: Path, name: str) -> Iterator[None]:
    """Hold the lock of that name under `root`; lock files stay in a hidden folder and hold nothing.

    Raises:
        CanvasInUse: somebody else holds it and does not let go.
        CannotWrite: the disk refuses the lock file.

    """
    make_folder(root / FOLDER)
    place = zlib.crc32(name.encode()) % LOCKS
    with held(root / FOLDER / f"{place:02}.lock", CanvasInUse(name)):
        yield


@contextmanager
def held(file: Path, busy: JtbdError) -> Iterator[None]:
    """Hold a lock file, in a folder that is there; raise `busy` where somebody else holds it and does not let go.

    Raises:
        CannotWrite: the disk refuses the lock file.

    """
    holding = lock.held(file, PATIENCE)
    with refusals_named(file.parent):
        try:
            holding.__enter__()
        except lock.Busy:
            raise busy from None
    try:
        yield
    finally:
        holding.__exit__(None, None, None)
