"""`jtbd check`: all faults of files, with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from tests.support import sheets
from tests.support.builders import ready_canvas
from tests.support.commands import EXAMPLE, Laptop
from tests.support.places import ROOT

FIVE = """\
format: jtbd.canvas/1
id: one
titel: a misspelt field
archived: no
aspects:
- id: Not An Id
  dimension: practical
  text: 12:30
"""
GOOD = canvas_to_text(ready_canvas())
TEMPLATE = (ROOT / "jtbd/templates/jobs/change-profession.yaml").read_text(encoding="utf-8")


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def test_five_mistakes_are_five_faults(laptop: Laptop) -> None:
    """A file with five mistakes reports five, each with its line, and ends with 1."""
    laptop.write("five.yaml", FIVE)
    answer = laptop.run("check", "five.yaml")
    head, *faults = answer.out.splitlines()
    assert (answer.code, answer.err) == (1, "")
    assert head == "five.yaml: 5 faults"
    assert [fault.split(",")[0].strip() for fault in faults] == ["line 3", "line 4", "line 6", "line 7", "line 8"]


def test_json(laptop: Laptop) -> None:
    """`check --json` prints one object: each file, whether it holds, its faults, or why it cannot be read."""
    laptop.write("five.yaml", FIVE)
    laptop.write("good.yaml", GOOD)
    answer = laptop.run("check", "five.yaml", "good.yaml", "missing.yaml", "--json")
    five, good, missing = answer.json["files"]
    assert (answer.code, answer.err) == (2, "")
    assert [fault["line"] for fault in five["faults"]] == [3, 4, 6, 7, 8]
    assert set(five["faults"][0]) == {"line", "column", "path", "message"}
    assert (five["holds"], good["holds"], missing["holds"]) == (False, True, False)
    assert "no such file" in missing["trouble"]
    assert good == {"file": "good.yaml", "holds": True, "faults": [], "trouble": None}


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["good.yaml"], 0),
        (["good.yaml", "good.yaml"], 0),
        (["good.yaml", "five.yaml"], 1),
        (["five.yaml", "newer.yaml"], 2),
        (["newer.yaml"], 2),
        (["missing.yaml", "good.yaml"], 2),
        (["garbled.yaml"], 2),
        (["large.yaml"], 2),
        (["empty.yaml"], 1),
        (["folder"], 0),
        (["."], 2),
        (["template.yaml"], 0),
        (["template-newer.yaml"], 2),
        (["sheet.yaml"], 0),
        (["draft.yaml"], 0),
        (["sheet-newer.yaml"], 2),
        (["sheet-edited.yaml"], 1),
        (["sheet-odd.yaml"], 1),
        ([], 2),
    ],
)
def test_exit_codes(laptop: Laptop, names: list[str], code: int) -> None:
    """0 where all hold, 1 where a readable file has faults, 2 where one cannot be read or is newer: the worst wins."""
    sheet = sheet_yaml(sheets.complete())
    files: dict[str, str | bytes] = {
        "good.yaml": GOOD,
        "five.yaml": FIVE,
        "newer.yaml": "format: jtbd.canvas/1.4\nid: one\nnews: x\n",
        "garbled.yaml": b"format: jtbd.canvas/1\nid: \xff\n",
        "large.yaml": b"#" * 1_100_000,
        "empty.yaml": "",
        "folder/canvas.yaml": GOOD,
        "template.yaml": TEMPLATE,
        "template-newer.yaml": TEMPLATE.replace("job-template/1", "job-template/2"),
        "sheet.yaml": sheet,
        "draft.yaml": sheet_yaml(sheets.draft()),
        "sheet-newer.yaml": sheet.replace(b"commitment-sheet/1.1", b"commitment-sheet/1.2"),
        "sheet-edited.yaml": sheet.replace(b"Introduce", b"Forget"),
        "sheet-odd.yaml": sheet.replace(b"  binding:", b"  bindings:"),
    }
    for name, content in files.items():
        laptop.write(name, content)
    answer = laptop.run("check", *names)
    assert answer.code == code
    assert (answer.err != "") is (code == 2), "what cannot be read is said on standard error"


def test_faults_of_a_sheet_have_lines(laptop: Laptop) -> None:
    """A sheet with an unknown field and a broken hash names the lines of what can be seen in its text."""
    text = sheet_yaml(sheets.draft()).replace(b'"intent"', b'"perhaps"').replace(b"  review:", b"  reviews:")
    laptop.write("sheet.yaml", text)
    found = laptop.run("check", "sheet.yaml", "--json").json["files"][0]["faults"]
    lines = [number for number, line in enumerate(text.splitlines(), 1) if b"perhaps" in line or b"reviews" in line]
    assert {fault["line"] for fault in found} >= set(lines)


def test_a_folder_without_a_canvas(laptop: Laptop) -> None:
    """A folder stands for the canvas in it; where there is none, it says so."""
    assert "is a folder without a canvas.yaml" in laptop.run("check", laptop.folder).err


def test_examples_hold(laptop: Laptop) -> None:
    """Every shipped example holds."""
    folders = sorted((ROOT / "canvases").glob("example-*"))
    assert len(folders) >= 3
    assert laptop.run("check", *folders).code == 0


def test_a_name_that_is_not_text(laptop: Laptop) -> None:
    """A file whose name is not UTF-8 is named as well as can be."""
    name = b"\xff.yaml".decode(errors="surrogateescape")
    try:
        laptop.write(name, GOOD)
    except OSError:
        pytest.skip("this file system keeps names in UTF-8")
    assert laptop.run("check", name).code == 0
    assert laptop.run("check", name, "--json").code == 0


@settings(max_examples=30, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever a file holds, `check`, `score` and `verify` say what is wrong with it and never fail themselves."""
    laptop = Laptop(tmp_path_factory.getbasetemp())
    laptop.write("any.yaml", data)
    assert laptop.run("check", "any.yaml").code in {1, 2}
    assert laptop.run("score", "any.yaml").code == 2
    assert laptop.run("verify", "any.yaml").code == 1


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_damage(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """An example or a sheet with some bytes replaced is read, or refused with words; never a failure of the program."""
    laptop = Laptop(tmp_path_factory.getbasetemp())
    whole = data.draw(st.sampled_from([GOOD.encode(), sheet_yaml(sheets.complete()), TEMPLATE.encode()]))
    start = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    damaged = whole[:start] + data.draw(st.binary(max_size=8)) + whole[start + length :]
    laptop.write("any.yaml", damaged)
    for command in ("check", "score", "verify"):
        answer = laptop.run(command, "any.yaml")
        assert answer.code in {0, 1, 2}
        assert answer.out or answer.err


def test_an_id_is_not_a_file(laptop: Laptop) -> None:
    """`check` takes files; an id alone is none."""
    assert laptop.run("check", EXAMPLE).code == 2


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("7", "vital; 7 of 10 is 2"),
        ("5", "vital; 5 of 5 is 3"),
        ("85", "vital; 85 of 100 is 3"),
        ('"3"', "vital; write 3 without quotes"),
        ('"4/5"', "vital; 4 of 5 is 2"),
        ('"7 out of 10"', "vital; 7 of 10 is 2"),
        ("7.5", "vital; 7.5 of 10 is 2"),
        ("70 %", "vital; 70 of 100 is 2"),
        ("Nice to have", "vital; write 1"),
        ("120", "vital"),
        ("high", "0 no concern, 1 nice to have, 2 important, 3 vital"),
        ("-1", "vital"),
    ],
)
def test_an_importance_of_another_scale(said: str, answer: str, laptop: Laptop) -> None:
    """It is answered with the scale, and with what it would be on it."""
    need = f"aspects:\n- id: one\n  dimension: functional\n  text: find premises\n  a: {{importance: {said}}}\n"
    laptop.write("seven.yaml", f"format: jtbd.canvas/1\nid: seven\n{need}")
    answered = laptop.run("check", "seven.yaml")
    assert answered.code == 1
    assert answered.out.rstrip().endswith(answer)
