"""Bringing a sheet back: merged by party, verified first, and never over what contradicts it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from jtbd.errors import AlreadyDeclined, InvalidSheet, NoDraftHere, NotASheet, OtherSheet
from jtbd.model import Canvas, PartyId
from jtbd.model.sheet import Sheet
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import checked, read_verified
from jtbd.sign.check.verification import Outcome
from jtbd.sign.merging import merged
from jtbd.sign.sheet.content import content_hash, sheet_yaml
from jtbd.sign.token.jwk import thumbprint
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.places import examples_folder
from jtbd.store.folder.profile import ProfileFile
from jtbd.usecases import home as home_value
from jtbd.usecases.canvases.records import record_state
from jtbd.usecases.sheets import importing as use
from jtbd.usecases.sheets.freezing import freeze_in
from jtbd.usecases.sheets.reading import Draft
from jtbd.usecases.sheets.signing import bring_back_here
from jtbd.usecases.sheets.terms import Terms
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.commands import EXAMPLE
from tests.support.sheets import decline, sign

FILE = "what-came-back.yaml"
PARTIES: tuple[PartyId, PartyId] = ("a", "b")


@dataclass(frozen=True)
class Home:
    """The laptop that froze the sheet: its canvases, its keys, the canvas and the draft."""

    store: FolderStore
    config: Path
    canvas: Canvas
    draft: Draft

    def here(self, *parties: PartyId) -> Sheet:
        """Let parties sign the draft here; return it."""
        sheet = _signed(self.draft.sheet, *parties)
        Path(self.draft.place).write_bytes(sheet_yaml(sheet))
        return sheet

    @property
    def value(self) -> home_value.Home:
        """Where it all is, as the program is told."""
        return home_value.Home(
            self.store, KeyFolder(self.config), lambda: maker.AT, self.config, ProfileFile(self.config)
        )

    def brings(self, sheet: Sheet) -> use.Arrival:
        """Bring back a sheet."""
        return self.brings_file(sheet_yaml(sheet))

    def brings_file(self, data: bytes) -> use.Arrival:
        """Bring back a file."""
        inbox = self.config.parent / "inbox"
        inbox.mkdir(exist_ok=True)
        (inbox / FILE).write_bytes(data)
        return use.import_file(self.value, inbox / FILE, None)

    def states(self) -> list[str]:
        """Return what the canvas has on record."""
        return [record.state for record in self.store.load("one").sheets]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A laptop with a canvas and a draft of it on record, for two keys of their owners' own."""
    return _home(tmp_path)


def _home(folder: Path) -> Home:
    store = FolderStore(folder / "canvases", examples_folder(), lambda: maker.AT)
    canvas = store.create(ready_canvas(id="one"))
    public = {f"key_{party}": maker.key(party).public_key() for party in PARTIES}
    config = folder / "config"
    sheets = store.sheets("one")
    draft = freeze_in(
        sheets, canvas, store.raw("one"), Terms(), **public, keys=KeyFolder(config), at=maker.AT, own=None
    )
    record = {"number": 1, "id": draft.sheet.commitment.id, "content_hash": draft.sheet.content_hash, "state": "draft"}
    return Home(store, config, store.save(canvas.revise(sheets=(record,)), canvas.revision), draft)


def _signed(sheet: Sheet, *parties: PartyId, at: dt.datetime = maker.AT) -> Sheet:
    for party in parties:
        sheet = sign(sheet, party, maker.key(party), at=at)
    return sheet


SOME = [parties for size in range(3) for parties in combinations(PARTIES, size)]


@pytest.mark.parametrize("here", SOME)
@pytest.mark.parametrize("there", SOME)
def test_signatures_are_merged_party_by_party(here: tuple[PartyId, ...], there: tuple[PartyId, ...]) -> None:
    """Whoever signed here and whoever signed there, either way round the sheet has the signatures of both, once."""
    mine, theirs = (checked(_signed(maker.draft(), *parties)) for parties in (here, there))
    both = merged(mine, theirs, FILE)
    assert both == checked(_signed(maker.draft(), *sorted({*here, *there}))) == merged(theirs, mine, FILE)
    assert both == read_verified(both.file), "what was merged needs no check, as it would pass it"
    assert merged(both, theirs, FILE) == both


@pytest.mark.parametrize(
    ("here", "there", "state", "new"),
    [("a", "b", "complete", True), ("b", "a", "complete", True), ("", "b", "draft", True), ("b", "", "draft", False)],
)
def test_what_is_brought_is_put_on_what_is_here(home: Home, here: str, there: str, state: str, new: bool) -> None:
    """The draft gets what is new to it, is complete once both have signed, and is left alone where nothing is new."""
    before = home.here(*(party for party in PARTIES if party in here))
    done = home.brings(_signed(home.draft.sheet, *(party for party in PARTIES if party in there)))
    assert (done.new, done.new is (done.signed.sheet != before)) == (new, True)
    assert done.signed.complete is (state == "complete")
    assert home.states() == [state]


def test_a_draft_with_both_signatures_is_completed(home: Home) -> None:
    """Where a complete sheet was put in the draft's place by hand, bringing it back completes and seals it."""
    whole = home.here("a", "b")
    done = home.brings(whole)
    assert (done.new, done.signed.sealed, Path(done.signed.place).name) == (True, True, "sheet-1.yaml")


