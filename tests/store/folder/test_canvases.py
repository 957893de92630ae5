"""The folder: hand-made files, renamed folders, syncs, locks and disks that refuse."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Final

import pytest

from jtbd.errors import CannotWrite, CanvasInUse, ChangedElsewhere, FaultyFile, NewerFormat, SameIdTwice, UnknownCanvas
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.lock import locked
from tests.support.builders import canvas, large_canvas

NOW: Final = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
HAND_MADE: Final = "format: jtbd.canvas/1\nid: one\ntitle: By hand  # as Ana said\n"

FILL_THE_DISK: Final = """
import datetime, resource, sys
from pathlib import Path
from jtbd.errors import CannotWrite
from jtbd.store.folder.canvases import FolderStore
store = FolderStore(Path(sys.argv[1]), None, lambda: datetime.datetime.now(datetime.UTC))
canvas = store.load("one")
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
wordy = canvas.revise(job={"want": "w" * 600, "when": "x" * 600, "so_that": "y" * 600})
for change in (lambda: store.save(wordy, canvas.revision), lambda: store.create(wordy.revise(id="two"))):
    try:
        change()
    except CannotWrite as error:
        print("refused")
"""


def store_of(root: Path, examples: Path | None = None) -> FolderStore:
    """Return a store whose clock stands still."""
    return FolderStore(root, examples, lambda: NOW)


def put(root: Path, folder: str, text: str) -> Path:
    """Write a canvas by hand; return its file."""
    file = root / folder / "canvas.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def everything(root: Path) -> dict[str, bytes]:
    """Return every file under a folder but the locks, with its bytes."""
    files = (path for path in root.rglob("*") if path.is_file() and ".locks" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


# ── layout ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_canvas_is_a_folder_named_by_its_id(tmp_path: Path) -> None:
    """`create` makes a folder with one readable file; locks are hidden beside it."""
    made = store_of(tmp_path / "new" / "canvases").create(canvas(id="one", title="First"))
    root = tmp_path / "new" / "canvases"
    assert everything(root) == {"one/canvas.yaml": canvas_to_text(made).encode()}
    assert {path.name for path in root.iterdir()} == {"one", ".locks"}


def test_an_empty_or_missing_folder_holds_nothing(tmp_path: Path) -> None:
    """A folder that is not there yet is no failure, and is not made by looking."""
    store = store_of(tmp_path / "none", tmp_path / "no examples")
    assert (store.ids(), store.summaries()) == ((), ())
    assert not (tmp_path / "none").exists()


def test_a_renamed_folder_is_still_the_same_canvas(tmp_path: Path) -> None:
    """The id in the file counts: a folder that a person renamed is loaded, saved to and kept under its new name."""
    store = store_of(tmp_path)
    store.create(canvas(id="one"))
    (tmp_path / "one").rename(tmp_path / "Café with Bea")
    saved = store.save(store.load("one").revise(title="Changed"), 1)
    assert store.load("one") == saved
    assert set(everything(tmp_path)) == {
        "Café with Bea/canvas.yaml",
        "Café with Bea/history/000001-20261122T083000Z.yaml.gz",
    }
    assert re.fullmatch("one-[a-z2-7]{4}", store.create(canvas(id="one")).id)


def test_two_folders_of_one_id_are_named(tmp_path: Path) -> None:
    """Of two, the one that is named after the id counts, and opens and saves; without such a one none does.

    The list names the other one in both cases.
    """
    put(tmp_path, "one", HAND_MADE)
    put(tmp_path, "one copy", HAND_MADE)
    store = store_of(tmp_path)
    assert store.load("one").id == "one"
    assert [(row.id, row.copies, "another folder holds one too" in (row.fault or "")) for row in store.summaries()] == [
        ("one", ("one copy",), False),
        ("one copy", (), True),
    ]
    (tmp_path / "one").rename(tmp_path / "one old")
    with pytest.raises(SameIdTwice, match="one copy"):
        store.load("one")
    with pytest.raises(SameIdTwice, match="one copy"):
        store.save(canvas(id="one"), 0)
    assert all("another folder holds one too" in (row.fault or "") for row in store.summaries())
    assert store.ids() == ("one",)


def test_a_folder_without_a_canvas_is_no_canvas(tmp_path: Path) -> None:
    """Other folders, loose files and hidden folders are passed over, and an id is never put into such a folder."""
    (tmp_path / "one").mkdir()
    (tmp_path / "notes.txt").touch()
    put(tmp_path, ".trash", HAND_MADE)
    store = store_of(tmp_path)
    assert store.ids() == ()
    assert re.fullmatch("one-[a-z2-7]{4}", store.create(canvas(id="one")).id)


def test_examples_in_the_same_folder_are_listed_once(tmp_path: Path) -> None:
    """In a checkout the examples are in the folder of canvases itself; a copy of theirs hides the shipped one."""
    put(tmp_path / "a", "example-one", "format: jtbd.canvas/1\nid: example-one\n")
    put(tmp_path / "b", "example-one", "format: jtbd.canvas/1\nid: example-one\ntitle: Shipped\n")
    for examples in (tmp_path / "a", tmp_path / "b", None):
        store = store_of(tmp_path / "a", examples)
        assert [(row.id, row.title) for row in store.summaries()] == [("example-one", None)]


# ── files by hand ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_version_with_comments_stays_in_the_history(tmp_path: Path) -> None:
    """The first save by the program drops hand-made comments; the version with them is kept, marked as such."""
    put(tmp_path, "one", HAND_MADE)
    store = store_of(tmp_path)
    saved = store.save(store.load("one").revise(title="By program"), 0)
    again = store.save(saved, saved.revision)
    assert (saved.revision, again.revision) == (1, 2)
    assert "#" not in (tmp_path / "one" / "canvas.yaml").read_text(encoding="utf-8").split("\n", 1)[1]
    assert [(kept.number, kept.by_hand) for kept in store.revisions("one")] == [(1, False), (0, True)]


def test_a_change_by_hand_is_never_silently_overwritten(tmp_path: Path) -> None:
    """A file that was edited without a new revision is told to who started before, and both versions can be had."""
    file = put(tmp_path, "one", HAND_MADE)
    store = store_of(tmp_path)
    mine = store.load("one").revise(title="Mine")
    file.write_text(HAND_MADE.replace("By hand", "By hand, later"), encoding="utf-8")
    with pytest.raises(ChangedElsewhere) as caught:
        store.save(mine, 0)
    theirs = store.load("one")
    assert (theirs.title, theirs.revision) == ("By hand, later", caught.value.found)
    file.write_text(HAND_MADE.replace("By hand", "Later still"), encoding="utf-8")
    with pytest.raises(ChangedElsewhere):
        store.save(mine, theirs.revision)
    saved = store.save(mine, store.load("one").revision)
    assert store.load("one") == saved
    assert store.load_revision("one", saved.revision - 1).title == "Later still"


def test_a_comment_by_hand_stops_nobody(tmp_path: Path) -> None:
    """A comment changes nothing, so the editor's save goes through, and the comment stays in the history."""
    store = store_of(tmp_path)
    made = store.create(canvas(id="one"))
    file = tmp_path / "one" / "canvas.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# ask Bea\n", encoding="utf-8")
    assert store.save(made.revise(title="Mine"), 1).revision == 2
    assert store.revisions("one")[0].by_hand


