"""Signing in a meeting: from a canvas in the library to the files that both take along."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from jtbd.errors import ChangedElsewhere, MissingKey, NotReadyToSign, WrongPassphrase
from jtbd.model import Canvas, PartyId
from jtbd.model.answer import Consent, Refusal
from jtbd.model.consent import default_consent, default_decline
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.places import examples_folder
from jtbd.store.folder.profile import ProfileFile
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.keys.guestkey import guest_key
from jtbd.usecases.sheets import freezing, readiness, signing as use
from jtbd.usecases.sheets.kept import SettledSheet, kept_sheets
from jtbd.usecases.sheets.printing import preview_sheet
from jtbd.usecases.sheets.reading import Broken, Draft, open_draft
from jtbd.usecases.sheets.signers import asks_passphrase, signs_here
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.verifying import verify
from tests.support import sheets as maker
from tests.support.builders import canvas, ready_canvas
from tests.support.commands import EXAMPLE, PASSPHRASE
from tests.support.pems import public_pem
from tests.support.sheets import nobody, sign

MARK = "M4 30C10 4 20 2 24 26L30 8"


@pytest.fixture
def library(tmp_path: Path) -> Home:
    """A library whose owner has a locked key."""
    made = _library(tmp_path)
    keys.save_private(KeyFolder(made.config).owner(), maker.key("a"), PASSPHRASE)
    keys.save_public(KeyFolder(made.config).owner().public_half(), maker.key("a").public_key())
    return made


@pytest.fixture
def opened(library: Home) -> Canvas:
    """A canvas in it that is ready to sign."""
    return library.store.create(ready_canvas(id="one"))


def _library(folder: Path) -> Home:
    store = FolderStore(folder / "canvases", examples_folder(), lambda: maker.AT)
    return Home(
        store, KeyFolder(folder / "config"), lambda: maker.AT, folder / "config", ProfileFile(folder / "config")
    )


def _typed(place: str) -> str:
    """Type the owner's passphrase."""
    assert place.endswith("key.pem")
    return PASSPHRASE


def _sign_both(library: Home, frozen: Canvas) -> Canvas:
    for party in ("a", "b"):
        draft = open_draft(library, frozen)
        assert isinstance(draft, Draft)
        locked = asks_passphrase(library.keys, draft.sheet, party)
        assert locked is (party == "a"), "the guest's key of one sheet has no passphrase"
        answer = Consent(default_consent(draft.sheet, party), MARK if party == "b" else "")
        went = use.sign_here(library, frozen, draft, party, answer, ask=_typed if locked else nobody)
        assert went.erased is (party == "b"), "the guest's key has done its work"
        frozen = went.canvas
    return frozen


def test_no_sheet_of_a_meeting_says_from_which_gain_somebody_takes_notice(library: Home) -> None:
    """With the money figures it has alone and together of both, as the choice says, and no threshold."""
    opened = library.store.create(ready_canvas())
    freezing.freeze_here(library, opened, Terms(money=True))
    value = read_sheet(library.store.sheets(opened.id).read("draft", 1), "draft").commitment.value
    assert value
    assert (value.a.alone, value.a.together, value.a.notice, value.b.notice) == (4000000, 7000000, None, None)


def test_from_canvas_to_files(library: Home, opened: Canvas) -> None:
    """Frozen, signed by both, recorded on the canvas, and verifiable in both forms."""
    frozen = freezing.freeze_here(library, opened, Terms(confidential=True))
    assert [(record.number, record.state) for record in frozen.sheets] == [(1, "draft")]
    signed = _sign_both(library, frozen)
    assert [(record.number, record.state) for record in signed.sheets] == [(1, "complete")]
    assert library.store.load("one") == signed
    assert open_draft(library, signed) is None
    (complete,) = kept_sheets(library, signed)
    assert isinstance(complete, SettledSheet)
    assert verify(complete.yaml).outcome is Outcome.COMPLETE
    assert complete.sheet.commitment.confidential
    assert complete.sheet.signatures[1].mark_svg == MARK
    assert list((library.config / "guest").iterdir()) == []


