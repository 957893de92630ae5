"""The other forms of a sheet, written beside it."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from jtbd.errors import AlreadyThere, InvalidSheet, UnreadableFile
from jtbd.model.sheet import Sheet
from jtbd.sign.page import verify_page
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.usecases.home import Home, open_home
from jtbd.usecases.sheets.exporting import export_dates, export_mail, export_pdf
from jtbd.usecases.sheets.verifying import Outcome, verify_file
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.sheets import decline

Export = Callable[[Path], tuple[Path, tuple[str, ...]]]

DECLINED = decline(maker.draft(), "a", maker.key("a"), at=maker.AT, reason="too soon")


def _kept(folder: Path, data: bytes) -> Path:
    file = folder / "sheet-1.yaml"
    file.write_bytes(data)
    return file


def _home(folder: Path) -> Home:
    return open_home(str(folder / "none"), {"JTBD_CONFIG": str(folder / "config")})


def _pdf(path: Path) -> object:
    return export_pdf(path, maker.AT)


def _dates(path: Path) -> object:
    return export_dates(path, maker.AT)


def _mail(path: Path) -> object:
    return export_mail(_home(path.parent), path)


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
    written, warnings = export_pdf(_kept(tmp_path, sheet_yaml(sheet)), maker.AT)
    found = verify_file(written)
    assert (written.name, found.outcome, found.rule) == ("sheet-1.pdf", outcome, rule)
    assert [("unsealed copy" in warning) for warning in warnings] == ([True] if rule == "seal" else [])


@pytest.mark.parametrize("export", [_pdf, _dates, _mail])
def test_nothing_is_overwritten(tmp_path: Path, export: Export) -> None:
    """What lies there already stays, and nothing is set for it first."""
    file = _kept(tmp_path, b"not looked at")
    for ending in (".pdf", ".ics", ".eml"):
        file.with_suffix(ending).write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        export(file)
    assert file.with_suffix(".pdf").read_bytes() == b"mine"


@pytest.mark.parametrize("export", [_pdf, _dates, _mail])
def test_only_what_holds_is_exported(tmp_path: Path, export: Export) -> None:
    """A sheet whose words were changed is not dressed up as a PDF or a calendar."""
    file = _kept(tmp_path, sheet_yaml(maker.complete()).replace(b"Introduce", b"Forget"))
    with pytest.raises(InvalidSheet, match=r"sheet-1\.yaml does not hold \(rule hash\)"):
        export(file)
    with pytest.raises(UnreadableFile):
        export(tmp_path)
    assert list(tmp_path.iterdir()) == [file]


def test_the_mail_goes_to_the_addresses_of_its_canvas(tmp_path: Path) -> None:
    """The canvas beside the sheet says where to; where there is none, the draft goes to nobody and says so."""
    file = _kept(tmp_path, sheet_yaml(maker.complete()))
    written, left_out = export_mail(_home(tmp_path), file)
    message = message_from_bytes(written.read_bytes(), policy=policy.default)
    assert (written.name, message["To"], len(left_out)) == ("sheet-1.eml", None, 2)
    written.unlink()
    canvas = ready_canvas(id=maker.complete().commitment.canvas.id)
    (tmp_path / "canvas.yaml").write_text(canvas_to_text(canvas), encoding="utf-8")
    (tmp_path / "sheet-1.pdf").write_bytes(b"%PDF-its own")
    written, left_out = export_mail(_home(tmp_path), file)
    message = message_from_bytes(written.read_bytes(), policy=policy.default)
    assert [found.addr_spec for found in message["To"].addresses] == ["ana@harbour.example", "bea@northline.example"]
    assert left_out == ()
    attached = {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}
    assert attached == {
        "harbour-estates-northline-cabling-2026-11-22.pdf": b"%PDF-its own",
        "harbour-estates-northline-cabling-2026-11-22.yaml": file.read_bytes(),
        "verify.html": verify_page(),
    }
