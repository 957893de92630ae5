"""A canvas whose file cannot be read offers ways back: its earlier versions, and both that a merge left in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.store.codec import canvas_to_text
from jtbd.usecases.canvases.recovering import go_back, ways_back
from jtbd.usecases.home import open_home
from tests.support.builders import ready_canvas
from tests.support.commands import Laptop
from tests.support.screens import Desk, Tab

BROKEN = (b"", b"\0" * 512, b"id: [", b"\xff\xfe\x00")


@pytest.mark.parametrize("data", BROKEN, ids=ascii)
def test_the_history_is_offered(tmp_path: Path, data: bytes) -> None:
    """An empty, a zeroed, a faulty file: an earlier version takes its place, once, and the file is set aside."""
    library = open_home(str(tmp_path), {})
    first = library.store.create(ready_canvas(id="one", title="Żółć"))
    library.store.save(first.revise(title="Later"), first.revision)
    file = tmp_path / "one" / "canvas.yaml"
    file.write_bytes(data)
    row = library.store.summaries()[0]
    assert "The app offers to go on with the version of " in Laptop(tmp_path).run("list", "--canvases", tmp_path).out
    (way,) = ways_back(library, row)
    assert go_back(library, row, way.key).title == "Żółć"
    assert file.with_name("canvas.set-aside-1.yaml").read_bytes() == data
    assert ways_back(library, library.store.summaries()[0]) == ()
    assert go_back(library, row, way.key) == library.store.load("one"), "a second click changes nothing"


@pytest.mark.parametrize("base", ["", "||||||| base\ntitle: Before\n"])
@pytest.mark.parametrize(("number", "title"), [(0, "Ours é"), (1, "Theirs é")])
def test_both_versions_of_a_merge_are_offered(tmp_path: Path, base: str, number: int, title: str) -> None:
    """Of the two between the marks either can be taken, with the common ground between them or without."""
    text = canvas_to_text(ready_canvas(id="one", title="Ours é"))
    line = next(line for line in text.splitlines(keepends=True) if line.startswith("title:"))
    merged = text.replace(line, f"<<<<<<< HEAD\n{line}{base}=======\ntitle: Theirs é\n>>>>>>> theirs\n")
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "canvas.yaml").write_text(merged, encoding="utf-8")
    library = open_home(str(tmp_path), {})
    row = library.store.summaries()[0]
    ways = ways_back(library, row)
    assert [way.name for way in ways] == ["the first of the two versions", "the second of the two versions"]
    assert go_back(library, row, ways[number].key).title == title
    assert library.store.load("one").title == title


def test_what_is_not_there_offers_nothing(tmp_path: Path) -> None:
    """Of a file that is away there is nothing to put in its place yet."""
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / ".canvas.yaml.icloud").write_bytes(b"bplist00")
    library = open_home(str(tmp_path), {})
    assert ways_back(library, library.store.summaries()[0]) == ()


def test_versions_of_one_second_are_told_apart(tmp_path: Path) -> None:
    """Of several that were saved within a second the latest is offered, under a name that no other has."""
    library = open_home(str(tmp_path), {})
    canvas = library.store.create(ready_canvas(id="one"))
    for number in range(6):
        canvas = library.store.save(canvas.revise(title=f"Title {number}"), canvas.revision)
    (tmp_path / "one" / "canvas.yaml").write_bytes(b"")
    ways = ways_back(library, library.store.summaries()[0])
    assert len({way.name for way in ways}) == len(ways) >= 1
    assert ways[0].canvas.title == "Title 4"


def test_one_click_in_the_list_goes_on(desk: Desk) -> None:
    """Under the faulty meeting stands a button for each version, and it opens that one."""
    library = open_home(str(desk.canvases), {})
    first = library.store.create(ready_canvas(title="Before"))
    library.store.save(first.revise(title="Later"), first.revision)
    desk.file(first.id).write_bytes(b"")
    tab = Tab()
    (way,) = ways_back(library, library.store.summaries()[0])
    (button,) = [each for each in tab.app.button if each.label == f"Go on with {way.name}"]
    button.click().run()
    assert desk.read(first.id).title == "Before"
