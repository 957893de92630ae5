"""What a person calls a canvas on the command line: its file, its folder or its id."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jtbd.errors import UnreadableFile
from jtbd.i18n import say
from jtbd.store.folder.shelf import CANVAS_FILE


def canvas_file(name: str) -> Path | None:
    """Return the file that is meant; None where an id is.

    Args:
        name: what the person typed.

    Raises:
        UnreadableFile: a path that leads nowhere, or to a folder without a canvas.

    """
    path = Path(name)
    with suppress(OSError):  # too long for a path: then it is no id either, and the store says so
        if (path / CANVAS_FILE).is_file():
            return path / CANVAS_FILE
        if path.exists() and not path.is_dir():  # a pipe will do
            return path
        if path.name != name or path.suffix:
            reason = (
                say("is a folder without a {file}", file=CANVAS_FILE) if path.is_dir() else say("there is no such file")
            )
            raise UnreadableFile(name, reason, say("Name a canvas by its id, its folder or its file."))
    return None
