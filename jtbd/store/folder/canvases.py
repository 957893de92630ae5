"""Canvases in a folder: one subfolder each, saved whole or not at all, never over what somebody else wrote."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jtbd.disk import files
from jtbd.disk.folders import make_folder, names_in, remove_empty
from jtbd.disk.placing import take_away
from jtbd.disk.refusals import refusals_named
from jtbd.disk.sweeping import sweep
from jtbd.errors import (
    AlreadyThere,
    CannotWrite,
    ChangedElsewhere,
    ExampleIsReadOnly,
    UnknownRevision,
)
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.model.ids import Draw, drawn, free_id, numbered
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.store.folder import bin as bin_module, history as history_module, strays
from jtbd.store.folder.aside import set_aside
from jtbd.store.folder.bin import Bin
from jtbd.store.folder.history import History
from jtbd.store.folder.notes import Notes
from jtbd.store.folder.places import too_long
from jtbd.store.folder.seen import Seen
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.folder.shelf import CANVAS_FILE, Shelf
from jtbd.store.folder.summary import Rows
from jtbd.store.protocol import Clock, Note, Revision, Summary, Thrown, is_example
from jtbd.yamltext import MOST_BYTES

if TYPE_CHECKING:
    from jtbd.model.network import Network

NETWORK_FILE: Final = "network.yaml"
_CREATING: Final = "-creating"  # the lock for new ids; no id begins with a hyphen


class FolderStore:
    """A `CanvasStore` over a folder; make one per process and share it.

    It remembers which version of each canvas it gave out last (`Seen`), so that an editor is told that started from
    another one than is there.
    """

    def __init__(self, root: Path, examples: Path | None, clock: Clock, draw: Draw = drawn) -> None:
        """Keep canvases under `root`, which is made when first needed; show those under `examples` too.

        `draw` ends the id of a new canvas that would have the id of another one.
        """
        self._root = root
        others = [examples] if examples is not None and examples.resolve() != root.resolve() else []
        self._shelf = Shelf(root, *others)
        self._bin = Bin(root)
        self._clock = clock
        self._draw = draw
        self._seen = Seen()
        self._rows = Rows()

    # ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def ids(self) -> tuple[str, ...]:
        """See `CanvasStore`."""
        return tuple(dict.fromkeys(entry.id for entry in self._shelf.entries()))

    def place(self, canvas_id: str | None = None) -> str:
        """See `CanvasStore`."""
        return str(self._root if canvas_id is None else self._file(canvas_id))

    def advice(self) -> str:
        """See `CanvasStore`: a path under which some could not be saved."""
        return too_long(self._root.absolute(), windows=os.name == "nt")

    def raw(self, canvas_id: str) -> bytes:
        """See `CanvasStore`."""
        return files.read_bytes(self._file(canvas_id))

    def load(self, canvas_id: str) -> Canvas:
        """See `CanvasStore`."""
        file = self._file(canvas_id)
        return self._seen.look(canvas_id, files.read_bytes(file), file).canvas

    def summaries(self) -> tuple[Summary, ...]:
        """See `CanvasStore`."""
        return self._rows.all(self._shelf.entries())

    def network(self) -> Network:
        """See `CanvasStore`."""
        from jtbd.model.network import Network  # noqa: PLC0415 - for those who ask for it; every command opens a store
        from jtbd.store.network import network_from_bytes  # noqa: PLC0415

        if NETWORK_FILE not in names_in(self._root):
            return Network()
        file = self._root / NETWORK_FILE
        return network_from_bytes(files.read_bytes(file), str(file))

    def revisions(self, canvas_id: str) -> tuple[Revision, ...]:
        """See `CanvasStore`."""
        return History(self._shelf.entry(canvas_id).folder).revisions()

    def load_revision(self, canvas_id: str, number: int) -> Canvas:
        """See `CanvasStore`."""
        data = History(self._shelf.entry(canvas_id).folder).read(number)
        if data is not None:
            return canvas_from_bytes(data, f"revision {number} of {canvas_id}").revise(revision=number)
        present = self.load(canvas_id)
        if present.revision != number:
            raise UnknownRevision(canvas_id, number)
        return present

    def sheets(self, canvas_id: str) -> SheetFolder:
        """See `CanvasStore`."""
        _refuse_example(canvas_id)
        return SheetFolder(self._shelf.entry(canvas_id).folder)

    def notes(self, canvas_id: str) -> tuple[Note, ...]:
        """See `CanvasStore`."""
        return () if is_example(canvas_id) else tuple(Notes(self._shelf.entry(canvas_id).folder).all())

    # ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def create(self, canvas: Canvas) -> Canvas:
        """See `CanvasStore`."""
        _refuse_example(canvas.id)
        make_folder(self._root, private=True)
        with self._locked(_CREATING):
            taken = {*self.ids(), *self._bin.names(), *(folder.name for folder in self._root.iterdir())}
            now = self._clock()
            fresh = canvas.revise(
                id=free_id(canvas.id, taken, self._draw), revision=1, created=canvas.created or now, updated=now
            )
            folder = self._root / fresh.id
            data = _encoded(fresh, folder)
            make_folder(folder)
            try:
                files.write_new(folder / CANVAS_FILE, data)
            except CannotWrite:
                remove_empty(folder)
                raise
        return self._seen.remember(data, fresh)

    def save(self, canvas: Canvas, seen: int) -> Canvas:
        """See `CanvasStore`; a file that has become faulty meanwhile is set aside under a name of its own."""
        _refuse_example(canvas.id)
        entry = self._shelf.entry(canvas.id)
        with self._locked(canvas.id):
            history = History(entry.folder)
            now = self._clock()
            data = files.read_bytes(entry.file)
            present = self._seen.look_past_faults(canvas.id, data, entry.file)
            found = present.canvas.revision if present else max(seen, history.newest() + 1)
            if found != seen:
                raise ChangedElsewhere(canvas.id, seen, found)
            revision = seen if seen < history_module.LIMIT else history.newest() + 1
            if present:
                at = present.canvas.updated or now
                revision = history.keep(data, Revision(revision, at, present.is_by_hand()))
            else:
                set_aside(entry.file)
            saved = canvas.revise(revision=revision + 1, updated=now)
            written = _encoded(saved, entry.folder)
            files.replace(entry.file, written)
            history.thin()
        return self._seen.remember(written, saved)

    def note(self, canvas_id: str, *said: str) -> None:
        """See `CanvasStore`."""
        _refuse_example(canvas_id)
        folder = self._shelf.entry(canvas_id).folder
        with self._locked(canvas_id):
            Notes(folder).add(Note(self._clock(), said))

    def copies(self, canvas_id: str) -> tuple[str, ...]:
        """See `CanvasStore`."""
        return () if is_example(canvas_id) else strays.beside(self._shelf.entry(canvas_id).folder)[0]

    def beside(self, canvas_id: str, stray: str) -> Canvas:
        """See `CanvasStore`."""
        path = self._shelf.entry(canvas_id).folder / stray
        return canvas_from_bytes(files.read_bytes(path), str(path))

    def settle(self, canvas_id: str, stray: str, *, take: bool) -> Canvas:
        """See `CanvasStore`; the one that is not meant is set aside under a name of its own."""
        entry = self._shelf.entry(canvas_id)
        if stray not in strays.beside(entry.folder)[0]:
            return self.load(canvas_id)
        path = entry.folder / stray
        canvas = self.load(canvas_id)
        if take:
            other = self.beside(canvas_id, stray)
            canvas = self.save(
                other.revise(id=canvas_id, revision=canvas.revision, sheets=canvas.sheets), canvas.revision
            )
        set_aside(path)
        with refusals_named(path):
            take_away(path)
        return canvas

    def throw_away(self, canvas_id: str, seen: int) -> str:
        """See `CanvasStore`; who is about to write into it is waited for, whoever comes later finds it gone."""
        _refuse_example(canvas_id)
        folder = self._shelf.entry(canvas_id).folder
        if folder.parent != self._root:
            raise ExampleIsReadOnly(canvas_id)
        with SheetFolder(folder).alone():  # let go before the move: Windows moves no folder with an open file
            pass
        with self._locked(canvas_id):
            found = self.load(canvas_id).revision
            if found != seen:
                raise ChangedElsewhere(canvas_id, seen, found)
            return self._bin.put(folder, self._clock())

    def thrown(self) -> tuple[Thrown, ...]:
        """See `CanvasStore`."""
        return tuple(self._bin.all())

    def restore(self, name: str) -> str:
        """See `CanvasStore`."""
        with self._locked(_CREATING):
            canvas_id = next((thrown.row.id for thrown in self._bin.all() if thrown.name == name), "")
            if canvas_id in self.ids():
                raise AlreadyThere(
                    str(self._root / canvas_id), say("Throw that one away first; nothing was overwritten.")
                )
            taken = {each.name for each in self._root.iterdir()}
            called = bin_module.called_before(name)
            self._bin.take_back(name, self._root / (numbered(called, taken) if called in taken else called or name))
            return canvas_id

    def sweep(self) -> int:
        """Remove what crashes left here more than a day ago, and what was thrown away; return how many files that were.

        Raises:
            CanvasInUse: another writer does not let go.
            CannotWrite: the disk refuses the lock file.

        """
        from jtbd.store.folder import lock  # noqa: PLC0415 - for its speed see `_locked`

        if not self._root.is_dir():
            return 0
        with self._locked(_CREATING):
            places = [
                self._root,
                *(entry.folder for entry in self._shelf.entries() if entry.folder.parent == self._root),
            ]
            count = sum(sweep(place) for folder in places for place in (folder, folder / "history"))
            return count + sweep(self._root / lock.FOLDER, locks=True) + self._bin.sweep(self._clock())

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _file(self, canvas_id: str) -> Path:
        return self._shelf.entry(canvas_id).file

    def _locked(self, name: str) -> AbstractContextManager[None]:
        from jtbd.store.folder.lock import locked  # noqa: PLC0415 - reading needs no lock, and its import takes a while

        return locked(self._root, name)


def _refuse_example(canvas_id: str) -> None:
    if is_example(canvas_id):
        raise ExampleIsReadOnly(canvas_id)


def _encoded(canvas: Canvas, folder: Path) -> bytes:
    data = canvas_to_text(canvas).encode()
    if len(data) > MOST_BYTES:
        raise CannotWrite(str(folder / CANVAS_FILE), say("it would be larger than 1 MiB, more than can be read again"))
    return data
