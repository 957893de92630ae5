"""What a file is taken for, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from jtbd.editing import add_needs
from jtbd.model import Dimension
from jtbd.model.sheet import SHEET_FORMAT
from jtbd.model.template import TEMPLATE_FORMAT
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.usecases.sheets.checking import Checked, check_file
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.places import ROOT

TODAY = dt.date(2026, 11, 27)
SHEET = sheet_yaml(maker.complete()).decode()


def _check(folder: Path, text: str) -> Checked:
    file = folder / "any.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    return check_file(file, TODAY)


@pytest.mark.parametrize("name", [SHEET_FORMAT, TEMPLATE_FORMAT, f'format: "{SHEET_FORMAT}"'])
def test_a_canvas_may_speak_of_other_formats(tmp_path: Path, name: str) -> None:
    """A file is what its format line says, whatever its texts speak of."""
    of = ready_canvas(title=name, job={"want": name, "when": f"  format: {name}"})
    assert _check(tmp_path, canvas_to_text(of)) == Checked(str(tmp_path / "any.yaml"))


def test_a_file_that_says_nothing_is_checked_as_a_canvas(tmp_path: Path) -> None:
    """Where no format is named, the faults are those of a canvas."""
    assert {fault.path for fault in _check(tmp_path, "titel: x\n").faults} == {"format", "id", "titel"}


def test_windows_line_ends(tmp_path: Path) -> None:
    """A canvas with CRLF holds; a sheet with CRLF does not, since its bytes are signed."""
    assert _check(tmp_path, canvas_to_text(ready_canvas()).replace("\n", "\r\n")).faults == ()
    (fault,) = _check(tmp_path, SHEET.replace("\n", "\r\n")).faults
    assert "canonical" in fault.message


def test_every_job_template_holds() -> None:
    """Each shipped job template is checked as one."""
    files = sorted((ROOT / "jtbd/templates/jobs").glob("*.yaml"))
    assert len(files) >= 20
    assert [
        found.report() for found in (check_file(file, TODAY) for file in files) if found.faults or not found.readable
    ] == []


def test_faults_of_a_template_have_lines(tmp_path: Path) -> None:
    """A fault of a template is named with its line."""
    text = (ROOT / "jtbd/templates/jobs/change-profession.yaml").read_text(encoding="utf-8")
    found = _check(tmp_path, text.replace("trade:", "trad:"))
    assert text[: text.index("trade:")].count("\n") + 1 in {fault.line for fault in found.faults}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [("Introduce", "Forget", "hash"), ('party: "b"', 'party: "a"', "key"), ("M4 30", "M4 31", "payload")],
)
def test_a_sheet_that_does_not_hold(tmp_path: Path, old: str, new: str, rule: str) -> None:
    """A sheet of the right form that does not hold has one fault: the first rule that it breaks."""
    (fault,) = _check(tmp_path, SHEET.replace(old, new)).faults
    assert fault.line == 0
    assert f"(rule {rule})" in fault.message


def test_a_place_in_a_list_has_words_of_its_own(tmp_path: Path) -> None:
    """Where the items of a list are different words, the fault names the one that belongs there."""
    text = SHEET.replace('required:\n  - "a"\n  - "b"', 'required:\n  - "b"\n  - "b"')
    (fault,) = _check(tmp_path, text).faults
    assert (fault.path, fault.message) == ("commitment.required[0]", "must be a")
    text = SHEET.replace('required:\n  - "a"\n  - "b"', 'required:\n  - "a"\n  - "a"')
    (fault,) = _check(tmp_path, text).faults
    assert (fault.path, fault.message) == ("commitment.required[1]", "must be b")


def test_reports(tmp_path: Path) -> None:
    """A report says `holds`, or each fault on a line, or why the file cannot be read and what to do."""
    good = _check(tmp_path, canvas_to_text(ready_canvas()))
    assert good.report() == f"{tmp_path / 'any.yaml'}: holds"
    bad = _check(tmp_path, "format: jtbd.canvas/1\nid: x\ntitel: x\nsoon: y\n").report()
    assert bad.splitlines()[0] == f"{tmp_path / 'any.yaml'}: 2 faults"
    missing = check_file(tmp_path / "missing.yaml", TODAY)
    assert (missing.readable, missing.report().splitlines()[1]) == (False, "Check the name and the folder.")


def test_what_of_the_job_and_its_needs_is_asked(tmp_path: Path) -> None:
    """A solution in the job and the second of two needs that say the same stand with their lines."""
    written = add_needs(ready_canvas(job={"want": "get a new platform"}), ["meet need number 2!"], Dimension.SOCIAL)
    text = canvas_to_text(written)
    found = _check(tmp_path, text)
    assert [(ask.path, ask.message) for ask in found.asks] == [
        ("job.want", "Is “platform” a product? Then write what customers want to get done with it."),
        ("aspects[6].text", "“meet need number 2!” stands in the list twice: keep one, or say what makes them two."),
    ]
    assert all(
        word in text.splitlines()[ask.line - 1] for ask, word in zip(found.asks, ("platform", "2!"), strict=True)
    )
    assert found.faults == ()


def test_what_of_the_promises_is_asked(tmp_path: Path) -> None:
    """Days that are over or can mean two, and words of agreements, stand with their lines; the file still holds."""
    made = [
        {
            "id": "one",
            "by": "a",
            "what": "Send the list",
            "due": "2025-12-15",
            "done_when": "Bea has it",
            "gives": "facts",
        },
        {"id": "two", "by": "b", "what": "Pay promptly by 5/12", "done_when": "it is paid", "gives": "money"},
    ]
    text = canvas_to_text(ready_canvas(commitments=made, review={"next": "2026-11-01"}))
    found = _check(tmp_path, text)
    lines = text.splitlines()
    assert [(ask.path, ask.message) for ask in found.asks] == [
        ("commitments[0].due", "15 December 2025 is over: write a day that is to come, as 15 December 2026."),
        ("commitments[1].what", "“5/12” can mean 5 December 2026 or 12 May 2027: write the one that you mean."),
        ("commitments[1].what", "“promptly” can mean anything: give a date, as in “by 15 December”."),
        ("review.next", "1 November 2026 is over: write a day that is to come, as 1 November 2027."),
    ]
    assert all(
        word in lines[ask.line - 1] for ask, word in zip(found.asks, ("2025", "Pay", "Pay", "2026"), strict=True)
    )
    assert (found.faults, found.as_json()["holds"]) == ((), True)
    assert [line.strip()[0] for line in found.report().splitlines()[1:]] == ["☞"] * 4
