"""Step 7 once both have signed, and what the other pages say of it: what is signed, and what was agreed since."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any, Final

import pytest

from jtbd.model import PARTIES, Canvas, Commitment
from jtbd.model.answer import Consent, Refusal
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets import destinations, freezing, signing
from jtbd.usecases.sheets.destinations import Destination
from jtbd.usecases.sheets.reading import Draft, open_draft
from jtbd.usecases.sheets.terms import Terms
from tests.support import sheets
from tests.support.builders import rated, ready_canvas
from tests.support.screens import Desk, Tab
from tests.support.sheets import nobody

HERE: Final = {"canvas": "test-canvas", "step": "sign"}
VISIT: Final = Commitment(id="visit", by="b", what="Visit Jürgen's *shop*")


def _library(folder: Path) -> Home:
    store = FolderStore(folder / "canvases", None, lambda: sheets.AT)
    return Home(
        store, KeyFolder(folder / "config"), lambda: sheets.AT, folder / "config", ProfileFile(folder / "config")
    )


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A canvas with a sheet that both have signed, made once; the tests work on copies."""
    folder = tmp_path_factory.mktemp("signed")
    library = _library(folder)
    keys.save_private(KeyFolder(library.config).owner(), sheets.key("a"))
    canvas = freezing.freeze_here(library, library.store.create(ready_canvas()), Terms())
    for party in ("b", "a"):
        draft = open_draft(library, canvas)
        assert isinstance(draft, Draft)
        canvas = signing.sign_here(library, canvas, draft, party, Consent(), ask=nobody).canvas
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
    own = next(part for part in tab.drawn() if "--own-words" in part)
    assert "Survey each introduced site" in own, "no browser translates what was promised and taken back"
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


# ── the files ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _offered(tab: Tab) -> list[str]:
    """Return what stands on the buttons of the files."""
    return [button.label for button in tab.app.download_button]


@pytest.mark.parametrize(
    ("emails", "label", "said"),
    [
        (
            {"a": "ana@harbour.example", "b": "bea@northline.example"},
            "Letter to Ana and Bea (.eml)",
            "The letter goes to ana@harbour.example and bea@northline.example. You send it yourselves",
        ),
        (
            {"a": "ana@harbour.example", "b": None},
            "Letter to Ana alone (.eml)",
            "The letter goes to ana@harbour.example. Bea gets nothing yet.",
        ),
        ({"a": None, "b": "TBD"}, "Letter, to nobody yet (.eml)", "“TBD” is no address that a mail can go to"),
    ],
    ids=["both", "one", "nobody"],
)
def test_the_letter_says_whom_it_goes_to(emails: dict[str, str | None], label: str, said: str, signed: Desk) -> None:
    """On its button and beneath: both, one alone, or nobody yet."""
    people = {party: ready_canvas().parties.of(party).revise(email=emails[party]) for party in PARTIES}
    _change(signed, parties=people)
    tab = Tab(**HERE)
    assert _offered(tab)[0] == label
    assert tab.says(said)
    asked = [text for text in tab.texts() if text.startswith("Where the letter reaches")]
    both = ", and it goes to both of you" if len(asked) == 1 else ""
    assert all(text.endswith(f": write the address{both}") for text in asked)
    assert len(asked) == sum(not (said or "").count("@") for said in emails.values())


def test_a_missing_address_is_asked_for_right_there(signed: Desk) -> None:
    """Written beside the letter it is saved, and the letter goes to both; nothing is to sign again for it."""
    people = ready_canvas().parties
    _change(signed, parties=people.revise(b=people.b.revise(email=None)))
    tab = Tab(**HERE)
    assert tab.says("Where the letter reaches Bea: write the address, and it goes to both of you")
    tab.fill("Bea <bea@blumen-schöller.example>", "text", "parties", "b", "email")
    assert _offered(tab)[0] == "Letter to Ana and Bea (.eml)"
    assert tab.says("and bea@blumen-schöller.example.")
    assert signed.read("test-canvas").parties.b.email == "Bea <bea@blumen-schöller.example>"
    assert not tab.says("Since sheet 1")


