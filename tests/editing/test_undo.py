"""Undo: each change can be taken back and made again, but never what was said behind the curtain or signed."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from jtbd import editing
from jtbd.editing.undo import AREAS, KEPT, MOST, Trail, Trails, areas, restored
from jtbd.model import Canvas, SheetRecord
from jtbd.model.curtain import ANSWERS, Turn
from tests.support.builders import ready_canvas

CANVAS = ready_canvas()
OPEN = editing.rate_openly(CANVAS, openly=True)
FIELDS = (("job", "want"), ("parties", "a", "offers"), ("title",), ("commitments", CANVAS.commitments[0].id, "gives"))
edits = st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from("wxyz")), max_size=8)


def _walked(canvas: Canvas, said: list[tuple[tuple[str, ...], str]]) -> tuple[list[Canvas], Trail]:
    states, trail = [canvas], Trail()
    for path, value in said:
        after = editing.put(states[-1], path, value)
        if after != states[-1]:
            trail = trail.changed(states[-1], after)
            states = states[:-1] if len(states) > 1 and after == states[-2] else [*states, after]
    return states, trail


@settings(max_examples=40, deadline=None)
@given(edits)
def test_every_change_goes_back_and_forth(said: list[tuple[tuple[str, ...], str]]) -> None:
    """Going all the way back shows each state in reverse, and all the way forth each again, with any left before."""
    states, trail = _walked(OPEN, said)
    now = states[-1]

    for earlier in reversed(states[:-1]):
        step = trail.back(now, None)
        assert step
        trail, now = step
        assert now == earlier
    assert trail.back(now, None) is None
    for later in states[1:]:
        step = trail.forth(now, None)
        assert step
        trail, now = step
        assert now == later


def test_the_last_fifty_can_be_taken_back() -> None:
    """Of sixty changes the last fifty can be taken back, and no more."""
    states, trail = _walked(OPEN, [(("job", "want"), f"want {number}") for number in range(60)])
    now, count = states[-1], 0

    while step := trail.back(now, None):
        (trail, now), count = step, count + 1

    assert (count, now.job.want) == (MOST, "want 9")


def test_a_new_change_ends_the_way_forth() -> None:
    """After going back and changing something else there is nothing to go forth to."""
    states, trail = _walked(OPEN, [(("job", "want"), "one"), (("job", "want"), "two")])
    back = trail.back(states[-1], None)
    assert back

    other = editing.put(back.canvas, ("job", "want"), "three")

    assert back.trail.changed(back.canvas, other).forth(other, None) is None


def test_a_change_that_leads_back_takes_the_last_one_back() -> None:
    """An answer that a widget takes back by itself leaves the trail as an undo would have left it."""
    states, trail = _walked(OPEN, [(("job", "want"), "one"), (("job", "want"), "two")])
    back = trail.back(states[-1], None)

    assert back
    assert trail.changed(states[-1], states[-2]) == back.trail


def test_a_change_that_leads_forth_makes_the_last_one_again() -> None:
    """An answer that a widget makes again by itself leaves the trail as a redo would have left it."""
    states, trail = _walked(OPEN, [(("job", "want"), "one"), (("job", "want"), "two")])
    back = trail.back(states[-1], None)
    assert back
    further = back.trail.back(back.canvas, None)
    assert further
    forth = further.trail.forth(further.canvas, None)

    assert forth
    assert further.trail.changed(further.canvas, forth.canvas) == forth.trail
    assert forth.trail.ahead


def test_what_is_never_taken_back_leaves_no_trace() -> None:
    """A change of the clock, or of who is ready, does not push another out of the trail."""
    ready = editing.finish_turn(CANVAS, "a", done=False)

    assert ready != CANVAS
    assert Trail().changed(CANVAS, ready) == Trail()


def test_what_was_said_behind_the_curtain_stays() -> None:
    """Outside a private turn neither party's answers are taken back, also not with a need that is put back."""
    need = CANVAS.aspects[0].id
    before = CANVAS
    answered = editing.put(before, ("aspects", need, "a", "importance"), 0)
    renamed = editing.put(answered, ("aspects", need, "text"), "Another need")

    step = Trail().changed(before, answered).changed(answered, renamed).back(renamed, None)

    assert step
    found = step.canvas.aspect(need)
    assert found
    assert (found.text, found.a.importance) == (CANVAS.aspects[0].text, 0)
    assert step.trail.back(step.canvas, None) is None


