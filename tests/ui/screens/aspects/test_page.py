"""Step 3, the list of needs: add, paste, edit, move, remove."""

from __future__ import annotations

import pytest

from jtbd import editing
from jtbd.ui.state.session import Session
from tests.support.builders import aspects, canvas, ready_canvas
from tests.support.screens import Desk, Tab


def test_a_need_is_added_under_its_dimension(desk: Desk) -> None:
    """What is typed into a dimension's box becomes a need of it, and the box is empty again."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    _add(tab, "emotional", "Feel sure that nothing is forgotten", 0)
    (need,) = desk.read("test-canvas").aspects
    assert (need.dimension, need.text) == ("emotional", "Feel sure that nothing is forgotten")
    assert tab.widget("text_area", "add", "emotional", 1).value == ""


def test_a_pasted_list_becomes_a_need_for_each_line(desk: Desk) -> None:
    """Bullets, numbers and empty lines of the list are dropped, its order stays."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    _add(tab, "functional", "- Find premises\n\n• Plan the fit-out\n3. Move in a weekend\n", 0)
    assert _texts(desk) == ["Find premises", "Plan the fit-out", "Move in a weekend"]


def test_a_list_of_a_word_processor_and_its_twins(desk: Desk) -> None:
    """Its bullets go, its soft breaks are blanks; a need that was there already is pointed out as it comes in."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    _add(tab, "functional", "\uf0b7\tFind premises\u200b\r\no\tPack the files\vand the drawers", 0)
    assert _texts(desk) == ["Find premises", "Pack the files and the drawers"]
    assert not tab.says("in the list twice")
    _add(tab, "social", "☑\ufe0f find prem\u00adises.", 0)
    assert _texts(desk)[-1] == "find premises."
    assert tab.says("☞ “find premises.” stands in the list twice: keep one, or say what makes them two.")


TABLE = (
    "No\tWhat\tWhy\tScore\n1\tFind premises\tthe lease ends in March\t7\n2\tMove, gently\tmuch glass\t9\nTotal\t\t\t16"
)


def test_a_table_is_offered_column_by_column(desk: Desk) -> None:
    """A table that is pasted adds nothing before it is said which column holds the needs; scores are not offered."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    before = desk.everything()
    _add(tab, "functional", TABLE, 0)
    assert desk.everything() == before
    column = tab.labelled("selectbox", "This is a table. Which column holds the needs?")
    assert column.options == ["What: “Find premises”", "Why: “the lease ends in March”"]
    assert tab.says("“Find premises”, “Move, gently”")
    tab.press("table-add", "functional")
    assert _texts(desk) == ["Find premises", "Move, gently"]
    assert tab.widget("text_area", "add", "functional", 2).value == ""
    assert not [each for each in tab.app.selectbox if each.label == column.label]


def test_another_column_of_a_table_is_chosen(desk: Desk) -> None:
    """The column that is chosen is the one that is shown and added."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    tab.fill(TABLE, "add", "social", 0, kind="text_area")
    tab.fill(1, "column", "social", 2, 0, kind="selectbox")
    assert tab.says("“the lease ends in March”, “much glass”")
    tab.press("table-add", "social")
    assert _texts(desk) == ["the lease ends in March", "much glass"]


def test_what_only_looks_like_a_table_is_added_line_by_line(desk: Desk) -> None:
    """Whoever says that it is none gets a need for each line."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    tab.fill("a day | a night\nhere | there", "add", "social", 0, kind="text_area").press("table-lines", "social")
    assert _texts(desk) == ["a day | a night", "here | there"]


def test_the_head_of_a_table_is_no_need(desk: Desk) -> None:
    """With nothing but its head, the rows are asked for."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    before = desk.everything()
    _add(tab, "social", "| Need | Score |", 0)
    assert tab.says("This is the head of a table, or its numbers: paste the rows in which the needs stand.")
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("good\nbad\u0007", "Not saved: the character U+0007 cannot stand in a text: delete it"),
        ("x" * 601, "Not saved: shorten it to 600 characters; it has 601"),
        ("\n".join(f"need {number}" for number in range(501)), "Not saved: more than 500 do not fit into one meeting"),
    ],
)
def test_a_list_that_cannot_be_kept_stays_in_its_box(typed: str, message: str, desk: Desk) -> None:
    """All or nothing: the message says what to write, the list is still there, the file is as it was."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    before = desk.everything()
    _add(tab, "social", typed, 0)
    assert tab.says(message)
    assert tab.widget("text_area", "add", "social", 0).value == typed
    assert desk.everything() == before


