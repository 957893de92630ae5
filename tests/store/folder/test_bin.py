"""What was thrown away: moved as a whole, brought back, and deleted late, but never a sheet and nothing of others."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
from pathlib import Path
from typing import Final

import pytest

from jtbd.errors import (
    AlreadyThere,
    CannotWrite,
    ChangedElsewhere,
    ExampleIsReadOnly,
    FaultyFile,
    JtbdError,
    UnknownCanvas,
)
from jtbd.store.folder.bin import FOLDER
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.places import examples_folder
from tests.support.builders import canvas, ready_canvas

START: Final = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
EXAMPLE: Final = "example-harbour-estates-northline-cabling"
DAYS: Final = dt.timedelta(days=1)


class Shelf:
    """A folder of canvases under a clock that stands until somebody sets it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "canvases"
        self.now = START
        self.store = self.anew()

    def anew(self) -> FolderStore:
        """Return the store of another program over the same folder."""
        return FolderStore(self.root, examples_folder(), lambda: self.now)

    def files(self, under: str = "") -> set[str]:
        """Return all files, but for locks, by their places."""
        found = (path for path in (self.root / under).rglob("*") if path.is_file() and path.suffix != ".lock")
        return {str(path.relative_to(self.root / under)) for path in found}

    def thrown(self, canvas_id: str = "kept") -> str:
        """Put a meeting with an earlier version there and throw it away; return its name in the bin."""
        made = self.store.create(ready_canvas(id=canvas_id, title="Blumen Müller × Özdemir"))
        saved = self.store.save(made, made.revision)
        return self.store.throw_away(made.id, saved.revision)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Lay an empty one out."""
    return Shelf(tmp_path)


def test_what_is_thrown_away_is_out_of_every_list_and_comes_back_as_it_was(shelf: Shelf) -> None:
    """Canvas, earlier versions, notes and sheets go and come back byte by byte; whoever looks meanwhile has none."""
    made = shelf.store.create(ready_canvas(id="kept"))
    saved = shelf.store.save(made, made.revision)
    shelf.store.note("kept", "opened")
    shelf.store.sheets("kept").freeze_draft(b"draft")
    before = {path: (shelf.root / path).read_bytes() for path in shelf.files()}
    name = shelf.store.throw_away("kept", saved.revision)
    assert "kept" not in shelf.anew().ids()
    assert not [row for row in shelf.anew().summaries() if not row.example]
    with pytest.raises(UnknownCanvas):
        shelf.store.load("kept")
    (thrown,) = shelf.anew().thrown()
    assert (thrown.name, thrown.row.id, thrown.at) == (name, "kept", START)
    assert shelf.anew().restore(name) == "kept"
    assert {path: (shelf.root / path).read_bytes() for path in shelf.files()} == before
    assert shelf.store.thrown() == ()
    assert shelf.store.load("kept") == saved


def test_a_save_of_another_window_finds_it_gone_and_is_taken_once_it_is_back(shelf: Shelf) -> None:
    """Who still edits it is told, nothing is written into the bin, and after the way back the same save is taken."""
    made = shelf.store.create(ready_canvas(id="kept"))
    other = shelf.anew()
    opened = other.load("kept")
    name = shelf.store.throw_away("kept", made.revision)
    before = shelf.files()
    with pytest.raises(UnknownCanvas):
        other.save(opened.revise(title="Changed in the other window"), opened.revision)
    assert shelf.files() == before
    shelf.store.restore(name)
    assert other.save(opened.revise(title="Changed in the other window"), opened.revision).revision == 2


def test_what_was_changed_since_it_was_shown_is_not_thrown_away(shelf: Shelf) -> None:
    """Nobody throws away what they have not seen; an example, what cannot be read and what is gone stay, too."""
    made = shelf.store.create(ready_canvas(id="kept"))
    shelf.anew().save(made.revise(title="By somebody else"), made.revision)
    with pytest.raises(ChangedElsewhere):
        shelf.store.throw_away("kept", made.revision)
    with pytest.raises(ExampleIsReadOnly):
        shelf.store.throw_away(EXAMPLE, 1)
    with pytest.raises(UnknownCanvas):
        shelf.store.throw_away("none", 1)
    (shelf.root / "kept" / "canvas.yaml").write_text("format: jtbd.canvas/1\nid: kept\ntitel: x\n", encoding="utf-8")
    with pytest.raises(FaultyFile):
        shelf.store.throw_away("kept", 2)
    assert "kept/canvas.yaml" in shelf.files()
    assert not (shelf.root / FOLDER).exists()


def test_two_of_one_name_lie_side_by_side(shelf: Shelf) -> None:
    """Also of one second; a new meeting gets another id meanwhile, and what is there again is not overwritten."""
    first = shelf.thrown()
    assert re.fullmatch("kept-[a-z2-7]{4}", shelf.store.create(canvas(id="kept")).id), "its id is still its own"
    (shelf.root / "kept").mkdir()  # by hand, as a sync brings it back
    (shelf.root / "kept" / "canvas.yaml").write_text("format: jtbd.canvas/1\nid: kept\n", encoding="utf-8")
    with pytest.raises(AlreadyThere):
        shelf.store.restore(first)
    second = shelf.anew().throw_away("kept", 0)
    assert first != second
    assert {thrown.row.id for thrown in shelf.store.thrown()} == {"kept"}
    assert shelf.store.restore(first) == "kept"
    assert shelf.store.load("kept").title == "Blumen Müller × Özdemir"
    with pytest.raises(AlreadyThere):
        shelf.store.restore(second)


def test_a_folder_that_goes_by_another_name_comes_back_under_it(shelf: Shelf) -> None:
    """The folder's name is for people: it stays, or, where it is taken, gets a number."""
    made = shelf.store.create(canvas(id="kept"))
    (shelf.root / "kept").rename(shelf.root / "Café am Markt")
    name = shelf.store.throw_away("kept", made.revision)
    (shelf.root / "Café am Markt").mkdir()
    assert shelf.store.restore(name) == "kept"
    assert (shelf.root / "Café am Markt-2" / "canvas.yaml").is_file()