def test_a_turn_takes_back_its_own_answers_only() -> None:
    """In b's turn b's answers go back, while a's answers and the needs stay as they are."""
    need = CANVAS.aspects[0].id
    first = editing.put(CANVAS, ("aspects", need, "a", "importance"), 0)
    second = editing.put(first, ("aspects", need, "text"), "Another need")
    third = editing.put(second, ("aspects", need, "b", "importance"), 3 - (CANVAS.aspects[0].b.importance or 0))
    trail = Trail((CANVAS, first, second))

    step = trail.back(third, Turn(ANSWERS, "b"))

    assert step
    assert step.canvas == second
    assert step.trail.back(step.canvas, Turn(ANSWERS, "b")) is None


def test_clock_revision_and_sheets_are_not_taken_back() -> None:
    """The revision, the meetings with their clock and the record of sheets stay as they are now."""
    record = SheetRecord(number=1, id="x", content_hash="sha256:0", state="complete")
    now = editing.put(CANVAS, ("job", "want"), "another").revise(revision=CANVAS.revision + 5, sheets=(record,))

    found = restored(now, CANVAS, None)

    assert (found.revision, found.sheets, found.job) == (now.revision, (record,), CANVAS.job)


def test_a_removed_need_comes_back_with_what_was_said_of_it() -> None:
    """A need that was removed comes back whole, answers included."""
    need = CANVAS.aspects[0]
    now = editing.remove_aspect(CANVAS, need.id)

    step = Trail().changed(CANVAS, now).back(now, None)

    assert step
    assert step.canvas.aspect(need.id) == need


def test_areas_name_what_differs() -> None:
    """The parts in which two states differ are named, and none where they are the same."""
    need = CANVAS.aspects[0].id
    changes = {
        ("job", "want"): "another",
        ("aspects", need, "text"): "Another need",
        ("aspects", need, "a", "importance"): 0,
        ("aspects", need, "line", "rule"): "Another rule",
    }
    lined = editing.draw_line(CANVAS, need, "a")
    found = [areas(lined, editing.put(lined, path, value)) for path, value in changes.items()]

    assert areas(CANVAS, CANVAS) == ()
    assert found == [("job",), ("needs",), ("ratings",), ("lines",)]
    assert areas(CANVAS, editing.remove_aspect(CANVAS, CANVAS.aspects[-1].id))[0] == "needs"


def test_every_field_of_a_canvas_is_called_something_or_kept() -> None:
    """A field that is new in the format cannot be forgotten: it is named, or never taken back."""
    named = {*AREAS, "aspects"} - {"needs", "ratings", "lines"}

    assert named | {*KEPT} == {*Canvas.model_fields}
    assert not named & {*KEPT}


def test_a_trail_is_kept_until_the_canvas_is_changed_by_somebody_else() -> None:
    """It is found again for the canvas it led to, also after a new revision of that, but for no other."""
    after = editing.put(CANVAS, ("job", "want"), "another")
    trail, trails = Trail().changed(CANVAS, after), Trails()
    trails.keep(after, trail)

    assert trails.of(after.revise(revision=after.revision + 1)) == trail
    assert trails.of(editing.put(after, ("job", "when"), "elsewhere")) == Trail()
    assert trails.of(after.revise(id="other")) == Trail()


def test_the_trail_that_was_left_alone_for_longest_is_forgotten() -> None:
    """Of three canvases with room for two, the first is forgotten unless it was changed since."""
    trails, trail = Trails(most=2), Trail((CANVAS,))
    one, two, three = (CANVAS.revise(id=name) for name in ("one", "two", "three"))

    for canvas in (one, two, one, three):
        trails.keep(canvas, trail)

    assert [trails.of(canvas) == trail for canvas in (one, two, three)] == [True, False, True]
