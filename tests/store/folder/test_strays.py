"""What programs that sync folders leave beside a canvas: each version is named, none is lost, and one is chosen."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from jtbd.errors import FaultyFile
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.store.folder.canvases import FolderStore
from jtbd.usecases.canvases.library import oddities
from jtbd.usecases.canvases.oddities import compared
from tests.support.builders import ready_canvas
from tests.support.commands import Laptop
from tests.support.screens import Desk, Tab

COPIES = (
    *("canvas (conflicted copy).yaml", "canvas 2.yaml", "canvas.sync-conflict-20261123-101500-K7QXW2A.yaml"),
    *("canvas-LAPTOP.yaml", "canvas (1).yaml", "canvas (Ana's conflicted copy 2026-11-23).yaml", "canvas.yaml.orig"),
    *("canvas (Konflikt 2026-11-23).yaml", "canvas (copie en conflit).yml", "canvas-DESKTOP-AB12.yaml"),
)
OTHERS = ("canvas.yaml", "canvas.set-aside-1.yaml", "notes.yaml", "draft-1.yaml", "sheet-1.yaml")


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """A folder with one canvas."""
    made = FolderStore(tmp_path, None, lambda: dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC))
    made.create(ready_canvas(id="one"))
    return made


@pytest.mark.parametrize("name", COPIES)
def test_a_version_of_a_conflict_is_named(store: FolderStore, tmp_path: Path, name: str) -> None:
    """Whatever a program calls it, the list says so and the canvas still opens and saves."""
    for other in OTHERS[1:]:
        (tmp_path / "one" / other).write_text("x", encoding="utf-8")
    (tmp_path / "one" / name).write_text(canvas_to_text(ready_canvas(id="one", title="Theirs")), encoding="utf-8")
    assert store.copies("one") == (name,)
    (row,) = store.summaries()
    assert (row.fault, row.copies) == (None, (name,))
    assert any(name in sentence for sentence in oddities(row))
    opened = store.load("one")
    assert store.save(opened.revise(title="Ours"), opened.revision).title == "Ours"


@pytest.mark.parametrize("take", [False, True])
def test_one_of_two_versions_is_chosen(store: FolderStore, tmp_path: Path, *, take: bool) -> None:
    """The one that is meant stands in the canvas, the other is among the earlier versions or set aside."""
    ours = store.load("one")
    stray = tmp_path / "one" / "canvas 2.yaml"
    stray.write_text(canvas_to_text(ready_canvas(id="one", title="Theirs", revision=41)), encoding="utf-8")
    chosen = store.settle("one", "canvas 2.yaml", take=take)
    assert chosen == store.load("one")
    assert (chosen.title, chosen.id) == ("Theirs" if take else ours.title, "one")
    assert (stray.exists(), store.copies("one")) == (False, ())
    aside = tmp_path / "one" / "canvas.set-aside-1.yaml"
    assert canvas_from_bytes(aside.read_bytes(), "aside").title == "Theirs"
    assert [each.number for each in store.revisions("one")] == ([ours.revision] if take else [])
    assert store.settle("one", "canvas 2.yaml", take=take) == chosen, "a second click changes nothing"


def test_a_version_that_cannot_be_read_is_not_taken(store: FolderStore, tmp_path: Path) -> None:
    """It stays where it is, and so does the canvas."""
    (tmp_path / "one" / "canvas 2.yaml").write_text("id: [", encoding="utf-8")
    before = store.load("one")
    with pytest.raises(FaultyFile):
        store.settle("one", "canvas 2.yaml", take=True)
    assert (store.load("one"), store.copies("one")) == (before, ("canvas 2.yaml",))


@pytest.mark.parametrize("name", [".canvas.yaml.icloud", "canvas.yaml.placeholder"])
def test_what_is_not_downloaded_is_still_there(store: FolderStore, tmp_path: Path, name: str) -> None:
    """A stand-in for a canvas keeps it in the list, with what to do."""
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / name).write_bytes(b"bplist00")
    row = next(row for row in store.summaries() if row.id == "away")
    assert row.away
    assert any(sentence.startswith("It is not downloaded yet") for sentence in oddities(row))


def test_the_command_line_names_them(tmp_path: Path) -> None:
    """`jtbd list` has a line for each, in its JSON a field; `check` names the marks of a merge by their lines."""
    laptop = Laptop(tmp_path)
    text = canvas_to_text(ready_canvas(id="one"))
    laptop.write("canvases/one/canvas.yaml", text)
    laptop.write("canvases/one/canvas (1).yaml", text)
    assert "canvas (1).yaml is another version of it" in laptop.run("list").out
    assert laptop.run("list", "--json").json["canvases"][0]["copies"] == ["canvas (1).yaml"]
    merged = text.replace("job:\n", "<<<<<<< HEAD\njob:\n=======\njob:\n>>>>>>> theirs\n", 1)
    file = laptop.write("merged.yaml", merged)
    answer = laptop.run("check", file)
    assert answer.code == 1
    assert answer.out.count("a merge left its marks here") == 2
    line = merged[: merged.index("<<<<<<<")].count("\n") + 1
    assert f"line {line}, column 1: a merge left its marks here" in answer.out


def test_the_meeting_offers_both(tmp_path: Path, desk: Desk) -> None:
    """Beside the open meeting the other version is named, and one click takes it."""
    desk.put(ready_canvas())
    other = desk.file("test-canvas").with_name("canvas 2.yaml")
    other.write_text(canvas_to_text(ready_canvas(title="Theirs")), encoding="utf-8")
    assert Tab().says("canvas 2.yaml is another version of it")
    tab = Tab(canvas="test-canvas", step="job")
    assert tab.says("canvas 2.yaml")
    tab.press("settle", "canvas 2.yaml", "True")
    assert desk.read("test-canvas").title == "Theirs"
    assert not tab.says("There is another version")
    assert tmp_path.exists()


@pytest.mark.parametrize("name", [*COPIES, "canvas.yml"])
def test_a_folder_with_a_version_alone_is_still_a_meeting(tmp_path: Path, name: str) -> None:
    """Where a sync took the canvas away and left a version of it, the list and `check` name both."""
    laptop = Laptop(tmp_path)
    laptop.write("canvases/one/canvas.yaml", canvas_to_text(ready_canvas(id="one")))
    laptop.write(f"canvases/two/{name}", canvas_to_text(ready_canvas(id="two")))
    listed = laptop.run("list")
    assert listed.code == 2
    assert listed.out.splitlines()[0].endswith("two  cannot be opened"), "what cannot be opened comes first"
    assert f"{name} is another version of it" in listed.out
    checked = laptop.run("check", laptop.canvases / "two")
    assert checked.code == 2
    assert f"{name} is another version of it" in checked.err


def test_check_of_a_folder_names_versions(tmp_path: Path) -> None:
    """`check` of a canvas's folder holds as its canvas does, and names what lies beside it, in its JSON too."""
    laptop = Laptop(tmp_path)
    laptop.write("one/canvas.yaml", canvas_to_text(ready_canvas(id="one")))
    laptop.write("one/canvas (1).yaml", "x")
    answer = laptop.run("check", laptop.folder / "one")
    assert answer.code == 0
    assert "canvas (1).yaml is another version of it" in answer.out
    assert laptop.run("check", laptop.folder / "one", "--json").json["files"][0]["copies"] == ["canvas (1).yaml"]