def test_an_older_file_put_back_is_a_new_revision(tmp_path: Path) -> None:
    """Who puts an old version back by hand loses nothing: what was kept is not overwritten, and numbers go on."""
    store = store_of(tmp_path)
    one = store.create(canvas(id="one", title="First"))
    file = tmp_path / "one" / "canvas.yaml"
    old = file.read_text(encoding="utf-8")
    two = store.save(one.revise(title="Second"), 1)
    store.save(two.revise(title="Third"), 2)
    for fresh in (store, store_of(tmp_path)):
        file.write_text(old.replace("First", "First again"), encoding="utf-8")
        put_back = fresh.load("one")
        saved = fresh.save(put_back.revise(title="Fourth"), put_back.revision)
        assert saved.revision > 3
    titles = [store.load_revision("one", kept.number).title for kept in store.revisions("one")]
    assert titles[::-1] == ["First", "Second", "First again", "First again"]


@pytest.mark.parametrize(
    "text", ["format: jtbd.canvas/1\nid: one\ntitle: 12:30\n", "id: one\n- [", "id: one\nformat: \xff\n"], ids=repr
)
def test_a_faulty_file_is_listed_and_set_aside_only_by_a_save(tmp_path: Path, text: str) -> None:
    """Looking names the faults and touches nothing; a save keeps the faulty file under another name."""
    store = store_of(tmp_path)
    made = store.create(canvas(id="one"))
    file = tmp_path / "one" / "canvas.yaml"
    broken = text.encode("latin-1")
    file.write_bytes(broken)
    [row] = store.summaries()
    assert (row.id, str(file) in (row.fault or "")) == ("one", True)
    assert file.read_bytes() == broken
    saved = store.save(made.revise(title="Mine"), made.revision)
    assert store.load("one") == saved
    [row] = store.summaries()
    assert (row.fault, row.set_aside) == (None, ("canvas.set-aside-1.yaml",))
    assert (tmp_path / "one" / "canvas.set-aside-1.yaml").read_bytes() == broken
    file.write_bytes(broken)
    store.save(saved, saved.revision)
    assert store.summaries()[0].set_aside == ("canvas.set-aside-1.yaml", "canvas.set-aside-2.yaml")


