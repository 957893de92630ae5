"""Changes to a canvas: what is put is there, what is moved comes back, what is removed leaves no trace."""

from __future__ import annotations

import datetime as dt
import string
import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings, strategies as st
from pydantic import ValidationError

from jtbd import editing
from jtbd.errors import PartIsGone
from jtbd.model import Canvas, Dimension, Kind, Line, Missing, PartyId
from jtbd.model.canvas import MOST_ASPECTS
from jtbd.model.unseen import without_unseen
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.usecases.canvases.templates import Library, open_shelf
from jtbd.usecases.home import open_home
from tests.support.builders import aspect, canvas, large_canvas, needs_in, ready_canvas

law = settings(max_examples=60, deadline=None)
CANVAS = ready_canvas()
NEEDS = [need.id for need in CANVAS.aspects]


def _one_line(text: str) -> str:
    return without_unseen(unicodedata.normalize("NFC", text)).strip()


letters = st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" éß日本ไทยعبא𝄞")
texts = st.text(letters, min_size=1, max_size=60).map(_one_line).filter(bool)
amounts = st.integers(0, 10**9).map(str)
stances = st.sampled_from(["leave", "want", "do", "core"])
FIELDS: dict[tuple[str | int, ...], st.SearchStrategy[Any]] = {
    ("title",): texts,
    ("archived",): st.booleans(),
    ("parties", "a", "organisation"): texts,
    ("parties", "b", "hourly_rate"): st.none(),
    ("job", "so_that"): texts,
    ("meetings", 0, "place"): texts,
    ("meetings", 0, "clock", "elapsed_seconds"): st.integers(0, 10**6),
    ("aspects", "need-2", "text"): texts,
    ("aspects", 1, "step"): st.sampled_from(["define", "conclude"]),
    ("aspects", "need-4", "a", "importance"): st.integers(0, 3),
    ("aspects", "need-4", "b", "predicts"): stances,
    ("complement_test", "a"): st.sampled_from(["less", "same", "more"]),
    ("choice", "a"): st.sampled_from(["instead", "apart", "together"]),
    ("value", "currency"): st.sampled_from(["EUR", "JPY"]),
    ("value", "b", "together"): amounts,
    ("value", "four", "a", "internal", "score"): st.integers(0, 3),
    ("value", "four", "b", "civic", "text"): texts,
    ("roles", "a", "does"): texts,
    ("commitments", "survey", "done_when"): texts,
    ("commitments", 0, "every", "weeks"): st.integers(1, 520),
    ("review", "every", "months"): st.none(),
}


class Given(NamedTuple):
    """One answer, as the rating screen gives it."""

    aspect: str
    party: PartyId
    field: str
    value: int | str | None


# ── fields ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@law
@given(st.sampled_from(sorted(FIELDS, key=str)), st.data())
def test_what_is_put_is_there(path: tuple[str | int, ...], data: st.DataObject) -> None:
    """What was put at a path is what is got there, on whichever part of the canvas, also where the part was missing."""
    value = data.draw(FIELDS[path])
    assert editing.get(editing.put(CANVAS, path, value), path) == value


@law
@given(st.sampled_from(sorted(FIELDS, key=str)), st.data())
def test_putting_what_is_there_changes_nothing(path: tuple[str | int, ...], data: st.DataObject) -> None:
    """To put what is there already changes nothing, and the later of two puts counts."""
    one, two = data.draw(FIELDS[path]), data.draw(FIELDS[path])
    changed = editing.put(CANVAS, path, one)
    assert editing.put(changed, path, editing.get(changed, path)) == changed
    assert editing.put(changed, path, two) == editing.put(CANVAS, path, two)


@law
@given(*[st.sampled_from(sorted(FIELDS, key=str))] * 2, st.data())
def test_puts_at_different_paths_do_not_meet(
    here: tuple[str | int, ...], there: tuple[str | int, ...], data: st.DataObject
) -> None:
    """What is put at one path leaves every other as it was."""
    changed = editing.put(CANVAS, here, data.draw(FIELDS[here]))
    if here != there:
        assert editing.get(changed, there) == editing.get(CANVAS, there)


@pytest.mark.parametrize("blank", ["", " ", "\t ", None])
def test_a_blank_text_blanks_the_field(blank: str | None) -> None:
    """An empty text, or one of spaces, takes the field away."""
    assert editing.put(CANVAS, ("job", "so_that"), blank).job.so_that is None


