"""Which folder holds which canvas: the id in the file is what counts, the folder's name is for people."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from jtbd.disk.files import read_bytes
from jtbd.disk.folders import names_in
from jtbd.errors import JtbdError, SameIdTwice, UnknownCanvas, UnreadableFile
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder.strays import is_left

CANVAS_FILE: Final = "canvas.yaml"
MOST_NAMED: Final = 10

_ID_LINE: Final = re.compile(rb"""^id:[ \t]*["']?([a-z0-9][a-z0-9-]*)["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)


class Stamp(NamedTuple):
    """What changes with a file's content: read again only what has another stamp."""

    modified: int
    size: int
    inode: int


_UNSEEN: Final = Stamp(-1, -1, -1)


class Entry(NamedTuple):
    """One canvas on disk: its id, its folder, and the stamp of its file."""

    id: str
    folder: Path
    stamp: Stamp

    @property
    def file(self) -> Path:
        """The canvas itself."""
        return self.folder / CANVAS_FILE


class Shelf:
    """The canvases under some folders; one that a folder before holds hides those of folders after it."""

    def __init__(self, *roots: Path) -> None:
        """Look under `roots`, whether they are there yet or not."""
        self._roots = roots
        self._ids: dict[Path, tuple[Stamp, str]] = {}

    def entries(self) -> list[Entry]:
        """Return every canvas, by id."""
        found: list[Entry] = []
        for root in self._roots:
            hidden = {entry.id for entry in found}
            found += [entry for entry in self._under(root) if entry.id not in hidden]
        return sorted(found)

    def entry(self, canvas_id: str) -> Entry:
        """Return the one canvas of that id.

        Raises:
            UnknownCanvas: there is none; names those of similar ids.
            SameIdTwice: there are two, and neither folder is named after it.

        """
        known = self.entries()
        found = [entry for entry in known if entry.id == canvas_id]
        if not found:
            raise UnknownCanvas(canvas_id, nearest(canvas_id, [entry.id for entry in known]))
        named = [entry for entry in found if entry.folder.name == canvas_id]
        if len(found) > 1 and len(named) != 1:
            raise SameIdTwice(canvas_id, [str(entry.folder) for entry in found])
        return (named or found)[0]

    def _under(self, root: Path) -> list[Entry]:
        names = sorted(name for name in names_in(root) if not name.startswith("."))
        return [entry for name in names if (entry := self._in(root / name))]

    def _in(self, folder: Path) -> Entry | None:
        try:
            status = (folder / CANVAS_FILE).stat()
        except NotADirectoryError:
            return None
        except FileNotFoundError:
            return Entry(folder.name, folder, _UNSEEN) if _may_hold_one(folder) else None
        except OSError:  # it is there and cannot be looked at: whoever lists it says why
            return Entry(folder.name, folder, _UNSEEN)
        if not stat.S_ISREG(status.st_mode):
            return Entry(folder.name, folder, _UNSEEN)
        stamp = Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
        known = self._ids.get(folder)
        if known is None or known[0] != stamp:
            self._ids[folder] = known = (stamp, id_in(folder))
        return Entry(known[1], folder, stamp)


def _may_hold_one(folder: Path) -> bool:
    try:
        return is_left(folder)
    except UnreadableFile:  # whoever lists it says why
        return True


def nearest(name: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that could have been meant, else the first few."""
    import difflib  # noqa: PLC0415 - for misspelt ids only

    known = sorted(set(ids))
    near = [each for each in known if name and name in each]
    return (near or difflib.get_close_matches(name, known, cutoff=0.4) or known)[:MOST_NAMED]


def id_in(folder: Path) -> str:
    """Return the id that a canvas gives itself; the folder's name where it is too faulty to say."""
    file = folder / CANVAS_FILE
    with suppress(JtbdError):
        data = read_bytes(file)
        found = _ID_LINE.search(data)
        return found[1].decode() if found else canvas_from_bytes(data, str(file)).id
    return folder.name
