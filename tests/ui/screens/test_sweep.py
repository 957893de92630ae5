"""Every page on every kind of canvas: it opens, looking at it writes nothing, and what people typed does not act."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from jtbd.model import Canvas
from tests.support.builders import aspect, canvas, complementary_aspects, large_canvas, rated, ready_canvas
from tests.support.places import FIXTURES, ROOT
from tests.support.screens import HOSTILE, STEPS, TRADE, Desk, Tab, hostile_canvas

EXAMPLES: Final = tuple(sorted(path.name for path in (ROOT / "canvases").glob("example-*")))
OPEN: Final = {"rating": {"mode": "open"}}
READY: Final = {"rating": {"ready": {"a": True, "b": True}}}
SAME: Final = {"organisation": "Acme", "person": "Ana Acme"}
SECONDS: Final = 3.0

CANVASES: Final = {
    "bare": canvas(),
    "open and bare": canvas(**OPEN),
    "no aspects": canvas(aspects=[], **READY),
    "nothing matters": canvas(aspects=rated(*[((0, "core"), (0, "do"))] * 4), **READY),
    "one side only": canvas(aspects=rated(*[((3, "core"), (None, None))] * 3, ((None, "do"), (2, None))), **OPEN),
    "half a figure": canvas(
        value={"a": {"alone": "-40000.50", "together": "-0"}, "b": {"notice": "12.500"}},
        parties={"a": {"hourly_rate": {"amount": "0", "currency": "XTS"}}, "b": {"organisation": "B"}},
    ),
    "blank texts": ready_canvas(
        title="",
        parties={"a": dict.fromkeys(("organisation", "person", "title", "email", "offers"), ""), "b": {}},
        job=dict.fromkeys(("performer", "when", "want", "so_that"), ""),
        aspects=[
            aspect(1, (3, "core"), (2, "do"), text="", line={"lead": "b", "rule": ""}),
            aspect(2, (3, "leave"), (2, "want")),
        ],
        missing=[{"aspects": ["need-2"], "who": ""}, {"aspects": []}],
        roles={"a": {"does": ""}},
        commitments=[{"id": "x", "by": "a", "what": "", "gives": ""}],
    ),
    "the same names": ready_canvas(
        parties={"a": SAME, "b": SAME},
        aspects=[
            aspect(1, (3, "core"), (2, "do"), text="A need", line={"lead": "b"}),
            aspect(2, (3, "core"), (2, "do"), text="A need (2)"),
            aspect(3, (3, "leave"), (2, "leave"), text="A need"),
        ],
        missing=[{"aspects": ["need-3", "need-2"], "owner": "b"}],
        commitments=[
            {"id": "x", "by": "a", "what": "The same", "serves": ["need-3", "need-1", "need-1"]},
            {"id": "y", "by": "a", "what": "The same"},
        ],
    ),
    "ids like keys": ready_canvas(
        aspects=[aspect(1, id="x"), aspect(2, id="text-x"), aspect(3, id="text-aspect-x")],
        commitments=[{"id": "x", "by": "a", "what": "x"}, {"id": "x-what", "by": "b", "what": "y"}],
    ),
    "far days": ready_canvas(
        commitments=[{"id": "x", "by": "a", "what": "x", "due": "2199-12-31", "every": {"days": 520}}],
        review={"next": "2000-01-01", "every": {"months": 1}},
        meetings=[
            {"started": "9998-01-01T00:00:00+00:00"},
            {"started": "0001-01-02T00:00:00+00:00", "clock": {"running_since": "0001-01-02T00:00:00+00:00"}},
        ],
    ),
    "ready": ready_canvas(complement_test={}, choice={}),
    "large": large_canvas(200).revise(**READY),
    "large and open": large_canvas(200).revise(aspects=complementary_aspects(), **OPEN),
    **{f"hostile {first}": hostile_canvas(first) for first in range(0, len(HOSTILE), 6)},
}
ON_DISK: Final = {"any script": FIXTURES / "any-script", **{name: ROOT / "canvases" / name for name in EXAMPLES}}


@dataclass
class Look:
    """What one page was like, and how much of the processor's time it took at its slowest."""

    broken: bool
    seconds: float
    markdown: list[str]
    drawn: list[str]
    said: list[str]


