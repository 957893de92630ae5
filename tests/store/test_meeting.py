"""A whole meeting on any store: begun, frozen, signed by both, sealed, brought back from elsewhere, thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.errors import ChangedElsewhere, OtherSheet, SheetChanged, SheetGivenUp
from jtbd.model import Canvas, PartyId
from jtbd.model.answer import Consent, Refusal
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.store.memory import MemoryKeys, MemoryProfile, MemoryStore
from jtbd.usecases.canvases import library
from jtbd.usecases.home import Home
from jtbd.usecases.keys.guestkey import guest_key
from jtbd.usecases.keys.opening import save_private, save_public
from jtbd.usecases.sheets import freezing, kept, signing
from jtbd.usecases.sheets.kept import SettledSheet
from jtbd.usecases.sheets.reading import Draft, open_draft
from jtbd.usecases.sheets.signers import signs_here
from jtbd.usecases.sheets.terms import Terms
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.pems import public_pem
from tests.support.sheets import nobody, sign

PASSPHRASE = "three cups of coffee"
EXAMPLE = ready_canvas(id="example-one")


@pytest.fixture(params=["folder", "memory"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A home with one example and the owner's locked key."""
    made = _in_a_folder(tmp_path) if request.param == "folder" else _in_memory(tmp_path)
    save_private(made.keys.owner(), maker.key("a"), PASSPHRASE)
    save_public(made.keys.owner().public_half(), maker.key("a").public_key())
    return made


def _in_a_folder(folder: Path) -> Home:
    shipped = folder / "examples" / EXAMPLE.id
    shipped.mkdir(parents=True)
    (shipped / "canvas.yaml").write_text(canvas_to_text(EXAMPLE), encoding="utf-8")
    store = FolderStore(folder / "canvases", folder / "examples", lambda: maker.AT)
    return Home(
        store, KeyFolder(folder / "config"), lambda: maker.AT, folder / "config", ProfileFile(folder / "config")
    )


def _in_memory(folder: Path) -> Home:
    return Home(
        MemoryStore(lambda: maker.AT, [EXAMPLE]), MemoryKeys(), lambda: maker.AT, folder / "none", MemoryProfile()
    )


def _waiting(home: Home, canvas: Canvas) -> Draft:
    draft = open_draft(home, canvas)
    assert isinstance(draft, Draft)
    return draft


def _sign(home: Home, canvas: Canvas, party: PartyId) -> signing.Progress:
    draft = _waiting(home, canvas)
    return signing.sign_here(home, canvas, draft, party, Consent(), ask=_typed if party == "a" else nobody)


def _typed(place: str) -> str:
    """Type the owner's passphrase."""
    assert place
    return PASSPHRASE


def _complete(home: Home, canvas: Canvas) -> SettledSheet:
    (found,) = kept.kept_sheets(home, canvas)
    assert isinstance(found, SettledSheet)
    return found


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_frozen_signed_by_both_and_sealed(home: Home, order: tuple[PartyId, PartyId]) -> None:
    """In either order: the sheet and its sealed PDF are kept, on record, and no key that was made for it is left."""
    canvas = freezing.freeze_here(home, home.store.create(ready_canvas(id="one")), Terms())
    assert ([len(home.keys.guests()), len(home.keys.seals())], canvas.sheets[0].state) == ([1, 1], "draft")
    for party in order:
        went = _sign(home, canvas, party)
        canvas = went.canvas
        assert went.erased is (party == "b")
    assert went.signed.sealed
    assert (went.signed.warnings, canvas.sheets[0].state) == ((), "complete")
    assert home.store.load("one") == canvas
    found = _complete(home, canvas)
    pdf = kept.beside(home, canvas, found)
    assert pdf
    assert (verify(found.yaml).outcome, verify(pdf).outcome) == (Outcome.COMPLETE, Outcome.COMPLETE)
    assert (home.keys.guests(), home.keys.seals()) == ((), ())
    assert home.store.sheets("one").numbers("draft") == ()