@pytest.mark.parametrize("way", ["throw", "restore"])
def test_a_disk_that_refuses_leaves_everything_where_it_is(
    way: str, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be written to, or that somebody holds: a sentence, and every file is where it was."""
    made = shelf.store.create(ready_canvas(id="kept"))
    name = shelf.thrown("gone")
    before = shelf.files()

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr("jtbd.disk.placing.time.sleep", lambda _: None)
    with pytest.raises(CannotWrite):
        shelf.store.throw_away("kept", made.revision) if way == "throw" else shelf.store.restore(name)
    assert shelf.files() == before


def test_a_file_where_the_bin_should_be_is_said(shelf: Shelf) -> None:
    """Nothing is thrown away, and the list and new meetings go on."""
    made = shelf.store.create(ready_canvas(id="kept"))
    (shelf.root / FOLDER).write_text("mine", encoding="utf-8")
    with pytest.raises(JtbdError):
        shelf.store.throw_away("kept", made.revision)
    assert shelf.store.create(canvas(id="another")).id == "another"
    assert {"kept", "another"} <= set(shelf.store.ids())
    shelf.store.sweep()
    assert (shelf.root / FOLDER).read_text(encoding="utf-8") == "mine"


def test_after_thirty_days_it_is_deleted(shelf: Shelf) -> None:
    """Not a day earlier; what a crash left of a deletion goes the next time."""
    shelf.thrown()
    shelf.now += 30 * DAYS
    assert shelf.anew().sweep() == 0
    assert len(shelf.anew().thrown()) == 1
    shelf.now += DAYS
    half = shelf.root / FOLDER / ".going-0123abcd"
    half.mkdir()
    (half / "canvas.yaml").write_text("half", encoding="utf-8")
    assert shelf.anew().sweep() == 3
    assert shelf.files() == set()
    assert list((shelf.root / FOLDER).iterdir()) == []


def test_a_sheet_is_never_deleted(shelf: Shelf) -> None:
    """Signed by both, by one, by none, or discarded: its meeting stays in the bin, whole."""
    for number, name in enumerate(
        ("sheet-1.yaml", "sheet-1.pdf", "draft-2.yaml", "discarded-3.yaml", "draft-1.seal.pem")
    ):
        made = shelf.store.create(ready_canvas(id=f"kept-{number}"))
        (shelf.root / made.id / name).write_text("a sheet", encoding="utf-8")
        shelf.store.throw_away(made.id, made.revision)
    before = shelf.files(FOLDER)
    shelf.now += 400 * DAYS
    assert shelf.anew().sweep() == 0
    assert shelf.files(FOLDER) == before
    assert [(thrown.until, len(thrown.sheets)) for thrown in shelf.store.thrown()] == [(None, 1)] * 5


def test_nothing_of_others_is_deleted(shelf: Shelf) -> None:
    """A folder with a file that this program did not make stays, and so does what others have put into the bin."""
    for number, name in enumerate(("Foto vom Café.jpg", "notes/mine.txt", "history/mine.yaml.gz", "canvas.yaml.bak~")):
        made = shelf.store.create(ready_canvas(id=f"kept-{number}"))
        (shelf.root / made.id / name).parent.mkdir(exist_ok=True)
        (shelf.root / made.id / name).write_text("mine", encoding="utf-8")
        shelf.store.throw_away(made.id, made.revision)
    for theirs in ("my folder", "20200101T000000Z-no canvas in it", "20209999T000000Z-no day"):
        (shelf.root / FOLDER / theirs).mkdir()
        (shelf.root / FOLDER / theirs / "mine.txt").write_text("mine", encoding="utf-8")
    before = shelf.files(FOLDER)
    shelf.now += 400 * DAYS
    assert shelf.anew().sweep() == 0
    assert shelf.files(FOLDER) == before
    assert all(thrown.strange and thrown.until is None for thrown in shelf.anew().thrown())


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_is_not_followed(shelf: Shelf, tmp_path: Path) -> None:
    """A meeting whose folder, or a file of which, is a link to elsewhere is kept; what it leads to is not touched."""
    elsewhere = tmp_path / "elsewhere"
    made = shelf.store.create(ready_canvas(id="kept"))
    (shelf.root / "kept").rename(elsewhere)
    (shelf.root / "kept").symlink_to(elsewhere)
    shelf.store.throw_away("kept", made.revision)
    other = shelf.store.create(ready_canvas(id="other"))
    (shelf.root / "other" / "sheet-9.yaml").symlink_to(elsewhere / "canvas.yaml")
    shelf.store.throw_away("other", other.revision)
    shelf.now += 400 * DAYS
    shelf.anew().sweep()
    assert (elsewhere / "canvas.yaml").is_file()
    assert len(shelf.anew().thrown()) == 2


def test_a_clock_that_was_wrong_deletes_nothing_early(shelf: Shelf) -> None:
    """Thrown away while the laptop thought that it was 2001, a meeting still has its days after it was last saved."""
    made = shelf.store.create(ready_canvas(id="kept"))
    shelf.now = START.replace(year=2001)
    shelf.store.throw_away("kept", made.revision)
    shelf.now = START + DAYS
    assert shelf.anew().sweep() == 0
    assert [thrown.at for thrown in shelf.anew().thrown()] == [START]
