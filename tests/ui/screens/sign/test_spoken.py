"""Step 7 in the pseudo-language: everything is said, nothing glued, and what is signed stays as it is signed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from jtbd.i18n import ENGLISH, WITHIN, say_in, speaking
from jtbd.model import PARTIES, Canvas
from jtbd.model.answer import Consent
from jtbd.model.consent import default_consent, default_decline, in_short
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS, Sheet
from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.ui.fields.words import first_name
from jtbd.usecases.keys.guestkey import guest_key
from jtbd.usecases.sheets import freezing
from jtbd.usecases.sheets.following import since_earlier
from jtbd.usecases.sheets.reading import Draft, open_draft
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.words import in_words, rehearsed, verdict
from jtbd.wording.contents import contained, left_out, missed
from tests.support import sheets
from tests.support.builders import canvas, parties, ready_canvas
from tests.support.pems import private_pem, public_pem
from tests.support.screens import Desk, Tab
from tests.support.shown import abroad, wrong
from tests.support.stages import ALL, answered, frozen, home, stages

HERE: Final = {"canvas": "test-canvas", "step": "sign"}
SIGNED: Final = (*BINDING_MEANS.values(), *CONFIDENTIAL_MEANS.values())
"""What the terms mean, in the words that are signed."""
KEPT: Final = ("/media/stick", "content_hash", "commitment", "signatures", "BEGIN PUBLIC KEY", "PEM")
"""Paths, fields and forms of files."""


@pytest.fixture(autouse=True)
def _abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with abroad(monkeypatch):
        yield


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a folder for each stage of the round."""
    with speaking(ENGLISH):
        return stages(tmp_path_factory.mktemp)


@pytest.fixture
def stage(folders: dict[str, Path], desk: Desk) -> Callable[[str], Desk]:
    """Return what lays out a stage on the desk."""

    def laid_out(name: str) -> Desk:
        shutil.copytree(folders[name], desk.canvases.parent, dirs_exist_ok=True)
        return desk

    return laid_out


def _worded(known: Canvas) -> Iterator[str]:
    """Yield what `wording` says of the sheets that a canvas may be frozen as."""
    today, names = sheets.AT.date(), {party: first_name(known, party) for party in PARTIES}
    for money, told in product((False, True), repeat=2):
        sheet = rehearsed(known, Terms(money=money, verdict=told), today)
        if sheet:
            content = sheet.commitment
            yield verdict(sheet)
            yield from contained(content, verdict(sheet), names)
            yield from (left_out(content, verdict(sheet)), *missed(content, names))


def _own(desk: Desk) -> list[object]:
    """Return what people wrote, and what stands on the sheets in the words that are signed."""
    found = [desk.read("test-canvas")]
    folder = desk.file("test-canvas").parent
    files = [*folder.glob("draft-*.yaml"), *folder.glob("sheet-*.yaml")]
    return [*found, *SIGNED, *KEPT, str(desk.canvases), *(words for file in files for words in _signed(file))]


def _signed(file: Path) -> Iterator[object]:
    sheet = read_sheet(file.read_bytes())
    for party in ("a", "b"):
        consent, refusal = default_consent(sheet, party), default_decline(sheet, party)
        yield from (consent, refusal, in_short(consent, sheet), in_short(refusal, sheet))
    yield from (verdict(sheet), sheet.commitment, *_names(sheet))


def _names(sheet: Sheet) -> Iterator[str]:
    for party in sheet.commitment.parties:
        yield from (party.name, party.key, party.full_name)


# ── before it is frozen ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "known",
    [
        canvas(),
        ready_canvas(),
        ready_canvas(parties={}),
        ready_canvas(rating={"ready": {"a": True}}),
        ready_canvas(commitments=[{"id": "x", "by": "a", "what": "Call"}], review={}, roles={}),
        ready_canvas(parties=parties().revise(a={"person": "Ana \u200b\U0001f9ff\U000e0041 Ruiz"})),
    ],
    ids=["nothing", "all", "nameless", "covered", "little", "unprintable"],
)
def test_the_terms_say_everything_through_the_catalogue(known: Canvas, desk: Desk) -> None:
    """What is missing, what goes in, what stays out; with nothing ticked and with everything."""
    desk.put(known)
    tab = Tab(**HERE)
    own = [known, *SIGNED, *_worded(known)]
    assert wrong(tab, *own) == []
    for word in ("verdict-a", "verdict-b", "money-a", "money-b", "confidential", "ownkey"):
        tab.fill(True, word, kind="checkbox")
    tab.fill("contract", "contract", kind="radio")
    assert not tab.broken()
    assert wrong(tab, *own) == []


@pytest.mark.parametrize("text", [private_pem("b").decode(), public_pem("b").decode(), "hello"])
def test_a_guests_key_is_spoken_of_so(text: str, desk: Desk) -> None:
    """Read, or refused."""
    desk.put(ready_canvas())
    tab = Tab(**HERE).fill(True, "ownkey", kind="checkbox").fill(text, "own-key-text", kind="text_area")
    known = desk.read("test-canvas")
    assert wrong(tab, known, *SIGNED, *KEPT, *_worded(known), say_in(WITHIN, "what was given")) == []


def test_what_keeps_it_from_being_frozen_is_said_so(desk: Desk) -> None:
    """Two passphrases that differ."""
    desk.put(ready_canvas())
    tab = Tab(**HERE).press("freeze-button")
    assert "new-key" in str([each.key for each in tab.app.text_input])
    known = desk.read("test-canvas")
    assert wrong(tab, known, *SIGNED, *_worded(known)) == []


