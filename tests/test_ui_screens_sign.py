"""Step 7: freeze, read, sign, take along."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from builders import canvas, parties, ready_canvas
from screens import Desk, Tab

from jtbd.usecases.verifying import verify

PASSPHRASE: Final = "three cups of coffee"
HERE: Final = {"canvas": "test-canvas", "step": "sign"}


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Freeze a sheet once, with a new key; the tests work on copies of the folders."""
    folder = tmp_path_factory.mktemp("frozen")
    with pytest.MonkeyPatch.context() as patch:
        desk = Desk(folder, patch)
        desk.put(ready_canvas())
        tab = Tab(**HERE)
        _freeze(tab)
        assert tab.says("Ana, this is yours to read and sign")
    return folder


@pytest.fixture
def waiting(frozen: Path, desk: Desk) -> Desk:
    """Return a desk with a sheet that waits for both signatures."""
    shutil.copytree(frozen, desk.canvases.parent, dirs_exist_ok=True)
    return desk


# ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_missing_is_said_instead_of_freezing(desk: Desk) -> None:
    """A canvas without names, job and promises cannot be frozen, and the page says what it needs."""
    tab = Tab(canvas=desk.put(canvas()), step="sign")
    assert tab.labelled("button", "Freeze the sheet for signing").disabled
    assert sum(text.startswith("- ") for text in tab.texts()) >= 3


def test_a_sheet_waits_for_the_curtain_to_be_lifted(desk: Desk) -> None:
    """A sheet shows the overlap, so it cannot be frozen while one of the two is still rating."""
    tab = Tab(canvas=desk.put(ready_canvas(rating={"ready": {"a": True}})), step="sign")
    assert tab.says("The curtain is still drawn")
    assert tab.labelled("button", "Freeze the sheet for signing").disabled
    desk.put(ready_canvas(id="unrated", rating={}, aspects=[], commitments=[{"id": "x", "by": "a", "what": "Call"}]))
    assert not tab.go(canvas="unrated", step="sign").says("curtain")


def test_a_new_key_needs_the_same_passphrase_twice(desk: Desk) -> None:
    """Blank or different passphrases make no key and no sheet."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    _freeze(tab, "one", "another")
    assert tab.says("Type the same passphrase twice")
    assert not (desk.config / "key.pem").exists()
    assert desk.own() == ["test-canvas"]
    assert not list(desk.file("test-canvas").parent.glob("draft-*"))


def test_money_is_in_the_sheet_only_if_it_was_chosen(desk: Desk) -> None:
    """Without both figures the money cannot be chosen; without the choice it is not in the sheet."""
    desk.put(ready_canvas(value={}))
    tab = Tab(**HERE)
    tab.fill(True, "money", kind="checkbox")
    assert tab.labelled("button", "Freeze the sheet for signing").disabled


def test_freezing_puts_the_sheet_on_record(waiting: Desk) -> None:
    """The canvas knows its draft, the guest has a key for this sheet, and what was chosen stands in it."""
    record = waiting.read("test-canvas").sheets[0]
    assert (record.number, record.state) == (1, "draft")
    assert len(list((waiting.config / "guest").iterdir())) == 1
    draft = (waiting.file("test-canvas").parent / "draft-1.yaml").read_text(encoding="utf-8")
    assert 'binding: "intent"' in draft
    assert "value:" not in draft
    assert PASSPHRASE not in draft


def test_freezing_an_example_freezes_a_copy(desk: Desk) -> None:
    """The example stays as it is; the sheet lies beside a canvas of one's own, which the URL names."""
    desk.canvases.mkdir()
    tab = Tab(canvas="example-harbour-estates-northline-cabling", step="sign")
    _freeze(tab)
    assert not tab.broken()
    (own,) = desk.own()
    assert tab.url["canvas"] == own
    assert (desk.canvases / own / "draft-1.yaml").is_file()


def test_a_canvas_changed_elsewhere_is_not_frozen(desk: Desk) -> None:
    """What is frozen is what is on disk; another version there is offered instead."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    desk.put(ready_canvas(revision=9, title="Another"))
    _freeze(tab)
    assert "conflict" in tab.blocks()
    assert not list(desk.file("test-canvas").parent.glob("draft-*"))


# ── signing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_both_sign_and_take_the_sheet_along(waiting: Desk) -> None:
    """Host with passphrase, guest with the key made for the sheet; the files verify, and the guest's key is gone."""
    tab = Tab(**HERE)
    _sign(tab, "a", "ana  ruiz", PASSPHRASE)
    assert tab.says("Hand the laptop to Bea")
    assert tab.says("✓ Ana Ruiz has signed.")
    tab.press("read", "b")
    assert tab.says("Bea, this is yours to read and sign")
    assert tab.says("Signed with a key made for this sheet alone. It is erased")
    _sign(tab, "b", "Bea Lund")
    assert tab.says("Sheet 1 is signed by both")
    assert tab.says("The key that was made for Bea has done its work and was erased.")
    assert tab.says("The PDF is sealed")
    assert [button.label for button in tab.app.download_button] == [
        "Mail to both (.eml)",
        "Sheet (YAML)",
        "Sheet (PDF)",
        "Dates (.ics)",
    ]
    folder = waiting.file("test-canvas").parent
    assert verify((folder / "sheet-1.yaml").read_bytes()).outcome == "complete"
    assert (folder / "sheet-1.pdf").is_file()
    assert not list((waiting.config / "guest").iterdir())
    assert waiting.read("test-canvas").sheets[0].state == "complete"
    assert any("✓" in text and "Sign" in text for text in tab.texts()), "the step is done"
    assert "receipt-code" in Tab(**HERE).blocks(), "a reload shows it again"
    _save_copies(tab, waiting)


