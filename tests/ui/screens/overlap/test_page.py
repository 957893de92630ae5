"""Step 4: the reveal, the line between the two, the empty seat."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest

from jtbd.model import Aspect, Canvas
from tests.support.builders import canvas, large_canvas, parties, rated
from tests.support.screens import Desk, Tab

READY: Final = {"a": True, "b": True}
BOTH_SOLVE: Final = ((3, "core"), (3, "core"))
ONE_SOLVES: Final = ((3, "core"), (3, "leave"))
HERE: Final = {"canvas": "test-canvas", "step": "overlap"}


def pictures(tab: Tab) -> list[str]:
    """Return the figures on the page."""
    return [drawn for drawn in tab.drawn() if not drawn.startswith("<style")]


def contested(**fields: object) -> Canvas:
    """Return a canvas with one contested need, two that complete each other and one that nobody solves."""
    needs = rated(BOTH_SOLVE, ((3, "core"), (3, "leave")), ((3, "leave"), (3, "core")), ((3, "leave"), (2, "want")))
    return canvas(**{"parties": parties(), "aspects": needs, "rating": {"ready": READY}, **fields})


@pytest.mark.parametrize(
    ("ready", "waiting"),
    [
        ({}, "Not ready yet: Harbour Estates and Northline Cabling."),
        ({"a": True}, "Not ready yet: Northline Cabling."),
        ({"b": True}, "Not ready yet: Harbour Estates."),
    ],
)
def test_the_overlap_stays_closed_until_both_are_ready(ready: dict[str, bool], waiting: str, desk: Desk) -> None:
    """The page says who is not ready and leads to the rating; no figure is on it."""
    desk.put(contested(rating={"ready": ready}))
    tab = Tab(**HERE)
    assert tab.says(waiting)
    assert not pictures(tab)
    assert not any(b"Meet need" in sent for sent in tab.everything()), (
        "nothing that was asked or answered is in the page"
    )
    assert tab.press("to-rating").url == {"canvas": "test-canvas", "step": "aspects", "view": "rate"}


def test_the_reveal_shows_the_verdict_with_its_reasons_and_figures(desk: Desk) -> None:
    """Once both are ready: a sentence, its reasons, the strip, the job, need by need, and what would flip it."""
    desk.put(contested())
    tab = Tab(**HERE)
    assert {
        "verdict-contested",
        "reasons",
        "verdict-strip",
        "job-bar",
        "needs",
        "behind",
        "importance",
        "flips",
    } <= tab.blocks()
    assert tab.says(
        "You complete each other, with ground to divide: *of what has to get done, 26\u00a0% is solved by both"
    )
    drawn = "".join(pictures(tab))
    for picture in ("verdict-strip", "bars", "figure needs", "figure turns", "figure chains"):
        assert f'class="{picture}"' in drawn
    assert "small changes would leave this verdict as it is" in drawn


def test_figures_need_no_library_of_their_own(desk: Desk) -> None:
    """The reveal is HTML: opening it loads no plotly."""
    desk.put(contested())
    assert not Tab(**HERE).app.get("plotly_chart")


def test_first_sight_is_once(desk: Desk) -> None:
    """The reveal comes slowly the first time that a tab shows it, and is simply there from then on."""
    desk.put(contested())
    tab = Tab(**HERE)
    assert "reveal-first" in tab.blocks()
    assert "reveal" in tab.run().blocks()


def test_needs_lead_to_their_lines_and_seats(desk: Desk) -> None:
    """What a row of a figure leads to is on the page, under that id."""
    desk.put(contested())
    drawn = "".join(pictures(Tab(**HERE)))
    targets = set(re.findall(r'href="#([^"]+)"', drawn))
    assert {"line-need-1", "missing-need-4"} <= targets
    assert targets <= set(re.findall(r'id="([^"]+)"', drawn))


def test_many_needs_are_folded(desk: Desk) -> None:
    """Of 200 needs twelve lines and seats are in sight; a switch shows all of them."""
    desk.put(large_canvas().revise(rating={"ready": READY}))
    tab = Tab(canvas="large-200", step="overlap")

    def rows(kind: str) -> int:
        return sum(f'id="{kind}' in html and "row-need" in html for html in tab.drawn())

    assert (rows("line-"), rows("missing-")) == (12, 12)
    tab.fill(True, "all-lines", kind="toggle")
    assert rows("line-") > 12


RIVALS: Final = rated(*[BOTH_SOLVE] * 4)
STRANGERS: Final = rated(((3, "core"), (0, "leave")), ((0, "leave"), (3, "core")), ((3, "core"), (0, "leave")))
PARTNERS: Final = rated(ONE_SOLVES, ((3, "leave"), (3, "core")), ONE_SOLVES)


@pytest.mark.parametrize(
    ("needs", "said", "ways"),
    [
        (contested().aspects, "Draw the line, need by need", {"to-leading"}),
        (PARTNERS, "Say who leads, and promise one thing each", {"to-leading"}),
        (RIVALS, "Divide what both of you solve", {"overflow", "part"}),
        (STRANGERS, "Try another job of the same customers", {"another-job", "favour", "part"}),
    ],
)
def test_every_verdict_leads_somewhere(needs: tuple[Aspect, ...], said: str, ways: set[str], desk: Desk) -> None:
    """Under the reasons stands what the verdict asks for, a clear no as well, in a short meeting and a whole one."""
    desk.put(contested(aspects=needs))
    for more in ({}, {"short": "1"}):
        tab = Tab(**HERE, **more)
        assert tab.says(said)
        assert ways <= {button.key for button in tab.app.button}


def test_without_a_verdict_nothing_is_next_but_the_rating(desk: Desk) -> None:
    """Where too little is said for a verdict, the page leads back and nowhere else."""
    desk.put(contested(aspects=contested().aspects[:2]))
    tab = Tab(**HERE)
    assert "after-verdict" not in tab.blocks()
    assert tab.widget("button", "to-rating")


def test_rivals_can_promise_to_pass_on_what_is_too_much(desk: Desk) -> None:
    """One click writes a promise of each and both roles; nobody is asked who leads after a clear no."""
    desk.put(contested(aspects=RIVALS))
    tab = Tab(**HERE).press("overflow")
    assert tab.url["step"] == "commitments"
    kept = desk.read("test-canvas")
    assert [(made.by, made.kind) for made in kept.commitments] == [("a", "referral"), ("b", "referral")]
    assert (kept.roles.a.role, kept.roles.b.role) == ("refer", "refer")
    assert tab.says("Is there something small to promise?")
    assert not tab.says("Nobody leads")
    again = Tab(**HERE).press("overflow")
    assert len(desk.read("test-canvas").commitments) == 2, "a second click writes nothing twice"
    assert again.url["step"] == "commitments"


def test_the_same_two_can_try_another_job(desk: Desk) -> None:
    """Another job begins on a fresh canvas with both parties, at the job; the first one stays as it is."""
    desk.put(contested(aspects=STRANGERS))
    tab = Tab(**HERE).press("another-job")
    assert tab.url["step"] == "job"
    fresh = desk.read(tab.url["canvas"])
    assert fresh.parties == contested().parties
    assert fresh.aspects == ()
    assert desk.read("test-canvas").aspects == STRANGERS


def test_a_friendly_goodbye_can_be_kept(desk: Desk) -> None:
    """Parting as friends writes a letter to read, to save and to open as a mail; it asks for whom both miss."""
    gap = {"aspects": ["need-1"], "who": "a commercial insurance broker", "owner": "a"}
    desk.put(contested(aspects=STRANGERS, missing=[gap]))
    tab = Tab(**HERE)
    assert not tab.says("thank you for the coffee")
    tab.press("part")
    assert tab.says("thank you for the coffee")
    assert tab.says("a commercial insurance broker")
    assert "goodbye" in tab.blocks()


def test_flags_are_told_in_words(desk: Desk) -> None:
    """What the numbers raise beside the verdict stands among its reasons; three are in sight, the rest is behind."""
    desk.put(contested(complement_test={"a": "more", "b": "more"}, aspects=rated(*[BOTH_SOLVE] * 3, *[ONE_SOLVES] * 2)))
    tab = Tab(**HERE)
    assert tab.says("The numbers say rivals, you both say partners: check whether the needs that both of you solve are")
    first, behind = [text.count("\n- ") + 1 for text in tab.texts() if text.startswith("- ")]
    assert first == 3
    assert behind > 3


def test_where_the_two_see_their_customers_differently_is_told_first(desk: Desk) -> None:
    """Where they answer the last question differently, that stands before the reasons; where not, nothing does."""
    desk.put(contested(choice={"a": "instead", "b": "together"}))
    assert Tab(**HERE).says("You see your customers differently: Harbour Estates says that customers usually take one")
    desk.put(contested(choice={"a": "apart", "b": "apart"}))
    assert "differing" not in Tab(**HERE).blocks()


def test_guesses_are_compared(desk: Desk) -> None:
    """Who guessed sees how far off; who did not is not told of."""
    needs = contested().aspects
    guessed = needs[0].revise(a=needs[0].a.revise(predicts="leave"))
    desk.put(contested(aspects=[guessed, *needs[1:]]))
    tab = Tab(**HERE)
    drawn = "".join(pictures(tab))
    assert "Harbour Estates guessed 0 of 1 of what Northline Cabling said" in drawn
    assert "Northline Cabling guessed" not in drawn


def test_a_line_moves_the_verdict(desk: Desk) -> None:
    """Saying who leads is on disk at once, and the page tells what it changes; taking it back undoes both."""
    desk.put(contested())
    tab = Tab(**HERE)
    before = tab.texts()
    tab.choose("b", "lead", "need-1")
    line = desk.read("test-canvas").aspects[0].line
    assert line is not None
    assert line.lead == "b"
    assert tab.texts() != before
    assert tab.says(
        "With the lines you drew, nothing is solved by both of you instead of 26\u00a0%; then you complete each other."
    )
    assert tab.says("**✓** Overlap")
    tab.fill("Northline draws the plan first ", "rule", "need-1")
    line = desk.read("test-canvas").aspects[0].line
    assert line is not None
    assert line.rule == "Northline draws the plan first"
    tab.choose(None, "lead", "need-1")
    assert desk.read("test-canvas").aspects[0].line is None
    assert tab.says("No line is drawn yet.")
    assert tab.says("**✓** Overlap"), "a verdict is all that the step asks for"


def test_a_rule_that_cannot_be_kept_says_why(desk: Desk) -> None:
    """A rule with a control character leaves the line as it was."""
    needs = contested().aspects
    desk.put(contested(aspects=[needs[0].revise(line={"lead": "a"}), *needs[1:]]))
    tab = Tab(**HERE)
    before = desk.everything()
    tab.fill("first\u0007", "rule", "need-1")
    assert tab.says("Not saved: the character U+0007 cannot stand in a text: delete it")
    assert desk.everything() == before


def test_each_side_leads_under_its_own_name(desk: Desk) -> None:
    """Two people of the same organisation are told apart, and the one who was chosen leads."""
    desk.put(contested(parties={"a": {"organisation": "Acme", "person": "Ana"}, "b": {"organisation": "Acme"}}))
    tab = Tab(**HERE)
    lead = tab.widget("button_group", "lead", "need-1")
    assert lead.options == ["Acme (Ana)", "Acme (Acme)"]
    tab.choose("b", "lead", "need-1")
    line = desk.read("test-canvas").aspects[0].line
    assert line is not None
    assert line.lead == "b"


def test_who_is_missing_is_named_and_taken_back(desk: Desk) -> None:
    """A need that nobody solves gets a name and somebody who looks for it."""
    desk.put(contested())
    tab = Tab(**HERE)
    tab.fill("an insurance broker ", "who", "need-4").choose("a", "owner", "need-4")
    (gap,) = desk.read("test-canvas").missing
    assert (gap.aspects, gap.who, gap.owner) == (("need-4",), "an insurance broker", "a")
    tab.fill("", "who", "need-4").choose(None, "owner", "need-4")
    assert desk.read("test-canvas").missing == ()


def test_without_enough_answers_the_page_leads_back_to_the_rating(desk: Desk) -> None:
    """An unknown verdict says that answers are missing, and where to give them."""
    desk.put(canvas(rating={"ready": READY}, aspects=rated(((3, None), (None, None)))))
    tab = Tab(**HERE)
    assert "verdict-unknown" in tab.blocks()
    assert tab.press("to-rating").url["view"] == "rate"


@pytest.mark.parametrize(
    ("pairs", "turn"),
    [
        ((((3, "core"), (2, "do")), ((3, None), (None, None))), "Ana, how do"),
        ((((3, "core"), (2, None)), ((None, None), (2, "do"))), "Bea, how do"),
        ((((3, "core"), (2, "do")), ((3, "do"), (0, None))), "Bea, how do"),
        ((((0, "leave"), (0, "do")), ((None, "do"), (3, "leave"))), "Ana, how do"),
    ],
)
def test_the_way_back_leads_to_the_first_blank_answer(pairs: Any, turn: str, desk: Desk) -> None:
    """Once both were ready it opens the turn of whoever has the first blank, with the cursor there; no curtain."""
    desk.put(canvas(parties=parties(), rating={"ready": READY}, aspects=rated(*pairs)))
    tab = Tab(**HERE).press("to-rating")
    assert "curtain" not in tab.blocks()
    assert tab.says(turn)
    assert any(re.search(rb'"begin": [1-9]', part) for part in tab.everything())


def test_the_way_back_leads_into_the_open_grid(desk: Desk) -> None:
    """Where both rate openly the cursor goes to the first blank of the grid for both."""
    desk.put(canvas(parties=parties(), rating={"mode": "open"}, aspects=rated(((3, None), (None, None)))))
    tab = Tab(**HERE).press("to-rating")
    assert tab.says("Rate openly together")
    assert any(re.search(rb'"begin": [1-9]', part) for part in tab.everything())


def test_a_few_blanks_beside_a_verdict_have_a_way_back(desk: Desk) -> None:
    """A verdict that some blanks do not prevent names them as well; without a blank there is no such button."""
    given = [((3, "core"), (2, "leave")), ((2, "leave"), (3, "core"))] * 4
    for last, offered in ((((2, "leave"), (3, "do")), 0), (((2, "leave"), (3, None)), 1)):
        desk.put(canvas(parties=parties(), rating={"ready": READY}, aspects=rated(*given, last)))
        tab = Tab(**HERE)
        assert "verdict-unknown" not in tab.blocks()
        assert len([button for button in tab.app.button if button.key == "to-rating"]) == offered
    assert tab.widget("button", "to-rating").label == "To the blank answer"
    assert tab.press("to-rating").says("Bea, how do")


def test_without_needs_there_is_nothing_but_the_way_back(desk: Desk) -> None:
    """Nothing is drawn of nothing: the sentence, what is missing, the empty map."""
    desk.put(canvas(rating={"ready": READY}))
    tab = Tab(**HERE)
    assert "verdict-unknown" in tab.blocks()
    assert not tab.blocks() & {"job-bar", "needs", "lines", "empty-seats", "closer"}


def test_what_is_not_known_raises_no_flag_but_where_it_is_heading(desk: Desk) -> None:
    """Two who only want to solve are told where they are heading, and not that they are one-sided."""
    wanting = rated(((3, "want"), (2, "leave")), ((3, "want"), (2, "leave")), ((2, "leave"), (3, "want")))
    desk.put(canvas(rating={"ready": READY}, aspects=wanting))
    tab = Tab(**HERE)
    assert tab.says("Once each takes on what it wants to")
    assert not tab.says("One-sided")