# ── the round ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["frozen", "half signed", "signed by both", "declined"])
def test_each_stage_says_everything_through_the_catalogue(name: str, stage: Callable[[str], Desk]) -> None:
    """Wherever in the round somebody opens it, once more, and on the list of meetings."""
    desk = stage(name)
    for view in ({}, *({"view": f"{part}-{party}"} for part in ("hand", "read", "decline") for party in "ab")):
        tab = Tab(**HERE, **view)
        assert not tab.broken()
        assert wrong(tab, *_own(desk), *_read(desk)) == [], view
    assert wrong(Tab(**HERE, view="sheet-1"), *_own(desk), *_read(desk)) == []


def _read(desk: Desk) -> Iterator[str]:
    """Yield the words of the draft's pages."""
    opened = home(desk.canvases.parent)
    draft = open_draft(opened, opened.store.load("test-canvas"))
    for passage in in_words(draft.verified) if isinstance(draft, Draft) else ():
        yield from (passage.title, *passage.lines)


@pytest.mark.parametrize("name", ["frozen", "signed by both"])
def test_what_was_changed_since_is_said_so(name: str, stage: Callable[[str], Desk]) -> None:
    """A promise more, one less, one otherwise; and what a sheet that takes the place of another says of it."""
    desk = stage(name)
    before = desk.read("test-canvas")
    first, *_ = before.commitments
    added = {"id": "more", "by": "b", "what": "Send the price list"}
    desk.put(before.revise(commitments=[first.revise(what="Call Omar"), added]))
    own = [before, *_own(desk), *_read(desk)]
    assert wrong(Tab(**HERE), *own) == []
    if name == "signed by both":
        tab = Tab(**HERE, view="terms").press("freeze-button")
        assert "document" in tab.blocks()
        opened = home(desk.canvases.parent)
        draft = open_draft(opened, opened.store.load("test-canvas"))
        assert isinstance(draft, Draft)
        since = since_earlier(draft.sheet, opened.store.sheets("test-canvas"))
        assert wrong(tab, before, *_own(desk), *_read(desk), *since) == []


def test_what_keeps_a_signature_back_is_said_so(stage: Callable[[str], Desk]) -> None:
    """No name, another name, a letter that differs, nothing drawn, no consent; no reason."""
    desk = stage("frozen")
    tab = Tab(**HERE)
    for typed in ("", "Bea Lund", "Ana Ruis"):
        tab.enter(typed, "typed", 1, "a").press("sign-button-a")
        assert not tab.broken()
        assert wrong(tab, *_own(desk), *_read(desk), typed) == [], typed
    tab.choose(True, "draw", 1, "a").press("sign-button-a")
    assert wrong(tab, *_own(desk), *_read(desk)) == []
    tab.go(**HERE, view="decline-b").press("decline-button-b")
    assert wrong(tab, *_own(desk), *_read(desk)) == []


@pytest.mark.parametrize(("name", "file"), [("half signed", "draft-1.yaml"), ("signed by both", "sheet-1.yaml")])
def test_a_file_that_is_broken_is_told_so(name: str, file: str, stage: Callable[[str], Desk]) -> None:
    """A draft, or a sheet."""
    desk = stage(name)
    place = desk.file("test-canvas").parent / file
    own = [*_own(desk), str(place)]
    place.write_text("commitment: 1\n", encoding="utf-8")
    tab = Tab(**HERE)
    assert "trouble" in tab.blocks()
    assert wrong(tab, *own) == []


def test_a_clock_that_is_wrong_is_told_so(stage: Callable[[str], Desk]) -> None:
    """Where the meeting was last changed in a year that is to come."""
    desk = stage("frozen")
    desk.put(desk.read("test-canvas").revise(updated="2099-11-22T10:00:00+01:00"))
    tab = Tab(**HERE)
    assert "wrong-clock" in tab.blocks()
    assert wrong(tab, *_own(desk), *_read(desk)) == []


# ── a guest who signs at home ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def parted(desk: Desk) -> Desk:
    """Return a desk with a sheet that the guest signs at home."""
    with speaking(ENGLISH):
        opened, before = frozen(desk.canvases.parent)
        freezing.discard(opened, before, 1)
        key = guest_key(opened, public_pem("b"))
        freezing.freeze_here(opened, opened.store.load(before.id), ALL, key)
    return desk


def test_a_guest_who_signs_at_home_is_spoken_of_so(parted: Desk) -> None:
    """Before the host signs, once the host has, where nothing new comes back, and where both have signed there."""
    assert wrong(Tab(**HERE), *_own(parted), *_read(parted)) == []
    opened = home(parted.canvases.parent)
    with speaking(ENGLISH):
        answered(opened, opened.store.load("test-canvas"), "a", Consent())
    tab = Tab(**HERE)
    assert "bring" in tab.blocks()
    assert wrong(tab, *_own(parted), *_read(parted)) == []
    file = next(parted.file("test-canvas").parent.glob("draft-*.yaml"))
    for brought in (file.read_bytes(), b"no sheet at all"):
        tab.app.file_uploader[0].upload("draft.yaml", brought)
        tab.run().press("take-in")
        assert wrong(tab, *_own(parted), *_read(parted), say_in(WITHIN, "what was brought")) == []
    file.write_bytes(sheet_yaml(sheets.sign(read_sheet(file.read_bytes()), "b", sheets.key("b"), at=sheets.AT)))
    tab = Tab(**HERE)
    assert any(button.key == "finish" for button in tab.app.button)
    assert wrong(tab, *_own(parted), *_read(parted)) == []
    assert wrong(tab.press("finish"), *_own(parted), *_read(parted)) == []
