"""A sheet on the screen in the pseudo-language: everything is said, and what was signed stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

import pytest

from jtbd.i18n import ENGLISH, speaking
from jtbd.model.consent import default_consent, default_decline, in_short
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS
from jtbd.pdf.receipt import receipt_text
from jtbd.sign.check.sheet import checked
from jtbd.sign.sheet.content import read_sheet
from jtbd.ui.paper import pad
from jtbd.usecases.sheets.words import in_words
from tests.support import sheets
from tests.support.screens import Desk, Tab
from tests.support.shown import abroad, wrong
from tests.support.spoken import faults
from tests.support.stages import frozen
from tests.support.states import State, states

SHOWN: Final = tuple(
    state for state in states() if state.name.split("-")[0] in {"draft", "half", "complete", "declined"}
)
HERE: Final = {"canvas": "test-canvas", "step": "sign"}


@pytest.fixture(autouse=True)
def _abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with abroad(monkeypatch):
        yield


def _signed(data: bytes) -> Iterator[object]:
    """Yield what a sheet says in the words that are signed."""
    sheet = read_sheet(data)
    yield sheet.commitment
    yield from (*BINDING_MEANS.values(), *CONFIDENTIAL_MEANS.values())
    for party in sheet.commitment.parties:
        yield from (party.name, party.key, party.full_name)
        for sentence in (default_consent(sheet, party.id), default_decline(sheet, party.id)):
            yield from (sentence, in_short(sentence, sheet))
    for passage in in_words(checked(sheet)):
        yield from (passage.title, *passage.lines)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("state", SHOWN, ids=[state.name for state in SHOWN])
def test_what_a_sheet_is_and_says_is_said_through_the_catalogue(state: State) -> None:
    """Whether it holds, who said what and when, what was promised; and whether it is the one that was photographed."""
    tab = Tab(check="sheet")
    tab.app.file_uploader[0].upload("sheet-1.yaml", state.data)
    own = [*_signed(state.data)]
    assert wrong(tab.run(), *own) == []
    if not any(area.key and area.key.startswith("photographed") for area in tab.app.text_area):
        return
    sheet = read_sheet(state.data)
    for said in (receipt_text(sheet), receipt_text(sheets.draft(sheet_id="a" * 26)), "hello"):
        tab.fill(said, "photographed", sheet.commitment.id, kind="text_area")
        assert wrong(tab, *own) == [], said


def test_a_broken_sheet_is_told_so(desk: Desk) -> None:
    """And what to do about it."""
    tab = Tab(check="sheet")
    tab.app.file_uploader[0].upload("sheet-1.yaml", b"commitment: 1")
    assert "outcome-invalid" in tab.run().blocks()
    assert wrong(tab, str(desk.canvases)) == []


def test_the_pad_says_everything_through_the_catalogue(desk: Desk) -> None:
    """What it is for, its buttons, and what is no signature; it is given all of its words."""
    with speaking(ENGLISH):
        frozen(desk.canvases.parent)
    tab = Tab(**HERE).choose(True, "draw", 1, "a")
    sent = [node.proto for node in tab.app._tree if getattr(node, "type", "") == "bidi_component"]
    (given,) = (json.loads(proto.json)[0] for proto in sent if proto.component_name == "jtbd_signature_pad")
    assert set(given["words"]) == {"undo", "clear", "full", "dot"}
    assert [fault for text in given["words"].values() for fault in faults(text)] == []
    assert faults(given["label"], own=["Ana Ruiz"]) == []
    said = [pad.unmeant("M1 1L2 1"), pad.unmeant("M1 1M2 2")]
    assert all(said)
    assert [fault for text in said for fault in faults(text)] == []