def test_the_sheet_names_the_canvas_file(library: Home, opened: Canvas) -> None:
    """The hash in a sheet is that of the canvas as it was on disk, which its history keeps."""
    before = library.store.raw("one")
    freezing.freeze_here(library, opened, Terms())
    draft = open_draft(library, library.store.load("one"))
    assert isinstance(draft, Draft)
    assert draft.sheet.commitment.canvas.sha256 == hashlib.sha256(before).hexdigest()
    assert draft.sheet.commitment.canvas.revision == opened.revision


def test_a_canvas_that_changed_meanwhile_is_not_frozen(library: Home, opened: Canvas) -> None:
    """What is frozen is what is on disk: another tab's change is not signed unseen."""
    library.store.save(opened.revise(title="changed by another tab"), opened.revision)
    with pytest.raises(ChangedElsewhere):
        freezing.freeze_here(library, opened, Terms())
    assert open_draft(library, opened) is None
    assert not (library.config / "guest").exists()


def test_an_example_is_signed_as_a_copy(library: Home) -> None:
    """To freeze an example makes a copy of one's own; the example has no sheets."""
    example = library.store.load(EXAMPLE)
    assert (open_draft(library, example), kept_sheets(library, example)) == (None, ())
    frozen = freezing.freeze_here(library, example, Terms())
    assert frozen.id != EXAMPLE
    assert open_draft(library, frozen)


def test_without_a_key_nothing_is_made(tmp_path: Path) -> None:
    """Without the owner's key there is no sheet, and no copy of an example either."""
    library = _library(tmp_path)
    assert not freezing.owner_has_key(library)
    with pytest.raises(MissingKey):
        freezing.freeze_here(library, library.store.load(EXAMPLE), Terms())
    assert not Path(library.store.place()).exists()


def test_what_is_missing_is_said_before(library: Home) -> None:
    """What a canvas lacks for a sheet is known before anybody tries."""
    least = library.store.create(canvas(id="least"))
    assert len(readiness.missing(least, Terms())) == 4
    assert readiness.missing(ready_canvas(), Terms(money=True)) == ()
    with pytest.raises(NotReadyToSign):
        freezing.freeze_here(library, least, Terms())


def test_a_wrong_passphrase_changes_nothing(library: Home, opened: Canvas) -> None:
    """After a wrong passphrase the draft waits as before."""
    frozen = freezing.freeze_here(library, opened, Terms())
    draft = open_draft(library, frozen)
    assert isinstance(draft, Draft)
    with pytest.raises(WrongPassphrase):
        use.sign_here(library, frozen, draft, "a", Consent("I agree"), ask=lambda _: "wrong")
    assert open_draft(library, frozen) == draft


def test_a_draft_is_discarded_with_its_keys(library: Home, opened: Canvas) -> None:
    """A discarded draft takes its record and its keys along, the owner's key stays, and what it said is kept aside."""
    frozen = freezing.freeze_here(library, opened, Terms())
    draft = open_draft(library, frozen)
    assert isinstance(draft, Draft)
    left = freezing.discard(library, frozen, draft.number)
    assert left.sheets == ()
    assert open_draft(library, left) is None
    assert list((library.config / "guest").iterdir()) == []
    assert sorted(path.name for path in (Path(library.store.place()) / "one").iterdir()) == [
        "canvas.yaml",
        "discarded-1.yaml",
        "history",
    ]
    assert freezing.owner_has_key(library)


def test_the_paper_is_seen_before_it_is_signed(library: Home, opened: Canvas) -> None:
    """A draft's pages are pictures, as they will print."""
    frozen = freezing.freeze_here(library, opened, Terms())
    draft = open_draft(library, frozen)
    assert isinstance(draft, Draft)
    pages = preview_sheet(draft.verified, maker.AT)
    assert pages
    assert all(page.startswith(b"\x89PNG") for page in pages)


# ── the round ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _waiting(library: Home, canvas: Canvas) -> Draft:
    found = open_draft(library, canvas)
    assert isinstance(found, Draft)
    return found


def test_either_may_be_first(library: Home, opened: Canvas) -> None:
    """The guest may sign before the host."""
    frozen = freezing.freeze_here(library, opened, Terms())
    draft = _waiting(library, frozen)
    went = use.sign_here(library, frozen, draft, "b", Consent(), ask=nobody)
    assert (went.signed.sheet.signers, went.erased) == (("b",), True)
    draft = _waiting(library, frozen)
    assert draft.next == "a"
    went = use.sign_here(library, frozen, draft, "a", Consent(), ask=_typed)
    assert (went.canvas.sheets[0].state, went.erased) == ("complete", False)


