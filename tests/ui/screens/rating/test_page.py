"""Step 3, the rating: the curtain, each party's private turn, and rating openly together."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

import pytest

from jtbd.errors import CannotWrite
from jtbd.model import Canvas
from jtbd.ui import direct, state
from jtbd.ui.frame import openings as opened
from jtbd.usecases.canvases.openings import Opening, openings
from tests.support.builders import aspect, canvas, parties, rated, ready_canvas
from tests.support.screens import Desk, Tab

RATE: Final = {"canvas": "test-canvas", "step": "aspects", "view": "rate"}
ALMOST: Final = {"rating": {"ready": {"b": True}}}


def answered(*, a: int, b: int, **fields: Any) -> Canvas:
    """Return a canvas on which each party has given one of two sets of answers, guesses and the last one included."""
    said = ({"importance": 0, "stance": "leave", "predicts": "core"}, {"importance": 3, "stance": "do"})
    needs = [aspect(number).revise(a=said[a], b=said[b]) for number in range(1, 4)]
    choice = {"a": ("instead", None)[a], "b": ("together", None)[b]}
    return canvas(parties=parties(), aspects=needs, choice=choice, **fields)


# ── what is hidden is not in the page at all ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ready", [{}, {"a": True}, {"b": True}])
def test_the_curtain_sends_nothing_of_what_anybody_said(ready: dict[str, bool], desk: Desk) -> None:
    """To the byte, the curtain is the same page whatever both have answered; nor has it a grid."""
    pages = []
    for said in (0, 1):
        desk.put(answered(a=said, b=said, rating={"ready": ready}))
        tab = Tab(**RATE)
        assert "curtain" in tab.blocks()
        pages.append(tab.everything())
    assert not any(b"jtbd_rating_grid" in part for part in pages[0])
    assert pages[0] == pages[1]


def test_after_a_turn_the_page_is_the_curtain_again(desk: Desk) -> None:
    """“Done” draws the curtain, and then the page holds neither party's answers."""
    pages = []
    for said in (0, 1):
        desk.put(answered(a=said, b=1 - said))
        pages.append(Tab(**RATE).press("turn-a").press("done").everything())
    assert not any(b"jtbd_rating_grid" in part for part in pages[0])
    assert pages[0] == pages[1]


@pytest.mark.parametrize("place", ["commitments", "overlap", "aspects", "sign", "value", ""])
@pytest.mark.parametrize("ready", [{}, {"a": True}, {"b": True}])
def test_nothing_that_was_built_on_answers_tells_them_again(place: str, ready: dict[str, bool], desk: Desk) -> None:
    """Lines, seats, promises and roles from before stay; they and the list of meetings say no more of the answers."""
    pages = []
    for said in (0, 1):
        full = ready_canvas(complement_test={"a": ("less", "more")[said], "b": "same"}, rating={"ready": ready})
        needs = [
            need.revise(
                a={"importance": 3 * said, "stance": ("leave", "core")[said]},
                b={"importance": 3 - said, "stance": ("core", "want")[said]},
                line={"lead": "b", "rule": "Northline draws the plan"} if place == 0 else None,
            )
            for place, need in enumerate(full.aspects)
        ]
        full = full.revise(
            aspects=needs, missing=[{"aspects": [needs[-1].id], "who": "an insurance broker", "owner": "a"}]
        )
        url = {"canvas": desk.put(full.revise(id="test-canvas")), "step": place} if place else {}
        pages.append(Tab(**url).everything())
    assert pages[0] == pages[1]


# ── what was finished with is opened again only by whom it belongs to, and not unseen ─────────────────────────────────


BOTH: Final = {"ready": {"a": True, "b": True}}


@pytest.mark.parametrize("rating", [{"ready": {"b": True}}, BOTH])
def test_change_begins_with_the_answers_covered(rating: dict[str, Any], desk: Desk) -> None:
    """Whoever presses “Bea is ready · change” sees nothing of what Bea said, to the byte, and changes nothing."""
    pages = []
    for said in (0, 1):
        desk.put(answered(a=0, b=said, rating=rating))
        before = desk.everything()
        tab = Tab(**RATE).press("turn-b")
        assert tab.says("Bea’s answers are covered")
        assert desk.everything() == before
        pages.append(tab.everything())
    assert not any(b"jtbd_rating_grid" in part for part in pages[0])
    assert pages[0] == pages[1]


