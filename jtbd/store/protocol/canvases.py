"""What a store of canvases does, whatever it keeps them in; ids, numbers and bytes go in and out, never a path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from jtbd.model import Canvas
from jtbd.store.protocol.rows import Note, Revision, Summary, Thrown
from jtbd.store.protocol.sheets import SheetStore

if TYPE_CHECKING:
    from jtbd.model.network import Network

Clock: TypeAlias = Callable[[], dt.datetime]
"""Gives the time now, with its offset from UTC."""


class CanvasStore(Protocol):
    """A place where canvases are kept, each under its id; safe against two writers."""

    def place(self, canvas_id: str | None = None) -> str:
        """Return where canvases are kept, or the file of one, as a person is told.

        Raises:
            UnknownCanvas: there is none of that id.
            SameIdTwice: there are two.

        """

    def advice(self) -> str:
        """Return what to see to before a meeting begins here, in a sentence or two; empty where all is well."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all canvases, examples included, in alphabetical order."""

    def load(self, canvas_id: str) -> Canvas:
        """Return a canvas as it stands.

        Raises:
            UnknownCanvas: there is none of that id.
            SameIdTwice: there are two.
            FaultyFile, UnreadableFile, NewerFormat: it cannot be read.

        """

    def raw(self, canvas_id: str) -> bytes:
        """Return a canvas's file as it stands, to download or to hash.

        Raises:
            UnknownCanvas: there is none of that id.
            SameIdTwice: there are two.
            UnreadableFile: it cannot be read.

        """

    def create(self, canvas: Canvas) -> Canvas:
        """Keep a new canvas as revision 1; where its id is taken it gets an ending of its own.

        Raises:
            ExampleIsReadOnly: the id is one of a shipped example.
            CanvasInUse: another writer does not let go.
            CannotWrite: the disk refused; nothing was written.

        """

    def save(self, canvas: Canvas, seen: int) -> Canvas:
        """Keep a changed canvas; return it with its new revision and time.

        Args:
            canvas: the changed canvas.
            seen: the revision that the change started from, as `load`, `create` or `save` returned it.

        Raises:
            UnknownCanvas: it is gone.
            ExampleIsReadOnly: it is a shipped example; `create` a copy under another id.
            ChangedElsewhere: what is kept is not what the change started from.
            CanvasInUse: another writer does not let go.
            CannotWrite: the disk refused; what was kept is untouched.

        """

    def summaries(self) -> tuple[Summary, ...]:
        """Return a row for each canvas: own ones, what cannot be opened before the latest, then the examples."""

    def network(self) -> Network:
        """Return what the owner knows of the parties beside the canvases; blank where nothing is kept.

        Raises:
            FaultyFile, UnreadableFile, NewerFormat: it cannot be read.

        """
        ...

    def revisions(self, canvas_id: str) -> tuple[Revision, ...]:
        """Return the earlier versions that are kept, the latest first.

        Raises:
            UnknownCanvas: there is none of that id.

        """

    def load_revision(self, canvas_id: str, number: int) -> Canvas:
        """Return an earlier version, or the present one.

        Raises:
            UnknownCanvas: there is no canvas of that id.
            UnknownRevision: that revision is not kept.

        """

    def note(self, canvas_id: str, *said: str) -> None:
        """Keep beside a canvas what happened at the table, with the time; what was noted is never changed.

        Raises:
            UnknownCanvas: there is none of that id.
            ExampleIsReadOnly: it is a shipped example.
            CanvasInUse: another writer does not let go.
            CannotWrite: the disk refused.

        """

    def notes(self, canvas_id: str) -> tuple[Note, ...]:
        """Return what was noted of a canvas, the oldest first; of an example nothing is.

        Raises:
            UnknownCanvas: there is none of that id.
            UnreadableFile: it may not be read.

        """
        ...

    def copies(self, canvas_id: str) -> tuple[str, ...]:
        """Return the names of other versions that lie beside a canvas, as programs that sync folders make them.

        Raises:
            UnknownCanvas, SameIdTwice: which canvas is meant cannot be told.

        """

    def beside(self, canvas_id: str, stray: str) -> Canvas:
        """Return another version of a canvas that lies beside it, as it is.

        Args:
            canvas_id: the canvas.
            stray: the name of the other version, as `Summary.copies` has it.

        Raises:
            UnknownCanvas, SameIdTwice: the id names none, or two.
            FaultyFile, UnreadableFile, NewerFormat: that version cannot be read.

        """
        ...

    def settle(self, canvas_id: str, stray: str, *, take: bool) -> Canvas:
        """Decide between a canvas and another version of it that lies beside it; nothing of either is deleted.

        Args:
            canvas_id: the canvas.
            stray: the name of the other version, as `Summary.copies` has it.
            take: whether the other version takes its place; its record of sheets stays as it is.

        Raises:
            UnknownCanvas, SameIdTwice, FaultyFile, UnreadableFile, NewerFormat: one of the two cannot be read.
            ChangedElsewhere, CanvasInUse, CannotWrite: it could not be saved.

        """

    def throw_away(self, canvas_id: str, seen: int) -> str:
        """Move a canvas out of the list with all that belongs to it, as a whole; return what `restore` takes.

        Args:
            canvas_id: the canvas.
            seen: the revision that the person was shown.

        Raises:
            UnknownCanvas: it is gone.
            ExampleIsReadOnly: it is a shipped example.
            FaultyFile, UnreadableFile, NewerFormat: it cannot be read, so that nobody can know what would go.
            ChangedElsewhere: what is kept is not what the person was shown.
            CanvasInUse, SheetsInUse: another writer does not let go.
            CannotWrite: the disk refused; it is where it was.

        """

    def thrown(self) -> tuple[Thrown, ...]:
        """Return what was thrown away, the latest first.

        Raises:
            UnreadableFile: it cannot be listed.

        """

    def restore(self, name: str) -> str:
        """Bring back what was thrown away, by its name there; return its id.

        Raises:
            AlreadyThere: a canvas of its id is in the list; nothing was overwritten.
            CanvasInUse: another writer does not let go.
            CannotWrite: the disk refused, or it is gone.

        """

    def sweep(self) -> int:
        """Remove what crashes left more than a day ago, and what was thrown away long ago; return how much that was."""

    def sheets(self, canvas_id: str) -> SheetStore:
        """Return the sheets of a canvas.

        Raises:
            UnknownCanvas: there is none of that id.
            ExampleIsReadOnly: it is a shipped example.

        """
