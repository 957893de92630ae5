"""What surrounds every page is said in the language of the page: its bar, its boxes, its clock, its endings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import pytest

from jtbd.errors import shown
from jtbd.i18n import PSEUDO, speaking
from jtbd.model import Canvas, Clock
from jtbd.ui import failures, state
from jtbd.ui.frame import clock, openings, shortcuts, unsigned
from jtbd.ui.language import WISH
from jtbd.usecases.canvases.openings import Opening
from jtbd.usecases.sheets.unsigned import Change, Promised, Unsigned
from tests.support.builders import canvas, ready_canvas
from tests.support.screens import STEPS, Desk, Tab
from tests.support.shown import abroad, own_words, texts, wrong
from tests.support.spoken import faults

NOW: Final = dt.datetime(2026, 11, 22, 10, 5, tzinfo=dt.UTC)
EXAMPLE: Final = "example-harbour-estates-northline-cabling"
KEYS: Final = ("Alt", "Ctrl", "Shift")
HERE: Final = {"canvas": "test-canvas", "step": "parties"}
OFFERS: Final = ("text", "parties", "a", "offers")


@pytest.fixture(autouse=True)
def _abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with abroad(monkeypatch):
        yield


@pytest.fixture
def laid(desk: Desk) -> Canvas:
    """Lay a canvas on the desk on which every step is done."""
    document = ready_canvas()
    desk.put(document)
    return document


def test_the_bar_and_the_foot_of_every_step_are_said(laid: Canvas) -> None:
    """The steps, the way back and on, what is saved, in a meeting of seven steps and in one of three."""
    for query in ({}, {"short": "1"}):
        tab = Tab(**HERE, **query)
        assert wrong(tab, laid) == []
    tab = Tab(canvas=laid.id, step="parties")
    for step in STEPS:
        labels = [button.label for button in tab.go(canvas=laid.id, step=step).app.button]
        around = [label for label in labels if label.startswith(("**", "←")) or label.endswith("→")]
        assert len(around) >= len(STEPS)
        assert [fault for label in around for fault in faults(label.replace("*", ""))] == []


def test_an_example_and_what_was_taken_back_are_said(laid: Canvas) -> None:
    """That a change makes a copy; what undo took back, and the way there."""
    tab = Tab(canvas=EXAMPLE, step="parties")
    assert wrong(tab, state.home().store.load(EXAMPLE)) == []
    tab = Tab(**HERE).fill("move our shop", *OFFERS).press("undo")
    assert wrong(tab, laid) == []
    tab.go(canvas=laid.id, step="value")
    labels = [tab.widget("button", "travelled-to").label, tab.widget("button", "redo").label]
    assert [fault for label in labels for fault in faults(label)] == []


@pytest.mark.parametrize("given", [{"shown": True}, {"shown": False}, {"running_since": "now"}])
def test_the_clock_is_said(given: dict[str, object], desk: Desk) -> None:
    """What is left of the coffee, what it has cost, what starts, stops and hides it."""
    now = dt.datetime.now().astimezone().replace(microsecond=0)
    timed = {"elapsed_seconds": 600, **given, **({"running_since": now} if "running_since" in given else {})}
    paid = {party: {"person": party, "hourly_rate": {"amount": "100", "currency": "EUR"}} for party in "ab"}
    document = canvas(parties=paid, meetings=[{"started": now, "planned_minutes": 30, "clock": timed}])
    tab = Tab(canvas=desk.put(document), step="value", since="480")
    assert wrong(tab, document) == []


@pytest.mark.parametrize("ahead", [-15, 1])
def test_what_the_clock_asks_is_said(ahead: int, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the two are still there, and that the laptop's clock was set back."""
    now = dt.datetime.now(dt.UTC).astimezone().replace(microsecond=0)
    since = now + dt.timedelta(hours=ahead)
    running = {"started": min(now, since), "clock": Clock(running_since=since)}
    document = canvas(meetings=[running], updated=since)
    desk.put(document)
    monkeypatch.setattr(clock, "_looked", {(str(desk.canvases), "test-canvas"): since + dt.timedelta(minutes=20)})
    tab = Tab(**HERE)
    assert "clock-asks" in tab.blocks()
    assert wrong(tab, document) == []


