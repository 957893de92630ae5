"""What it is worth, in the pseudo-language: everything is said, and nothing glued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest

from jtbd.model import Canvas
from tests.support.builders import canvas, ready_canvas
from tests.support.places import ROOT
from tests.support.screens import Desk, Tab
from tests.support.shown import abroad, wrong

FOUR: Final = {
    party: {name: {"score": 2, "text": "fewer dead leads"} for name in ("internal", "external", "network", "civic")}
    for party in ("a", "b")
}
CANVASES: Final = {
    "nothing": canvas(),
    "all": ready_canvas(),
    "nameless": ready_canvas(parties={}),
    "openly": ready_canvas(rating={"mode": "open"}),
    "one has begun": ready_canvas(value={"currency": "EUR", "a": {"alone": "1"}}),
    "one has given theirs": ready_canvas(value={"currency": "EUR", "a": {"alone": "1", "together": "2"}}),
    "a loss": ready_canvas(
        value={"currency": "EUR", "a": {"alone": "9", "together": "2"}, "b": {"alone": "5", "together": "6"}}
    ),
    "no currency": ready_canvas(value={"a": {"alone": "9", "together": "2"}, "b": {"alone": "5", "together": "6"}}),
    "unknown currency": ready_canvas(value={"currency": "ABC", "a": {"alone": "9"}}),
    "unpayable": ready_canvas(
        value={"currency": "JPY", "a": {"alone": "9.5", "together": "2", "notice": "1.5"}, "b": {"alone": "1.25"}}
    ),
    "the four": ready_canvas(value={"four": FOUR}),
}
EXAMPLES: Final = tuple(sorted(path.name for path in (ROOT / "canvases").glob("example-*")))


@pytest.fixture(autouse=True)
def _abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with abroad(monkeypatch):
        yield


@pytest.mark.parametrize("known", CANVASES.values(), ids=[*CANVASES])
def test_what_it_is_worth_is_said_through_the_catalogue(known: Canvas, desk: Desk) -> None:
    """Given, half given, covered, in a turn, and where somebody comes back to it."""
    desk.put(known)
    tab = Tab(canvas=known.id, step="value")
    assert wrong(tab, known) == []
    tab.fill(True, "say-why", kind="toggle")
    assert wrong(tab, known) == []
    for button in ("enter-a", "uncover", "amounts-done", "enter-b"):
        if any(each.key == button for each in tab.app.button):
            tab.press(button)
            assert not tab.broken()
            assert wrong(tab, known) == [], button


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_an_example_is_worth_is_said_so(name: str, desk: Desk) -> None:
    """With its figures in words."""
    desk.take(ROOT / "canvases" / name)
    assert wrong(Tab(canvas=name, step="value"), desk.read(name)) == []