def test_a_missing_part_is_nothing() -> None:
    """What stands beyond a part that is not there is None."""
    assert editing.get(canvas(), ("value", "four", "a", "internal", "score")) is None
    assert editing.get(canvas(), ("aspects", "gone", "text")) is None


@pytest.mark.parametrize(
    ("path", "called"),
    [
        (("aspects", "gone", "text"), "need"),
        (("aspects", "gone", "a", "importance"), "need"),
        (("commitments", "gone", "gives"), "promise"),
        (("meetings", 7, "place"), "coffee"),
    ],
)
def test_a_need_that_is_gone_stays_gone(path: tuple[str | int, ...], called: str) -> None:
    """To put something at an item that is not in the list changes nothing, and it is said, with what was typed."""
    with pytest.raises(PartIsGone, match=f"this {called} was removed meanwhile") as told:
        editing.put(CANVAS, path, "warm leads")
    assert "You typed “warm leads”." in told.value.remedy
    with pytest.raises(PartIsGone) as told:
        editing.put(CANVAS, path, None)
    assert told.value.remedy == f"Add the {called} again if you both want it."


def test_what_is_gone_is_neither_moved_nor_divided() -> None:
    """To move a need or a promise that was removed, or to say who leads or is missing there, changes nothing, aloud."""
    draft = editing.PromiseDraft("a", "Pass it on", Kind.REFERRAL, "it is passed on", "it", serves=("gone",))
    changes: tuple[Callable[[], Canvas], ...] = (
        lambda: editing.move_aspect(CANVAS, "gone", 1),
        lambda: editing.move_promise(CANVAS, "gone", 1),
        lambda: editing.draw_line(CANVAS, "gone", "a"),
        lambda: editing.name_missing(CANVAS, "gone", "a broker", "a"),
        lambda: editing.give_way(CANVAS, draft, dt.date(2026, 12, 1)),
    )
    for change in changes:
        with pytest.raises(PartIsGone):
            change()


@pytest.mark.parametrize(
    "path",
    [
        ("tittle",),
        ("parties", "c", "organisation"),
        ("parties", "a", "organization"),
        ("aspects", 0, "txt"),
        ("aspects", 0, "line", "leed"),
        ("value", "four", "a", "internal", "points"),
        ("value", "four", "a", "inner", "score"),
        ("title", "first"),
        ("commitment",),
    ],
)
def test_a_misspelt_path_is_a_mistake_of_the_program(path: tuple[str | int, ...]) -> None:
    """A name that is no field raises, also below a part that is missing: it is no refusal that people are told of."""
    for document in (canvas(aspects=[aspect(1)], title="x"), CANVAS):
        with pytest.raises(AttributeError):
            editing.put(document, path, "x")
        with pytest.raises(AttributeError):
            editing.get(document, path)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("aspects", 0, "a", "importance"), 4),
        (("aspects", 0, "text"), ""),
        (("parties", "a", "organisation"), "two\nlines"),
        (("title",), "x" * 201),
        (("value", "a", "alone"), "1,000"),
    ],
)
def test_what_does_not_fit_is_refused(path: tuple[str | int, ...], value: object) -> None:
    """A value that its field cannot hold is refused."""
    with pytest.raises(ValidationError):
        editing.put(CANVAS, path, value)


# ── needs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@law
@given(st.integers(2, 12), st.data())
def test_up_then_down_is_where_it_was(count: int, data: st.DataObject) -> None:
    """A need that was moved comes back by the opposite move, whatever dimensions lie between."""
    dimensions = data.draw(st.lists(st.sampled_from(list(Dimension)), min_size=count, max_size=count))
    many = canvas(aspects=[aspect(nth, dimension=dimension) for nth, dimension in enumerate(dimensions)])
    need = data.draw(st.sampled_from([known.id for known in many.aspects]))
    by = data.draw(st.integers(-3, 3))
    moved = editing.move_aspect(many, need, by)
    assert moved == many or editing.move_aspect(moved, need, -by) == many
    assert [known.dimension for known in moved.aspects] == dimensions, "only needs of one dimension change places"
    assert sorted(moved.aspects, key=str) == sorted(many.aspects, key=str)