def test_what_is_not_saved_is_said(desk: Desk, laid: Canvas) -> None:
    """Why the disk refused, and the ways out; of a meeting without a name, too."""
    for document in (laid, canvas(id="nameless")):
        desk.put(document)
        tab = Tab(canvas=document.id, step="parties")
        away = desk.canvases.rename(desk.canvases.with_name("away"))
        tab.fill("move our shop", *OFFERS)
        assert "unsaved" in tab.blocks()
        assert wrong(tab, document, "move our shop", str(desk.canvases), document.id, "/media/stick") == []
        away.rename(desk.canvases)


def test_two_versions_are_said(desk: Desk, laid: Canvas) -> None:
    """A file that was changed elsewhere, and one that a program which syncs folders has made."""
    tab = Tab(**HERE)
    desk.put(laid.revise(revision=laid.revision + 1, job=laid.job.revise(want="theirs")))
    tab.fill("mine", *OFFERS)
    assert "conflict" in tab.blocks()
    assert wrong(tab, laid, "mine", "theirs") == []
    desk.put(laid)
    beside = desk.file(laid.id).with_name("canvas-LAPTOP.yaml")
    beside.write_bytes(desk.file(laid.id).read_bytes())
    tab = Tab(**HERE)
    assert [block for block in tab.blocks() if block.startswith("stray")]
    assert wrong(tab, laid, beside.name) == []


def test_trouble_and_a_mistake_of_the_program_are_said(
    desk: Desk, laid: Canvas, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the page, and on one line in the terminal."""
    tab = Tab(canvas="no-such-canvas", step="parties")
    assert wrong(tab, "no-such-canvas", str(desk.canvases)) == []

    def falls() -> Canvas:
        raise RuntimeError("0")

    monkeypatch.setattr(state, "canvas", falls)
    tab = Tab(**HERE)
    assert "defect" in tab.blocks()
    assert wrong(tab, laid) == []
    monkeypatch.setenv(WISH, PSEUDO)
    capsys.readouterr()
    with speaking("en"):
        failures.tell(ValueError("0"))
    assert faults(capsys.readouterr().err, own=["ValueError", shown(ValueError("0"))]) == []


def test_what_was_opened_again_is_said() -> None:
    """Each thing that can be opened again, once and often, on this day and another."""
    document = ready_canvas()
    times = [NOW - dt.timedelta(days=day) for day in range(4)]
    kinds: list[Opening] = [
        *(Opening(NOW, what, ("b",), late) for what in ("answers", "amounts", "threshold") for late in (False, True)),
        Opening(NOW, "curtain", ()),
        Opening(NOW, "curtain", ("a", "b")),
    ]
    for kind in kinds:
        for count in (1, 2, 4):
            found = [kind._replace(at=at) for at in times[:count]]
            (said,) = openings.sentences(found, document, NOW)
            assert faults(said, own=["Ana", "Bea", "November"]) == []


def test_what_differs_from_a_sheet_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was agreed since, in a sentence, in the list of meetings, and beneath each promise."""
    promises = tuple(Promised(str(change), "a", "x", change) for change in Change)
    since = unsigned.Since(2, Unsigned(promises, ("the job",)))
    assert faults(since.sentence) == []
    monkeypatch.setattr(unsigned, "since", lambda _: since)
    assert faults(unsigned.told(ready_canvas())) == []
    drawn: list[str] = []
    monkeypatch.setattr("streamlit.caption", drawn.append)
    for change in (Change.ADDED, Change.CHANGED):
        unsigned.tell(since, str(change))
    unsigned.gone(since, "a")
    assert len(drawn) == len(Change)
    assert [fault for text in drawn for fault in faults(text.replace("\\", ""))] == []


def test_the_keys_are_said(laid: Canvas) -> None:
    """The dialog that lists them."""
    tab = Tab(**HERE).press("shortcuts")
    assert any("⌘" in text for text in texts(tab))
    assert wrong(tab, laid, *KEYS) == []
    assert [fault for title, keys in shortcuts._LISTED for _, does in keys for fault in faults(does.said())] == []


def test_what_is_suggested_is_said(desk: Desk) -> None:
    """What could be promised; in the tooltip stands the whole promise with its test, as it would be signed."""
    document = ready_canvas(commitments=[])
    tab = Tab(canvas=desk.put(document), step="commitments")
    takes = [button for button in tab.app.button if "take-" in str(button.key) or "-take" in str(button.key)]
    assert takes
    own = [*own_words([document])]
    assert [fault for button in takes for fault in faults(button.help.replace("\\", ""), own=own)] == []