@pytest.mark.parametrize("way", ["leave-covered", "list", "step-job", "reload", "back"])
def test_what_is_asked_for_stays_covered_by_whichever_way_one_leaves(way: str, desk: Desk) -> None:
    """To be asked who is there opens nothing: not by leaving, not by a reload, and nothing is told of it."""
    desk.put(answered(a=0, b=1, rating=BOTH))
    before = desk.everything()
    tab = Tab(**RATE).press("turn-b")
    if way == "reload":
        tab = Tab(**tab.url)
    elif way == "back":
        tab.go(canvas="test-canvas", step="aspects").go(**RATE)
    else:
        tab.press(way).go(**RATE)
    assert tab.says("Both are ready")
    assert not tab.says("opened again")
    assert desk.everything() == before


def test_a_turn_that_was_opened_again_is_told_at_the_reveal(desk: Desk) -> None:
    """It is told at the curtain and at the reveal, in whichever window, and after the program was killed."""
    desk.put(answered(a=0, b=1, rating={"ready": {"b": True}}))
    Tab(**RATE).press("turn-b").press("uncover")  # and the window is closed
    tab = Tab(**RATE)
    assert tab.says("Bea’s answers were opened again at ")
    assert tab.says(", after Bea had said “ready”.")
    tab.press("turn-a").press("done").press("turn-b").press("done").press("reveal")
    assert tab.says(", after Bea had said “ready”.")
    assert tab.restart_server().says(", after Bea had said “ready”.")
    assert not tab.says("Ana’s answers were opened again")


def test_what_is_opened_after_both_were_ready_is_told_as_that(desk: Desk) -> None:
    """Whoever changes answers once both were ready may have seen the other's."""
    desk.put(answered(a=0, b=1, rating=BOTH))
    tab = Tab(**RATE).press("turn-a").press("uncover").press("done").press("reveal")
    assert tab.says("Ana’s answers were opened again at ")
    assert tab.says(", after both had said “ready”.")


def test_a_first_turn_is_nothing_to_tell(desk: Desk) -> None:
    """Who was not ready has not been opened again, however often the turn is taken up."""
    desk.put(answered(a=0, b=1))
    tab = Tab(**RATE).press("turn-a").go(**RATE, short="1").press("list").go(**RATE).press("turn-a").press("done")
    tab.press("turn-b").press("done").press("reveal")
    assert not tab.says("opened again")


