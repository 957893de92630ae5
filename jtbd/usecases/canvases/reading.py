"""A canvas that a person named on the command line."""

from __future__ import annotations

import os
from pathlib import Path

from jtbd.disk.files import read_bytes
from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder.resolve import canvas_file
from jtbd.usecases.clock import local_now


def read_canvas(name: str, canvases: str | None) -> tuple[Canvas, bytes, Path]:
    """Return a canvas, the bytes of its file, and where that is.

    Args:
        name: its file, its folder or its id.
        canvases: the folder that ids are looked up in; None for where the environment or the platform puts it.

    Raises:
        UnknownCanvas, SameIdTwice: the id names none, or two.
        UnreadableFile, NewerFormat, FaultyFile: it cannot be read.

    """
    path = canvas_file(name, lambda canvas_id: _saved(canvas_id, canvases))
    data = read_bytes(path)
    return canvas_from_bytes(data, str(path), payable=True), data, path


def _saved(canvas_id: str, canvases: str | None) -> Path:
    from jtbd.store.folder.canvases import FolderStore  # noqa: PLC0415 - a file needs neither the folder nor where it is
    from jtbd.store.folder.places import canvases_folder, examples_folder, working_folder  # noqa: PLC0415

    root = canvases_folder(canvases, os.environ, working_folder())
    return FolderStore(root, examples_folder(), local_now).file(canvas_id)
