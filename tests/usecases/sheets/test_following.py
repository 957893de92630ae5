"""What a second sheet prints: which one it follows, and what changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.model import Canvas, Commitment, PartyId
from jtbd.model.answer import Consent
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets import freezing, kept, signing
from jtbd.usecases.sheets.following import since_earlier
from jtbd.usecases.sheets.printing import preview_sheet, print_sheet
from jtbd.usecases.sheets.reading import Draft, open_draft
from jtbd.usecases.sheets.terms import Terms
from tests.support import sheets
from tests.support.builders import ready_canvas
from tests.support.prints import text_of
from tests.support.sheets import nobody

TURNS: tuple[PartyId, ...] = ("b", "a")
VISIT = Commitment(id="visit", by="b", what="Visit Jürgen's shop on Größe & Söhne's street")


@pytest.fixture
def library(tmp_path: Path) -> Home:
    """A laptop with its owner's key."""
    keys.save_private(KeyFolder(tmp_path / "config").owner(), sheets.key("a"))
    store = FolderStore(tmp_path / "canvases", None, lambda: sheets.AT)
    return Home(
        store, KeyFolder(tmp_path / "config"), lambda: sheets.AT, tmp_path / "config", ProfileFile(tmp_path / "config")
    )


def _frozen(library: Home, canvas: Canvas) -> tuple[Canvas, Draft]:
    canvas = freezing.freeze_here(library, canvas, Terms())
    draft = open_draft(library, canvas)
    assert isinstance(draft, Draft)
    return canvas, draft


def _signed(library: Home, canvas: Canvas) -> Canvas:
    canvas, _ = _frozen(library, canvas)
    for party in TURNS:
        draft = open_draft(library, canvas)
        assert isinstance(draft, Draft)
        canvas = signing.sign_here(library, canvas, draft, party, Consent(), ask=nobody).canvas
    return canvas


def test_a_second_sheet_prints_what_changed_since_the_first(library: Home, tmp_path: Path) -> None:
    """Promises added and removed are on the pages to read and on the sealed PDF; where the first is not, nothing is."""
    canvas = _signed(library, library.store.create(ready_canvas()))
    before = canvas.commitments[0]
    canvas = library.store.save(canvas.revise(commitments=(*canvas.commitments[1:], VISIT)), canvas.revision)
    canvas, draft = _frozen(library, canvas)
    said = signing.since(library, canvas, draft)
    assert said == (
        "Since sheet 1: one promise added and one removed.",
        f"Added: Northline Cabling, “{VISIT.what}”.",
        f"Removed: Harbour Estates, “{before.what.rstrip(' .')}”.",
    )
    assert len(preview_sheet(draft.verified, sheets.AT, said)) == len(preview_sheet(draft.verified, sheets.AT))
    for party in TURNS:
        waiting = open_draft(library, canvas)
        assert isinstance(waiting, Draft)
        canvas = signing.sign_here(library, canvas, waiting, party, Consent(), ask=nobody).canvas
    second = kept.newest(library, canvas)
    assert second is not None
    printed = text_of(Path(second.place).with_suffix(".pdf").read_bytes(), tmp_path)
    assert all(line in printed for line in said)
    assert since_earlier(second.sheet, SheetFolder(tmp_path)) == ()
    text = text_of(print_sheet(second.verified, sheets.AT).pdf, tmp_path)
    assert "It takes the place of an earlier sheet of the two" in text
    assert "Since sheet 1" not in text


def test_a_first_sheet_follows_none(library: Home) -> None:
    """A sheet that takes nobody's place says nothing of another, whatever lies beside it."""
    canvas, draft = _frozen(library, library.store.create(ready_canvas()))
    assert signing.since(library, canvas, draft) == ()
