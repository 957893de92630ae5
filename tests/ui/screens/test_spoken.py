"""The list of meetings, steps 1 to 3 and a dropped sheet in the pseudo-language: all is said, and nothing glued."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest

from jtbd.formats import MONTHS
from jtbd.i18n import ENGLISH, speaking
from jtbd.model import Canvas
from jtbd.model.consent import default_consent, default_decline, in_short
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS, Sheet
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.folder.keys import KeyFolder
from jtbd.templates.library import templates
from jtbd.ui import state
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets import verifying, words
from jtbd.usecases.sheets.verifying import verify
from tests.support import sheets
from tests.support.builders import aspect, canvas, large_canvas, parties, rated, ready_canvas
from tests.support.places import ROOT
from tests.support.screens import Desk, Tab
from tests.support.shown import abroad, wrong
from tests.support.spoken import faults
from tests.support.states import State, states

EXAMPLES: Final = tuple(sorted(path.name for path in (ROOT / "canvases").glob("example-*")))
IN_FILES: Final = ("broken", "revison", "revision", "canvas.set-aside-1.yaml", "Meeting")
"""Names of folders and files, and fields in them."""
RATE: Final = {"canvas": "test-canvas", "step": "aspects", "view": "rate"}
STORY: Final = "As an owner, when our lease ends, I want to move our desks, so that I can sleep"
ROWS: Final = "find a place\tAna\t3\nplan the move\tBea\t2\npack it all\tBea\t1\nsleep well\tAna\t1"
TABLE: Final = f"Need\tSource\tScore\n{ROWS}"
SAME: Final = {"organisation": "Acme", "person": "Ana Acme"}
NAMELESS: Final = canvas(aspects=[aspect(number, (3, "core"), (None, None)) for number in range(1, 4)])
CANVASES: Final = {
    "nothing": canvas(),
    "half": canvas(parties={"a": {"organisation": "Harbour Estates"}}, job={"want": "move our business"}),
    "nameless": NAMELESS,
    "all": ready_canvas(),
    "openly": ready_canvas(rating={"mode": "open"}),
    "the same names": ready_canvas(parties={"a": SAME, "b": SAME}),
    "nobody": ready_canvas(parties={"a": {"person": "N. N."}, "b": {"person": "Lund, Bea"}}),
    "nothing in common": ready_canvas(aspects=rated(*[((3, "core"), (0, "leave"))] * 3)),
}


@pytest.fixture(autouse=True)
def _abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with abroad(monkeypatch):
        yield


def _amiss(tab: Tab, *own: object) -> list[str]:
    """Return what is wrong on a page, its grid included."""
    assert not tab.broken()
    grids = [node.proto for node in tab.app._tree if getattr(node, "type", "") == "bidi_component"]
    found = [_of_grid(json.loads(proto.json)[0]) for proto in grids if proto.component_name == "jtbd_rating_grid"]
    return wrong(tab, *own, str(state.home().store.place())) + [fault for text in found for fault in text]


def _of_grid(data: Any) -> list[str]:
    own = [row["text"] for group in data["groups"] for row in group["rows"]] + [side["label"] for side in data["sides"]]
    texts = [text for group in data["groups"] for text in (group["name"], group["hint"])]
    texts += [text for side in data["sides"] for text in side["asks"].values()]
    texts += [text for answer in (*data["importance"], *data["stance"]) for text in answer[1:]]
    for said in data["words"].values():
        texts += said if isinstance(said, list) else [said]
    texts += [text for text in (data["live"]["beside"] or {}).values() if not text.startswith("<svg")]
    return [fault for text in texts for fault in faults(text, own=own)]


# ── the list of meetings ──────────────────────────────────────────────────────────────────────────────────────────────


def test_what_somebody_sees_first_is_said(desk: Desk) -> None:
    """What it is for, how a meeting begins, the examples; and a name that no meeting can have."""
    tab = Tab()
    own = [state.home().store.load(name) for name in EXAMPLES]
    assert _amiss(tab, own) == []
    tab.app.text_input[0].set_value("North\u0007line")
    assert _amiss(tab.press("begin-whole"), own) == []
    assert not desk.canvases.exists()


def test_the_list_of_meetings_is_said(desk: Desk) -> None:
    """Rows at every point of a meeting, without names, signed, with a fault, with what was set aside; and the bin."""
    shown = [
        NAMELESS.revise(id="nameless"),
        canvas(id="old", updated="2019-03-04T10:00:00+01:00", parties={"a": {"organisation": "Blumen"}}),
        ready_canvas(id="ready"),
        ready_canvas(id="half", rating={"ready": {"a": True}}),
        *(canvas(id=f"meeting-{number:02}", title=f"Meeting {number}") for number in range(15)),
    ]
    for each in shown:
        desk.put(each)
    desk.file("ready").with_name("canvas.set-aside-1.yaml").write_text("half a fi", encoding="utf-8")
    desk.file("ready").with_name("sheet-1.yaml").write_text("a sheet", encoding="utf-8")
    broken = desk.file("broken")
    broken.parent.mkdir()
    broken.write_text("format: jtbd.canvas/1\nid: broken\nrevison: 3\n", encoding="utf-8")
    own = [*shown, *(state.home().store.load(name) for name in EXAMPLES), *IN_FILES, *MONTHS]
    tab = Tab()
    assert _amiss(tab, own) == []
    tab.fill(True, "more-own", kind="toggle")
    for meeting in ("ready", "nameless", "old"):
        assert _amiss(tab.press(f"manage-{meeting}"), own) == [], meeting
        assert _amiss(tab.press(f"throw-{meeting}"), own) == [], meeting
    assert _amiss(tab.fill(True, "show-thrown", kind="toggle"), own) == []


def test_a_meeting_of_which_not_all_is_saved_says_why_it_stays(desk: Desk) -> None:
    """And what another window has changed meanwhile."""
    begun = canvas(id="begun")
    desk.put(begun)
    own = [begun, *(state.home().store.load(name) for name in EXAMPLES), "cook", "begun"]
    tab, other = Tab().press("manage-begun"), Tab(canvas="begun", step="job")
    other.fill("cook", "text", "job", "want")
    assert _amiss(tab.press("throw-begun"), own) == []


# ── steps 1 to 3 ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("known", CANVASES.values(), ids=[*CANVASES])
def test_who_is_at_the_table_is_said(known: Canvas, desk: Desk) -> None:
    """With what is asked for later, and the clock of the coffee."""
    desk.put(known)
    tab = Tab(canvas=known.id, step="parties")
    assert _amiss(tab, known) == []
    if any(button.key == "sit-down" for button in tab.app.button):
        tab.press("sit-down")
    for button in ("more-mail", "more-cost", "coffee-clock"):
        assert _amiss(tab.press(button), known) == [], button
    tab.fill("ana at harbour", "text", "parties", "a", "email").fill("1.234", "rate", "a")
    assert _amiss(tab, known, "ana at harbour") == []


@pytest.mark.parametrize("known", CANVASES.values(), ids=[*CANVASES])
def test_the_job_is_said(known: Canvas, desk: Desk) -> None:
    """Blank, half said, whole, taken apart, and what there is to begin with."""
    own = [known, STORY, *(text for template in templates() for text in (template.title, template.trade))]
    desk.put(known)
    tab = Tab(canvas=known.id, step="job")
    assert _amiss(tab, own) == []
    trade = tab.widget("button_group", "trade").options[0]
    assert _amiss(tab.choose(trade, "trade"), own) == []
    for gap in ("when", "want", "so_that"):
        assert _amiss(tab.fill("a", "text", "job", gap), own) == [], gap
    parts = ("an owner", "our lease ends", "move our desks", "I can sleep")
    assert _amiss(tab.fill(STORY, "text", "job", "performer"), own, parts) == []
    assert _amiss(tab.press("take-apart"), own, parts) == []
    assert _amiss(tab.fill("x" * 700, "text", "job", "want"), own, parts, "x" * 700) == []


@pytest.mark.parametrize("known", [*CANVASES.values(), large_canvas(90)], ids=[*CANVASES, "large"])
def test_what_the_customer_needs_is_said(known: Canvas, desk: Desk) -> None:
    """Written, arranged, over several pages, and pasted: a list, a table, its head alone, too much."""
    desk.put(known)
    tab = Tab(canvas=known.id, step="aspects")
    assert _amiss(tab, known) == []
    if known.aspects:
        assert _amiss(tab.fill(True, "arrange", kind="toggle"), known) == []
    count = sum(need.dimension == "social" for need in known.aspects)
    cells = ("Need", "Source", "Ana", "find a place", "plan the move", "pack it all", "sleep well", "bad\u0007")
    for typed in (TABLE, ROWS, "| Need | Score |", "| Need |\n|--|\n| a |", "bad\u0007"):
        tab.fill(typed, "add", "social", count, kind="text_area")
        assert _amiss(tab, known, cells, typed) == [], typed


# ── the rating ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ready", [{}, {"a": True}, {"b": True}, {"a": True, "b": True}])
@pytest.mark.parametrize("known", [NAMELESS, NAMELESS.revise(parties=parties()), ready_canvas()])
def test_the_rating_behind_the_curtain_is_said(known: Canvas, ready: dict[str, bool], desk: Desk) -> None:
    """The curtain, a turn with and without guesses, in fields, with what is blank, and what is covered."""
    desk.put(known.revise(rating={"ready": ready}))
    tab = Tab(**RATE)
    assert _amiss(tab, known) == []
    for party in ("a", "b"):
        tab.press(f"turn-{party}")
        assert _amiss(tab, known) == []
        if "at-the-cover" in tab.blocks():
            tab.press("uncover")
        for toggle in (("predict", party), ("plain-fields",)):
            assert _amiss(tab.fill(True, *toggle, kind="toggle"), known) == [], toggle
        assert _amiss(tab.press("done"), known) == []
        if "blanks" in tab.blocks():
            assert _amiss(tab.press("done-anyway"), known) == []


@pytest.mark.parametrize("known", [NAMELESS, NAMELESS.revise(parties=parties()), ready_canvas()])
def test_rating_openly_is_said(known: Canvas, desk: Desk) -> None:
    """The grid of both, the same in fields, and what follows."""
    desk.put(known.revise(rating={"mode": "open"}))
    tab = Tab(**RATE)
    assert _amiss(tab, known) == []
    assert _amiss(tab.fill(True, "plain-fields", kind="toggle"), known) == []
    assert _amiss(tab.press("privately"), known) == []
    tab.fill(True, "agree-a", kind="checkbox").fill(True, "agree-b", kind="checkbox")
    assert _amiss(tab.press("openly"), known) == []


# ── a sheet from anywhere ─────────────────────────────────────────────────────────────────────────────────────────────


def _dropped(data: bytes, name: str = "sheet-1.yaml") -> Tab:
    tab = Tab(check="sheet")
    tab.app.file_uploader[0].upload(name, data)
    return tab.run()


def _signed(data: bytes) -> Iterator[object]:
    """Yield what a sheet says in the words that are signed, which stay in its language."""
    with speaking(ENGLISH):
        found = verify(data)
        assert found.sheet is not None
        yield from words.texts(found.sheet)
        yield from (verifying.meaning(found), *BINDING_MEANS.values(), *CONFIDENTIAL_MEANS.values())
        yield from (verifying.sentence(item, found.sheet.commitment) for item in found.sheet.commitment.commitments)
        for party in found.sheet.commitment.parties:
            yield from (party.full_name, party.name, str(party.key))
            for sentence in (default_consent(found.sheet, party.id), default_decline(found.sheet, party.id)):
                yield from (sentence, in_short(sentence, found.sheet))
        if sheet := verifying.held(found):
            yield from (text for passage in words.in_words(sheet) for text in (passage.title, *passage.lines))


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("found", [one for one in states() if not one.name.startswith("in-")], ids=lambda one: one.name)
def test_a_dropped_sheet_is_said(found: State) -> None:
    """In each of its states, with all that it can hold."""
    assert _amiss(_dropped(found.data), *_signed(found.data)) == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"format: jtbd.canvas/1\nid: one\n", "canvas.yaml"),
        (b"", "empty.yaml"),
        (b"a: [", "a.yaml"),
        (sheet_yaml(sheets.edited(sheets.complete(), binding="contract")), "forged.yaml"),
    ],
)
def test_a_file_that_is_no_sheet_that_holds_is_said(data: bytes, name: str) -> None:
    """What it is, and that it is none."""
    assert _amiss(_dropped(data, name), name) == []


@pytest.mark.parametrize("sheet", [sheets.draft(), sheets.half_signed()])
def test_a_sheet_that_waits_for_the_key_of_this_laptop_is_said(sheet: Sheet, desk: Desk) -> None:
    """Read, refused for want of a name, declined, signed and taken along."""
    keys.save_private(KeyFolder(desk.config).owner(), sheets.key("b"))
    data = sheet_yaml(sheet)
    own = [*_signed(data), "jtbd import"]
    tab = _dropped(data)
    assert _amiss(tab, *own) == []
    assert _amiss(tab.press("no"), *own) == []
    tab = _dropped(data).enter("Bea", "typed", sheets.SHEET_ID, "b").press("sign-button-b")
    assert _amiss(tab, *own) == []
    tab.enter("Bea Lund", "typed", sheets.SHEET_ID, "b").enter(True, "consent", sheets.SHEET_ID, "b", kind="checkbox")
    assert _amiss(tab.press("sign-button-b"), *own) == []
    assert not tab.broken()
