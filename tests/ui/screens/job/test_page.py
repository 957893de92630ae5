"""Step 2: the job, from a template or from blank."""

from __future__ import annotations

from typing import Final

import pytest

from jtbd.errors import CannotWrite
from jtbd.parsing.story import GAPS, Gap
from jtbd.ui import state
from tests.support.builders import canvas, ready_canvas
from tests.support.screens import Desk, Tab

TRADE: Final = "Real estate & moving"
USE: Final = "use-move-business-premises"


def test_a_template_fills_the_job_and_the_needs_once(desk: Desk) -> None:
    """Taken twice it adds nothing twice, and the fields show what it says."""
    tab = Tab(canvas=desk.put(canvas()), step="job")
    tab.choose(TRADE, "trade").press(USE)
    first = desk.read("test-canvas")
    assert first.job.want
    assert len(first.aspects) >= 8
    assert tab.widget("text_input", "text", "job", "want").value == first.job.want
    tab.choose(TRADE, "trade").press(USE)
    assert desk.read("test-canvas").aspects == first.aspects


def test_a_template_leaves_needs_that_are_there(desk: Desk) -> None:
    """What the two have said of their own needs stays, the template's come after it."""
    before = ready_canvas()
    tab = Tab(canvas=desk.put(before), step="job")
    tab.choose(TRADE, "trade").press(USE)
    assert desk.read("test-canvas").aspects[: len(before.aspects)] == before.aspects


def test_a_template_of_ones_own_that_is_faulty_is_named(desk: Desk) -> None:
    """A file that cannot be read as a template hides no other and says where it is."""
    own = desk.config / "templates"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text("format: nothing\n", encoding="utf-8")
    tab = Tab(canvas=desk.put(canvas()), step="job")
    assert tab.says("mine.yaml")
    assert TRADE in tab.widget("button_group", "trade").options


def test_the_job_reads_as_one_sentence(desk: Desk) -> None:
    """What was typed so far is read out, in the customer's words."""
    tab = Tab(canvas=desk.put(canvas()), step="job")
    tab.fill("move our business", "text", "job", "want")
    assert tab.says("“I want to move our business.”")
    tab.fill("our lease ends", "text", "job", "when").fill("we lose no day", "text", "job", "so_that")
    assert tab.says("“When our lease ends, I want to move our business so that we lose no day.”")


def test_the_guard_points_out_a_solution(desk: Desk) -> None:
    """A party's name in the job statement may be a solution, and the guard asks at once."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="job")
    assert not tab.says("☞")
    tab.fill("hire Northline Cabling", "text", "job", "want")
    assert tab.says("☞ Is “Northline Cabling” one of you? Then write it so that it held before you were there.")


def test_what_is_waved_away_stays_away(desk: Desk) -> None:
    """It is gone from every page, window and start of the program, and none of it is in the canvas; the rest stays."""
    desk.put(ready_canvas())
    tab = Tab(canvas="test-canvas", step="job").fill("have cabling in an app", "text", "job", "want")
    before = desk.file("test-canvas").read_bytes()
    tab.click("Leave it: Is “cabling” a product of yours? Then say what it is for.")
    assert not tab.says("“cabling”")
    assert tab.says("☞ Is “app” a product?")
    assert desk.file("test-canvas").read_bytes() == before
    again = Tab(canvas="test-canvas", step="job")
    assert not again.says("“cabling”")
    assert again.says("☞ Is “app” a product?")
    assert not again.restart_server().says("“cabling”")
    again = Tab(canvas="test-canvas", step="aspects").fill("Have good cabling", "text", "aspects", "need-1", "text")
    assert not again.says("“cabling”")
    again.fill("Have good networks", "text", "aspects", "need-1", "text")
    assert again.says("☞ Is “networks” a product of yours?")
    again.click("Leave it: Is “networks” a product of yours? Then say what it is for.")
    assert not again.says("“networks”")
    other = ready_canvas(id="other", job={"want": "have cabling in an app"})
    assert tab.go(canvas=desk.put(other), step="job").says("☞ Is “cabling”"), "nothing was waved away from this one"


def test_what_was_waved_away_by_its_sentence_stays_away(desk: Desk) -> None:
    """An older note, which has only the sentence, still counts; a newer one has that last too, to be read."""
    desk.put(ready_canvas(job={"want": "have cabling in an app"}))
    store = state.home().store
    store.note("test-canvas", "waved", "offer", "Is “cabling” a product of yours? Then say what it is for.")
    tab = Tab(canvas="test-canvas", step="job")
    assert not tab.says("“cabling”")
    tab.click("Leave it: Is “app” a product? Then write what customers want to get done with it.")
    assert [note.said for note in store.notes("test-canvas")][-1] == (
        "waved",
        "solution",
        "solution app",
        "Is “app” a product? Then write what customers want to get done with it.",
    )
    assert not Tab(canvas="test-canvas", step="job").says("☞")


def test_where_nothing_can_be_noted_it_stays_away_in_this_window(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses the note brings no advice back at once."""

    def full(*_: object, **__: object) -> None:
        raise CannotWrite("notes", "the disk is full")

    desk.put(ready_canvas(job={"want": "use the software"}))
    tab = Tab(canvas="test-canvas", step="job")
    monkeypatch.setattr("jtbd.store.folder.notes.Notes.add", full)
    (button,) = [button for button in tab.app.button if button.label.startswith("Leave it")]
    button.click()
    assert not tab.run().says("☞")
    assert not tab.broken()
    assert not tab.go(canvas="test-canvas", step="parties").go(canvas="test-canvas", step="job").says("☞")


