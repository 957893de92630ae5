"""Step 6: roles, promises, suggestions, the review."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from jtbd.advice.linter import lint
from jtbd.model import Every
from tests.support.builders import canvas, parties, rated, ready_canvas
from tests.support.screens import Desk, Tab


def test_a_promise_is_added_edited_and_removed(desk: Desk) -> None:
    """It stands on its giver's side as a sentence, is worked out in place, changes with its words, and goes again."""
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="commitments")
    tab.fill("Introduce Northline ", "promise", "a")
    (promise,) = desk.read("test-canvas").commitments
    assert re.fullmatch("introduce-northline-[a-z2-7]{4}", promise.id)
    assert (promise.by, promise.what) == ("a", "Introduce Northline")
    assert tab.widget("text_input", "promise", "a").value == "", "the line is empty for the next"
    assert tab.says("Still to say: when, what Bea gets and how to tell that it is done.")
    tab.press("reword", promise.id).fill("Introduce Northline by e-mail", "text", "commitments", promise.id, "what")
    assert desk.read("test-canvas").commitments[0].what == "Introduce Northline by e-mail"
    tab.press("worded", promise.id)
    assert tab.widget("button", "reword", promise.id).label == "Introduce Northline by e-mail"
    tab.press("reword", promise.id).press("withdraw", promise.id)
    assert desk.read("test-canvas").commitments == ()


def test_a_promise_said_in_one_breath_is_taken_apart(desk: Desk) -> None:
    """What was typed on one line fills the fields, and reads as the same sentence again."""
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="commitments")
    tab.fill("send the list when Ana asks, so that Ana gets facts; done when three were sent", "promise", "b")
    (promise,) = desk.read("test-canvas").commitments
    assert (promise.what, promise.trigger, promise.gives) == ("Send the list", "when Ana asks", "facts")
    said = "Send the list, *when* Ana asks, *so that Ana gets* facts; *done when* three were sent"
    assert tab.widget("button", "reword", promise.id).label == said


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("Dr. Ruiz will call", "Call"),
        ("Harbour will call", "Call"),
        ("Ana Ruiz, partner, will call", "Call"),
        ("Ana won’t call", "Not call"),
        ("Bea will call", "Bea will call"),
    ],
)
def test_the_name_before_a_promise_is_left_away(typed: str, what: str, desk: Desk) -> None:
    """The line begins with who promises, so that nobody has to; the other party's name stays, and is advised on."""
    people = parties().revise(a={"organisation": "Harbour Estates", "person": "Dr. Ana Ruiz", "title": "partner"})
    tab = Tab(canvas=desk.put(canvas(parties=people)), step="commitments")
    assert tab.widget("text_input", "promise", "a").label == "Ana will …"
    tab.fill(typed, "promise", "a")
    (promise,) = desk.read("test-canvas").commitments
    assert promise.what == what
    assert tab.says("is not Harbour Estates alone") is (what == typed)


def test_what_the_other_gets_is_told_by_any_of_its_names(desk: Desk) -> None:
    """So that Ms Ruiz gets facts: the sentence says her name by itself."""
    people = parties().revise(a={"organisation": "Harbour Estates", "person": "Nguyễn Thị Lan"})
    tab = Tab(canvas=desk.put(canvas(parties=people)), step="commitments")
    for who in ("Nguyễn Thị Lan", "Harbour Estates", "Lan"):
        tab.fill(f"send the list, so that {who} gets facts", "promise", "b")
    assert [promise.gives for promise in desk.read("test-canvas").commitments] == ["facts"] * 3


def test_both_the_line_and_its_button_add_a_promise_once(desk: Desk) -> None:
    """Leaving the line by pressing the button is one promise, not two."""
    tab = Tab(canvas=desk.put(canvas()), step="commitments")
    tab.enter("Call", "promise", "b").press("promise-button-b")
    assert [made.what for made in desk.read("test-canvas").commitments] == ["Call"]


def test_promises_change_places_on_their_own_side(desk: Desk) -> None:
    """One moves past the next of its party, whatever stands between them."""
    made = [{"id": name, "by": by, "what": name} for name, by in (("one", "a"), ("two", "b"), ("three", "a"))]
    tab = Tab(canvas=desk.put(canvas(commitments=made)), step="commitments", promise="one").press("down", "one")
    assert [made.id for made in desk.read("test-canvas").commitments] == ["three", "two", "one"]
    tab.press("reword", "three").press("up", "three")
    assert [made.id for made in desk.read("test-canvas").commitments] == ["three", "two", "one"]


def test_a_promise_that_cannot_be_kept_says_why(desk: Desk) -> None:
    """A promise with a control character is not made, and stands where it was typed."""
    tab = Tab(canvas=desk.put(canvas()), step="commitments")
    before = desk.everything()
    tab.fill("Call\u0007", "promise", "b")
    assert tab.says("Not saved: the character U+0007 cannot stand in a text: delete it")
    assert tab.widget("text_input", "promise", "b").value == "Call\u0007"
    assert desk.everything() == before


def test_a_blank_promise_is_none(desk: Desk) -> None:
    """Spaces make no promise."""
    tab = Tab(canvas=desk.put(canvas()), step="commitments")
    before = desk.everything()
    tab.fill("  ", "promise", "a")
    assert desk.everything() == before


