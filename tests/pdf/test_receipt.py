"""The receipt that a guest photographs."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from jtbd.pdf.receipt import receipt_image, receipt_text
from tests.support import sheets


def test_receipt_names_sheet_hash_and_keys() -> None:
    """The receipt holds what no other sheet of the same two has: id, hash and both keys' thumbprints, a line each."""
    sheet = sheets.complete()

    assert receipt_text(sheet).splitlines() == [
        "jtbd.commitment-sheet/1.1",
        sheets.SHEET_ID,
        sheet.content_hash,
        f"a {sheets.keys()['a']}",
        f"b {sheets.keys()['b']}",
    ]


def test_receipt_does_not_change_with_signatures() -> None:
    """The receipt is the same before and after signing: it is about what is signed."""
    assert receipt_image(sheets.draft()) == receipt_image(sheets.complete())


def test_receipt_is_a_square_svg() -> None:
    """The QR code is an SVG picture, as high as it is wide."""
    picture = ET.fromstring(receipt_image(sheets.draft()))  # noqa: S314 - our own

    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert picture.get("width") == picture.get("height")