def test_a_faulty_file_does_not_hide_that_others_have_saved(tmp_path: Path) -> None:
    """Where the history is ahead of the editor, a faulty file is no way past the check."""
    store = store_of(tmp_path)
    one = store.create(canvas(id="one"))
    two = store.save(one.revise(title="Second"), 1)
    store.save(two.revise(title="Third"), 2)
    (tmp_path / "one" / "canvas.yaml").write_text("id: one\n: [", encoding="utf-8")
    with pytest.raises(ChangedElsewhere):
        store.save(one.revise(title="Mine"), 1)


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    """What a newer version of the program wrote is neither opened nor replaced."""
    file = put(tmp_path, "one", "format: jtbd.canvas/1.7\nid: one\nnews: x\n")
    store = store_of(tmp_path)
    with pytest.raises(NewerFormat):
        store.load("one")
    with pytest.raises(NewerFormat):
        store.save(canvas(id="one"), 0)
    assert "jtbd.canvas/1.7" in (store.summaries()[0].fault or "")
    assert everything(tmp_path) == {"one/canvas.yaml": file.read_bytes()}


def test_the_list_follows_the_files(tmp_path: Path) -> None:
    """A row is read anew as soon as its file has changed."""
    store = store_of(tmp_path)
    file = put(tmp_path, "one", HAND_MADE)
    assert store.summaries()[0].title == "By hand"
    file.write_text(HAND_MADE.replace("By hand", "Changed by hand"), encoding="utf-8")
    assert store.summaries()[0].title == "Changed by hand"


def test_faults_are_raised_with_the_files_name(tmp_path: Path) -> None:
    """Opening a faulty canvas tells file and lines."""
    file = put(tmp_path, "one", "format: jtbd.canvas/1\nid: one\ntitel: x\n")
    with pytest.raises(FaultyFile, match="titel") as caught:
        store_of(tmp_path).load("one")
    assert caught.value.file == str(file)


def test_an_id_is_found_however_it_is_written(tmp_path: Path) -> None:
    """Quotes, comments, CRLF and flow style hide no id."""
    for nth, text in enumerate(
        ['id: "no-%d"  # x\r\nformat: jtbd.canvas/1\r\n', "{format: jtbd.canvas/1, id: no-%d}", "id:   'no-%d'\n"]
    ):
        put(tmp_path, f"folder {nth}", text % nth)
    put(tmp_path, "nameless", "format: jtbd.canvas/1\n")
    assert store_of(tmp_path).ids() == ("nameless", "no-0", "no-1", "no-2")


# ── power cuts ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The inodes that were synced since, of files and of folders."""
    seen: set[int] = set()

    def fsync(handle: int) -> None:
        seen.add(os.fstat(handle).st_ino)
        sync(handle)

    sync = os.fsync
    monkeypatch.setattr(os, "fsync", fsync)
    return seen