def test_the_linter_helps_while_typing(desk: Desk) -> None:
    """Advice stands beside the field that it is about; of the blank ones only the first is advised."""
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="commitments")
    tab.fill("Try to introduce Northline", "promise", "a")
    (promise,) = desk.read("test-canvas").commitments
    tab.press("reword", promise.id)
    assert tab.says("☞ “Try” can mean anything")
    assert tab.says("☞ Say when: a date")
    assert not tab.says("☞ Say how a third person")
    tab.fill("Introduce Northline", "text", "commitments", promise.id, "what")
    assert not tab.says("☞ “Try”")


def test_a_day_is_chosen_with_one_click(desk: Desk) -> None:
    """The usual days stand beside a blank date; the day on which the two meet is among them."""
    ready = ready_canvas(review={"next": "2199-01-05"}, commitments=[{"id": "call", "by": "a", "what": "Call"}])
    tab = Tab(canvas=desk.put(ready), step="commitments", promise="call")
    tab.press("pick-commitments-call-due-when-we-meet")
    assert desk.read("test-canvas").commitments[0].due == dt.date(2199, 1, 5)
    tab.press("pick-review-next-in-6-weeks")
    ahead = desk.read("test-canvas").review.next
    assert ahead is not None
    assert 40 <= (ahead - dt.datetime.now(dt.UTC).date()).days <= 43


def test_who_leads_is_advised_beside_the_roles(desk: Desk) -> None:
    """Where both lead, or nobody, a sentence says what to say otherwise."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="commitments")
    tab.choose("lead", "choice", "roles", "b", "role")
    assert tab.says("Both of you lead, so nobody yields")


def test_give_and_take_is_told_in_words_and_as_a_table(desk: Desk) -> None:
    """A balance, what each gets, which promise serves which need; who looks for whom is said of an open one."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="commitments")
    assert tab.says(
        "Even: each promises one thing. 1 need is served by Harbour Estates, 2 by Northline Cabling, 1 by both."
    )
    (ledger,) = [html for html in tab.drawn() if "<table>" in html]
    assert "warm leads before the fit-out budget is fixed" in ledger
    assert '<th scope="row" class="open">Meet need number 4<small>nobody’s yet</small>' in ledger


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


def test_a_review_that_is_said_is_a_sentence_until_it_is_changed(desk: Desk) -> None:
    """Both its parts stand in it; while they are being said for the first time nothing closes by itself."""
    said = ready_canvas(review={"next": "2199-01-05", "every": {"weeks": 6}})
    tab = Tab(canvas=desk.put(said), step="commitments")
    again = tab.widget("button", "review-again")
    assert again.label == "You look at it again on 5 January 2199, and then every 6 weeks"
    assert not tab.app.date_input
    tab.press("review-again").fill(3, "every", "review", "every", kind="number_input")
    tab.press("review-done")
    assert tab.widget("button", "review-again").label.endswith("every 3 weeks")
    tab.go(canvas=desk.put(ready_canvas(id="blank", review={})), step="commitments")
    tab.fill(3, "every", "review", "every", kind="number_input")
    tab.fill(dt.date(2199, 1, 5), "date", "review", "next", kind="date_input")
    assert tab.widget("number_input", "every", "review", "every").value == 3


def test_the_next_review_is_kept(desk: Desk) -> None:
    """The day on which both look at it again."""
    tab = Tab(canvas=desk.put(ready_canvas(review={})), step="commitments")
    tab.fill(dt.date(2027, 1, 5), "date", "review", "next", kind="date_input")
    assert desk.read("test-canvas").review.next == dt.date(2027, 1, 5)


def test_a_suggestion_is_taken_up_as_a_promise(desk: Desk) -> None:
    """Whoever takes it up has promised the draft, whole, for the need that it is about; it is suggested no more."""
    needs = rated(((3, "core"), (3, "leave")), ((3, "leave"), (3, "leave")), ((2, "leave"), (3, "core")))
    desk.put(canvas(parties=parties(), aspects=needs, rating={"mode": "open"}, review={"next": "2199-01-05"}))
    tab = Tab(canvas="test-canvas", step="commitments")
    assert tab.says("**From what you said** · 3 open")
    tab.press("take-a-owner-need-2")
    made = desk.read("test-canvas")
    (promise,) = made.commitments
    assert (promise.by, promise.serves, promise.due) == ("a", ("need-2",), dt.date(2199, 1, 5))
    assert promise.what.startswith("Name one firm that solves")
    assert lint(promise, made) == (), "good enough to keep"
    assert tab.says("**From what you said** · 1 open")


def test_a_line_is_drawn_with_one_click(desk: Desk) -> None:
    """Who leads on a contested need leads from then on, and the other one has promised to pass it on."""
    desk.put(canvas(aspects=rated(*[((3, "core"), (3, "core"))] * 5), rating={"mode": "open"}))
    tab = Tab(canvas="test-canvas", step="commitments").press("take-a-line-need-1")
    made = desk.read("test-canvas")
    assert made.aspects[0].line is not None
    assert made.aspects[0].line.lead == "b"
    assert [(promise.by, promise.serves) for promise in made.commitments] == [("a", ("need-1",))]
    assert not any(suggestion.endswith("line-need-1") for suggestion in tab.blocks())


def test_nothing_is_suggested_behind_the_curtain(desk: Desk) -> None:
    """Suggestions, and what nobody solves, come from what both have said, so they wait until both are ready."""
    needs = rated(*[((3, "core"), (3, "core"))] * 3, ((3, "leave"), (3, "leave")))
    desk.put(canvas(aspects=needs, commitments=[{"id": "x", "by": "a", "what": "x", "serves": ["need-1"]}]))
    tab = Tab(canvas="test-canvas", step="commitments")
    assert not tab.says("From what you said")
    assert not any("Meet need number 4" in html for html in tab.drawn())
