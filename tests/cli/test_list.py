"""`jtbd list` and `jtbd schema`."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.store.codec import canvas_to_text
from tests.support.builders import ready_canvas
from tests.support.commands import EXAMPLE, Laptop
from tests.support.places import ROOT

ROW = {
    "id",
    "title",
    "party_a",
    "party_b",
    "want",
    "updated",
    "archived",
    "example",
    "fault",
    "set_aside",
}


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def test_examples_are_listed_from_the_start(laptop: Laptop) -> None:
    """Before there is a canvas of one's own the examples are listed, and nothing is written."""
    answer = laptop.run("list")
    assert (answer.code, answer.err) == (0, "")
    assert any(EXAMPLE in line for line in answer.out.splitlines())
    assert list(laptop.folder.iterdir()) == []


def test_own_canvases_come_first(laptop: Laptop) -> None:
    """One's own canvases come first, the latest on top: the day, the id, the job."""
    laptop.write("canvases/old/canvas.yaml", canvas_to_text(ready_canvas(id="old", updated="2026-01-02T03:04:05Z")))
    laptop.write("canvases/new/canvas.yaml", canvas_to_text(ready_canvas(id="new", updated="2026-05-02T03:04:05Z")))
    first, second, *_ = laptop.run("list").out.splitlines()
    assert first == "2026-05-02  new  move our business to new premises"
    assert second.startswith("2026-01-02  old")


def test_json(laptop: Laptop) -> None:
    """`list --json` prints one object with a row for each canvas."""
    laptop.write("canvases/one/canvas.yaml", canvas_to_text(ready_canvas(id="one")))
    rows = laptop.run("list", "--json").json["canvases"]
    assert all(set(row) == ROW for row in rows)
    assert (rows[0]["id"], rows[0]["party_a"], rows[0]["updated"], rows[0]["example"], rows[0]["fault"]) == (
        "one",
        "Harbour Estates",
        "2026-11-22T10:00:00+01:00",
        False,
        None,
    )


def test_a_faulty_canvas_does_not_hide_the_others(laptop: Laptop) -> None:
    """A faulty canvas is listed as one, its fault goes to standard error with its line, and it ends with 2."""
    laptop.write("canvases/one/canvas.yaml", canvas_to_text(ready_canvas(id="one")))
    laptop.write("canvases/bad/canvas.yaml", "format: jtbd.canvas/1\nid: bad\ntitel: x\n")
    answer = laptop.run("list")
    assert answer.code == 2
    assert "bad  cannot be opened" in answer.out
    assert "one  move our business" in answer.out
    assert "line 3" in answer.err
    assert laptop.run("list", "--json").code == 2
    assert "line 3" in str([row["fault"] for row in laptop.run("list", "--json").json["canvases"]])


def test_what_was_set_aside_is_named(laptop: Laptop) -> None:
    """A broken file that a save has set aside is named under its canvas."""
    laptop.write("canvases/one/canvas.yaml", canvas_to_text(ready_canvas(id="one")))
    laptop.write("canvases/one/canvas.set-aside-1.yaml", "broken: [")
    assert "one/canvas.set-aside-1.yaml" in laptop.run("list").out


def test_a_file_in_the_folders_place(laptop: Laptop) -> None:
    """Where the folder of canvases turns out to be a file, that is said, instead of listing the examples alone."""
    file = laptop.write("canvas.yaml", canvas_to_text(ready_canvas()))
    said = f"jtbd: {file}: is no folder\nName the folder of canvases, not a file in it.\n"
    assert laptop.run("list", JTBD_CANVASES=str(file)) == (2, "", said)
    assert laptop.run("list", "--canvases", "canvas.yaml") == (2, "", said)
    assert laptop.run("score", "one", JTBD_CANVASES=str(file)) == (2, "", said)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("canvas", "canvas-1.schema.json"),
        ("sheet", "commitment-sheet-1.1.schema.json"),
        ("template", "job-template-1.schema.json"),
    ],
)
def test_schemas_are_those_in_the_repository(laptop: Laptop, name: str, file: str) -> None:
    """`jtbd schema` prints exactly the schema that is checked in."""
    assert laptop.run("schema", name).out == (ROOT / "schema" / file).read_text(encoding="utf-8")


def test_there_is_no_other_schema(laptop: Laptop) -> None:
    """Another format is bad usage."""
    assert laptop.run("schema", "invoice").code == 2