def test_a_whole_story_is_offered_taken_apart(desk: Desk) -> None:
    """Written into one gap, its parts go into theirs by one click; what stood in the others stays."""
    tab = Tab(canvas=desk.put(canvas(job={"performer": "owner of a firm"})), step="job")
    tab.fill("When our lease ends, I want to move to new rooms, so I can work on.", "text", "job", "so_that")
    assert tab.says("That is the whole sentence: *when* our lease ends · *I want to* move to new rooms")
    tab.press("take-apart")
    job = desk.read("test-canvas").job
    assert (job.performer, job.when, job.want) == ("owner of a firm", "our lease ends", "move to new rooms")
    assert job.so_that == "I can work on"
    assert tab.widget("text_input", "text", "job", "want").value == "move to new rooms"
    assert not tab.says("That is the whole sentence")


def test_one_performer_of_two_is_asked_for(desk: Desk) -> None:
    """Two who are joined by "or" want different things, so the page asks which it is."""
    tab = Tab(canvas=desk.put(canvas(job={"performer": "owner or manager of a firm"})), step="job")
    assert tab.says("“or” leaves open who")


STORY: Final = "As the owner of a firm, when our lease ends, I want to move our desks, so I can sleep"


@pytest.mark.parametrize("gap", GAPS)
def test_a_story_is_taken_apart_from_whichever_gap(gap: Gap, desk: Desk) -> None:
    """Pasted into any of the four it is offered, and each part then stands in its own."""
    tab = Tab(canvas=desk.put(canvas()), step="job").fill(STORY, "text", "job", gap).press("take-apart")
    job = desk.read("test-canvas").job
    assert (job.performer, job.when) == ("the owner of a firm", "our lease ends")
    assert (job.want, job.so_that) == ("move our desks", "I can sleep")
    assert tab.widget("text_input", "text", "job", gap).value == getattr(job, gap)


def test_a_story_that_is_too_long_for_its_gap_is_taken_apart_all_the_same(desk: Desk) -> None:
    """What does not fit where it was pasted fits in its parts; that it replaces something is said before."""
    tab = Tab(canvas=desk.put(canvas(job={"want": "stay", "so_that": "we rest"})), step="job")
    tab.fill(f"As an owner, I want to move our {'very ' * 40}old desks", "text", "job", "performer")
    assert tab.says("Not saved: shorten it to 200 characters")
    assert tab.widget("button", "take-apart").label == "Take it apart, in place of what stands there"
    tab.press("take-apart")
    job = desk.read("test-canvas").job
    assert (job.performer, job.when, job.so_that) == ("an owner", None, "we rest")
    assert job.want == f"move our {'very ' * 40}old desks"
    assert not tab.says("Not saved")