def test_a_move_passes_the_others_by() -> None:
    """A need that moves two down lets both that it passes move up."""
    many = canvas(aspects=[aspect(nth) for nth in range(4)])
    assert [need.id for need in editing.move_aspect(many, "need-0", 2).aspects] == [
        "need-1",
        "need-2",
        "need-0",
        "need-3",
    ]


@pytest.mark.parametrize(("need", "by"), [("need-1", -1), ("need-6", 1)])
def test_a_move_beyond_the_end_does_nothing(need: str, by: int) -> None:
    """The first cannot move up, the last not down."""
    assert editing.move_aspect(CANVAS, need, by) == CANVAS


@law
@given(st.sampled_from(NEEDS), st.lists(st.sampled_from(NEEDS), unique=True, max_size=3))
def test_removing_leaves_no_reference(need: str, together: list[str]) -> None:
    """A need that was removed is referred to from nowhere, and everything else stays."""
    gaps = [Missing(aspects=tuple(together), who="a broker"), Missing(aspects=(need,), owner="a")]
    full = CANVAS.revise(missing=gaps)
    less = editing.remove_aspect(full, need)
    assert f'"{need}"' not in less.model_dump_json()
    assert [known for known in full.aspects if known.id != need] == list(less.aspects)
    assert [item.id for item in less.commitments] == [item.id for item in full.commitments]
    assert canvas_from_bytes(canvas_to_text(less).encode(), "less") == less


def test_removing_what_is_gone() -> None:
    """To remove a need twice is to remove it once."""
    less = editing.remove_aspect(CANVAS, "need-1")
    assert editing.remove_aspect(less, "need-1") == less


@pytest.mark.parametrize(
    "line",
    [
        "- Find premises",
        "* Find premises",
        "• Find premises",
        "•\tFind premises",
        "–Find premises",
        "1. Find premises",
        "12) Find premises",
        "(3) Find premises",
        "2.1. Find premises",
        "a) Find premises",
        "- [ ] Find premises",
        "[x] Find premises",
        "  ✓  Find \t premises  ",
    ],
)
def test_a_pasted_list_loses_its_marks(line: str) -> None:
    """Bullets, numbers, boxes to tick and tabs of a pasted list are not part of a need."""
    assert _added(line) == ["Find premises"]


@pytest.mark.parametrize(
    "line", ["-20 °C in the van", "1.5 m of desk each", "3 rooms", "24/7 help", "A. Smith’s advice"]
)
def test_what_looks_like_a_mark_stays(line: str) -> None:
    """Signs and numbers that belong to the text stay."""
    assert _added(line) == [line]


def test_lines_that_say_nothing() -> None:
    """Blank lines, lines of dashes and lone bullets add nothing."""
    assert _added("", "   ", "---", "•", "1.", "[ ]") == []


@law
@given(st.lists(texts, max_size=12))
def test_needs_in_any_script(lines: list[str]) -> None:
    """Each line in any script becomes a need with an id of its own; file and canvas agree on it."""
    grown = editing.add_needs(CANVAS, needs_in("\n".join(lines)), Dimension.SOCIAL)
    added = grown.aspects[len(CANVAS.aspects) :]
    assert len(added) <= len(lines)
    assert len({need.id for need in grown.aspects}) == len(grown.aspects)
    assert {*"".join(need.id for need in added)} <= {*string.ascii_lowercase, *string.digits, "-"}
    assert canvas_from_bytes(canvas_to_text(grown).encode(), "grown") == grown


def test_too_much_at_once() -> None:
    """A line that is too long, and more needs than a canvas holds, are refused whole."""
    with pytest.raises(ValidationError):
        editing.add_needs(canvas(), needs_in("\n".join(["x" * 601])), Dimension.FUNCTIONAL)
    with pytest.raises(ValidationError):
        editing.add_needs(canvas(), needs_in("\n".join(map(str, range(MOST_ASPECTS + 1)))), Dimension.FUNCTIONAL)


