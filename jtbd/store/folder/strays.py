"""What programs that sync folders leave beside a canvas: versions of a conflict, and stand-ins for what is away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from jtbd.disk.folders import names_in

_COPY: Final = re.compile(r"canvas(?!\.yaml\Z)(?!\.set-aside-)[^/]*\.ya?ml(?:\.[^/]*)?", re.IGNORECASE)
"""`canvas 2.yaml`, `canvas (conflicted copy).yaml`, `canvas.sync-conflict-….yaml`, `canvas-LAPTOP.yaml`."""

_AWAY: Final = re.compile(
    r"\.canvas\.ya?ml\.icloud|canvas\.ya?ml\.(?:cloud|cloudf|placeholder|onedrive)", re.IGNORECASE
)


def beside(folder: Path) -> tuple[tuple[str, ...], bool]:
    """Return the names of other versions of the canvas in a folder, and whether a stand-in for it is there.

    Raises:
        UnreadableFile: the folder may not be listed.

    """
    names = sorted(names_in(folder))
    away = any(_AWAY.fullmatch(name) for name in names)
    return tuple(name for name in names if _COPY.fullmatch(name) and not _AWAY.fullmatch(name)), away


def is_left(folder: Path) -> bool:
    """Say whether a folder without a canvas holds a stand-in for one, or a version of one."""
    copies, away = beside(folder)
    return away or bool(copies)
