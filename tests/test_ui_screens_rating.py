"""Step 3, the rating: the curtain, each party's private turn, and rating openly together."""

from __future__ import annotations

from typing import Any, Final

import pytest
from builders import aspect, canvas, parties, rated
from screens import Desk, Tab

from jtbd.model import Canvas

RATE: Final = {"canvas": "test-canvas", "step": "aspects", "view": "rate"}
ALMOST: Final = {"rating": {"ready": {"b": True}}}


def answered(*, a: int, b: int, **fields: Any) -> Canvas:
    """Return a canvas on which each party has given one of two sets of answers, guesses and the last one included."""
    said = ({"importance": 0, "stance": "leave", "predicts": "core"}, {"importance": 3, "stance": "do"})
    needs = [aspect(number).revise(a=said[a], b=said[b]) for number in range(1, 4)]
    test = {"a": ("less", None)[a], "b": ("more", None)[b]}
    return canvas(parties=parties(), aspects=needs, complement_test=test, **fields)


# ── what is hidden is not in the page at all ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("party", "hidden"), [("a", "b"), ("b", "a")])
def test_a_turn_sends_nothing_of_what_the_other_said(party: str, hidden: str, desk: Desk) -> None:
    """To the byte, a private turn is the same page whatever the other party has answered."""
    pages = []
    for said in (0, 1):
        desk.put(answered(**{party: 0, hidden: said}))
        pages.append(Tab(**RATE).press("turn", party).everything())
    assert any(b"jtbd_rating_grid" in part and b'"importance": 0' in part for part in pages[0])
    assert pages[0] == pages[1]


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


@pytest.mark.parametrize("step", ["parties", "job", "aspects", "overlap", "value", "commitments", "sign"])
def test_no_step_tells_what_was_said_before_both_are_ready(step: str, desk: Desk) -> None:
    """While one of the two is not ready, every step is the same page whatever was answered so far."""
    pages = []
    for said in (0, 1):
        desk.put(answered(a=said, b=said, **ALMOST))
        pages.append(Tab(canvas="test-canvas", step=step).everything())
    assert pages[0] == pages[1]


def test_after_a_turn_the_page_is_the_curtain_again(desk: Desk) -> None:
    """“Done” draws the curtain, and then the page holds neither party's answers."""
    pages = []
    for said in (0, 1):
        desk.put(answered(a=said, b=1 - said))
        pages.append(Tab(**RATE).press("turn-a").press("done").everything())
    assert not any(b"jtbd_rating_grid" in part for part in pages[0])
    assert pages[0] == pages[1]


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
    assert "verdict-map" not in tab.blocks() or not tab.broken()
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
    tab = Tab(**RATE).press("turn-b")
    assert desk.read("test-canvas").rating.ready.model_dump() == {"a": True, "b": False}
    assert tab.go(canvas="test-canvas", step="overlap").says("Not ready yet: Northline Cabling.")


def test_the_last_question_is_kept_for_the_one_who_answers(desk: Desk) -> None:
    """The complement test saves one party's answer and leaves the other's."""
    desk.put(answered(a=1, b=0))
    tab = Tab(**RATE).press("turn-a").choose("same", "choice", "complement_test", "a")
    assert desk.read("test-canvas").complement_test.model_dump() == {"a": "same", "b": "more"}
    tab.choose(None, "choice", "complement_test", "a")
    assert desk.read("test-canvas").complement_test.a is None


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
        assert tab.says("- Lift *all* boxes: stance\n- Ştergeţi praful: importance and stance\n- 鍵を返す: importance")
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