def test_a_stick_is_chosen(signed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sticks and folders are offered; what is chosen gets all files, named after the other firm, for the guest too."""
    stick, downloads = (signed.canvases.parent / name for name in ("KINGSTON", "Downloads"))
    for folder in (stick, downloads):
        folder.mkdir()
    there = [Destination("Stick KINGSTON", stick, stick=True), Destination("Downloads", downloads)]
    monkeypatch.setattr(destinations, "destinations", lambda: tuple(there))
    tab = Tab(**HERE)
    assert not tab.says("No stick is plugged in")
    tab.click("Save all of them there")
    name = f"northline-cabling-{_day()}"
    assert tab.says(f"Saved {stick}/{name}.yaml")
    assert sorted(path.name for path in stick.iterdir()) == [
        *(f"{name}.{ending}" for ending in ("eml", "ics", "pdf", "yaml")),
        "verify.html",
    ]
    tab.choose("b", "whose", 1).enter(str(downloads), "place", 1, kind="radio").click("Save all of them there")
    assert sorted(path.name for path in downloads.iterdir())[2] == f"harbour-estates-{_day()}.pdf"
    assert not tab.run().says("Saved "), "it is told once"


def test_a_stick_that_was_pulled_out_is_not_written_to(signed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is saved under its old name, nor elsewhere; where none is plugged in, the page says so."""
    stick, downloads = signed.canvases.parent / "KINGSTON", signed.canvases.parent / "Downloads"
    downloads.mkdir()
    there = [Destination("Stick KINGSTON", stick, stick=True), Destination("Downloads", downloads)]
    monkeypatch.setattr(destinations, "destinations", lambda: tuple(there))
    tab = Tab(**HERE)
    del there[0]
    tab.click("Save all of them there")
    assert tab.says(f"{stick} is not there any more: plug it in, and look again.")
    assert tab.says("No stick is plugged in. Plug it in, wait a moment, and look again.")
    assert not stick.exists()
    assert not list(downloads.iterdir())


@pytest.mark.parametrize("folder", ["~nobody-of-that-name/stick", "/a\0b"])
def test_what_is_no_folder_is_said_to_be_none(folder: str, signed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path may be typed behind a switch; one that no laptop has is answered."""
    place = Destination("Downloads", signed.canvases.parent)
    monkeypatch.setattr(destinations, "destinations", lambda: (place,))
    tab = Tab(**HERE).fill(True, "typed-folder", 1, kind="toggle")
    tab.enter(folder, "folder", 1).click("Save all of them there")
    assert tab.says("That is no folder on this laptop")


def test_a_typed_folder_gets_all_files_and_loses_none(signed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file of that name is another, all go by the next number; what is there to the letter counts as saved."""
    monkeypatch.setattr(destinations, "destinations", tuple)
    stick = signed.canvases.parent / "Ünser Stick"
    stick.mkdir()
    name = f"northline-cabling-{_day()}"
    (stick / f"{name}.pdf").write_bytes(b"another")
    tab = Tab(**HERE)
    for _ in range(2):
        tab.enter(str(stick), "folder", 1).click("Save all of them there")
        assert tab.says(f"Saved {stick}/{name}-2.pdf")
    assert (stick / f"{name}.pdf").read_bytes() == b"another"
    assert len(list(stick.iterdir())) == 6


def _day() -> str:
    return sheets.AT.date().isoformat()


# ── the end ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _at_table(minutes: int) -> dict[str, Any]:
    """Return a meeting whose clock had run for some minutes when both had signed, and was paused much later."""
    started = sheets.AT - dt.timedelta(minutes=minutes, seconds=30)
    clock = {"elapsed_seconds": 7200}
    return {"meetings": [{"started": started.isoformat(), "planned_minutes": 30, "clock": clock}]}


def test_a_meeting_ends_with_a_smile(signed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """How long it took by the clock, who does what next, when they meet again; then the files; then the way home."""
    _change(signed, **_at_table(24))
    monkeypatch.setattr("jtbd.usecases.home.local_now", lambda: sheets.AT)
    tab = Tab(**HERE)
    texts = tab.texts()
    ends = [
        "Done in 24 minutes.",
        (
            "**Ana**, by 15 December: Introduce Northline by e-mail to every client who signs a lease, "
            "when a client signs a lease."
        ),
        (
            "**Bea**: Survey each introduced site and send Harbour a one-page plan, "
            "when a client accepts the introduction."
        ),
        "**See you on 5 January.**",
    ]
    assert [text for text in texts if text in ends] == ends
    assert not tab.press("home-at-last").url


def test_a_sheet_that_is_no_longer_the_last_is_no_end(signed: Desk) -> None:
    """Once something was agreed since, or another sheet waits, nobody is done; the way home stays."""
    _change(signed, commitments=(*ready_canvas().commitments, VISIT))
    tab = Tab(**HERE)
    assert "ending" not in tab.blocks()
    assert tab.widget("button", "home-at-last")
    library = _library(signed.canvases.parent)
    freezing.freeze_here(library, library.store.load("test-canvas"), Terms())
    assert "ending" not in Tab(**HERE, view="sheet-1").blocks()


def test_a_no_ends_friendly(desk: Desk) -> None:
    """After a refusal there are friendly words and no promise, and what was signed word for word for who asks."""
    library = _library(desk.canvases.parent)
    keys.save_private(KeyFolder(library.config).owner(), sheets.key("a"))
    canvas = freezing.freeze_here(library, library.store.create(ready_canvas(**_at_table(12))), Terms())
    draft = open_draft(library, canvas)
    assert isinstance(draft, Draft)
    signing.sign_here(library, canvas, draft, "b", Refusal("too soon"), ask=nobody)
    tab = Tab(**HERE)
    assert tab.says("Settled in 12 minutes.")
    assert tab.says("A clear no saves both of you a year of hoping.")
    assert not tab.says("15 December")
    assert not tab.says("See you on")
    assert not tab.press("home-at-last").url


def test_who_parts_as_friends_ends_friendly(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the letter: how long it took, that nobody owes anything, the way home; nothing is promised."""
    nothing = rated(*[((3, "core"), (0, "leave"))] * 4)
    monkeypatch.setattr("jtbd.usecases.home.local_now", lambda: sheets.AT)
    started = (sheets.AT - dt.timedelta(minutes=9)).isoformat()
    meetings = [{"started": started, "clock": {"running_since": started}}]
    desk.put(ready_canvas(aspects=nothing, commitments=(), complement_test={}, meetings=meetings))
    tab = Tab(canvas="test-canvas", step="overlap").press("part")
    assert tab.says("Done in 9 minutes, and no hard feelings.")
    assert tab.says("Nobody owes anybody anything.")
    assert not tab.press("home-at-last").url
