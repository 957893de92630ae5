"""`jtbd verify` and `jtbd export`: what holds of a sheet, and its other forms."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jtbd.store.codec import canvas_to_text
from tests.support.builders import ready_canvas
from tests.support.commands import EXAMPLE, Laptop, owner

VERIFIED = {"outcome", "rule", "signed", "missing"}


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A laptop whose folder `signed` holds a draft that neither, one that a, and one sheet that both have signed."""
    laptop = owner(tmp_path_factory.mktemp("signed"))
    for _ in range(3):
        assert laptop.run("sheet", EXAMPLE, "--out", "signed").code == 0
    for number, party in ((2, "a"), (3, "a"), (3, "b")):
        assert laptop.run("sign", f"signed/draft-{number}.yaml", "--party", party).code == 0
    return laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop with a long-term key."""
    return owner(tmp_path)


def _cut(text: bytes) -> bytes:
    return text[: len(text) // 2]


def _forget(text: bytes) -> bytes:
    return text.replace(b"Introduce", b"Forget")


@pytest.mark.parametrize(
    ("name", "damage", "code", "outcome", "rule", "by"),
    [
        ("sheet-3.yaml", bytes, 0, "complete", None, ["a", "b"]),
        ("draft-1.yaml", bytes, 1, "incomplete", "signers", []),
        ("draft-2.yaml", bytes, 1, "incomplete", "signers", ["a"]),
        ("sheet-3.pdf", bytes, 0, "complete", None, ["a", "b"]),
        ("sheet-3.yaml", _forget, 1, "invalid", "hash", []),
        ("sheet-3.yaml", _cut, 1, "invalid", "canonical", []),
        ("sheet-3.yaml", lambda text: text.replace(b"\n", b"\r\n"), 1, "invalid", "canonical", []),
        ("sheet-3.pdf", _cut, 1, "invalid", "attachment", []),
        ("sheet-3.yaml", lambda _: b"", 1, "invalid", "canonical", []),
        ("sheet-3.yaml", lambda _: bytes(range(256)), 1, "invalid", "canonical", []),
    ],
)
def test_verify(  # noqa: PLR0917 - a table with many columns
    signed: Laptop,
    tmp_path: Path,
    name: str,
    damage: Callable[[bytes], bytes],
    code: int,
    outcome: str,
    rule: str | None,
    by: list[str],
) -> None:
    """`verify` ends with 0 for a complete sheet alone; --json gives outcome, the first rule that failed, who signed."""
    file = tmp_path / name
    file.write_bytes(damage((signed.folder / "signed" / name).read_bytes()))
    answer = signed.run("verify", file, "--json")
    found = answer.json
    assert (answer.code, answer.err) == (code, "")
    assert set(found) - {"remark"} == VERIFIED
    assert ("remark" in found) == (b"\r\n" in file.read_bytes() and outcome == "invalid" and file.suffix == ".yaml")
    assert (found["outcome"], found["rule"], found["signed"]) == (outcome, rule, by)
    assert found["missing"] == ([party for party in "ab" if party not in by] if outcome == "incomplete" else [])
    words = signed.run("verify", file)
    assert words.code == code
    assert words.out.startswith(f"{outcome}: ")


def test_verify_reads_the_terms(signed: Laptop) -> None:
    """What was promised, by whom, until when, and what it binds is read out of what was signed."""
    out = signed.run("verify", "signed/sheet-3.yaml").out
    assert "Ana Ruiz (Harbour Estates) promises: Introduce Northline" in out
    assert "by 15 December 2026" in out
    assert "This is a statement of intent." in out


@pytest.mark.parametrize("name", ["missing.yaml", ".", "signed"])
def test_verify_of_what_cannot_be_read(signed: Laptop, name: str) -> None:
    """What is missing or a folder cannot be verified: exit 2, and nothing on standard output."""
    answer = signed.run("verify", name, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"jtbd: {name}: ")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_files_without_end(signed: Laptop) -> None:
    """A file that never ends is read within bounds."""
    assert signed.run("verify", "/dev/zero").code == 1
    assert signed.run("check", "/dev/zero").code == 2
    assert signed.run("sign", "/dev/zero", "--party", "a").code == 2


def test_export_twice(signed: Laptop, tmp_path: Path) -> None:
    """`export` writes beside the sheet and prints the path; a second time it refuses and leaves the first as it is."""
    sheet = tmp_path / "sheet-3.yaml"
    shutil.copy(signed.folder / "signed/sheet-3.yaml", sheet)
    unsealed = "jtbd: The PDF is an unsealed copy: a seal is made once, with the last signature.\n"
    for form, start, said in (("--pdf", b"%PDF-", unsealed), ("--ics", b"BEGIN:VCALENDAR", "")):
        target = sheet.with_suffix(f".{form[2:]}")
        assert signed.run("export", sheet, form) == (0, f"{target}\n", said)
        written = target.read_bytes()
        assert written.startswith(start)
        again = signed.run("export", sheet, form)
        assert (again.code, again.out, target.read_bytes()) == (2, "", written)
        assert f"{target} is already there" in again.err


def test_the_page_that_verifies(signed: Laptop, tmp_path: Path) -> None:
    """`export --verifier` writes verify.html beside the sheet, once for all sheets there, and over no other file."""
    for name in ("sheet-3.yaml", "draft-1.yaml"):
        shutil.copy(signed.folder / "signed" / name, tmp_path)
    target = tmp_path / "verify.html"
    for name in ("sheet-3.yaml", "draft-1.yaml"):
        assert signed.run("export", tmp_path / name, "--verifier") == (0, f"{target}\n", "")
    assert target.read_bytes().startswith(b"<!doctype html>")
    target.write_text("mine", encoding="utf-8")
    assert signed.run("export", tmp_path / "sheet-3.yaml", "--verifier").code == 2
    assert target.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "kind", "remedy"),
    [
        ("canvas.yaml", "a canvas", "Freeze one with `jtbd sheet canvas.yaml --out DIR`."),
        ("template.yaml", "a job template", "Name a file that `jtbd sheet` or `jtbd sign` wrote."),
        ("sheet.pdf", "a PDF", "Name the .yaml file; it is attached to the PDF: pdfdetach -saveall FILE."),
    ],
)
def test_another_file_is_called_what_it_is(laptop: Laptop, name: str, kind: str, remedy: str) -> None:
    """A canvas, a job template or a PDF where a sheet is needed is told apart, with what to do: exit 2."""
    laptop.write("canvas.yaml", canvas_to_text(ready_canvas()))
    laptop.write("template.yaml", "format: jtbd.job-template/1\n")
    laptop.write("sheet.pdf", b"%PDF-1.7\n")
    said = f"jtbd: {name} is {kind}, not a sheet\n{remedy}\n"
    for words in (("export", name, "--pdf"), ("export", name, "--ics"), ("export", name, "--verifier")):
        assert laptop.run(*words) == (2, "", said)
    assert laptop.run("sign", name, "--party", "a") == (2, "", said)
    assert laptop.run("import", name) == (2, "", said)


def test_verify_says_that_a_canvas_is_none(laptop: Laptop) -> None:
    """To verify a canvas gives the verdict of any file that is no sheet, and then says what it is: exit 1."""
    laptop.write("canvas.yaml", canvas_to_text(ready_canvas()))
    answer = laptop.run("verify", "canvas.yaml")
    assert answer == (
        1,
        (
            "invalid: Not valid (rule canonical): it is not written in the one form that a sheet has.\n"
            "  canvas.yaml is a canvas, not a sheet. Freeze one with `jtbd sheet canvas.yaml --out DIR`.\n"
        ),
        "",
    )


def test_export_of_what_is_no_sheet(laptop: Laptop) -> None:
    """A canvas, a missing file or a folder is not exported: exit 2."""
    laptop.write("canvas.yaml", canvas_to_text(ready_canvas()))
    for name in ("canvas.yaml", "missing.yaml", "."):
        assert laptop.run("export", name, "--pdf").code == 2
    assert laptop.run("export", "canvas.yaml").code == 2, "one form must be named"
    assert laptop.run("export", "canvas.yaml", "--pdf", "--ics").code == 2, "and one alone"