def test_check_of_what_is_not_downloaded(tmp_path: Path) -> None:
    """`check` of a folder with a stand-in says that it is not downloaded yet."""
    laptop = Laptop(tmp_path)
    laptop.write("one/.canvas.yaml.icloud", "bplist00")
    answer = laptop.run("check", laptop.folder / "one")
    assert answer.code == 2
    assert "not downloaded yet" in answer.err


def test_two_versions_are_compared(store: FolderStore, tmp_path: Path) -> None:
    """When each was saved, how much is in it, and where they differ; nothing of what somebody answered."""
    ours = store.load("one")
    theirs = ours.revise(commitments=ours.commitments[:1], title="Büro – Umzug")
    (tmp_path / "one" / "canvas 2.yaml").write_text(canvas_to_text(theirs), encoding="utf-8")
    now = dt.datetime.now(dt.UTC)
    said = [*compared(ours, store.beside("one", "canvas 2.yaml"), now)]
    assert [sentence.partition(" has ")[2] for sentence in said[:2]] == [
        f"{len(ours.aspects)} needs and {len(ours.commitments)} promises.",
        f"{len(ours.aspects)} needs and 1 promise.",
    ]
    assert said[2] == "They differ in the promises and the title."
    assert [*compared(ours, ours, now)][2] == "They say the same."


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may do anything may list it")
def test_a_folder_that_may_not_be_listed_is_a_row(store: FolderStore, tmp_path: Path) -> None:
    """One folder that is closed hides no other, and its row says why."""
    store.create(ready_canvas(id="two"))
    (tmp_path / "two").chmod(0o311)
    try:
        rows = {row.id: row.fault for row in store.summaries()}
    finally:
        (tmp_path / "two").chmod(0o755)
    assert rows["one"] is None
    assert "cannot be listed" in (rows["two"] or "")
