"""Who promises what, in the pseudo-language: everything is said, and nothing glued."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any, Final

import pytest

from jtbd.i18n import speaking
from jtbd.model import Canvas
from jtbd.ui.screens.commitments.heard import answer
from tests.support import sheets
from tests.support.builders import canvas, rated, ready_canvas
from tests.support.places import ROOT
from tests.support.screens import Desk, Tab
from tests.support.shown import abroad, wrong
from tests.support.spoken import faults
from tests.support.stages import stages

PROMISE: Final = {"id": "bare", "by": "a", "what": "Send the price list"}
WHOLE: Final = PROMISE | {
    "id": "whole",
    "by": "b",
    "kind": "delivery",
    "trigger": "a client asks",
    "due": "2026-12-15",
    "every": {"weeks": 6},
    "gives": "a list to hand on",
    "done_when": "it has been read",
    "serves": ["need-1", "need-4"],
}
CANVASES: Final = {
    "nothing": canvas(),
    "all": ready_canvas(),
    "nameless": ready_canvas(parties={}, commitments=[PROMISE, WHOLE]),
    "blank promises": ready_canvas(commitments=[PROMISE, WHOLE], roles={}),
    "when alone": ready_canvas(commitments=[PROMISE | {"gives": "a list", "done_when": "it has been read"}]),
    "test alone": ready_canvas(commitments=[PROMISE | {"gives": "a list", "due": "2026-12-15"}]),
    "a no": ready_canvas(
        aspects=rated(((3, "core"), (0, "leave")), ((0, "leave"), (3, "core"))), commitments=[PROMISE]
    ),
    "daily": ready_canvas(review={"next": "2027-01-10", "every": {"days": 1}}),
    "monthly": ready_canvas(review={"next": "2027-01-10", "every": {"months": 3}}),
    "no review": ready_canvas(review={}),
    "sought": ready_canvas(missing=[{"aspects": ["need-4"], "owner": "b"}], commitments=[PROMISE]),
    "sought by name": ready_canvas(
        missing=[{"aspects": ["need-4"], "who": "Tallboy", "owner": "a"}], commitments=[PROMISE]
    ),
}
EXAMPLES: Final = tuple(sorted(path.name for path in (ROOT / "canvases").glob("example-*")))


@pytest.fixture(autouse=True)
def _abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with abroad(monkeypatch):
        yield


@pytest.mark.parametrize("known", CANVASES.values(), ids=[*CANVASES])
def test_promises_are_said_through_the_catalogue(known: Canvas, desk: Desk) -> None:
    """Read as sentences, each worked out, and with the day of the review to be changed."""
    desk.put(known)
    tab = Tab(canvas=known.id, step="commitments")
    assert not tab.broken()
    assert wrong(tab, known) == []
    for query in ({"review": "open"}, *({"promise": made.id} for made in known.commitments)):
        assert wrong(tab.go(canvas=known.id, step="commitments", **query), known) == [], query


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_promises_of_an_example_are_said_so(name: str, desk: Desk) -> None:
    """With give and take in a table."""
    desk.take(ROOT / "canvases" / name)
    assert wrong(Tab(canvas=name, step="commitments"), desk.read(name)) == []


def test_what_is_not_signed_yet_is_said_so(tmp_path_factory: pytest.TempPathFactory, desk: Desk) -> None:
    """A promise that was added, one that was changed and one that was taken away."""
    with speaking("en"):
        found = stages(tmp_path_factory.mktemp)
    shutil.copytree(found["signed by both"], desk.canvases.parent, dirs_exist_ok=True)
    before = desk.read("test-canvas")
    first, *_ = before.commitments
    changed = before.revise(commitments=[first.revise(what="Call Omar"), PROMISE])
    desk.put(changed)
    assert wrong(Tab(canvas="test-canvas", step="commitments"), before, changed, sheets.SHEET_ID) == []


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Report every Monday, so that Bea can plan",
        "Call Omar by COB Friday",
        "Bea: send the list by 15 Dec; done when it has been read",
        "The Parties shall meet quarterly",
        "Use commercially reasonable efforts, by 1 March",
        "word " * 163,
    ],
)
def test_what_is_understood_of_a_line_is_said_so(typed: str) -> None:
    """While it is typed: who promises, what to ask, and what could be worded better; what is proposed can be read."""
    known = ready_canvas()
    found: dict[str, Any] = answer(known, "a", typed, sheets.AT.date())
    said = [*found["asks"], *(asked for asked, _ in found["gaps"])]
    own = [typed, *typed.split(), "Ana", "Bea", "Harbour Estates", "Northline Cabling"]
    assert [fault for text in said for fault in faults(text, own=own)] == []
    assert all(begun in {", by ", "; done when "} for _, begun in found["gaps"])
