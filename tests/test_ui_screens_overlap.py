"""Step 4: the reveal, the line between the two, the empty seat."""

from __future__ import annotations

from typing import Final

import pytest
from builders import canvas, parties, rated
from screens import Desk, Tab

from jtbd.model import Canvas

READY: Final = {"a": True, "b": True}
BOTH_SOLVE: Final = ((3, "core"), (3, "core"))
HERE: Final = {"canvas": "test-canvas", "step": "overlap"}


def contested(**fields: object) -> Canvas:
    """Return a canvas with one contested need, two that complete each other and one that nobody solves."""
    needs = rated(BOTH_SOLVE, ((3, "core"), (3, "leave")), ((3, "leave"), (3, "core")), ((3, "leave"), (2, "want")))
    return canvas(**{"parties": parties(), "aspects": needs, "rating": {"ready": READY}, **fields})


@pytest.mark.parametrize(
    ("ready", "waiting"),
    [
        ({}, "Not ready yet: Harbour Estates and Northline Cabling."),
        ({"a": True}, "Not ready yet: Northline Cabling."),
        ({"b": True}, "Not ready yet: Harbour Estates."),
    ],
)
def test_the_overlap_stays_closed_until_both_are_ready(ready: dict[str, bool], waiting: str, desk: Desk) -> None:
    """The page says who is not ready and leads to the rating; no figure is on it."""
    desk.put(contested(rating={"ready": ready}))
    tab = Tab(**HERE)
    assert tab.says(waiting)
    assert not tab.app.get("plotly_chart")
    assert tab.press("to-rating").url == {"canvas": "test-canvas", "step": "aspects", "view": "rate"}


def test_the_reveal_shows_the_verdict_with_its_reasons_and_figures(desk: Desk) -> None:
    """Once both are ready: a sentence, its reasons, the map, the job, need by need, and what would flip it."""
    desk.put(contested())
    tab = Tab(**HERE)
    assert {"verdict-contested", "reasons", "flips", "importance"} <= tab.blocks()
    assert len(tab.app.get("plotly_chart")) == 4
    assert tab.says("Of all small changes of mind")


def test_a_line_moves_the_verdict(desk: Desk) -> None:
    """Saying who leads is on disk at once, and the page tells what it changes; taking it back undoes both."""
    desk.put(contested())
    tab = Tab(**HERE)
    before = tab.texts()
    tab.choose("b", "lead", "need-1")
    line = desk.read("test-canvas").aspects[0].line
    assert line is not None
    assert line.lead == "b"
    assert tab.texts() != before
    assert tab.says("✓\u2002Overlap")
    tab.fill("Northline draws the plan first ", "rule", "need-1")
    line = desk.read("test-canvas").aspects[0].line
    assert line is not None
    assert line.rule == "Northline draws the plan first"
    tab.choose(None, "lead", "need-1")
    assert desk.read("test-canvas").aspects[0].line is None
    assert tab.says("4\u2002Overlap")


def test_a_rule_that_cannot_be_kept_says_why(desk: Desk) -> None:
    """A rule with a control character leaves the line as it was."""
    needs = contested().aspects
    desk.put(contested(aspects=[needs[0].revise(line={"lead": "a"}), *needs[1:]]))
    tab = Tab(**HERE)
    before = desk.everything()
    tab.fill("first\u0007", "rule", "need-1")
    assert tab.says("Not saved: the character U+0007 cannot stand in a text: delete it")
    assert desk.everything() == before


def test_each_side_leads_under_its_own_name(desk: Desk) -> None:
    """Two people of the same organisation are told apart, and the one who was chosen leads."""
    desk.put(contested(parties={"a": {"organisation": "Acme", "person": "Ana"}, "b": {"organisation": "Acme"}}))
    tab = Tab(**HERE)
    lead = tab.widget("button_group", "lead", "need-1")
    assert lead.options == ["Acme (Ana)", "Acme (Acme)"]
    tab.choose("b", "lead", "need-1")
    line = desk.read("test-canvas").aspects[0].line
    assert line is not None
    assert line.lead == "b"


def test_who_is_missing_is_named_and_taken_back(desk: Desk) -> None:
    """A need that nobody solves gets a name and somebody who looks for it."""
    desk.put(contested())
    tab = Tab(**HERE)
    tab.fill("an insurance broker ", "who", "need-4").choose("a", "owner", "need-4")
    (gap,) = desk.read("test-canvas").missing
    assert (gap.aspects, gap.who, gap.owner) == (("need-4",), "an insurance broker", "a")
    tab.fill("", "who", "need-4").choose(None, "owner", "need-4")
    assert desk.read("test-canvas").missing == ()


def test_without_enough_answers_the_page_leads_back_to_the_rating(desk: Desk) -> None:
    """An unknown verdict says that answers are missing, and where to give them."""
    desk.put(canvas(rating={"ready": READY}, aspects=rated(((3, None), (None, None)))))
    tab = Tab(**HERE)
    assert "verdict-unknown" in tab.blocks()
    assert tab.press("to-rating").url["view"] == "rate"
