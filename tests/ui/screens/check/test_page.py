"""A sheet from anywhere, dropped on the page that checks it."""

from __future__ import annotations

import pytest

from jtbd.model.sheet import Sheet
from jtbd.pdf.receipt import receipt_text
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.folder.keys import KeyFolder
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets.verifying import verify
from tests.support import sheets
from tests.support.screens import Desk, Tab
from tests.support.sheets import decline, sign

PASSPHRASE = "three cups of coffee"


@pytest.fixture
def guest(desk: Desk) -> Desk:
    """The desk of party b, with its own long-term key."""
    path = KeyFolder(desk.config).owner()
    keys.save_private(path, sheets.key("b"), PASSPHRASE)
    keys.save_public(path.public_half(), sheets.key("b").public_key())
    return desk


def _dropped(data: bytes | Sheet, name: str = "sheet-1.yaml") -> Tab:
    tab = Tab(check="sheet")
    tab.app.file_uploader[0].upload(name, sheet_yaml(data) if isinstance(data, Sheet) else data)
    return tab.run()


@pytest.mark.usefixtures("desk")
def test_a_complete_sheet_is_green_and_told_in_full() -> None:
    """The verdict in its own words, who said what, the promises, and the receipt to compare."""
    sheet = sheets.complete()
    tab = _dropped(sheet)
    assert tab.says(":green[✓ complete]")
    assert tab.says(verify(sheet_yaml(sheet)).message)
    assert tab.says("Ana Ruiz (Harbour Estates) promises: Introduce Northline by e-mail")
    assert tab.says("and said: “I, Bea Lund, for Northline Cabling, have read")
    assert any(block.value.replace(" ", "") == sheet.content_hash.removeprefix("sha256:") for block in tab.app.code)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "sheet",
    [
        sheets.draft(),
        sheets.half_signed(),
        decline(sheets.half_signed(), "b", sheets.key("b"), at=sheets.AT, reason="too soon", suggests="Tallboy"),
        sheets.edited(sheets.complete(), binding="contract"),
    ],
)
def test_nothing_else_is_green(sheet: Sheet) -> None:
    """A draft, half a sheet, a refusal and a forgery have the verdict's own words and no green."""
    tab = _dropped(sheet)
    assert tab.says(verify(sheet_yaml(sheet)).message)
    assert not tab.says(":green[")


@pytest.mark.usefixtures("desk")
def test_another_kind_of_file_is_called_what_it_is() -> None:
    """A canvas is no sheet, and the page says that it is a canvas."""
    tab = _dropped(b"format: jtbd.canvas/1\nid: one\n", "canvas.yaml")
    assert tab.says("✗ invalid")
    assert tab.says("is a canvas")


@pytest.mark.usefixtures("desk")
def test_a_photographed_receipt_is_compared() -> None:
    """What the phone reads off the photograph is this sheet's receipt, or the page says what differs."""
    sheet = sheets.complete()
    tab = _dropped(sheet)
    tab.fill(receipt_text(sheet), "photographed", sheets.SHEET_ID, kind="text_area")
    assert "receipt-same" in tab.blocks()
    other = receipt_text(sheets.draft(binding="contract"))
    tab.fill(other, "photographed", sheets.SHEET_ID, kind="text_area")
    assert "receipt-other" in tab.blocks()
    assert tab.says("What differs: content.")


# ── signing it right here ─────────────────────────────────────────────────────────────────────────────────────────────


def _sign(tab: Tab, name: str, passphrase: str, *, agreed: bool = True) -> Tab:
    tab.enter(name, "typed", sheets.SHEET_ID, "b").enter(agreed, "consent", sheets.SHEET_ID, "b", kind="checkbox")
    return tab.enter(passphrase, "passphrase", sheets.SHEET_ID, "b").click("Sign")


@pytest.mark.usefixtures("guest")
def test_a_sheet_is_countersigned_where_the_key_is() -> None:
    """Read, consent, passphrase: the signed sheet is there to take along, once, with how it goes back."""
    tab = _dropped(sheets.half_signed(), "draft-1.yaml")
    assert tab.says("Bea Lund, this waits for your signature")
    assert _sign(tab, "Bea Lund", "four cups").says("the passphrase does not open")
    assert _sign(tab, "Bea", PASSPHRASE).says("Type your name as it stands on the sheet: Bea Lund.")
    _sign(tab, "Bea Lund", PASSPHRASE)
    assert tab.says("✓ complete")
    assert tab.says("an unsealed copy")
    assert [button.label for button in tab.app.download_button][:2] == ["Signed sheet", "To read (PDF)"]
    assert PASSPHRASE not in repr(tab.app.session_state)
    tab.app.file_uploader[0].upload("sheet-1.yaml", sheet_yaml(sheets.complete()))
    assert tab.run().says("Who said what"), "another file of the same sheet is checked for itself"


@pytest.mark.usefixtures("guest")
def test_a_sheet_is_declined_where_the_key_is() -> None:
    """No with a reason, signed like a yes."""
    tab = _dropped(sheets.half_signed(), "draft-1.yaml").press("no")
    assert tab.says("a clear no is a good answer")
    tab.enter("too soon", "reason", sheets.SHEET_ID, "b").enter(PASSPHRASE, "passphrase", sheets.SHEET_ID, "b")
    tab.click("Decline and sign that")
    assert tab.says("– declined")
    assert tab.says("declined: “too soon”.")


@pytest.mark.usefixtures("guest")
def test_who_has_signed_already_is_told() -> None:
    """The own signature is on it: what is missing is the other's."""
    tab = _dropped(sign(sheets.draft(), "b", sheets.key("b"), at=sheets.AT))
    assert tab.says("You have signed this one already.")
    assert tab.says("It waits for a key that is not on this laptop: Ana Ruiz")


@pytest.mark.usefixtures("desk")
def test_a_foreign_key_is_told() -> None:
    """Without the key that the sheet names, the page says for which it waits."""
    tab = _dropped(sheets.half_signed())
    assert tab.says("It waits for a key that is not on this laptop: Bea Lund's.")
    assert tab.says(f"Bea Lund's key: {sheets.keys()['b']}"), "folded away for experts"