def test_completed_and_sealed(home: Home) -> None:
    """Once both have signed, the PDF is sealed here, the sealing key is gone and the canvas has it on record."""
    home.here("a")
    done = home.brings(_signed(home.draft.sheet, "b"))
    assert (done.new, done.signed.sealed, done.signed.warnings) == (True, True, ())
    assert home.states() == ["complete"]
    recorded = home.store.load("one")
    assert verify(Path(done.signed.place).with_suffix(".pdf").read_bytes()).outcome is Outcome.COMPLETE
    assert not KeyFolder(home.config).seal(home.draft.sheet.commitment.id).is_there()
    again = home.brings(done.signed.sheet)
    assert (again.new, again.signed.place, home.store.load("one")) == (False, done.signed.place, recorded)
    assert verify(Path(done.signed.place).with_suffix(".pdf").read_bytes()).outcome is Outcome.COMPLETE
    Path(done.signed.place).with_suffix(".pdf").unlink()
    assert not home.brings(done.signed.sheet).new, "the sheet is what counts"


def test_the_draft_is_read_anew(home: Home) -> None:
    """A draft that was opened before Ana signed it is completed all the same."""
    home.here("a")
    brought = sheet_yaml(_signed(home.draft.sheet, "b"))
    signed = bring_back_here(home.value, home.canvas, home.draft, brought).signed
    assert signed.complete
    assert signed.sheet.signers == PARTIES


def test_where_a_sheet_waits(home: Home) -> None:
    """The draft is found by the canvas it was frozen from, past others that cannot be read; else there is none."""
    Path(home.draft.place).with_name("draft-7.yaml").write_bytes(b"\xff not ours")
    found = home.brings(home.draft.sheet).signed
    assert (found.number, found.place, found.sheet) == (1, home.draft.place, home.draft.sheet)
    stranger = maker.draft()
    for canvas_id in ("one", "nowhere", EXAMPLE):
        content = stranger.commitment.revise(canvas=stranger.commitment.canvas.revise(id=canvas_id))
        with pytest.raises(NoDraftHere):
            home.brings(stranger.revise(commitment=content, content_hash=content_hash(content)))


def test_a_refusal_comes_back(home: Home) -> None:
    """A sheet that was declined elsewhere is on record as declined, whoever signed here, and its keys are gone."""
    home.here("a")
    refused = decline(home.draft.sheet, "b", maker.key("b"), at=maker.AT, reason="too early")
    done = home.brings(refused)
    assert (done.signed.outcome, done.signed.sheet.signers) == (Outcome.DECLINED, PARTIES)
    assert home.states() == ["declined"]
    assert not KeyFolder(home.config).seal(home.draft.sheet.commitment.id).is_there()
    assert not home.brings(refused).new
    with pytest.raises(OtherSheet):
        home.brings(_signed(home.draft.sheet, "b"))


def test_nothing_is_put_on_what_was_declined_here(home: Home) -> None:
    """Where a party has declined here, no signature is added any more."""
    refused = decline(home.draft.sheet, "a", maker.key("a"), at=maker.AT, reason="too early")
    Path(home.draft.place).write_bytes(sheet_yaml(refused))
    with pytest.raises(AlreadyDeclined):
        home.brings(_signed(home.draft.sheet, "b"))
    assert Path(home.draft.place).read_bytes() == sheet_yaml(refused)


def test_what_contradicts_is_refused(home: Home) -> None:
    """Another content under the same id, or another signature of the same party, is refused: draft and complete."""
    later = _signed(home.draft.sheet, "b", at=maker.AT + dt.timedelta(seconds=1))
    content = home.draft.sheet.commitment.revise(confidential=True)
    other = home.draft.sheet.revise(commitment=content, content_hash=content_hash(content))
    before = home.here("b")
    for contradicting in (later, other):
        with pytest.raises(OtherSheet):
            home.brings(contradicting)
    assert Path(home.draft.place).read_bytes() == sheet_yaml(before)
    done = home.brings(_signed(home.draft.sheet, "a"))
    for contradicting in (later, other):
        with pytest.raises(OtherSheet):
            home.brings(contradicting)
    assert Path(done.signed.place).read_bytes() == sheet_yaml(done.signed.sheet)


def test_a_stranger_with_the_right_id(home: Home) -> None:
    """A signature by a key that the sheet does not name is refused, whatever it says."""
    stolen = home.draft.sheet.commitment.revise(
        parties=(
            home.draft.sheet.commitment.parties[0],
            home.draft.sheet.commitment.parties[1].revise(key=thumbprint(maker.key("c").public_key())),
        )
    )
    forged = sign(
        home.draft.sheet.revise(commitment=stolen, content_hash=content_hash(stolen)), "b", maker.key("c"), at=maker.AT
    )
    with pytest.raises(OtherSheet):
        home.brings(forged)
    with pytest.raises(InvalidSheet):
        home.brings(home.draft.sheet.revise(signatures=forged.signatures))


def test_other_files(home: Home) -> None:
    """A canvas or a PDF is not brought back."""
    for data in (canvas_to_text(home.canvas).encode(), b"%PDF-1.7"):
        with pytest.raises(NotASheet):
            home.brings_file(data)


def test_the_canvas_may_have_changed(home: Home) -> None:
    """What was written into the canvas since it was opened stays; the record is put into that."""
    home.here("a")
    home.store.save(home.canvas.revise(title="Changed meanwhile"), home.canvas.revision)
    home.brings(_signed(home.draft.sheet, "b"))
    canvas = home.store.load("one")
    assert (canvas.title, canvas.sheets[0].state) == ("Changed meanwhile", "complete")
    assert record_state(home.store, "one", 1, "complete") == canvas
