"""What a store of canvases does, whatever it keeps them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, NamedTuple, Protocol, TypeAlias

from jtbd.model import Canvas

Clock: TypeAlias = Callable[[], dt.datetime]
"""Gives the time now, with its offset from UTC."""

EXAMPLE_PREFIX: Final = "example-"


def is_example(canvas_id: str) -> bool:
    """Whether an id is that of a shipped example, which no store changes."""
    return canvas_id.startswith(EXAMPLE_PREFIX)


class Summary(NamedTuple):
    """One row of the list of canvases.

    Attributes:
        id: what `load` takes; the folder's name where two folders hold the same id.
        title: the canvas's title.
        party_a: the name of party a.
        party_b: the name of party b.
        want: the job in a few words.
        updated: the last save.
        archived: put away by its owner.
        example: shipped with the program.
        fault: why it cannot be opened; None where it can.
        set_aside: files of this canvas that were faulty when something had to be saved, kept beside it.
        copies: other versions of it beside it, or folders that hold one, as programs that sync make them.
        away: whether only a stand-in is here, of a file that is not downloaded yet.

    """

    id: str
    title: str | None = None
    party_a: str | None = None
    party_b: str | None = None
    want: str | None = None
    updated: dt.datetime | None = None
    archived: bool = False
    example: bool = False
    fault: str | None = None
    set_aside: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    away: bool = False


class Thrown(NamedTuple):
    """One canvas that was thrown away.

    Attributes:
        name: what `restore` takes.
        at: when that was.
        row: what it was, as in the list of canvases.
        until: from when on it is deleted; None where it is kept until somebody deletes it by hand.
        sheets: the files in it that are sheets, whether complete or not, which are never deleted.
        strange: what else is in it that this program did not make.

    """

    name: str
    at: dt.datetime
    row: Summary
    until: dt.datetime | None
    sheets: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


class Revision(NamedTuple):
    """One earlier version of a canvas.

    Attributes:
        number: its revision.
        at: when it was saved.
        by_hand: an editor other than this program wrote it, so it may hold comments.

    """

    number: int
    at: dt.datetime
    by_hand: bool = False


class Note(NamedTuple):
    """Something that happened at the table and is no part of the canvas.

    Attributes:
        at: when.
        said: what, in as many words as it takes; the first says of which kind it is.

    """

    at: dt.datetime
    said: tuple[str, ...]


class SheetStore(Protocol):
    """The drafts and complete sheets of one canvas, or of any folder."""

    def alone(self) -> AbstractContextManager[None]:
        """Keep other writers out until the `with` statement ends: what was read of a draft holds until it is replaced.

        Raises:
            SheetsInUse: another writer does not let go.
            CannotWrite: the disk refused.

        """

    def freeze_draft(self, text: str, taken: Collection[int] = ...) -> tuple[int, Path]:
        """Keep a draft under the next free number; return number and file.

        Args:
            text: the draft.
            taken: numbers that are on record, whether or not their files are there: none is given again.

        Raises:
            CannotWrite: the disk refused.

        """

    def replace_draft(self, path: Path, text: str) -> None:
        """Put a draft with one more signature in the place of one.

        Raises:
            AlreadyThere: it is a complete sheet.
            CannotWrite: the disk refused; the draft is as it was.

        """

    def complete(self, number: int, text: str, pdf: bytes | None) -> Path:
        """Keep a complete sheet, once and for all, and drop its draft; return the sheet's file.

        Raises:
            AlreadyThere: that sheet is complete, or something else bears the name of its PDF.
            CannotWrite: the disk refused; the draft is as it was.

        """

    def discard(self, number: int) -> None:
        """Take a draft out of the round; it is kept as it was, and its number is not given again.

        Raises:
            CannotWrite: the disk refused.

        """

    def drafts(self) -> dict[int, Path]:
        """Return the drafts that wait for a signature, by number."""

    def discarded(self) -> dict[int, Path]:
        """Return the drafts that were discarded, by number."""

    def completed(self) -> dict[int, Path]:
        """Return the complete sheets, by number."""


class CanvasStore(Protocol):
    """A place where canvases are kept, each under its id; safe against two writers."""

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