@pytest.mark.parametrize("party", ["a", "b"])
def test_declining_ends_the_round(party: PartyId, library: Home, opened: Canvas) -> None:
    """A declined sheet is kept, on record as declined, waits for nobody, and its guest's key is gone."""
    frozen = freezing.freeze_here(library, opened, Terms())
    draft = _waiting(library, frozen)
    refusal = Refusal("too soon", "Tallboy Networks", default_decline(draft.sheet, party))
    went = use.sign_here(library, frozen, draft, party, refusal, ask=_typed if party == "a" else nobody)
    assert went.canvas.sheets[0].state == "declined"
    assert went.erased
    assert open_draft(library, went.canvas) is None
    (kept,) = kept_sheets(library, went.canvas)
    assert isinstance(kept, SettledSheet)
    assert not kept.complete
    assert "“too soon”. Who fits better, they say: Tallboy Networks." in kept.found.message
    again = freezing.freeze_here(library, went.canvas, Terms())
    assert _waiting(library, again).number == 2


def test_a_guest_with_an_own_key_signs_elsewhere(library: Home, opened: Canvas) -> None:
    """No key is made for such a guest; the sheet waits for what comes back, and is complete with it."""
    guest = guest_key(library, public_pem("b"))
    frozen = freezing.freeze_here(library, opened, Terms(), guest)
    assert not (library.config / "guest").exists()
    draft = _waiting(library, frozen)
    assert [signs_here(library.keys, draft.sheet, party) for party in ("a", "b")] == [True, False]
    use.sign_here(library, frozen, draft, "a", Consent(), ask=_typed)
    draft = _waiting(library, frozen)
    back = sheet_yaml(sign(draft.sheet, "b", maker.key("b"), at=maker.AT))
    went = use.bring_back_here(library, frozen, draft, back)
    assert went.canvas.sheets[0].state == "complete"
    assert verify(Path(went.signed.place).read_bytes()).outcome is Outcome.COMPLETE


def test_a_draft_that_both_have_signed_is_completed(library: Home, opened: Canvas) -> None:
    """Who lays a sheet that came back in its draft's place by hand completes it by one more step."""
    frozen = freezing.freeze_here(library, opened, Terms(), guest_key(library, public_pem("b")))
    draft = _waiting(library, frozen)
    signed = sign(sign(draft.sheet, "a", maker.key("a"), at=maker.AT), "b", maker.key("b"), at=maker.AT)
    Path(draft.place).write_bytes(sheet_yaml(signed))
    draft = _waiting(library, frozen)
    assert draft.next is None
    assert use.finish_here(library, frozen, draft).canvas.sheets[0].state == "complete"


def test_another_owner_key_does_not_sign_here(library: Home, opened: Canvas) -> None:
    """A draft that names the key before is not offered to be signed with the new one, nor with none."""
    draft = _waiting(library, freezing.freeze_here(library, opened, Terms()))
    path = KeyFolder(library.config).owner()
    for key in (path, path.public_half()):
        key.forget()
    assert not signs_here(library.keys, draft.sheet, "a")
    keys.save_private(path, maker.key("another"))
    assert not signs_here(library.keys, draft.sheet, "a")


@pytest.mark.parametrize("text", [b"", b"commitment: 1\n", b"\xff", None])
def test_a_broken_draft_is_told_and_discarded(text: bytes | None, library: Home, opened: Canvas) -> None:
    """A draft that does not hold comes back as broken; discarding it removes its keys by the canvas's record."""
    frozen = freezing.freeze_here(library, opened, Terms())
    draft = _waiting(library, frozen)
    changed = Path(draft.place).read_bytes().replace(b"one-page", b"two-page") if text is None else text
    Path(draft.place).write_bytes(changed)
    broken = open_draft(library, frozen)
    assert isinstance(broken, Broken)
    assert broken.message
    left = freezing.discard(library, frozen, broken.number)
    assert (open_draft(library, left), left.sheets) == (None, ())
    assert list((library.config / "guest").iterdir()) == []