def test_a_template_leaves_needs_that_are_there(shelf: Library) -> None:
    """A template brings its job and its needs; taken twice it adds none again, and ratings stay."""
    template = shelf.templates[0]
    once = editing.start_from(canvas(), template)
    rated = editing.answer(once, [Given(once.aspects[0].id, "a", "importance", 3)])
    assert (once.job.statement, once.job.template) == (template.job, template.id)
    assert editing.start_from(rated, template) == rated


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped job templates."""
    return open_shelf(open_home(None, {"JTBD_CONFIG": str(tmp_path_factory.mktemp("config"))}))


# ── ratings, lines and gaps ───────────────────────────────────────────────────────────────────────────────────────────


def test_answers_are_written_down() -> None:
    """The last of several answers to one question counts, None blanks it, and a need that is gone is passed over."""
    given_now = [
        Given("need-1", "a", "importance", 1),
        Given("need-1", "a", "importance", 2),
        Given("need-1", "b", "stance", None),
        Given("gone", "b", "stance", "core"),
    ]
    rated = editing.answer(CANVAS, given_now)
    first = rated.aspects[0]
    assert (first.a.importance, first.b.stance) == (2, None)
    assert rated.aspects[1:] == CANVAS.aspects[1:]
    assert editing.answer(CANVAS, []) is CANVAS


def test_two_hundred_needs() -> None:
    """A canvas of 200 needs is rated as one of two."""
    large = large_canvas(200)
    rated = editing.answer(large, [Given(need.id, "b", "stance", "do") for need in large.aspects])
    assert {need.b.stance for need in rated.aspects} == {"do"}


def test_turns() -> None:
    """Each finishes a turn by itself; whoever goes back from rating openly starts both turns anew."""
    one = editing.finish_turn(canvas(), "a")
    assert (one.rating.ready.a, one.rating.ready.b) == (True, False)
    assert editing.finish_turn(one, "a", done=False) == editing.finish_turn(canvas(), "a", done=False)
    opened = editing.rate_openly(one, openly=True)
    assert (opened.rating.mode, opened.rating.ready.a) == ("open", True)
    closed = editing.rate_openly(opened, openly=False)
    assert (closed.rating.mode, closed.rating.ready.a, closed.rating.ready.b) == ("private", False, False)


def test_a_line_is_drawn_and_taken_back() -> None:
    """A line says who leads, with a rule or without; taken back, the canvas is as it was."""
    drawn = editing.draw_line(CANVAS, "need-5", "b", "Northline draws the plan")
    assert drawn.aspects[4].line == Line(lead="b", rule="Northline draws the plan")
    assert editing.draw_line(CANVAS, "need-5", "a", "").aspects[4].line == Line(lead="a", rule=None)
    assert editing.draw_line(drawn, "need-5", None).aspects == editing.draw_line(CANVAS, "need-5", None).aspects


@law
@given(st.lists(st.tuples(st.sampled_from(NEEDS), st.none() | texts, st.sampled_from([None, "a", "b"])), max_size=6))
def test_one_gap_for_each_need(named: list[tuple[str, str | None, PartyId | None]]) -> None:
    """However often it is said who is missing for a need, the last word counts, and no need is named twice."""
    canvas_now = CANVAS.revise(missing=[Missing(aspects=tuple(NEEDS[:3]), who="a broker", owner="b")])
    last: dict[str, tuple[str | None, PartyId | None]] = dict.fromkeys(NEEDS[:3], ("a broker", "b"))
    for need, who, owner in named:
        canvas_now = editing.name_missing(canvas_now, need, who, owner)
        last[need] = (who, owner)
    found = {need: (gap.who, gap.owner) for gap in canvas_now.missing for need in gap.aspects}
    assert found == {need: said for need, said in last.items() if said != (None, None)}
    assert sum(len(gap.aspects) for gap in canvas_now.missing) == len(found)


# ── promises ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@law
@given(texts)
def test_a_promise_is_made_and_withdrawn(what: str) -> None:
    """A promise in any script gets an id of its own; withdrawn, the canvas is as it was."""
    more = editing.promise(CANVAS, "b", what, serves=["need-1"])
    made = more.commitments[-1]
    assert (made.by, made.what, made.serves) == ("b", what, ("need-1",))
    assert editing.withdraw(more, made.id) == CANVAS
    assert editing.promise(more, "a", what).commitments[-1].id != made.id


def _added(*lines: str) -> list[str]:
    grown: Canvas = editing.add_needs(canvas(), needs_in("\n".join(lines)), Dimension.FUNCTIONAL)
    return [need.text for need in grown.aspects]
