"""The row of a canvas that is a file: what of it cannot be read, and what lies beside it."""

from __future__ import annotations

import re

from jtbd.disk.files import read_bytes
from jtbd.errors import JtbdError, UnreadableFile, shown
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder import strays
from jtbd.store.folder.shelf import Entry
from jtbd.store.listing import row_of
from jtbd.store.protocol import Summary, is_example

SET_ASIDE = "canvas.set-aside-{}.yaml"
_SET_ASIDE = re.compile(r"canvas\.set-aside-[0-9]+\.yaml")


def is_set_aside(name: str) -> bool:
    """Say whether a file of that name is one that was faulty when something had to be saved."""
    return bool(_SET_ASIDE.fullmatch(name))


def row(entry: Entry) -> Summary:
    """Return the row of a canvas on disk; of a faulty one it says what is wrong."""
    try:
        copies, away = strays.beside(entry.folder)
    except UnreadableFile as error:
        return Summary(id=entry.id, example=is_example(entry.id), fault=error.message)
    aside = tuple(sorted(file.name for file in entry.folder.glob(SET_ASIDE.format("*"))))
    try:
        canvas = canvas_from_bytes(read_bytes(entry.file), str(entry.file))
    except JtbdError as error:
        fault = f"{shown(entry.file)}: is not downloaded yet" if away else error.message
        known = Summary(id=entry.id, example=is_example(entry.id), fault=fault, set_aside=aside)
        return known._replace(copies=copies, away=away)
    return row_of(canvas, aside)._replace(copies=copies)
