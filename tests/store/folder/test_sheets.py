"""Sheets in a folder: numbered once, written once, complete with the YAML."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from jtbd.errors import AlreadyThere, CannotWrite, SheetsInUse
from jtbd.store.folder import lock
from jtbd.store.folder.sheets import SheetFolder

BREAK_OFF_AT_THE_YAML: Final = """
import resource, sys
from pathlib import Path
from jtbd.errors import CannotWrite
from jtbd.store.folder.sheets import SheetFolder
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    SheetFolder(Path(sys.argv[1])).complete(1, b"y" * 5000, b"%PDF of a sheet that was never completed")
except CannotWrite:
    print("refused")
"""


def names(folder: Path) -> list[str]:
    """Return the names in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_sheet_from_draft_to_complete(tmp_path: Path) -> None:
    """Freeze, sign, complete: in the end there are the sheet and its PDF, and the draft is gone."""
    sheets = SheetFolder(tmp_path / "canvas")
    number = sheets.freeze_draft("frozen – é\n".encode())
    draft = tmp_path / "canvas/draft-1.yaml"
    assert (number, draft.read_bytes()) == (1, "frozen – é\n".encode())
    sheets.replace_draft(number, b"signed by a\n")
    assert draft.read_text(encoding="utf-8") == "signed by a\n"
    sheets.complete(number, b"signed by both\n", b"%PDF")
    assert names(tmp_path / "canvas") == ["sheet-1.pdf", "sheet-1.yaml"]
    sheet = tmp_path / "canvas/sheet-1.yaml"
    assert (sheet.read_bytes(), sheet.with_suffix(".pdf").read_bytes()) == (b"signed by both\n", b"%PDF")


def test_a_sheet_may_have_no_pdf(tmp_path: Path) -> None:
    """Without a PDF the YAML alone makes the sheet complete."""
    SheetFolder(tmp_path).complete(3, b"signed", None)
    assert names(tmp_path) == ["sheet-3.yaml"]


@pytest.mark.parametrize(
    ("there", "number"),
    [
        ([], 1),
        (["draft-1.yaml"], 2),
        (["sheet-4.yaml", "draft-2.yaml"], 5),
        (["sheet-7.pdf"], 8),
        (["sheet-x.yaml", "notes-3.yaml", "canvas-4.yaml", "draft-.yaml"], 1),
    ],
)
def test_a_new_draft_is_one_higher_than_any(tmp_path: Path, there: list[str], number: int) -> None:
    """No number is used twice, whether a draft, a sheet or its PDF bears it."""
    for name in there:
        (tmp_path / name).write_text("untouched", encoding="utf-8")
    assert SheetFolder(tmp_path).freeze_draft(b"new") == number
    assert (tmp_path / f"draft-{number}.yaml").read_bytes() == b"new"
    assert all((tmp_path / name).read_text(encoding="utf-8") == "untouched" for name in there)


def test_drafts_at_once_get_numbers_of_their_own(tmp_path: Path) -> None:
    """Two windows that freeze at the same moment do not overwrite each other."""
    found: list[int] = []
    threads = [
        threading.Thread(
            target=lambda text: found.append(SheetFolder(tmp_path).freeze_draft(text)), args=(b"%d" % nth,)
        )
        for nth in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [*range(1, 9)]
    assert sorted(path.read_text(encoding="utf-8") for path in tmp_path.iterdir()) == [str(nth) for nth in range(8)]


def test_a_complete_sheet_is_never_changed(tmp_path: Path) -> None:
    """Neither completing again nor replacing touches what is complete."""
    sheets = SheetFolder(tmp_path)
    sheets.complete(1, b"signed", b"%PDF")
    changes: tuple[Callable[[], None], ...] = (
        lambda: sheets.complete(1, b"other", b"other"),
        lambda: sheets.replace_draft(1, b"other"),
    )
    for change in changes:
        with pytest.raises(AlreadyThere, match="sheet-1"):
            change()
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"%PDF", b"signed"]