@pytest.mark.skipif(os.name == "nt", reason="Windows has no way to sync a folder")
def test_what_was_saved_outlives_a_power_cut(tmp_path: Path, synced: set[int]) -> None:
    """The canvas is synced before it takes its name, and so is every folder that gained one, those just made too."""
    root = tmp_path / "new" / "canvases"
    made = store_of(root).create(canvas(id="one"))
    file = root / "one" / "canvas.yaml"
    assert {path.stat().st_ino for path in (tmp_path, root.parent, root, file.parent, file)} <= synced
    synced.clear()
    store_of(root).save(made.revise(title="Second"), 1)
    assert {file.stat().st_ino, file.parent.stat().st_ino} <= synced


def test_of_earlier_versions_only_a_persons_own_is_synced(tmp_path: Path, synced: set[int]) -> None:
    """A save waits for the disk on behalf of comments that it drops, not of what was the canvas until then."""
    put(tmp_path, "one", HAND_MADE)
    store = store_of(tmp_path)
    saved = store.save(store.load("one").revise(title="By program"), 0)
    store.save(saved.revise(title="Again"), saved.revision)
    by_hand, by_program = sorted((tmp_path / "one" / "history").iterdir())
    assert [path.stat().st_ino in synced for path in (by_hand, by_program)] == [True, False]


# ── two writers ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_of_many_writers_at_once_one_wins_each_time(tmp_path: Path) -> None:
    """Saves from several threads and stores take turns: each revision is written once, the others are told."""
    made = store_of(tmp_path).create(canvas(id="one"))
    outcomes: list[str] = []

    def write(name: str) -> None:
        try:
            outcomes.append(str(store_of(tmp_path).save(made.revise(title=name), 1).revision))
        except ChangedElsewhere:
            outcomes.append("told")

    threads = [threading.Thread(target=write, args=(f"writer {nth}",)) for nth in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["2", "told", "told", "told", "told", "told"]


def test_a_lock_that_is_not_let_go_is_named(tmp_path: Path) -> None:
    """Who waits for another program's lock in vain is told, within a few seconds."""
    store = store_of(tmp_path)
    made = store.create(canvas(id="one"))
    start = time.perf_counter()
    with locked(tmp_path, "one"), pytest.raises(CanvasInUse, match="one"):
        store.save(made, 1)
    assert time.perf_counter() - start < 5
    assert store.save(made, 1).revision == 2


# ── disks that refuse ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    """Where a write breaks off, the canvas and its history are as they were, and a new canvas leaves no folder."""
    store = store_of(tmp_path)
    store.create(canvas(id="one", title="First"))
    before = (tmp_path / "one" / "canvas.yaml").read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", FILL_THE_DISK, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["refused", "refused"], done.stderr
    assert (tmp_path / "one" / "canvas.yaml").read_bytes() == before
    assert not (tmp_path / "two").exists()
    assert not list(tmp_path.rglob("*.tmp"))
    fresh = store_of(tmp_path)
    assert fresh.save(fresh.load("one"), 1).revision == 2
    assert [kept.number for kept in fresh.revisions("one")] == [1]


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    """A root that cannot be a folder is said to be so."""
    (tmp_path / "canvases").touch()
    with pytest.raises(CannotWrite, match="a file stands where a folder should be"):
        store_of(tmp_path / "canvases").create(canvas(id="one"))


def test_a_folder_that_vanished_is_not_made_again(tmp_path: Path) -> None:
    """A canvas that a person deleted is unknown; the editor can still create a copy."""
    store = store_of(tmp_path)
    made = store.create(canvas(id="one"))
    (tmp_path / "one" / "canvas.yaml").unlink()
    with pytest.raises(UnknownCanvas):
        store.save(made, 1)


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    """A canvas that has grown beyond what may be read is refused, and the last version stays."""
    store = store_of(tmp_path)
    made = store.create(large_canvas(500))
    wordy = {"text": "文" * 600, "line": {"lead": "a", "rule": "文" * 600}}
    huge = made.revise(aspects=tuple(each.revise(**wordy) for each in made.aspects))
    with pytest.raises(CannotWrite, match="larger than 1 MiB"):
        store.save(huge, 1)
    assert store.load(made.id) == made


def test_equal_canvases_are_equal_however_they_were_made() -> None:
    """What was given explicitly does not count in comparing a canvas with what is on disk."""
    assert canvas(archived=False) == canvas()
