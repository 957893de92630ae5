"""Which version of each canvas was given out last, so that whoever changes another one is told."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from jtbd.errors import FaultyFile, NewerFormat, UnreadableFile
from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes, canvas_to_text


class Known(NamedTuple):
    """A file's bytes, the canvas that they are known as, and the canvas as it was read; None where we wrote it."""

    data: bytes
    canvas: Canvas
    read: Canvas | None = None

    def is_by_hand(self) -> bool:
        """Whether an editor other than this program wrote the file, so that it may hold comments."""
        return self.read is not None and self.data != canvas_to_text(self.read).encode()


class Seen:
    """What one program knows of the canvases in a folder.

    A file that was changed by hand, or by a sync, without a new revision counts as a revision of its own.
    """

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}

    def look(self, canvas_id: str, data: bytes, file: Path) -> Known:
        """Return what is on disk, under the revision that editors know it by.

        Raises:
            FaultyFile, UnreadableFile, NewerFormat: it cannot be read.

        """
        known = self._known.get(canvas_id)
        if known is None or known.data != data:
            read = canvas_from_bytes(data, str(file))
            known = Known(data, _renumbered(read, known.canvas if known else None), read)
            self._known[canvas_id] = known
        return known

    def look_past_faults(self, canvas_id: str, data: bytes, file: Path) -> Known | None:
        """Return the same, None where it is faulty.

        Raises:
            NewerFormat: what a newer program wrote is not ours to set aside.

        """
        try:
            return self.look(canvas_id, data, file)
        except NewerFormat:
            raise
        except (FaultyFile, UnreadableFile):
            return None

    def remember(self, data: bytes, canvas: Canvas) -> Canvas:
        """Note what was just written, and return it."""
        self._known[canvas.id] = Known(data, canvas)
        return canvas


def _renumbered(read: Canvas, known: Canvas | None) -> Canvas:
    """Return what was read; where it is another than was known under its revision, as the next revision."""
    if known is None or read.revision > known.revision:
        return read
    same = read.revise(revision=known.revision)
    return same if same == known else read.revise(revision=known.revision + 1)