@pytest.mark.parametrize("broken", ["notes", "canvas"])
def test_what_cannot_be_noted_or_saved_is_not_opened(broken: str, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk refuses the note, or the change that goes with it, the answers stay covered."""
    desk.put(answered(a=0, b=1, rating={"ready": {"b": True}}))
    tab = Tab(**RATE).press("turn-b")
    module = {"notes": "jtbd.store.folder.notes.Notes.add", "canvas": "jtbd.disk.files.replace"}[broken]

    def full(*_: object, **__: object) -> None:
        raise CannotWrite("notes", "the disk is full")

    monkeypatch.setattr(module, full)
    tab.press("uncover")
    assert "curtain" in tab.blocks()
    assert not any(b"jtbd_rating_grid" in part for part in tab.everything())
    assert tab.says("the disk is full")


def test_an_example_is_opened_as_a_copy(desk: Desk) -> None:
    """Nothing is written beside a shipped example; what was opened is noted of the copy."""
    example = "example-harbour-estates-northline-cabling"
    tab = Tab(canvas=example, step="aspects", view="rate").press("turn-a").press("uncover")
    (copy,) = desk.own()
    assert tab.url["canvas"] == copy
    assert [opening.parties for opening in openings(state.home(), desk.read(copy))] == [("a",)]


def test_a_curtain_that_one_could_have_opened_alone_is_told(desk: Desk) -> None:
    """Two ticks are one hand's work: what had been said behind the curtain by then is told to have been shown."""
    desk.put(answered(a=0, b=1, rating={"ready": {"b": True}}))
    tab = Tab(**RATE)
    for party in ("a", "b"):
        tab.fill(True, f"agree-{party}", kind="checkbox")
    tab.press("openly").press("reveal")
    assert tab.says("The curtain was opened for both at ")
    assert tab.says("what Ana and Bea had said by then was shown.")
    tab.go(**RATE).press("privately")
    assert tab.says("The curtain was opened for both at ")


def test_openly_from_the_start_is_nothing_to_tell(desk: Desk) -> None:
    """Where nobody has said anything yet, nothing is opened."""
    desk.put(canvas(parties=parties(), aspects=[aspect(1)]))
    tab = Tab(**RATE)
    for party in ("a", "b"):
        tab.fill(True, f"agree-{party}", kind="checkbox")
    assert not tab.press("openly").press("reveal").says("The curtain was opened")


def _ear(tab: Tab) -> direct.Hear:
    """Return what listens at the address of the grid that is drawn now."""
    (name,) = {
        address.decode() for part in map(bytes, tab.sent()) for address in re.findall(rb"direct/([\w-]{43})", part)
    }
    return direct._listeners[name].hear


def test_the_address_of_an_open_grid_is_deaf_once_they_rate_privately(desk: Desk) -> None:
    """It knows both columns: it tells and takes nothing between the turns, and nothing in the turn of one of them."""
    desk.put(answered(a=0, b=1, rating={"mode": "open"}))
    tab = Tab(**RATE)
    hear = _ear(tab)
    assert hear({"page": "p", "cells": []})
    for button in ("privately", "turn-a"):
        tab.press(button)
        before = desk.everything()
        for cells in ([], [["need-1", "a", "importance", 1, 1]], [["need-1", "b", "importance", 1, 2]]):
            assert hear({"page": "p", "cells": cells}) is None
        assert desk.everything() == before


def test_the_address_of_a_turn_is_deaf_once_the_curtain_has_fallen(desk: Desk) -> None:
    """Who has read the address of Bea's grid in her turn is told nothing there afterwards, and answers nothing."""
    desk.put(answered(a=0, b=1))
    tab = Tab(**RATE).press("turn-b")
    report = {"page": "p", "cells": [["need-1", "b", "importance", 1, 1]]}
    hear = _ear(tab)
    assert hear({"page": "p", "cells": []})
    for button in ("done", "turn-a", "list"):
        tab.press(button)
        before = desk.everything()
        assert hear(report) is None
        assert hear({"page": "p", "cells": []}) is None
        assert desk.everything() == before


def test_many_times_are_counted_and_other_days_named() -> None:
    """Each time is named while they are few; a day is named where it is not today's."""
    now = dt.datetime(2026, 11, 27, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    known = canvas(parties=parties())

    def told(*minutes: int, **more: Any) -> list[str]:
        times = [now - dt.timedelta(minutes=ago) for ago in minutes]
        return [*opened.sentences([Opening(at, "answers", ("b",), **more) for at in times], known, now)]

    assert told(16) == ["Bea’s answers were opened again at 10:14, after Bea had said “ready”."]
    assert told(16, 6, late=True) == [
        "Bea’s answers were opened again at 10:14 and at 10:24, after both had said “ready”."
    ]
    assert told(24 * 60) == [
        "Bea’s answers were opened again at 10:30 on 26 November 2026, after Bea had said “ready”."
    ]
    assert "opened again 5 times, the last time at 10:29, after" in told(5, 4, 3, 2, 1)[0]
    assert told() == []


# ── turns ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_two_turns_lift_the_curtain(desk: Desk) -> None:
    """Each says when it is done; then both may look at the overlap."""
    desk.put(answered(a=0, b=0))
    tab = Tab(**RATE)
    assert tab.says("Hand the laptop to Ana")
    tab.press("turn-a").press("done")
    assert desk.read("test-canvas").rating.ready.a
    assert tab.says("Hand the laptop to Bea")
    tab.press("turn-b").press("done")
    assert tab.says("Both are ready")
    tab.press("reveal")
    assert tab.url["step"] == "overlap"
    assert "verdict-strip" not in tab.blocks() or not tab.broken()
    assert tab.says("The job, and who solves what of it")


def test_a_reload_during_a_turn_lands_on_the_curtain(desk: Desk) -> None:
    """A fresh page at the same URL belongs to nobody's turn."""
    desk.put(answered(a=0, b=0))
    tab = Tab(**RATE).press("turn-a")
    assert "curtain" not in tab.blocks()
    assert "curtain" in Tab(**tab.url).blocks()


@pytest.mark.parametrize(
    "elsewhere",
    [{}, {"check": "sheet"}, {"canvas": "test-canvas", "step": "aspects"}, {"canvas": "test-canvas", "step": "job"}],
)
def test_a_turn_ends_with_leaving_its_page(elsewhere: dict[str, str], desk: Desk) -> None:
    """By whichever way one leaves, the browser's own included, one comes back to the curtain."""
    desk.put(answered(a=0, b=0))
    tab = Tab(**RATE).press("turn-a")
    assert "curtain" in tab.go(**elsewhere).go(**RATE).blocks()


def test_taking_a_turn_up_again_takes_readiness_back(desk: Desk) -> None:
    """Whoever changes answers is not ready until it says so again."""
    desk.put(answered(a=0, b=0, rating={"ready": {"a": True, "b": True}}))
    tab = Tab(**RATE).press("turn-b").press("uncover")
    assert desk.read("test-canvas").rating.ready.model_dump() == {"a": True, "b": False}
    assert tab.go(canvas="test-canvas", step="overlap").says("Not ready yet: Northline Cabling.")


def test_the_last_question_is_kept_for_the_one_who_answers(desk: Desk) -> None:
    """The choice saves one party's answer and leaves the other's."""
    desk.put(answered(a=1, b=0))
    tab = Tab(**RATE).press("turn-a").choose("apart", "choice", "choice", "a")
    assert desk.read("test-canvas").choice.model_dump() == {"a": "apart", "b": "together"}
    tab.choose(None, "choice", "choice", "a")
    assert desk.read("test-canvas").choice.a is None


def test_guessing_is_asked_for_only_where_it_is_wanted(desk: Desk) -> None:
    """The grid asks what the other will say once the party has said that it likes to guess."""
    desk.put(answered(a=0, b=0))
    tab = Tab(**RATE).press("turn-a")
    assert not any(b'"predicts": "core"' in part for part in tab.everything())
    tab.fill(True, "predict", "a", kind="toggle")
    assert any(b'"predicts": "core"' in part for part in tab.everything())


def test_a_choice_and_the_click_that_leaves_arrive_together(desk: Desk) -> None:
    """In the plain fields, too, what is chosen at the same moment as “done” is on disk."""
    desk.put(answered(a=0, b=0))
    tab = Tab(**RATE).press("turn-a").fill(True, "plain-fields", kind="toggle")
    (field,) = [box for box in tab.app.selectbox if (box.key or "").endswith("-need-1-a-importance")]
    field.set_value(3)
    tab.press("done")
    kept = desk.read("test-canvas").aspect("need-1")
    assert kept
    assert kept.a.importance == 3


def test_two_of_the_same_first_name_are_told_apart(desk: Desk) -> None:
    """Two Anas are called by their full names at the curtain."""
    people = {"a": {"person": "Ana Ruiz"}, "b": {"person": "Ana Lund"}}
    desk.put(canvas(parties=people, aspects=rated(((None, None), (None, None)))))
    tab = Tab(**RATE)
    assert tab.says("I am Ana Ruiz: start")
    assert tab.says("I am Ana Lund: start")


# ── what is blank is seen ─────────────────────────────────────────────────────────────────────────────────────────────


def _with_blanks() -> Canvas:
    said: list[dict[str, Any]] = [{"importance": 3, "stance": "core"}, {"importance": 0}, {}, {"stance": "leave"}]
    needs = [
        aspect(number).revise(a=answers, text=text)
        for number, (answers, text) in enumerate(
            zip(said, ("Pack", "Lift *all* boxes", "Ştergeţi praful", "鍵を返す"), strict=True), 1
        )
    ]
    return canvas(parties=parties(), aspects=needs)


def test_done_with_blanks_says_how_many_and_which(desk: Desk) -> None:
    """Blank answers keep the curtain open until somebody says that they stay blank; a double click does not say it."""
    desk.put(_with_blanks())
    tab = Tab(**RATE).press("turn-a").press("done")
    for _ in range(2):
        assert not desk.read("test-canvas").rating.ready.a
        assert "curtain" not in tab.blocks()
        assert tab.says("**4 answers are still blank:**")
        assert tab.says(
            "- Lift *all* boxes: what you do about it\n"
            "- Ştergeţi praful: how much it matters and what you do about it\n- 鍵を返す: how much it matters"
        )
        assert not tab.says("- Pack")
        tab.press("done")
    tab.press("done-anyway")
    assert desk.read("test-canvas").rating.ready.a
    assert "curtain" in tab.blocks()
    assert not tab.says("still blank")


def test_blanks_are_not_told_before_one_is_done_nor_to_the_next(desk: Desk) -> None:
    """What was told goes with the turn, by whichever way it ends, and is told anew in the next."""
    desk.put(_with_blanks())
    tab = Tab(**RATE).press("turn-a")
    assert not tab.says("still blank")
    assert tab.press("done").says("still blank")
    tab.press("step-job").go(**RATE)
    assert not tab.press("turn-b").says("still blank")
    assert tab.press("done").says("**8 answers are still blank:**")


def test_what_is_answered_is_no_longer_told(desk: Desk) -> None:
    """While blanks are told, each answer takes itself off the list; after the last one, done is one click again."""
    desk.put(_with_blanks())
    tab = Tab(**RATE).press("turn-a").fill(True, "plain-fields", kind="toggle").press("done")
    answers = (("need-2", "stance", "want", 3), ("need-3", "importance", 0, 2), ("need-4", "importance", 1, 1))
    for need, name, value, left in (*answers, ("need-3", "stance", "do", 0)):
        (box,) = [box for box in tab.app.selectbox if (box.key or "").endswith(f"-{need}-a-{name}")]
        box.set_value(value)
        tab.run()
        word = "answer is" if left == 1 else "answers are"
        assert tab.says(f"**{left} {word} still blank:**") is bool(left)
    assert "curtain" in tab.press("done").blocks()
    assert desk.read("test-canvas").rating.ready.a


# ── openly together ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_rating_openly_needs_the_agreement_of_both(desk: Desk) -> None:
    """One party's agreement alone opens no curtain."""
    desk.put(answered(a=0, b=0))
    tab = Tab(**RATE)
    assert tab.widget("button", "openly").disabled
    assert tab.fill(True, "agree-a", kind="checkbox").widget("button", "openly").disabled
    tab.fill(True, "agree-b", kind="checkbox").press("openly")
    assert desk.read("test-canvas").rating.mode == "open"
    assert "curtain" not in tab.blocks()
    assert any(b'"said": "Not enough is said yet' in part for part in tab.everything())


def test_going_back_to_private_starts_both_turns_anew(desk: Desk) -> None:
    """Nobody is ready any more, the curtain is drawn, and agreement has to be given again."""
    desk.put(answered(a=0, b=0, rating={"mode": "open", "ready": {"a": True, "b": True}}))
    tab = Tab(**RATE).press("privately")
    rating = desk.read("test-canvas").rating
    assert (rating.mode, rating.ready.a, rating.ready.b) == ("private", False, False)
    assert "curtain" in tab.blocks()
    assert tab.widget("button", "openly").disabled
    assert "curtain" in tab.go(canvas="test-canvas", step="overlap").blocks()
