"""Undo on the screen: two buttons on every step, what they bring back, and what they leave alone."""

from __future__ import annotations

import pytest

from jtbd import editing
from jtbd.editing.undo import AREAS
from jtbd.model import Canvas
from jtbd.ui.frame.undo import _STEPS
from tests.support.builders import canvas, ready_canvas
from tests.support.screens import STEPS, Desk, Tab

WANT = ("text", "job", "want")
SAID = "move our business to new premises"


@pytest.fixture(autouse=True)
def _laid(desk: Desk) -> None:
    desk.put(ready_canvas())


def _offered(tab: Tab) -> tuple[bool, bool]:
    return (not tab.widget("button", "undo").disabled, not tab.widget("button", "redo").disabled)


def _want(tab: Tab) -> str:
    value: str = tab.widget("text_input", *WANT).value
    return value


def test_every_step_offers_both_and_nothing_to_take_back_at_first() -> None:
    """On each of the seven steps, and behind the curtain, both buttons stand in the bar, disabled."""
    tab = Tab()

    for step in STEPS:
        assert _offered(tab.go(canvas="test-canvas", step=step)) == (False, False)
    assert _offered(tab.go(canvas="test-canvas", step="aspects", view="rate")) == (False, False)


def test_what_was_taken_back_is_on_the_screen_and_on_disk(desk: Desk) -> None:
    """Undo shows the former value in its field and saves it, says what that was, and redo does the reverse."""
    tab = Tab(canvas="test-canvas", step="job").fill("move our shop", *WANT)
    assert _offered(tab) == (True, False)

    tab.press("undo")
    assert (_want(tab), desk.read("test-canvas").job.want) == (SAID, SAID)
    assert (_offered(tab), tab.says("Taken back: the job")) == ((False, True), True)

    tab.press("redo")
    assert (_want(tab), desk.read("test-canvas").job.want) == ("move our shop", "move our shop")
    assert (_offered(tab), tab.says("Made again: the job")) == ((True, False), True)


def test_the_word_on_it_goes_with_the_next_change() -> None:
    """As soon as something else is done, nothing says any more what was taken back."""
    tab = Tab(canvas="test-canvas", step="job").fill("move our shop", *WANT).press("undo")

    assert not tab.fill("move the shop", *WANT).says("Taken back")
    assert _offered(tab) == (True, False)


def test_nothing_is_lost_by_going_to_and_fro(desk: Desk) -> None:
    """Changes on several steps go back one by one from any other, each said with the way to where it is."""
    tab = Tab(canvas="test-canvas", step="parties").fill("office space", "text", "parties", "a", "offers")
    tab.go(canvas="test-canvas", step="job").fill("move our shop", *WANT)
    changed = desk.read("test-canvas")

    tab.go(canvas="test-canvas", step="value").press("undo")
    assert (desk.read("test-canvas").job.want, desk.read("test-canvas").parties.a.offers) == (SAID, "office space")
    tab.press("travelled-to")
    assert (tab.url["step"], _want(tab)) == ("job", SAID)
    tab.press("undo")
    assert desk.read("test-canvas").parties == ready_canvas().parties
    assert not [button for button in tab.app.button if button.key == "travelled-to" and button.label == "See Job"]
    tab.press("redo").press("redo")
    assert desk.read("test-canvas").revise(revision=0, updated=None) == changed.revise(revision=0, updated=None)


def test_the_trail_outlives_a_reload(desk: Desk) -> None:
    """A page that is loaded anew can still take back what was changed before."""
    Tab(canvas="test-canvas", step="job").fill("move our shop", *WANT)

    tab = Tab(canvas="test-canvas", step="job").press("undo")

    assert (_want(tab), desk.read("test-canvas").job.want) == (SAID, SAID)


def test_what_somebody_else_changed_is_not_taken_back(desk: Desk) -> None:
    """A change that was refused leaves no trace, and none is left once the other version is on the screen."""
    tab = Tab(canvas="test-canvas", step="job").fill("move our shop", *WANT)
    other = editing.put(desk.read("test-canvas"), ("job", "when"), "the roof leaks")
    desk.put(other.revise(revision=other.revision + 1))

    tab.fill("move our cat", *WANT)
    assert "conflict" in tab.blocks()
    assert _offered(tab) == (False, False)
    tab.press("theirs")
    assert _offered(tab) == (False, False)
    assert desk.read("test-canvas").job.when == "the roof leaks"


