"""Step 7 once both have signed, and what the other pages say of it: what is signed, and what was agreed since."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

import pytest
import sheets
from builders import ready_canvas
from screens import Desk, Tab

from jtbd.model import Canvas, Commitment
from jtbd.sign import keys
from jtbd.store.folder import FolderStore
from jtbd.usecases import freezing, signing
from jtbd.usecases.freezing import Terms
from jtbd.usecases.library import Library
from jtbd.usecases.signing import Draft, Given

HERE: Final = {"canvas": "test-canvas", "step": "sign"}
VISIT: Final = Commitment(id="visit", by="b", what="Visit Jürgen's *shop*")


def _library(folder: Path) -> Library:
    store = FolderStore(folder / "canvases", None, lambda: sheets.AT)
    return Library(store, folder / "canvases", folder / "config", lambda: sheets.AT)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A canvas with a sheet that both have signed, made once; the tests work on copies."""
    folder = tmp_path_factory.mktemp("signed")
    library = _library(folder)
    keys.save_private(keys.owner_key_path(library.config), sheets.key("a"))
    canvas = freezing.freeze_here(library, library.store.create(ready_canvas()), Terms())
    for party in ("b", "a"):
        draft = signing.open_draft(library, canvas)
        assert isinstance(draft, Draft)
        given = Given(None, signing.consent(draft.sheet, party))
        canvas = signing.sign_here(library, canvas, draft, party, given).canvas
    return folder


@pytest.fixture
def signed(folders: Path, desk: Desk) -> Desk:
    """Return a desk with a sheet that both have signed."""
    shutil.copytree(folders, desk.canvases.parent, dirs_exist_ok=True)
    return desk


def _change(desk: Desk, **changes: Any) -> Canvas:
    canvas = desk.read("test-canvas").revise(**changes)
    desk.put(canvas)
    return canvas


def _ticked(tab: Tab) -> bool:
    return any(text.startswith("**✓** Sign") for text in tab.markdown())


# ── what is signed, and what is on the screen ─────────────────────────────────────────────────────────────────────────


def test_what_is_as_it_was_signed_is_called_so(signed: Desk) -> None:
    """Step 7 says that both have signed, unchanged; its tick is on; no page speaks of anything since."""
    assert signed.read("test-canvas").sheets[0].state == "complete"
    tab = Tab(**HERE)
    assert tab.says("have both signed this content, and it is unchanged since.")
    assert _ticked(tab)
    for page in (tab, tab.go(), tab.go(canvas="test-canvas", step="commitments")):
        assert not page.says("ince sheet 1")


def test_a_promise_that_was_added_since_is_not_signed(signed: Desk) -> None:
    """Step 7 says so and offers to sign again; the tick is off; the promise has its mark; the list has a line."""
    _change(signed, commitments=(*ready_canvas().commitments, VISIT))
    tab = Tab(**HERE)
    assert tab.says("Since sheet 1: one promise added, not signed yet.")
    assert tab.says("added · Bea: “Visit Jürgen's *shop*”")
    assert not tab.says("and it is unchanged since")
    assert not _ticked(tab)
    assert tab.press("again").says("What do you both sign?")

    tab.go(canvas="test-canvas", step="commitments")
    assert [text for text in tab.texts() if "since sheet" in text] == ["+ added since sheet 1, not signed yet"]
    assert tab.go().says("1 change since sheet 1, not signed yet")
    assert tab.go(canvas="test-canvas").url["step"] == "sign", "what is to be done next"


def test_what_was_changed_and_removed_has_its_mark(signed: Desk) -> None:
    """Each promise that differs says how, the removed one in the words that were signed; the rest has no mark."""
    introduce, _ = ready_canvas().commitments
    _change(signed, commitments=(introduce.revise(due="2026-12-20"), VISIT), review={})
    tab = Tab(canvas="test-canvas", step="commitments")
    assert [text for text in tab.texts() if "since sheet" in text] == [
        "± changed since sheet 1, not signed yet",
        "+ added since sheet 1, not signed yet",
        "− removed since sheet 1, which still has it: “Survey each introduced site and send Harbour a one-page plan”",
    ]
    tab.go(**HERE)
    assert tab.says("one promise added, one changed and one removed; the next meeting changed, not signed yet.")


def test_what_was_agreed_after_freezing_is_not_on_the_draft(signed: Desk) -> None:
    """Whoever is to sign a draft reads what was agreed after it was frozen, and how to have it on the sheet."""
    library = _library(signed.canvases.parent)
    freezing.freeze_here(library, library.store.load("test-canvas"), Terms())
    tab = Tab(**HERE)
    assert not tab.says("Since this sheet was frozen")
    _change(signed, commitments=(*ready_canvas().commitments, VISIT))
    tab = Tab(**HERE)
    assert tab.says("Since this sheet was frozen: one promise added.")
    assert tab.says("discard this draft and freeze it anew")
    tab.press("see", 1)
    assert tab.says("Since sheet 1: one promise added, not signed yet.")
    assert tab.press("another").says("this is yours to read and sign"), "a sheet waits already"


def test_a_sheet_that_does_not_hold_is_compared_with_nothing(signed: Desk) -> None:
    """Where the file was changed after signing, that is what is told."""
    file = signed.file("test-canvas").with_name("sheet-1.yaml")
    file.write_bytes(file.read_bytes().replace(b"one-page", b"two-page"))
    _change(signed, commitments=(VISIT,))
    tab = Tab(**HERE)
    assert tab.says("Sheet 1 does not hold any more")
    assert not tab.says("Since sheet 1")
