"""Canvases in a folder: one subfolder each, saved whole or not at all, never over what somebody else wrote."""

from __future__ import annotations

import dataclasses
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Final

from jtbd.errors import (
    CannotWrite,
    ChangedElsewhere,
    ExampleIsReadOnly,
    FaultyFile,
    NewerFormat,
    UnknownRevision,
    UnreadableFile,
)
from jtbd.model import Canvas
from jtbd.store import files, shelf, summary
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.store.history import History
from jtbd.store.protocol import Clock, Revision, Summary, is_example
from jtbd.store.sheets import SheetFolder
from jtbd.store.shelf import Entry
from jtbd.store.slug import numbered
from jtbd.yamltext import MOST_BYTES

_CREATING: Final = "-creating"  # the lock for new ids; no id begins with a hyphen


class FolderStore:
    """A `CanvasStore` over a folder; make one per process and share it.

    It remembers which version of each canvas it gave out last. A file that was changed by hand, or by a sync, without a
    new revision therefore counts as a revision of its own, and an editor that started from the version before is told.
    """

    def __init__(self, root: Path, examples: Path | None, clock: Clock) -> None:
        """Keep canvases under `root`, which is made when first needed; show those under `examples` too."""
        self._root = root
        self._roots = (root,) if examples is None or examples.resolve() == root.resolve() else (root, examples)
        self._clock = clock
        self._known: dict[str, Canvas] = {}
        self._rows: dict[Path, tuple[tuple[int, int], Summary]] = {}

    # ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def ids(self) -> tuple[str, ...]:
        """See `CanvasStore`."""
        return tuple(dict.fromkeys(entry.id for entry in shelf.entries(*self._roots)))

    def file(self, canvas_id: str) -> Path:
        """Return the file of a canvas.

        Raises:
            UnknownCanvas: there is none of that id.
            SameIdTwice: there are two.

        """
        return self._entry(canvas_id).file

    def raw(self, canvas_id: str) -> bytes:
        """See `CanvasStore`."""
        return files.read_bytes(self.file(canvas_id))

    def load(self, canvas_id: str) -> Canvas:
        """See `CanvasStore`."""
        file = self.file(canvas_id)
        return self._as_known(canvas_from_bytes(files.read_bytes(file), str(file)))

    def summaries(self) -> tuple[Summary, ...]:
        """See `CanvasStore`."""
        entries = shelf.entries(*self._roots)
        rows = [self._row(entry) for entry in entries]
        ids = [entry.id for entry in entries]
        twice = [
            dataclasses.replace(row, id=entry.folder.name, fault=f"{entry.file}: another folder holds {entry.id} too")
            if ids.count(entry.id) > 1 and row.fault is None
            else row
            for entry, row in zip(entries, rows, strict=True)
        ]
        return summary.in_order(twice)

    def revisions(self, canvas_id: str) -> tuple[Revision, ...]:
        """See `CanvasStore`."""
        return History(self._entry(canvas_id).folder).revisions()

    def load_revision(self, canvas_id: str, number: int) -> Canvas:
        """See `CanvasStore`."""
        data = History(self._entry(canvas_id).folder).read(number)
        if data is not None:
            return canvas_from_bytes(data, f"revision {number} of {canvas_id}").revise(revision=number)
        present = self.load(canvas_id)
        if present.revision != number:
            raise UnknownRevision(canvas_id, number)
        return present

    def sheets(self, canvas_id: str) -> SheetFolder:
        """See `CanvasStore`."""
        _refuse_example(canvas_id)
        return SheetFolder(self._entry(canvas_id).folder)

    # ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def create(self, canvas: Canvas) -> Canvas:
        """See `CanvasStore`."""
        _refuse_example(canvas.id)
        files.make_folder(self._root)
        with self._locked(_CREATING):
            taken = {*self.ids(), *(folder.name for folder in self._root.iterdir())}
            now = self._clock()
            fresh = canvas.revise(id=numbered(canvas.id, taken), revision=1, created=canvas.created or now, updated=now)
            entry = Entry(fresh.id, self._root / fresh.id)
            data = _encoded(fresh, entry.file)
            files.make_folder(entry.folder)
            try:
                files.write_new(entry.file, data)
            except CannotWrite:
                with suppress(OSError):
                    entry.folder.rmdir()
                raise
        return self._remember(fresh)

    def save(self, canvas: Canvas, seen: int) -> Canvas:
        """See `CanvasStore`; a file that has become faulty meanwhile is set aside under a name of its own."""
        _refuse_example(canvas.id)
        entry = self._entry(canvas.id)
        with self._locked(canvas.id):
            history = History(entry.folder)
            now = self._clock()
            data = files.read_bytes(entry.file)
            written = _made_out(data, entry.file)
            found = max(seen, history.newest() + 1) if written is None else self._as_known(written).revision
            if found != seen:
                raise ChangedElsewhere(canvas.id, seen, found)
            revision = seen
            if written is None:
                _set_aside(entry.file)
            else:
                by_hand = data != canvas_to_text(written).encode()
                revision = history.keep(data, Revision(seen, written.updated or now, by_hand))
            saved = canvas.revise(revision=revision + 1, updated=now)
            files.replace(entry.file, _encoded(saved, entry.file))
            history.thin()
        return self._remember(saved)

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _entry(self, canvas_id: str) -> Entry:
        return shelf.entry(canvas_id, *self._roots)

    def _locked(self, name: str) -> AbstractContextManager[None]:
        from jtbd.store.lock import locked  # noqa: PLC0415 - reading needs no lock, and its import takes a while

        return locked(self._root, name)

    def _as_known(self, found: Canvas) -> Canvas:
        """Return what is on disk under the revision that editors know it by."""
        known = self._known.get(found.id)
        if known is not None and found.revision <= known.revision:
            same = found.revise(revision=known.revision)
            found = known if same == known else found.revise(revision=known.revision + 1)
        return self._remember(found)

    def _remember(self, canvas: Canvas) -> Canvas:
        self._known[canvas.id] = canvas
        return canvas

    def _row(self, entry: Entry) -> Summary:
        with suppress(OSError):
            status = entry.file.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            known = self._rows.get(entry.file)
            if known is None or known[0] != stamp:
                self._rows[entry.file] = known = (stamp, summary.row(entry))
            return known[1]
        return summary.row(entry)


def _refuse_example(canvas_id: str) -> None:
    if is_example(canvas_id):
        raise ExampleIsReadOnly(canvas_id)


def _made_out(data: bytes, file: Path) -> Canvas | None:
    """Return what is on disk, None where it is too faulty; what a newer program wrote is not ours to set aside."""
    try:
        return canvas_from_bytes(data, str(file))
    except NewerFormat:
        raise
    except (FaultyFile, UnreadableFile):
        return None


def _encoded(canvas: Canvas, file: Path) -> bytes:
    data = canvas_to_text(canvas).encode()
    if len(data) > MOST_BYTES:
        raise CannotWrite(str(file), "it would be larger than 1 MiB, more than can be read again")
    return data


def _set_aside(file: Path) -> None:
    number = 1
    while (aside := file.with_name(summary.SET_ASIDE.format(number))).exists():
        number += 1
    with files.refusals_named(aside):
        data = file.read_bytes()
    files.write_new(aside, data)
