"""The receipt: in groups for the eye, and compared in full."""

from __future__ import annotations

from hypothesis import given, strategies as st

from jtbd.pdf.receipt import receipt_text
from jtbd.usecases.sheets import receipt as use
from tests.support import sheets


def test_a_receipt_holds_fast_content_and_both_keys() -> None:
    """Hash and thumbprints stand in groups of four, nothing lost."""
    sheet = sheets.complete()
    parts = use.parts(sheet)
    assert [part.label for part in parts] == ["Content, SHA-256", "Key of Ana Ruiz", "Key of Bea Lund"]
    assert "sha256:" + parts[0].groups.replace(" ", "") == sheet.content_hash
    assert parts[2].groups.replace(" ", "") == sheet.commitment.party("b").key


@given(st.text(alphabet="abc-_9", max_size=70))
def test_groups_lose_nothing(text: str) -> None:
    """Groups are of four characters, but for the last, and together they are the text."""
    groups = use.grouped(text).split(" ")
    assert "".join(groups) == text
    assert all(len(group) == use.GROUP for group in groups[:-1])


def test_a_scan_is_compared_in_full() -> None:
    """The code's text is this sheet's however a phone breaks its lines; another sheet's names what differs."""
    sheet = sheets.complete()
    assert use.differences(sheet, f"\n{receipt_text(sheet)}\r\n".replace("\n", "\r\n")) == ()
    other = sheets.draft(binding="contract")
    assert use.differences(sheet, receipt_text(other)) == ("content",)
    swapped = receipt_text(sheet).replace(sheet.commitment.party("b").key, "A" * 43)
    assert use.differences(sheet, swapped) == ("key of Bea Lund",)


def test_what_is_no_receipt_is_said_to_be_none() -> None:
    """Half a scan, or another code, does not count as the receipt."""
    sheet = sheets.complete()
    for said in ("https://elsewhere.example", receipt_text(sheet)[:-60], "x\n" * 9):
        assert use.differences(sheet, said)


def test_the_code_is_a_picture() -> None:
    """The QR code is an SVG of its own."""
    assert use.code(sheets.draft()).startswith("<svg")
