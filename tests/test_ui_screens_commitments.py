"""Step 6: roles, promises, suggestions, the review."""

from __future__ import annotations

import datetime as dt

from builders import canvas, parties, rated, ready_canvas
from screens import Desk, Tab

from jtbd.model import Every


def test_a_promise_is_added_edited_and_removed(desk: Desk) -> None:
    """It stands on its giver's side, opens to be worked out, changes its heading with its words, and goes again."""
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="commitments")
    tab.enter("Introduce Northline ", "promise-a", 0).press("promise-button-a")
    (promise,) = desk.read("test-canvas").commitments
    assert (promise.id, promise.by, promise.what) == ("introduce-northline", "a", "Introduce Northline")
    assert tab.widget("text_input", "promise-a", 1).value == ""
    tab.fill("Introduce Northline by e-mail", "text", "commitments", promise.id, "what")
    assert desk.read("test-canvas").commitments[0].what == "Introduce Northline by e-mail"
    assert any(box.label.startswith("Introduce Northline by e-mail") for box in tab.app.expander)
    tab.press("withdraw", promise.id)
    assert desk.read("test-canvas").commitments == ()


def test_a_promise_that_cannot_be_kept_says_why(desk: Desk) -> None:
    """A promise with a control character is not made, and stands where it was typed."""
    tab = Tab(canvas=desk.put(canvas()), step="commitments")
    before = desk.everything()
    tab.enter("Call\u0007", "promise-b", 0).press("promise-button-b")
    assert tab.says("Not saved: the character U+0007 cannot stand in a text: delete it")
    assert tab.widget("text_input", "promise-b", 0).value == "Call\u0007"
    assert desk.everything() == before


def test_a_blank_promise_is_none(desk: Desk) -> None:
    """Spaces make no promise."""
    tab = Tab(canvas=desk.put(canvas()), step="commitments")
    before = desk.everything()
    tab.enter("  ", "promise-a", 0).press("promise-button-a")
    assert desk.everything() == before


def test_the_linter_helps_while_typing(desk: Desk) -> None:
    """Advice stands beneath the promise and is counted in its heading; heeding it takes it away."""
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="commitments")
    tab.enter("Try to introduce Northline", "promise-a", 0).press("promise-button-a")
    assert tab.says("☞ “Try” can mean anything")
    heading = next(box.label for box in tab.app.expander)
    tab.fill("Introduce Northline", "text", "commitments", "try-to-introduce-northline", "what")
    assert not tab.says("☞ “Try”")
    assert next(box.label for box in tab.app.expander) != heading


def test_a_cadence_is_kept_with_its_unit_and_can_be_blanked(desk: Desk) -> None:
    """Number and unit make one cadence; a button takes it back."""
    tab = Tab(canvas=desk.put(ready_canvas(review={})), step="commitments")
    tab.fill(3, "every", "review", "every", kind="number_input")
    assert desk.read("test-canvas").review.every == Every(weeks=3)
    tab.fill("months", "unit", "review", "every", kind="selectbox")
    assert desk.read("test-canvas").review.every == Every(months=3)
    tab.app.button(key=f"{tab.widget('number_input', 'every', 'review', 'every').key}-blank").click()
    tab.run()
    assert desk.read("test-canvas").review.every is None


def test_the_next_review_is_kept(desk: Desk) -> None:
    """The day on which both look at it again."""
    tab = Tab(canvas=desk.put(ready_canvas(review={})), step="commitments")
    tab.fill(dt.date(2027, 1, 5), "date", "review", "next", kind="date_input")
    assert desk.read("test-canvas").review.next == dt.date(2027, 1, 5)


def test_a_suggestion_is_taken_up_as_a_promise(desk: Desk) -> None:
    """Whoever takes it up has promised the draft, for the need that it is about, and it is suggested no more."""
    needs = rated(((3, "core"), (3, "leave")), ((3, "leave"), (3, "leave")), ((2, "leave"), (3, "core")))
    desk.put(canvas(parties=parties(), aspects=needs, rating={"mode": "open"}))
    tab = Tab(canvas="test-canvas", step="commitments")
    (heading,) = [box.label for box in tab.app.expander if "suggestions" in box.label]
    assert heading == "3 suggestions from the canvas"
    tab.press("take-a-owner-need-2")
    (promise,) = desk.read("test-canvas").commitments
    assert (promise.by, promise.serves) == ("a", ("need-2",))
    assert promise.what.startswith("Name one firm that solves")
    assert any(box.label == "1 suggestion from the canvas" for box in tab.app.expander)


def test_a_suggestion_to_draw_the_line_leads_there(desk: Desk) -> None:
    """A contested need without a line is settled on the overlap page."""
    desk.put(canvas(aspects=rated(*[((3, "core"), (3, "core"))] * 3), rating={"mode": "open"}))
    tab = Tab(canvas="test-canvas", step="commitments").press("draw-line-need-1")
    assert tab.url["step"] == "overlap"


def test_nothing_is_suggested_behind_the_curtain(desk: Desk) -> None:
    """Suggestions come from what both have said, so they wait until both are ready."""
    desk.put(canvas(aspects=rated(*[((3, "core"), (3, "core"))] * 3)))
    tab = Tab(canvas="test-canvas", step="commitments")
    assert not any("suggestion" in box.label for box in tab.app.expander)
