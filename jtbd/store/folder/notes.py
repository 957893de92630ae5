"""What happened at the table and is no part of the canvas: `history/notes.jsonl`, a line each, only ever added to.

A line is a JSON list of texts, the moment first: `["2026-11-22T09:14:02Z", "opened", "answers", "b"]`. What a crash
left of a line, and what somebody else wrote, is passed over (docs/decisions/0035).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jtbd.disk.files import append_line, read_bytes
from jtbd.disk.folders import make_folder
from jtbd.store.protocol import Note

FILE: Final = "notes.jsonl"
_TIME: Final = "%Y-%m-%dT%H:%M:%SZ"


class Notes:
    """The notes of the canvas in one folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "history" / FILE

    def add(self, note: Note) -> None:
        """Add a note, which outlives a power cut from then on.

        Raises:
            CannotWrite: the disk refused.

        """
        make_folder(self._file.parent)
        line = json.dumps([note.at.astimezone(dt.UTC).strftime(_TIME), *note.said], ensure_ascii=False)
        append_line(self._file, line.encode())

    def all(self) -> Iterator[Note]:
        """Yield the notes, the oldest first; none where there are none yet.

        Raises:
            UnreadableFile: they may not be read.

        """
        if not self._file.exists():
            return
        for line in read_bytes(self._file).decode(errors="replace").splitlines():
            if note := _read(line):
                yield note


def _read(line: str) -> Note | None:
    """Return what a line says, None where it is not one of ours."""
    try:
        match json.loads(line):
            case [str(at), *said] if all(isinstance(word, str) for word in said):
                return Note(dt.datetime.strptime(at, _TIME).replace(tzinfo=dt.UTC), tuple(map(str, said)))
    except (ValueError, RecursionError):
        pass
    return None
