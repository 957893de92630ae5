"""Verification of a sheet's PDF by what is attached to it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest

from jtbd.model.sheet import Sheet
from jtbd.sign.check.pdf import verify
from jtbd.sign.seal import hanko
from jtbd.sign.sheet.content import commitment_json, sheet_yaml
from tests.support import prints, sheets
from tests.support.sheets import decline


def _rewritten(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(out)
    return out.getvalue()


def _attach(**files: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        for name, data in files.items():
            document.attachments[name.replace("_", ".")] = data

    return change


def test_an_unsealed_copy_is_never_complete() -> None:
    """An unsealed PDF of a complete sheet is incomplete by the rule `seal`: both signed, its pages are unguarded."""
    found = verify(prints.printed(sheets.complete()).pdf)

    assert (found.outcome, found.rule, found.signed, found.missing) == ("incomplete", "seal", ("a", "b"), ())
    assert "unsealed copy" in found.message
    assert found.sheet == sheets.complete()


def test_a_half_signed_copy_waits_for_the_other() -> None:
    """A PDF of a sheet that one has signed misses the other, as its YAML does."""
    found = verify(prints.printed(sheets.half_signed()).pdf)

    assert (found.outcome, found.rule, found.missing) == ("incomplete", "signers", ("b",))


def test_a_declined_copy_is_declined() -> None:
    """A PDF of a declined sheet is declined."""
    declined = decline(sheets.draft(), "b", sheets.key("b"), at=sheets.AT, reason="no time")

    assert verify(prints.printed(declined).pdf).outcome == "declined"


def test_yaml_is_told_from_pdf() -> None:
    """The same function verifies a sheet's YAML."""
    assert verify(sheet_yaml(sheets.complete())).outcome == "complete"


def test_what_the_sheet_breaks_its_pdf_breaks() -> None:
    """A PDF whose attached sheet was edited fails by the rule that the sheet fails by."""
    edited = sheets.edited(sheets.complete(), confidential=True)
    pdf = _rewritten(prints.printed(sheets.complete()).pdf, _attach(sheet_yaml=sheet_yaml(edited)))

    assert (verify(pdf).outcome, verify(pdf).rule) == ("invalid", "hash")


@pytest.mark.parametrize(
    "change",
    [
        _attach(commitment_json=b"{}"),
        _attach(commitment_json=commitment_json(sheets.draft(confidential=True).commitment)),
        _attach(commitment_json=commitment_json(sheets.draft().commitment) + b"\n"),
        _attach(commitment_json=b" " * (5 * 1024 * 1024)),
        _attach(other_txt=b"more"),
        lambda document: document.attachments.__delitem__("commitment.json"),
        lambda document: document.attachments.__delitem__("sheet.yaml"),
    ],
    ids=["empty", "other", "newline", "huge", "third", "no-json", "no-yaml"],
)
def test_attachments_must_be_these_two(change: Callable[[pikepdf.Pdf], None]) -> None:
    """A PDF with other, changed, missing or endless attachments breaks the rule `attachment`."""
    found = verify(_rewritten(prints.printed(sheets.complete()).pdf, change))

    assert (found.outcome, found.rule) == ("invalid", "attachment")


def test_an_attachment_that_swells_is_refused() -> None:
    """A small PDF cannot fill the memory: unpacking stops at a few megabytes."""

    def swell(document: pikepdf.Pdf) -> None:
        stream = document.attachments["sheet.yaml"].get_file().obj
        stream.write(zlib.compress(bytes(64 * 1024 * 1024), 9), filter=pikepdf.Name.FlateDecode)

    found = verify(_rewritten(prints.printed(sheets.complete()).pdf, swell))

    assert (found.outcome, found.rule) == ("invalid", "attachment")


@pytest.mark.parametrize("pdf", [b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 1000, b"%PDF-" + bytes(33 * 1024 * 1024)])
def test_what_is_no_pdf_is_refused(pdf: bytes) -> None:
    """A file that only begins like a PDF, or is far too large, breaks the rule `attachment`."""
    assert (verify(pdf).outcome, verify(pdf).rule) == ("invalid", "attachment")


def test_a_pdf_without_attachments_is_refused() -> None:
    """Any other PDF has no sheet in it."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out)

    assert (verify(out.getvalue()).outcome, verify(out.getvalue()).rule) == ("invalid", "attachment")


@pytest.mark.parametrize("sheet", [sheets.complete()], ids=["complete"])
def test_no_flip_makes_it_complete(sheet: Sheet) -> None:
    """Whatever byte of the PDF is flipped, here every 997th, it is not accepted as complete."""
    pdf = prints.printed(sheet).pdf

    for place in range(0, len(pdf), 997):
        assert verify(pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]).outcome != "complete"


def test_a_second_opinion_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What pyHanko objects to is refused, though all else holds."""
    monkeypatch.setattr(hanko, "objection", lambda _: "it looks odd")

    found = verify(prints.sealed_once())
    assert (found.outcome, found.rule) == ("invalid", "seal")
    assert "it looks odd" in found.detail


def test_the_second_opinion_is_its_own() -> None:
    """PyHanko by itself takes a sealed PDF for valid, and objects to an unsealed, a changed and a longer one."""
    pdf = prints.sealed_once()

    assert hanko.objection(pdf) == ""
    assert hanko.objection(prints.printed(sheets.complete()).pdf) == "it has 0 signatures"
    assert hanko.objection(pdf.replace(b"/Lang (en)", b"/Lang (de)"))
    assert hanko.objection(pdf + b"\n")