def _save_copies(tab: Tab, desk: Desk) -> None:
    """All files go to a folder that is named, or none; never over others; a folder that is none is said to be none."""
    stick = desk.canvases.parent / "stick"
    stick.mkdir()
    (stick / "sheet-1.pdf").write_bytes(b"another")
    for folder, answer in (
        (str(stick), "is already there"),
        ("~nobody-of-that-name/stick", "That is no folder on this laptop"),
        ("/a\0b", "That is no folder on this laptop"),
    ):
        tab.enter(folder, "folder", 1).click("Save all of them there")
        assert tab.says(answer)
    assert [path.name for path in stick.iterdir()] == ["sheet-1.pdf"], "none where not all"
    (stick / "sheet-1.pdf").unlink()
    tab.enter(str(stick), "folder", 1).click("Save all of them there")
    assert tab.says(f"Saved {stick}/sheet-1.yaml")
    assert sorted(path.suffix for path in stick.iterdir()) == [".eml", ".ics", ".pdf", ".yaml"]


@pytest.mark.parametrize(
    ("name", "passphrase", "agreed", "message"),
    [
        ("Ana Ruiz", "four cups of coffee", True, "the passphrase does not open"),
        ("Ana Ruiz", "", True, "Type the passphrase of your key."),
        ("Ana", PASSPHRASE, True, "Type your name as it stands on the sheet: Ana Ruiz."),
        ("", PASSPHRASE, True, "Type your name as it stands on the sheet: Ana Ruiz."),
        ("Ana Ruiz", PASSPHRASE, False, "Tick the statement of consent first."),
    ],
)
def test_what_keeps_a_signature_back_is_said(
    name: str, passphrase: str, agreed: bool, message: str, waiting: Desk
) -> None:
    """A wrong passphrase, another name or no consent signs nothing, and the page says which it was."""
    before = waiting.everything()
    tab = Tab(**HERE)
    _sign(tab, "a", name, passphrase, agreed=agreed)
    assert tab.says(message)
    assert tab.says("Ana, this is yours to read and sign")
    assert waiting.everything() == before


@pytest.mark.usefixtures("waiting")
def test_a_drawn_signature_has_to_be_drawn() -> None:
    """Who chooses to draw draws before signing."""
    tab = Tab(**HERE)
    tab.choose(True, "draw", 1, "a")
    tab.fill(True, "consent", 1, "a", kind="checkbox").click("Sign")
    assert tab.says("Draw your signature first.")


def test_a_draft_can_be_discarded(waiting: Desk) -> None:
    """It goes with its keys and its record; the canvas stays, ready to be frozen anew."""
    tab = Tab(**HERE).press("discard")
    assert tab.says("What do you both sign?")
    folder = waiting.file("test-canvas").parent
    assert not list(folder.glob("draft-*"))
    assert not list((waiting.config / "guest").iterdir())
    assert waiting.read("test-canvas").sheets == ()
    assert not tab.says("New passphrase"), "the host's key stays"


@pytest.mark.usefixtures("waiting")
def test_a_reload_goes_on_with_the_next_signature() -> None:
    """What the host signed is on disk; a fresh page asks the guest."""
    _sign(Tab(**HERE), "a", "Ana Ruiz", PASSPHRASE)
    assert Tab(**HERE).says("Hand the laptop to Bea")


def test_a_draft_that_cannot_be_read_says_so(waiting: Desk) -> None:
    """A draft that somebody edited is told by its fault, not by a failure of the program."""
    draft = waiting.file("test-canvas").parent / "draft-1.yaml"
    draft.write_text("commitment: 1\n", encoding="utf-8")
    tab = Tab(**HERE)
    assert not tab.broken()
    assert "trouble" in tab.blocks()


def test_names_that_are_hostile_are_signed_as_they_stand(desk: Desk) -> None:
    """The statement of consent and the name to type show letter for letter."""
    people = parties().revise(a={"organisation": "# <b>H</b>", "person": "*Ana* [Ruiz](x)"})
    desk.put(ready_canvas(parties=people))
    tab = Tab(**HERE)
    _freeze(tab)
    assert tab.says("I, *Ana* [Ruiz](x), for # <b>H</b>")
    _sign(tab, "a", "*Ana* [Ruiz](x)", PASSPHRASE)
    assert tab.says("✓ *Ana* [Ruiz](x) has signed.")


def _freeze(tab: Tab, first: str = PASSPHRASE, again: str = PASSPHRASE) -> None:
    tab.labelled("text_input", "New passphrase").set_value(first)
    tab.labelled("text_input", "Once more").set_value(again)
    tab.click("Freeze the sheet for signing")


def _sign(tab: Tab, party: str, name: str, passphrase: str = "", *, agreed: bool = True) -> None:
    tab.enter(name, "typed", 1, party).enter(agreed, "consent", 1, party, kind="checkbox")
    if party == "a":
        tab.enter(passphrase, "passphrase", 1, party)
    tab.click("Sign")
