"""Which folder holds which canvas: the id in the file is what counts, the folder's name is for people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from jtbd.errors import JtbdError, SameIdTwice, UnknownCanvas
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.files import read_bytes

CANVAS_FILE: Final = "canvas.yaml"
MOST_NAMED: Final = 10

_ID_LINE: Final = re.compile(rb"""^id:[ \t]*["']?([a-z0-9][a-z0-9-]*)["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)


class Entry(NamedTuple):
    """One canvas on disk: its id and its folder."""

    id: str
    folder: Path

    @property
    def file(self) -> Path:
        """The canvas itself."""
        return self.folder / CANVAS_FILE


def entries(*roots: Path) -> list[Entry]:
    """Return every canvas under the roots, by id; one that a root before holds hides those of roots after it."""
    found: list[Entry] = []
    for root in roots:
        hidden = {entry.id for entry in found}
        found += [entry for entry in _entries(root) if entry.id not in hidden]
    return sorted(found)


def entry(canvas_id: str, *roots: Path) -> Entry:
    """Return the one canvas of that id.

    Raises:
        UnknownCanvas: there is none; names those of similar ids.
        SameIdTwice: there are two.

    """
    known = entries(*roots)
    found = [each for each in known if each.id == canvas_id]
    if not found:
        raise UnknownCanvas(canvas_id, nearest(canvas_id, [each.id for each in known]))
    if len(found) > 1:
        raise SameIdTwice(canvas_id, [str(each.folder) for each in found])
    return found[0]


def nearest(name: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that could have been meant, else the first few."""
    import difflib  # noqa: PLC0415 - for misspelt ids only

    known = sorted(set(ids))
    near = [each for each in known if name and name in each]
    return (near or difflib.get_close_matches(name, known, cutoff=0.4) or known)[:MOST_NAMED]


def _entries(root: Path) -> list[Entry]:
    with suppress(OSError):  # a folder that is not there yet holds no canvas
        folders = [folder for folder in root.iterdir() if not folder.name.startswith(".")]
        return [Entry(_id_in(folder), folder) for folder in folders if (folder / CANVAS_FILE).is_file()]
    return []


def _id_in(folder: Path) -> str:
    """Return the id that a canvas gives itself; the folder's name where it is too faulty to say."""
    file = folder / CANVAS_FILE
    with suppress(JtbdError):
        data = read_bytes(file)
        found = _ID_LINE.search(data)
        return found[1].decode() if found else canvas_from_bytes(data, str(file)).id
    return folder.name
