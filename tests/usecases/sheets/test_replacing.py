"""Which sheets a new one takes the place of; a half-signed one that was given up does not come back unseen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from jtbd.errors import SheetGivenUp, SheetLapsed, UsageError
from jtbd.model import Canvas
from jtbd.model.answer import Consent
from jtbd.model.sheet import Sheet
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.keys.guestkey import guest_key
from jtbd.usecases.sheets import freezing, signing
from jtbd.usecases.sheets.importing import import_file
from jtbd.usecases.sheets.reading import Draft, open_draft, read_draft
from jtbd.usecases.sheets.replacing import replaced
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.verifying import as_json, verify_file
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.pems import public_pem
from tests.support.sheets import nobody, sign

AGREED = Consent("I agree.")


@pytest.fixture
def library(tmp_path: Path) -> Home:
    """A laptop with its owner's key, in the invented November of 2026."""
    owner = KeyFolder(tmp_path / "config").owner()
    keys.save_private(owner, maker.key("a"))
    keys.save_public(owner.public_half(), maker.key("a").public_key())
    store = FolderStore(tmp_path / "canvases", None, lambda: maker.AT)
    return Home(
        store, KeyFolder(tmp_path / "config"), lambda: maker.AT, tmp_path / "config", ProfileFile(tmp_path / "config")
    )


def _frozen(library: Home, canvas: Canvas) -> tuple[Canvas, Draft]:
    """Freeze the next sheet for a guest who signs at home."""
    canvas = freezing.freeze_here(library, canvas, Terms(), guest_key(library, public_pem("b")))
    draft = open_draft(library, canvas)
    assert isinstance(draft, Draft)
    return canvas, draft


def _by_both(library: Home, canvas: Canvas, draft: Draft) -> Canvas:
    """Let a sign here and b at home, and bring it back."""
    went = signing.sign_here(library, canvas, draft, "a", AGREED, ask=nobody)
    home = sign(went.signed.sheet, "b", maker.key("b"), at=maker.AT)
    waiting = read_draft(library.store.sheets(canvas.id), draft.number)
    return signing.bring_back_here(library, went.canvas, waiting, sheet_yaml(home)).canvas


def _given_up(library: Home) -> tuple[Canvas, Sheet]:
    """Let a sign a first draft and discard it; return the canvas and what the guest still has of it, completed."""
    canvas, draft = _frozen(library, library.store.create(ready_canvas(id="one")))
    went = signing.sign_here(library, canvas, draft, "a", AGREED, ask=nobody)
    left = freezing.discard(library, went.canvas, draft.number)
    return left, sign(went.signed.sheet, "b", maker.key("b"), at=maker.AT)


def test_the_first_sheet_replaces_nothing(library: Home) -> None:
    """A first sheet says so, in English, and may be signed for thirty days."""
    _, draft = _frozen(library, library.store.create(ready_canvas(id="one")))
    content = draft.sheet.commitment
    assert (content.format, content.language, content.replaces) == ("jtbd.commitment-sheet/1.1", "en", ())
    assert content.open_until == maker.AT.date() + dt.timedelta(days=30)


def test_a_sheet_replaces_what_was_signed_before(library: Home) -> None:
    """It names every complete sheet of its canvas and every draft that somebody had signed, and no other."""
    canvas, _ = _given_up(library)
    canvas, unsigned = _frozen(library, canvas)
    canvas = freezing.discard(library, canvas, unsigned.number)
    canvas, second = _frozen(library, canvas)
    given_up = read_sheet(library.store.sheets("one").read("discarded", 1)).commitment.id
    assert second.sheet.commitment.replaces == (given_up,)
    assert second.number == 3
    canvas = _by_both(library, canvas, second)
    _, third = _frozen(library, canvas)
    assert third.sheet.commitment.replaces == (given_up, second.sheet.commitment.id)