def test_a_sheet_that_was_signed_elsewhere_is_brought_back(home: Home) -> None:
    """A guest with a key of their own signs at home; brought back, the sheet is complete, and sealed here."""
    canvas = home.store.create(ready_canvas(id="one"))
    canvas = freezing.freeze_here(home, canvas, Terms(), guest_key(home, public_pem("b")))
    assert home.keys.guests() == ()
    canvas = _sign(home, canvas, "a").canvas
    draft = _waiting(home, canvas)
    assert [signs_here(home.keys, draft.sheet, party) for party in ("a", "b")] == [True, False]
    back = sign(draft.sheet, "b", maker.key("b"), at=maker.AT)
    went = signing.bring_back_here(home, canvas, draft, sheet_yaml(back))
    assert (went.signed.sealed, went.canvas.sheets[0].state) == (True, "complete")
    assert _complete(home, went.canvas).sheet.signers == ("a", "b")


def test_declining_ends_it(home: Home) -> None:
    """Who declines ends the round: it is on record, waits for nobody, and its keys are gone."""
    canvas = freezing.freeze_here(home, home.store.create(ready_canvas(id="one")), Terms())
    draft = _waiting(home, canvas)
    went = signing.sign_here(home, canvas, draft, "b", Refusal("too soon"), ask=nobody)
    assert (went.canvas.sheets[0].state, open_draft(home, went.canvas)) == ("declined", None)
    assert (home.keys.guests(), home.keys.seals()) == ((), ())


def test_what_was_discarded_stays_so(home: Home) -> None:
    """A discarded draft is kept aside without its keys; the next one has another number and says what it replaces."""
    canvas = freezing.freeze_here(home, home.store.create(ready_canvas(id="one")), Terms())
    signed = _sign(home, canvas, "a")
    left = freezing.discard(home, signed.canvas, 1)
    assert (left.sheets, home.keys.guests(), home.keys.seals()) == ((), (), ())
    assert home.store.sheets("one").numbers("discarded") == (1,)
    canvas = freezing.freeze_here(home, left, Terms())
    draft = _waiting(home, canvas)
    assert (draft.number, draft.sheet.commitment.replaces) == (2, (signed.signed.sheet.commitment.id,))
    with pytest.raises(SheetGivenUp, match="it was discarded here on"):
        signing.bring_back_here(home, canvas, draft, sheet_yaml(signed.signed.sheet))


def test_no_signature_is_lost_to_another(home: Home) -> None:
    """Who signs what was signed meanwhile is told; so is who freezes what was changed, or brings what contradicts."""
    canvas = home.store.create(ready_canvas(id="one"))
    later = home.store.save(canvas.revise(title="changed"), canvas.revision)
    with pytest.raises(ChangedElsewhere):
        freezing.freeze_here(home, canvas, Terms())
    canvas = freezing.freeze_here(home, later, Terms())
    draft = _waiting(home, canvas)
    _sign(home, canvas, "a")
    with pytest.raises(SheetChanged):
        signing.sign_here(home, canvas, draft, "b", Consent(), ask=nobody)
    other = maker.draft()
    with pytest.raises(OtherSheet):
        signing.bring_back_here(home, canvas, _waiting(home, canvas), sheet_yaml(other))
    assert _waiting(home, canvas).signed == ("a",)


def test_an_example_is_signed_as_a_copy(home: Home) -> None:
    """To freeze an example makes a copy of one's own."""
    frozen = freezing.freeze_here(home, home.store.load(EXAMPLE.id), Terms())
    assert frozen.id != EXAMPLE.id
    assert home.store.load(EXAMPLE.id) == EXAMPLE
    assert _waiting(home, frozen).number == 1


def test_a_meeting_with_a_sheet_is_thrown_away_and_comes_back(home: Home) -> None:
    """With all that belongs to it: its sheets, its notes and its earlier versions; with a sheet it is kept for good."""
    canvas = home.store.create(ready_canvas(id="one"))
    home.store.note("one", "opened", "answers", "b")
    canvas = freezing.freeze_here(home, canvas, Terms())
    name = library.throw_away(home, "one", canvas.revision)
    assert home.store.ids() == (EXAMPLE.id,)
    (thrown,) = home.store.thrown()
    assert (thrown.name, thrown.row.id, thrown.until, len(thrown.sheets)) == (name, "one", None, 1)
    assert home.store.create(ready_canvas(id="one")).id != "one", "its id is not given again meanwhile"
    assert home.store.sweep() == 0
    assert library.restore(home, name) == "one"
    assert (home.store.load("one"), home.store.thrown()) == (canvas, ())
    assert [note.said[0] for note in home.store.notes("one")] == ["opened"]
    assert home.store.load_revision("one", 1).revision == 1
    assert _waiting(home, canvas).number == 1
