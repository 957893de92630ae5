"""What crashes leave behind: temporary files, swept once they are a day old."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from jtbd.disk import calls

A_DAY: Final = 86_400.0
_TEMPORARY: Final = re.compile(r"\..+\.[0-9a-f]{8}(?:\.tmp)?")
_LOCK: Final = re.compile(r".+\.lock(?:\.held(?:\.[0-9a-f]{8})?)?")


def is_temporary(name: str) -> bool:
    """Say whether a file of that name is one that a crash has left of a write."""
    return bool(_TEMPORARY.fullmatch(name))


def left_over(folder: Path, *, locks: bool = False) -> Iterator[Path]:
    """Yield the temporary files of this program in a folder that are older than a day; with `locks` old locks too."""
    before = time.time() - A_DAY
    with suppress(OSError):
        for path in folder.iterdir():
            if _TEMPORARY.fullmatch(path.name) or (locks and _LOCK.fullmatch(path.name)):
                with suppress(OSError):
                    if path.is_file() and not path.is_symlink() and path.stat().st_mtime < before:
                        yield path


def sweep(folder: Path, *, locks: bool = False) -> int:
    """Remove them, and return how many there were; what cannot be removed stays for the next time."""
    count = 0
    for path in left_over(folder, locks=locks):
        with suppress(OSError):
            calls.unlink(path)
            count += 1
    return count