def test_a_pdf_without_its_sheet_completes_nothing(tmp_path: Path) -> None:
    """Where a crash came between PDF and YAML, the draft still counts, and nobody here judges whose the PDF is."""
    sheets = SheetFolder(tmp_path)
    sheets.freeze_draft(b"frozen")
    done = subprocess.run(
        [sys.executable, "-c", BREAK_OFF_AT_THE_YAML, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "refused\n"
    assert names(tmp_path) == ["draft-1.yaml", "sheet-1.pdf"]
    assert (sheets.numbers("draft"), sheets.numbers("sheet")) == ((1,), ())
    assert sheets.freeze_draft(b"another") == 2
    with pytest.raises(AlreadyThere, match=r"sheet-1\.pdf"):
        sheets.complete(1, b"signed", b"%PDF")
    assert names(tmp_path) == ["draft-1.yaml", "draft-2.yaml", "sheet-1.pdf"]


def test_a_name_without_content_completes_nothing(tmp_path: Path) -> None:
    """On a stick without links a crash may leave the names alone: the draft still waits, and is completed."""
    sheets = SheetFolder(tmp_path)
    sheets.freeze_draft(b"frozen")
    for name in ("sheet-1.pdf", "sheet-1.yaml"):
        (tmp_path / name).touch()
    assert (sheets.numbers("draft"), sheets.numbers("sheet")) == ((1,), ())
    sheets.complete(1, b"signed", b"%PDF")
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"%PDF", b"signed"]


@pytest.mark.parametrize(
    ("there", "taken", "number"),
    [
        (["draft-2.seal.pem"], [], 3),
        (["sheet-1 2.yaml"], [], 2),
        (["sheet-4 (conflicted copy).yaml", "draft-1.yaml"], [], 5),
        (["sheet-7.yaml.txt"], [], 8),
        (["Sheet-3.YAML"], [], 4),
        (["discarded-2.yaml"], [], 3),
        (["sheet-1.yaml"], [6], 7),
        (["sheet-999999999.yaml"], [], 1),
        (["sheet-999999999.yaml", "sheet-1.yaml"], [2], 3),
        (["sheet-99999999999999999999.yaml", "notes-9.yaml"], [], 1),
    ],
)
def test_a_number_is_never_given_again(tmp_path: Path, there: list[str], taken: list[int], number: int) -> None:
    """A number on record, or in any name that looks like a sheet's, is taken; what is given is found again."""
    for name in there:
        (tmp_path / name).touch()
    sheets = SheetFolder(tmp_path)
    given = sheets.freeze_draft(b"frozen", taken)
    path = tmp_path / f"draft-{number}.yaml"
    assert (given, number in sheets.numbers("draft"), sheets.path("draft", number)) == (number, True, path)
    assert path.read_bytes() == b"frozen"


def test_a_discarded_draft_is_kept_aside(tmp_path: Path) -> None:
    """It waits no longer, keeps what was said on it, and its number is not given again."""
    sheets = SheetFolder(tmp_path)
    number = sheets.freeze_draft(b"signed by a")
    sheets.discard(number)
    sheets.discard(number)
    assert (sheets.numbers("draft"), (tmp_path / "draft-1.yaml").exists()) == ((), False)
    kept = {number: sheets.read("discarded", number) for number in sheets.numbers("discarded")}
    assert kept == {1: b"signed by a"}
    assert sheets.freeze_draft(b"next") == 2


def test_two_writers_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is alone with a folder's sheets keeps others waiting, and nothing is left of the lock."""
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with SheetFolder(tmp_path).alone(), pytest.raises(SheetsInUse), SheetFolder(tmp_path).alone():
        pytest.fail("two are alone")
    with SheetFolder(tmp_path).alone():
        pass
    assert names(tmp_path) == []


def test_somebody_elses_pdf_is_left_alone(tmp_path: Path) -> None:
    """In a folder that is not ours, a PDF that merely bears such a name is neither removed nor overwritten."""
    (tmp_path / "sheet-3.pdf").write_bytes(b"not ours")
    sheets = SheetFolder(tmp_path)
    assert sheets.freeze_draft(b"frozen") == 4
    with pytest.raises(AlreadyThere):
        sheets.complete(3, b"signed", b"%PDF")
    assert (tmp_path / "sheet-3.pdf").read_bytes() == b"not ours"
    assert not (tmp_path / "sheet-3.yaml").exists()


def test_a_draft_that_outlived_its_sheet_is_no_draft(tmp_path: Path) -> None:
    """Where a crash came before the draft was removed, the sheet counts."""
    (tmp_path / "draft-1.yaml").write_text("draft", encoding="utf-8")
    (tmp_path / "sheet-1.yaml").write_text("sheet", encoding="utf-8")
    assert SheetFolder(tmp_path).numbers("draft") == ()


def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    """Where a file stands in the way, nothing is written."""
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        SheetFolder(tmp_path / "file").freeze_draft(b"x")
