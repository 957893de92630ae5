"""The reveal in the pseudo-language: everything is said, and nothing glued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest

from jtbd.figures.lettering import party_names
from jtbd.model import Aspect, Canvas
from tests.support.builders import aspect, canvas, rated, ready_canvas
from tests.support.places import ROOT
from tests.support.screens import Desk, Tab
from tests.support.shown import abroad, wrong

BLANK: Final = ((None, None), (None, None))
MANY: Final = 14


def _table(*needs: Aspect) -> Canvas:
    return ready_canvas(aspects=needs, commitments=[])


CANVASES: Final = {
    "nothing": canvas(),
    "one is ready": ready_canvas(rating={"ready": {"a": True}}),
    "complementary": ready_canvas(),
    "nameless": ready_canvas(parties={}),
    "rivals": _table(*rated(*[((3, "core"), (3, "core"))] * MANY)),
    "ground to divide": _table(
        *rated(*[((3, "core"), (3, "do"))] * 2, *[((3, "core"), (2, "leave"))] * 3, ((2, "want"), (3, "core")))
    ),
    "too little in common": _table(*rated(*[((3, "core"), (0, "leave")), ((0, "leave"), (3, "core"))] * 2)),
    "no answer": _table(*rated(BLANK, ((2, "do"), (None, None)))),
    "one blank": _table(*ready_canvas().aspects, *rated(((1, None), (2, "do")), first=9)),
    "empty seats": _table(*rated(*[((3, "leave"), (2, "leave"))] * MANY)),
    "guessed": _table(aspect(1, (3, "core"), (2, "leave")).revise(a={"predicts": "do"})),
    "a line": _table(aspect(1, (3, "core"), (3, "do"), line={"lead": "a", "rule": "over ten desks"})),
}
EXAMPLES: Final = tuple(sorted(path.name for path in (ROOT / "canvases").glob("example-*")))


@pytest.fixture(autouse=True)
def _abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with abroad(monkeypatch):
        yield


@pytest.mark.parametrize("known", CANVASES.values(), ids=[*CANVASES])
def test_the_reveal_says_everything_through_the_catalogue(known: Canvas, desk: Desk) -> None:
    """Whatever the verdict, on every canvas there is one."""
    desk.put(known)
    tab = Tab(canvas=known.id, step="overlap")
    assert not tab.broken()
    assert wrong(tab, known, *party_names(known).values()) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_reveal_of_an_example_does_so(name: str, desk: Desk) -> None:
    """With all that two have said of it."""
    desk.take(ROOT / "canvases" / name)
    assert wrong(Tab(canvas=name, step="overlap"), desk.read(name)) == []


@pytest.mark.parametrize("name", ["rivals", "too little in common"])
def test_the_ways_on_after_a_no_do_so(name: str, desk: Desk) -> None:
    """The letter of friends who part, and the list of all that is open."""
    known = CANVASES[name]
    desk.put(known)
    tab = Tab(canvas=known.id, step="overlap").press("part")
    assert "goodbye" in tab.blocks()
    assert wrong(tab, known, *party_names(known).values()) == []