def test_an_undo_is_refused_where_the_file_was_changed_elsewhere(desk: Desk) -> None:
    """It is a change like any other: both versions are offered, and nothing is overwritten."""
    tab = Tab(canvas="test-canvas", step="job").fill("move our shop", *WANT)
    other = editing.put(desk.read("test-canvas"), ("job", "when"), "the roof leaks")
    desk.put(other.revise(revision=other.revision + 1))

    assert "conflict" in tab.press("undo").blocks()
    assert not tab.says("Taken back")
    assert desk.read("test-canvas").job == other.job


def test_an_undo_on_the_copy_of_an_example_stays_on_the_copy(desk: Desk) -> None:
    """The first change makes a copy, and taking it back leaves a copy that says what the example says."""
    tab = Tab(canvas="example-harbour-estates-northline-cabling", step="job").fill("move our shop", *WANT)
    (own,) = set(desk.own()) - {"test-canvas"}

    tab.press("undo")

    assert (_want(tab), desk.read(own).job.want) == (SAID, SAID)


# ── behind the curtain ────────────────────────────────────────────────────────────────────────────────────────────────


def _curtained(desk: Desk) -> Tab:
    """Put a canvas before its private rating on the desk, and return a tab at the curtain."""
    needs = [{"id": f"need-{n}", "dimension": "functional", "text": f"Need number {n}"} for n in (1, 2)]
    desk.put(canvas(id="curtain", aspects=needs))
    return Tab(canvas="curtain", step="aspects", view="rate")


def _answers(document: Canvas) -> list[tuple[object, object]]:
    return [(aspect.a.importance, aspect.b.importance) for aspect in document.aspects]


def _rate(tab: Tab, party: str, need: str, value: int) -> Tab:
    """Answer in Streamlit's own fields, which AppTest sees."""
    if not tab.widget("toggle", "plain-fields").value:
        tab.fill(True, "plain-fields", kind="toggle")
    (field,) = [field for field in tab.app.selectbox if (field.key or "").endswith(f"-{need}-{party}-importance")]
    field.set_value(value)
    return tab.run()


def test_only_ones_own_answers_go_back_and_only_in_ones_own_turn(desk: Desk) -> None:
    """A's answers go back in A's turn alone: not behind the curtain, not in B's turn, nor when both are done."""
    tab = _curtained(desk).press("turn-a")
    _rate(_rate(tab, "a", "need-1", 3), "a", "need-2", 2)
    tab.press("undo")
    assert _answers(desk.read("curtain")) == [(3, None), (None, None)]
    assert tab.says("Taken back: the rating")
    tab.press("redo")
    assert _answers(desk.read("curtain")) == [(3, None), (2, None)]

    assert _offered(tab.press("done").press("done-anyway")) == (False, False)
    assert tab.press("turn-b").press("undo").says("Nothing to take back")
    _rate(tab, "b", "need-1", 1).press("undo")
    assert _answers(desk.read("curtain")) == [(3, None), (2, None)]
    assert tab.press("undo").says("Nothing to take back")
    assert _offered(tab.press("done").press("done-anyway")) == (False, False)


def test_beside_the_grid_both_can_be_pressed(desk: Desk) -> None:
    """An answer draws the grid alone anew, so the buttons do not wait to be told that there is something to do."""
    tab = _curtained(desk)

    assert _offered(tab) == (False, False)
    assert _offered(tab.press("turn-a")) == (True, True)
    assert tab.press("redo").says("Nothing to make again")


def test_nothing_of_the_others_answers_reaches_the_page(desk: Desk) -> None:
    """In B's turn, undo and redo send the browser none of A's answers, nor that there were any."""
    pages = []
    for a_said in (None, 0, 3):
        tab = _curtained(desk).press("turn-a")
        if a_said is not None:
            _rate(tab, "a", "need-1", a_said)
        tab.press("done").press("done-anyway").press("turn-b")
        sent = [tab.everything(), _rate(tab, "b", "need-2", 1).everything()]
        sent += [tab.press("undo").everything(), tab.press("redo").everything()]
        pages.append(sent)

    assert pages[0] == pages[1] == pages[2]


# ── what it is called ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_everything_that_can_be_taken_back_has_its_step() -> None:
    """Only a canvas's title and its place in the archive are on no step."""
    assert {*AREAS} - {*_STEPS} == {"title", "archived"}