def test_what_is_not_of_this_canvas_is_not_replaced(library: Home, tmp_path: Path) -> None:
    """In a folder with another canvas's sheets, or with files that are none, only one's own count."""
    canvas, draft = _frozen(library, library.store.create(ready_canvas(id="one")))
    canvas = _by_both(library, canvas, draft)
    folder = tmp_path / "signed"
    folder.mkdir()
    (folder / "sheet-7.yaml").write_bytes(sheet_yaml(maker.complete()))
    (folder / "sheet-8.yaml").write_bytes(b"format: no sheet\n")
    assert replaced(canvas, SheetFolder(folder)) == (draft.sheet.commitment.id,)
    assert replaced(ready_canvas(id="two"), SheetFolder(folder), library.store.sheets("one")) == ()


def test_a_discarded_draft_does_not_come_back(library: Home, tmp_path: Path) -> None:
    """What the guest completed at home after it was discarded is refused: when, by which, and what it would undo."""
    canvas, home = _given_up(library)
    brought = tmp_path / "came-back.yaml"
    brought.write_bytes(sheet_yaml(home))
    with pytest.raises(SheetGivenUp, match="it was discarded here on"):
        import_file(library, brought, None)
    promise = canvas.commitments[0].revise(what="Introduce Northline to two clients")
    canvas = library.store.save(canvas.revise(commitments=(promise, *canvas.commitments[1:])), canvas.revision)
    canvas, second = _frozen(library, canvas)
    before = {path.name: path.read_bytes() for path in (Path(library.store.place()) / "one").glob("*.yaml")}
    with pytest.raises(SheetGivenUp, match="it was discarded here on"):  # in the app, while the second one waits
        signing.bring_back_here(library, canvas, second, sheet_yaml(home))
    assert {path.name: path.read_bytes() for path in (Path(library.store.place()) / "one").glob("*.yaml")} == before
    _by_both(library, canvas, second)
    with pytest.raises(SheetGivenUp) as refused:
        import_file(library, brought, None)
    assert "and sheet 2, which both had signed on 22 November 2026, takes its place" in refused.value.message
    assert (
        "It would undo what sheet 2 says: Ana Ruiz (Harbour Estates): “Introduce Northline to two"
        in refused.value.remedy
    )
    assert "It would bring back what that one left out: Ana Ruiz (Harbour Estates): “Introduce" in refused.value.remedy


def test_verify_says_what_took_its_place(library: Home) -> None:
    """A sheet beside the one that replaces it still holds, and is said to be in force no longer."""
    _, home = _given_up(library)
    canvas, second = _frozen(library, library.store.load("one"))
    _by_both(library, canvas, second)
    old = Path(library.store.place()) / "one" / "from-home.yaml"
    old.write_bytes(sheet_yaml(home))
    found = verify_file(old)
    assert (found.outcome, as_json(found)["replaced_by"]) == (Outcome.COMPLETE, 2)
    assert found.remark.startswith("It is in force no longer: sheet-2.yaml beside it, signed by Ana Ruiz (Harbour")
    newest = verify_file(Path(library.store.place()) / "one" / "sheet-2.yaml")
    assert (newest.replaced_by, newest.remark, "replaced_by" in as_json(newest)) == (None, "", False)


def test_nobody_signs_after_the_last_day(library: Home) -> None:
    """On the last day one may sign, wherever that is; the day after it is refused, and nothing is written."""
    canvas, draft = _frozen(library, library.store.create(ready_canvas(id="one")))
    last = dt.datetime(2026, 12, 22, 23, 59, tzinfo=dt.timezone(dt.timedelta(hours=-8)))
    assert sign(draft.sheet, "a", maker.key("a"), at=last).signers == ("a",)
    later = replace(library, now=lambda: last + dt.timedelta(minutes=1))
    with pytest.raises(SheetLapsed, match="could be signed until 2026-12-22"):
        signing.sign_here(later, canvas, draft, "a", AGREED, ask=nobody)
    assert read_draft(library.store.sheets("one"), 1).sheet == draft.sheet


def test_a_last_day_that_is_over_is_no_choice(library: Home) -> None:
    """A sheet cannot be frozen that nobody could sign."""
    canvas = library.store.create(ready_canvas(id="one"))
    with pytest.raises(UsageError, match="2026-11-21 is over"):
        freezing.freeze_here(library, canvas, Terms(open_until=dt.date(2026, 11, 21)))
    assert library.store.sheets("one").numbers("draft") == ()
