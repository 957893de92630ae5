"""The other forms of a sheet, written beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sheets as maker

from jtbd.errors import AlreadyThere, InvalidSheet, UnreadableFile
from jtbd.model.sheet import Sheet
from jtbd.sign.content import sheet_yaml
from jtbd.sign.signing import decline
from jtbd.usecases.exporting import export_dates, export_pdf
from jtbd.usecases.verifying import Outcome, verify_file

Export = Callable[[Path], tuple[Path, tuple[str, ...]]]

DECLINED = decline(maker.draft(), "a", maker.key("a"), at=maker.AT, reason="too soon")


def _kept(folder: Path, data: bytes) -> Path:
    file = folder / "sheet-1.yaml"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(
    ("sheet", "outcome", "rule"),
    [
        (maker.draft(), Outcome.INCOMPLETE, "signers"),
        (maker.half_signed(), Outcome.INCOMPLETE, "signers"),
        (maker.complete(), Outcome.INCOMPLETE, "seal"),
        (DECLINED, Outcome.DECLINED, None),
    ],
    ids=["draft", "half signed", "complete", "declined"],
)
def test_the_pdf_carries_the_sheet(tmp_path: Path, sheet: Sheet, outcome: Outcome, rule: str | None) -> None:
    """The PDF of a sheet in any state verifies to the same, and never to `complete` without a seal, which is said."""
    written, warnings = export_pdf(_kept(tmp_path, sheet_yaml(sheet)))
    found = verify_file(written)
    assert (written.name, found.outcome, found.rule) == ("sheet-1.pdf", outcome, rule)
    assert [("unsealed copy" in warning) for warning in warnings] == ([True] if rule == "seal" else [])


@pytest.mark.parametrize("export", [export_pdf, export_dates])
def test_nothing_is_overwritten(tmp_path: Path, export: Export) -> None:
    """What lies there already stays, and nothing is set for it first."""
    file = _kept(tmp_path, b"not looked at")
    for ending in (".pdf", ".ics"):
        file.with_suffix(ending).write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        export(file)
    assert file.with_suffix(".pdf").read_bytes() == b"mine"


@pytest.mark.parametrize("export", [export_pdf, export_dates])
def test_only_what_holds_is_exported(tmp_path: Path, export: Export) -> None:
    """A sheet whose words were changed is not dressed up as a PDF or a calendar."""
    file = _kept(tmp_path, sheet_yaml(maker.complete()).replace(b"Introduce", b"Forget"))
    with pytest.raises(InvalidSheet, match=r"sheet-1\.yaml does not hold \(rule hash\)"):
        export(file)
    with pytest.raises(UnreadableFile):
        export(tmp_path)
    assert list(tmp_path.iterdir()) == [file]
