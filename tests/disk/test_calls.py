"""Every call that changes the disk fails, one after the other: what was kept is whole, old or new, and work goes on."""

from __future__ import annotations

import datetime as dt
import errno
import inspect
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from jtbd.disk import calls
from jtbd.errors import JtbdError, MissingKey
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.sheets import SheetFolder
from tests.support.builders import canvas

CALLS: Final = [
    name for name, each in inspect.getmembers(calls, inspect.isfunction) if each.__module__ == calls.__name__
]
ALWAYS: Final = {"sync", "write"}
"""What every write makes use of."""


@contextmanager
def _failing(nth: int) -> Iterator[list[str]]:
    """Let the nth call of the disk fail; yield the names of all that were made."""
    made: list[str] = []

    def broken(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            made.append(name)
            if len(made) == nth:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*given, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(calls, name, broken(name, getattr(calls, name)))
        yield made


def _each(folder: Path, prepare: Callable[[Path], Any], work: Callable[[Any], Any]) -> Iterator[tuple[Path, Any, bool]]:
    """Yield the folder in which each call of some work failed in turn, what it worked on, and whether it said so."""
    seen: set[str] = set()
    for nth in range(1, 200):
        place = folder / str(nth)
        given, refused = prepare(place), False
        with _failing(nth) as made:
            try:
                work(given)
            except JtbdError:
                refused = True
        seen |= {*made}
        if len(made) < nth:
            assert nth > 3, made
            assert "sync" in seen, "whatever is written, its name is made to last"
            return
        yield place, given, refused
    pytest.fail("it makes no end of calls")


def _store(folder: Path) -> FolderStore:
    return FolderStore(folder, None, lambda: dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC))


def _with_one(folder: Path) -> FolderStore:
    made = _store(folder)
    made.create(canvas(id="one", title="old"))
    return made


def test_a_canvas_is_begun_or_not(tmp_path: Path) -> None:
    """A new canvas is there, whole, or it is not and that was said; it can be begun then."""
    for folder, _, refused in _each(tmp_path, _store, lambda store: store.create(canvas(id="one", title="new"))):
        found = _store(folder)
        if not refused:
            assert found.load("one").title == "new"
        elif found.ids():
            assert found.load("one").title == "new", "it was written, and its name could not be made to last"
        assert found.create(canvas(id="two")).id == "two"


def test_a_save_is_old_or_new(tmp_path: Path) -> None:
    """After a save that failed the old canvas is there, or the new one, and the next save goes on from it."""

    def save(store: FolderStore) -> None:
        known = store.load("one")
        store.save(known.revise(title="new"), known.revision)

    for folder, _, refused in _each(tmp_path, _with_one, save):
        found = _store(folder)
        there = found.load("one")
        assert there.title in ({"old", "new"} if refused else {"new"})
        assert found.save(there.revise(title="next"), there.revision).title == "next"
        assert all(found.load_revision("one", kept.number).title for kept in found.revisions("one"))


def test_a_note_is_kept_or_said_to_be_lost(tmp_path: Path) -> None:
    """What was noted before stays, and what is noted next is read again, whatever is left of a note that failed."""

    def prepare(folder: Path) -> FolderStore:
        made = _with_one(folder)
        made.note("one", "before")
        return made

    for folder, _, refused in _each(tmp_path, prepare, lambda store: store.note("one", "meanwhile")):
        found = _store(folder)
        found.note("one", "after")
        said = [note.said[0] for note in found.notes("one")]
        assert said == ["before", "meanwhile", "after"] or (refused and said == ["before", "after"])


def test_a_sheet_is_complete_or_its_draft_waits(tmp_path: Path) -> None:
    """A sheet that could not be completed leaves its draft as it was, and is completed the next time."""

    def prepare(folder: Path) -> SheetFolder:
        made = SheetFolder(folder)
        made.freeze_draft(b"draft")
        return made

    def complete(sheets: SheetFolder) -> None:
        with sheets.alone():
            sheets.complete(1, b"sheet", b"%PDF")

    for folder, _, refused in _each(tmp_path, prepare, complete):
        found = SheetFolder(folder)
        if found.numbers("sheet"):
            assert (found.read("sheet", 1), found.pdf(1)) == (b"sheet", b"%PDF")
            continue
        assert refused
        assert found.read("draft", 1) == b"draft"
        found.drop_pdf(1)
        complete(found)
        assert found.read("sheet", 1) == b"sheet"


def test_a_key_is_whole_or_not_there(tmp_path: Path) -> None:
    """Half a key is worse than none: what could not be written leaves its place free."""
    for folder, keys, refused in _each(tmp_path, KeyFolder, lambda keys: keys.owner().write(b"PRIVATE KEY-----")):
        try:
            assert keys.owner().read() == b"PRIVATE KEY-----"
        except MissingKey:
            assert refused
            keys.owner().write(b"PRIVATE KEY-----")
        assert [path.name for path in folder.rglob("*.pem")] == ["key.pem"]


def test_what_is_thrown_away_is_in_one_place(tmp_path: Path) -> None:
    """A canvas is in the list or in the bin, as a whole; from there it comes back."""
    for folder, _, refused in _each(tmp_path, _with_one, lambda store: store.throw_away("one", 1)):
        found = _store(folder)
        assert bool(found.ids()) is not bool(found.thrown())
        assert refused or found.thrown()
        if thrown := found.thrown():
            found.restore(thrown[0].name)
        assert found.load("one").title == "old"
