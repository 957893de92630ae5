"""`jtbd score`: the overlap, in words or numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.store.codec import canvas_to_text
from tests.support.builders import canvas, large_canvas, ready_canvas
from tests.support.commands import EXAMPLE, Laptop
from tests.support.places import FIXTURES

KEYS = {
    "verdict": None,
    "flags": None,
    "purpose": None,
    "rivalry": None,
    "threshold": None,
    "bond": None,
    "containment": {"a", "b"},
    "split": {"functional", "emotional", "social"},
    "whole_job": {"a", "b", "both", "none", "synergy"},
    "stability": None,
    "flips": None,
    "heading": {"verdict", "rivalry", "split"},
    "after_line": {"verdict", "rivalry", "split"},
    "value": {"verdict", "gain", "ratio", "fair", "transfer"},
    "reasons": None,
    "why": None,
}
PARTS = {"contested", "only_a", "only_b", "open"}
NEVER_BAD = {
    "least": canvas(),
    "no aspects": ready_canvas(aspects=[], commitments=[]),
    "all nought": canvas(
        aspects=[
            {"id": f"n{i}", "dimension": "functional", "text": "x", "a": {"importance": 0}, "b": {"importance": 0}}
            for i in range(4)
        ]
    ),
    "one-sided blanks": canvas(
        aspects=[
            {"id": f"n{i}", "dimension": "functional", "text": "x", "a": {"importance": 3, "stance": "core"}}
            for i in range(4)
        ]
    ),
    "two hundred": large_canvas(200),
}


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def test_words(laptop: Laptop) -> None:
    """Without --json the verdict comes first, in a sentence, and its reasons after it."""
    answer = laptop.run("score", EXAMPLE)
    first, *reasons, value = answer.out.splitlines()
    assert (answer.code, answer.err) == (0, "")
    assert first.startswith("You complete each other")
    assert len(reasons) >= 3
    assert all(reason.startswith("- ") for reason in reasons)
    assert "EUR" in value


def test_json_has_the_keys_of_the_design(laptop: Laptop) -> None:
    """`score --json` prints one object with the keys of docs/overlap.md, in their order, and no other."""
    found = laptop.run("score", EXAMPLE, "--json").json
    assert list(found) == list(KEYS)
    for key, inner in KEYS.items():
        assert inner is None or set(found[key]) == inner, key
    assert all(set(found["split"][dimension]) == PARTS for dimension in KEYS["split"] or ())
    assert set(found["value"]["gain"]) == set(found["value"]["fair"]) == {"a", "b"}
    assert all(set(flip) == {"aspect", "party", "field", "from", "to", "verdict"} for flip in found["flips"])


def test_json_is_unrounded(laptop: Laptop) -> None:
    """The four parts of a split add up to 1 as floats do, and no number is rounded for show."""
    split = laptop.run("score", EXAMPLE, "--json").json["split"]["functional"]
    assert sum(split.values()) == pytest.approx(1, abs=1e-12)
    assert any(round(part, 6) != part for part in split.values())


@pytest.mark.parametrize("name", NEVER_BAD)
def test_any_canvas_has_a_score(laptop: Laptop, name: str) -> None:
    """Whatever a valid canvas leaves blank, `score` ends with 0 in words and in numbers."""
    file = laptop.write("canvas.yaml", canvas_to_text(NEVER_BAD[name]))
    assert laptop.run("score", file).code == 0
    assert list(laptop.run("score", file, "--json").json) == list(KEYS)


def test_any_script(laptop: Laptop) -> None:
    """Names in any script reach the output as they are."""
    folder = FIXTURES / "any-script"
    assert "日" in (folder / "canvas.yaml").read_text(encoding="utf-8")
    assert laptop.run("score", folder).code == 0


def test_file_folder_or_id(laptop: Laptop) -> None:
    """A canvas is named by its file, its folder or its id, and gives the same score."""
    file = laptop.write("canvases/one/canvas.yaml", canvas_to_text(ready_canvas(id="one")))
    answers = {laptop.run("score", name, "--json").out for name in (file, file.parent, "canvases/one", "one")}
    assert len(answers) == 1


def test_canvases_before_or_after_the_command(laptop: Laptop) -> None:
    """`--canvases` says where ids are looked up, before the command or after it; the one after it counts."""
    laptop.write("elsewhere/one/canvas.yaml", canvas_to_text(ready_canvas(id="one")))
    assert laptop.run("score", "one").code == 2
    assert laptop.run("--canvases", "elsewhere", "score", "one").code == 0
    assert laptop.run("score", "--canvases", "elsewhere", "one").code == 0
    assert laptop.run("--canvases", "nowhere", "score", "one", "--canvases", "elsewhere").code == 0
    assert laptop.run("--canvases", "elsewhere", "list", "--json").json["canvases"][0]["id"] == "one"


FAULTY = "format: jtbd.canvas/1\nid: one\ntitel: x\narchived: no\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (FAULTY, "line 3"),
        ("format: jtbd.canvas/1\n", "id"),
        ("", "line 1"),
        ("format: jtbd.canvas/1.2\nid: one\nnews: 1\n", "jtbd.canvas/1.2"),
        ("format: jtbd.canvas/2\nid: one\n", "jtbd.canvas/2"),
        (b"format: jtbd.canvas/1\nid: one\ntitle: \xff\n", "line 3 is not UTF-8"),
        (b"\0" * 2_000_000, "larger than 1 MiB"),
        ("format: [\n", "line"),
    ],
)
def test_what_cannot_be_scored(laptop: Laptop, content: str | bytes, said: str) -> None:
    """A canvas that is faulty, newer, too large or garbled ends with 2: which file, where, what to do; no writing."""
    file = laptop.write("one.yaml", content)
    answer = laptop.run("score", file, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("jtbd: ")
    assert str(file) in answer.err
    assert said in answer.err
    assert len(answer.err.splitlines()) >= 2, "the last line says what to do"
    assert list(laptop.folder.iterdir()) == [file]


@pytest.mark.parametrize("name", ["nobody-knows-it", "no/such/file.yaml", ".", "missing.yaml", "", "x" * 300, "a\0b"])
def test_what_is_not_there(laptop: Laptop, name: str) -> None:
    """A canvas that is not there ends with 2 and says how one is named."""
    answer = laptop.run("score", name)
    assert (answer.code, answer.out) == (2, "")
    assert "id" in answer.err
    assert "Traceback" not in answer.err


def test_near_misses_are_named(laptop: Laptop) -> None:
    """Who mistypes an id is told which ones there are."""
    assert EXAMPLE in laptop.run("score", "example-harbor-estates").err
