"""Undo: each change can be taken back and made again, but never what was said behind the curtain or signed."""

from __future__ import annotations

from builders import ready_canvas
from hypothesis import given, settings, strategies as st

from jtbd.model import Canvas, SheetRecord
from jtbd.usecases import editing
from jtbd.usecases.undo import MOST, Trail, areas, restored

CANVAS = ready_canvas()
OPEN = editing.rate_openly(CANVAS, openly=True)
FIELDS = (("job", "want"), ("parties", "a", "offers"), ("title",), ("commitments", CANVAS.commitments[0].id, "gives"))
edits = st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from("wxyz")), max_size=8)


def _walked(canvas: Canvas, said: list[tuple[tuple[str, ...], str]]) -> tuple[list[Canvas], Trail]:
    states, trail = [canvas], Trail()
    for path, value in said:
        after = editing.put(states[-1], path, value)
        if after != states[-1]:
            trail = trail.changed(states[-1])
            states.append(after)
    return states, trail


@settings(max_examples=40, deadline=None)
@given(edits)
def test_every_change_goes_back_and_forth(said: list[tuple[tuple[str, ...], str]]) -> None:
    """Going all the way back shows each state in reverse, and all the way forth each again."""
    states, trail = _walked(OPEN, said)
    now = states[-1]

    for earlier in reversed(states[:-1]):
        step = trail.back(now, None)
        if step is None:  # the states left are the same as this one
            assert all(state == now for state in states[: states.index(earlier) + 1])
            break
        trail, now = step
    assert now == states[0]
    while step := trail.forth(now, None):
        trail, now = step
    assert now == states[-1]


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

    assert back[0].changed(back[1]).forth(back[1], None) is None


def test_what_was_said_behind_the_curtain_stays() -> None:
    """Outside a private turn neither party's answers are taken back, also not with a need that is put back."""
    need = CANVAS.aspects[0].id
    before = CANVAS
    answered = editing.put(before, ("aspects", need, "a", "importance"), 0)
    renamed = editing.put(answered, ("aspects", need, "text"), "Another need")

    step = Trail().changed(before).changed(answered).back(renamed, None)

    assert step
    found = step[1].aspect(need)
    assert found
    assert (found.text, found.a.importance) == (CANVAS.aspects[0].text, 0)
    assert step[0].back(step[1], None) is None


def test_a_turn_takes_back_its_own_answers_only() -> None:
    """In b's turn b's answers go back, while a's answers and the needs stay as they are."""
    need = CANVAS.aspects[0].id
    first = editing.put(CANVAS, ("aspects", need, "a", "importance"), 0)
    second = editing.put(first, ("aspects", need, "text"), "Another need")
    third = editing.put(second, ("aspects", need, "b", "importance"), 3 - (CANVAS.aspects[0].b.importance or 0))
    trail = Trail().changed(CANVAS).changed(first).changed(second)

    step = trail.back(third, "b")

    assert step
    assert step[1] == second
    assert step[0].back(step[1], "b") is None


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

    step = Trail().changed(CANVAS).back(now, None)

    assert step
    assert step[1].aspect(need.id) == need


def test_areas_name_what_differs() -> None:
    """The parts in which two states differ are named, and none where they are the same."""
    assert areas(CANVAS, CANVAS) == ()
    assert areas(CANVAS, editing.put(CANVAS, ("job", "want"), "another")) == ("job",)
