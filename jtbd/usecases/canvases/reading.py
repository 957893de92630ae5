"""A canvas that a person named on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from jtbd.disk.files import read_bytes
from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder.resolve import canvas_file
from jtbd.usecases.home import Opener


class Named(NamedTuple):
    """A canvas that was named.

    Attributes:
        canvas: what it holds.
        data: the bytes of its file.
        folder: where that is, if it was named by file or folder; None for a saved canvas that was named by its id.

    """

    canvas: Canvas
    data: bytes
    folder: Path | None


def read_canvas(name: str, home: Opener) -> Named:
    """Return a canvas that a person named.

    Args:
        name: its file, its folder or its id.
        home: opens the home that ids are looked up in; not asked where a file was named.

    Raises:
        UnknownCanvas, SameIdTwice: the id names none, or two.
        UnreadableFile, NewerFormat, FaultyFile: it cannot be read.

    """
    file = canvas_file(name)
    if file:
        data = read_bytes(file)
        return Named(canvas_from_bytes(data, str(file), payable=True), data, file.parent)
    store = home().store
    data = store.raw(name)
    return Named(canvas_from_bytes(data, store.place(name), payable=True), data, None)