@dataclass
class Tour:
    """A look at every page of one canvas, and all files before and after."""

    looks: dict[str, Look]
    before: dict[str, bytes]
    after: dict[str, bytes]


@pytest.fixture(scope="module", params=[*CANVASES, *ON_DISK])
def tour(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    """Open a canvas at every page, twice, so that what the widgets say comes back to the script."""
    with pytest.MonkeyPatch.context() as patch:
        desk = Desk(tmp_path_factory.mktemp("desk"), patch)
        desk.canvases.mkdir()
        opened = _laid_out(desk, request.param)
        before = desk.everything()
        tab = Tab()
        looks = {"library": _look(tab), "check": _look(tab.go(check="sheet"))}
        for step in STEPS:
            looks[step] = _look(tab.go(canvas=opened, step=step))
        looks["rate"] = _look(tab.go(canvas=opened, step="aspects", view="rate"))
        yield Tour(looks, before, desk.everything())


def _laid_out(desk: Desk, name: str) -> str:
    found: Canvas | Path = CANVASES[name] if name in CANVASES else ON_DISK[name]
    if isinstance(found, Canvas):
        return desk.put(found)
    return found.name if found.name in EXAMPLES else desk.take(found)


def _look(tab: Tab) -> Look:
    start = time.process_time()
    tab.run()
    seconds = time.process_time() - start
    return Look(tab.broken(), seconds, tab.markdown(), tab.drawn(), tab.plainly())


def test_every_page_opens(tour: Tour) -> None:
    """No page fails on any canvas that the format allows."""
    assert len(tour.looks) == len(STEPS) + 3
    assert [page for page, look in tour.looks.items() if look.broken] == []


def test_looking_writes_nothing(tour: Tour) -> None:
    """Whoever only looks leaves every file as it is to the byte, and makes none."""
    assert tour.after == tour.before


def test_no_page_keeps_people_waiting(tour: Tour) -> None:
    """Not even with 200 needs does a page take more than 3 seconds of the processor."""
    assert {page: look.seconds for page, look in tour.looks.items() if look.seconds > SECONDS} == {}


def test_no_word_of_the_trade_is_on_a_page(tour: Tour) -> None:
    """Nothing that a florist would have to look up stands on any page, but under "for experts"."""
    found = {page: [text for text in look.said if TRADE.search(text)] for page, look in tour.looks.items()}
    assert {page: texts for page, texts in found.items() if texts} == {}


def test_what_people_typed_does_not_act(tour: Tour) -> None:
    """No text of a person stands unescaped where Markdown is read, or as an element where HTML is."""
    blocks = {words for words in HOSTILE if re.match(r"[#-]|\d", words)}  # act at the beginning of a line alone
    anywhere = "|".join(re.escape(words) for words in HOSTILE if words not in blocks)
    acting = re.compile(rf"(?<!\\)(?:{anywhere})|^(?:{'|'.join(map(re.escape, blocks))})", re.MULTILINE)
    leading_away = re.compile(
        r'<a (?!href="#[a-z0-9-]+"(?: class="[a-z-]+")?>)'
    )  # links of our own lead within the page
    for page, look in tour.looks.items():
        assert [text for text in look.markdown if acting.search(text)] == [], page
        assert [part for part in look.drawn if leading_away.search(part) or "<img src=http" in part] == [], page


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 6))
def test_what_people_typed_shows_letter_for_letter(first: int, desk: Desk) -> None:
    """Names, needs and promises read as they were typed, whatever they are made of."""
    hostile = hostile_canvas(first)
    tab = Tab(canvas=desk.put(hostile), step="commitments")
    assert tab.says(f"{hostile.parties.a.organisation} will")
    for promise in hostile.commitments:
        assert tab.says(promise.what)
    tab.go(canvas=hostile.id, step="overlap")
    assert all(tab.says(need.text) for need in hostile.aspects if need.line)
    tab.go()
    assert tab.says(f"**{hostile.title}**")