def test_nothing_typed_adds_nothing(desk: Desk) -> None:
    """An empty box adds no need."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects")
    before = desk.everything()
    _add(tab, "social", "  \n ", 0)
    assert desk.everything() == before


def test_a_need_is_moved_among_those_of_its_dimension(desk: Desk) -> None:
    """Up and down change places within the dimension; the first stays first."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="aspects").fill(True, "arrange", kind="toggle")
    tab.press("down", "need-1").press("up", "need-4")
    assert _ids(desk) == ["need-2", "need-1", "need-4", "need-3", "need-5", "need-6"]
    before = desk.everything()
    tab.press("up", "need-2").press("down", "need-6")
    assert desk.everything() == before


def test_what_is_typed_for_a_need_that_is_gone_is_told(desk: Desk) -> None:
    """Where another thread of the window has removed it, the page says so and what was typed, and saves nothing."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="aspects")
    here: Session = tab.app.session_state["jtbd"]
    assert here.canvas is not None
    here.canvas = editing.remove_aspect(here.canvas, "need-3")
    tab.fill("Have the lease read", "text", "aspects", "need-3", "text")
    assert tab.says("this need was removed meanwhile, perhaps in another window")
    assert tab.says("You typed “Have the lease read”. Add the need again if you both want it.")
    assert desk.read("test-canvas") == ready_canvas()


def test_a_need_is_removed_with_all_that_refers_to_it(desk: Desk) -> None:
    """Promises that served it serve it no more."""
    Tab(canvas=desk.put(ready_canvas()), step="aspects").press("remove", "need-3")
    kept = desk.read("test-canvas")
    assert kept.aspect("need-3") is None
    assert [promise.serves for promise in kept.commitments] == [(), ("need-1",)]


def test_a_job_step_can_be_chosen_and_taken_back(desk: Desk) -> None:
    """The list of steps has one that stands for none."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="aspects").fill(True, "arrange", kind="toggle")
    for chosen, kept in (("prepare", "prepare"), ("", None)):
        tab.fill(chosen, "choice", "aspects", "need-1", "step", kind="selectbox")
        assert desk.read("test-canvas").aspects[0].step == kept


def test_a_list_is_written_or_arranged(desk: Desk) -> None:
    """A need is a field to write in or, where order and job steps are asked for, text; no need, nothing to arrange."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="aspects")
    assert tab.labelled("text_input", "Need Meet need number 1").value == "Meet need number 1"
    assert not tab.app.selectbox
    tab.fill(True, "arrange", kind="toggle")
    assert tab.says("Meet need number 1")
    assert not tab.app.text_input
    assert not Tab(canvas=desk.put(canvas()), step="aspects").app.toggle


def test_many_needs_are_drawn_a_page_at_a_time(desk: Desk) -> None:
    """With more than 25 of a dimension one page of them is drawn; a need that is added shows on the last."""
    tab = Tab(canvas=desk.put(canvas(aspects=[need.revise(dimension="functional") for need in aspects(60)])))
    tab.go(canvas="test-canvas", step="aspects")
    drawn = [widget.value for widget in tab.app.text_input]
    assert drawn == [f"Meet need number {number}" for number in range(1, 26)]
    tab.fill(2, "page", "functional", 3, kind="pagination")
    assert tab.app.text_input[0].value == "Meet need number 26"
    _add(tab, "functional", "The latest", 60)
    assert [widget.value for widget in tab.app.text_input][-1] == "The latest"
    for number in range(51, 61):
        tab.press("remove", f"need-{number}")
    tab.press("remove", desk.read("test-canvas").aspects[-1].id)
    assert tab.app.text_input[0].value == "Meet need number 1"


def test_only_a_list_with_needs_leads_to_the_rating(desk: Desk) -> None:
    """An empty list says where needs come from, even where the URL asks for the rating."""
    tab = Tab(canvas=desk.put(canvas()), step="aspects", view="rate")
    assert tab.says("Add a need above, or take a job template in step 2.")
    tab.go(canvas="test-canvas", step="aspects")
    _add(tab, "social", "Be seen as careful", 0)
    assert tab.press("next").url["view"] == "rate"
    assert "curtain" in tab.blocks()
    assert [button.label for button in tab.app.button if button.proto.type == "primary"][1:] == ["I am the host: start"]


def _add(tab: Tab, dimension: str, typed: str, count: int) -> None:
    tab.enter(typed, "add", dimension, count, kind="text_area").press("add-button", dimension)


def _texts(desk: Desk) -> list[str]:
    return [need.text for need in desk.read("test-canvas").aspects]


def _ids(desk: Desk) -> list[str]:
    return [need.id for need in desk.read("test-canvas").aspects]
