"""Step 5: together against alone."""

from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import given, settings, strategies as st

from jtbd.editing.undo import Trail
from jtbd.errors import CannotWrite
from jtbd.figures import describe, palette
from jtbd.figures.value_bars import value_bars
from jtbd.model import Canvas
from jtbd.model.curtain import AMOUNTS, Turn
from jtbd.scoring import value_test
from jtbd.wording.value import value_headline, value_sentence
from tests.support.builders import canvas, parties, ready_canvas
from tests.support.screens import Desk, Tab

MONEY: Final = {"terms": "money-a.money-b"}
HERE: Final = {"canvas": "test-canvas", "step": "value"}
YEARS: Final = (("a", "40 000", "70,000", "10000"), ("b", "25000", "45'000", "8000"))
HIDDEN: Final = ({"alone": "40000", "together": "70000", "notice": "31000"}, {"alone": "1", "together": "2"})


def openly(**fields: Any) -> Canvas:
    """Return a canvas of two who give their figures openly."""
    return canvas(**{"rating": {"mode": "open"}, **fields})


def privately(**fields: Any) -> Canvas:
    """Return a canvas of two who give their figures behind the curtain."""
    return canvas(parties=parties(), **fields)


def test_figures_make_a_verdict(desk: Desk) -> None:
    """Each gives them alone; the first keeps the currency that stood there; with all of them there is a verdict."""
    tab = Tab(canvas=desk.put(privately()), step="value")
    assert desk.read("test-canvas").value.currency is None
    for party, alone, together, notice in YEARS:
        tab.press(f"enter-{party}")
        tab.fill(alone, "amount", "value", party, "alone")
        tab.fill(together, "amount", "value", party, "together")
        tab.fill(notice, "amount", "value", party, "notice")
        assert not tab.says("Worth standing up for")
        tab.press("amounts-done")
    assert desk.read("test-canvas").value.currency == "EUR"
    assert tab.says("Worth standing up for: more than the sum of its parts.")
    assert tab.says("Together you make EUR 50,000 a year more")
    assert tab.says("**✓** Value")
    assert tab.says("Alone, per year **25\u202f000**")


# ── behind the curtain ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("mode", ["private", "open"])
@pytest.mark.parametrize("step", ["overlap", "value", "commitments", "sign", ""])
def test_no_step_ever_tells_from_which_gain_one_takes_notice(mode: str, step: str, desk: Desk) -> None:
    """When all is shown, the pages are the same for any threshold on the same side of the gain; the sheet's, too."""
    pages = []
    for notice in ("10000", "29999.50"):
        value = {"currency": "EUR", "a": {"alone": "1", "together": "30001", "notice": notice}, "b": HIDDEN[1]}
        desk.put(ready_canvas(value=value, rating={"mode": mode, "ready": {"a": True, "b": True}}))
        pages.append(Tab(**({"canvas": "test-canvas", "step": step, **MONEY} if step else {})).everything())
    assert pages[0] == pages[1]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=4, max_size=4), st.integers(1, 10**6), st.integers(1, 10**6))
def test_nothing_that_is_said_of_the_value_tells_a_threshold(years: list[int], one: int, other: int) -> None:
    """Sentence, headline, picture and its words are the same for any two thresholds on the same side of the gain."""
    alone_a, more_a, alone_b, more_b = years

    def said(notice: int) -> list[str]:
        value = {
            "currency": "EUR",
            "a": {"alone": str(alone_a), "together": str(alone_a + more_a), "notice": str(notice)},
            "b": {"alone": str(alone_b), "together": str(alone_b + more_b), "notice": "3"},
        }
        known = privately(value=value)
        test = value_test(known)
        drawn = value_bars(known, test, palette.LIGHT).to_json()
        return [
            value_sentence(test, known),
            value_headline(test, known),
            describe.describe_value(known, test),
            str(drawn),
        ]

    assert (said(one) == said(other)) or ((more_a >= one) != (more_a >= other))


@pytest.mark.parametrize("mode", ["private", "open"])
def test_change_begins_covered(mode: str, desk: Desk) -> None:
    """Whoever presses “change” sees nothing that was covered, and to say who one is opens it and is told to both."""
    value = {"currency": "EUR", "a": {"alone": "1", "together": "2", "notice": "4711"}, "b": HIDDEN[0]}
    desk.put(privately(value=value, rating={"mode": mode}))
    before = desk.everything()
    tab = Tab(**HERE).press("enter-a")
    assert "curtain" in tab.blocks()
    assert not any(b"4711" in part for part in tab.everything())
    assert desk.everything() == before
    assert not Tab(**tab.url).says("opened again")
    tab.press("uncover")
    assert tab.widget("text_input", "amount", "value", "a", "notice").value == "4\u202f711"
    tab.press("amounts-done")
    assert not any("4\u202f711".encode() in part or b"4711" in part for part in tab.everything())
    assert tab.says("were opened again" if mode == "private" else "From which gain Ana takes notice was opened again")
    assert Tab(**HERE).says("opened again")


@pytest.mark.parametrize("way", ["leave-covered", "step-job", "reload", "rating"])
def test_it_stays_covered_by_whichever_way_one_leaves(way: str, desk: Desk) -> None:
    """Neither the question nor a turn outlives its page, and a question that was left opened nothing."""
    desk.put(ready_canvas())
    for pressed in ((), ("uncover",)):
        tab = Tab(**HERE).press("enter-b")
        for button in pressed:
            tab.press(button)
        if way == "reload":
            tab = Tab(**tab.url)
        elif way == "rating":
            tab.go(canvas="test-canvas", step="aspects", view="rate").go(**HERE)
        elif way in {button.key for button in tab.app.button}:
            tab.press(way).go(**HERE)
        else:
            tab.press("amounts-done")
        assert "curtain" not in tab.blocks()
        assert [field.key for field in tab.app.text_input if "notice" in (field.key or "")] == []
        assert tab.says("opened again") is bool(pressed)


def test_what_cannot_be_noted_is_not_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk refuses the note the figures stay covered."""
    desk.put(ready_canvas())
    tab = Tab(**HERE).press("enter-b")

    def full(*_: object, **__: object) -> None:
        raise CannotWrite("notes", "the disk is full")

    monkeypatch.setattr("jtbd.store.folder.notes.Notes.add", full)
    assert tab.press("uncover").says("the disk is full")
    assert [field.key for field in tab.app.text_input if (field.key or "").startswith("amount-")] == []


def test_a_currency_in_which_a_covered_figure_cannot_be_paid_tells_no_amount(desk: Desk) -> None:
    """Whoever chooses yen is told that something covered keeps it back, and whose; the owner reads what to write."""
    value = {"currency": "EUR", "b": {"alone": "4711.50", "notice": "815.25"}}
    desk.put(privately(value=value))
    tab = Tab(**HERE).fill("JPY", "currency", kind="selectbox")
    assert tab.says("Not saved: Northline Cabling: a figure that is covered cannot be paid in JPY; change it first")
    assert not any(b"4711" in part or b"815" in part for part in tab.everything())
    tab.press("enter-b").fill("JPY", "currency", kind="selectbox")
    assert tab.says("Northline Cabling, alone: 4711.50 is finer than JPY can be paid")
    value = {"currency": "JPY", "b": {"alone": "4711.50"}}
    desk.put(privately(value=value, id="old"))
    tab = Tab(canvas="old", step="value")
    assert tab.says("a figure that is covered cannot be paid in JPY: change it")
    assert not any(b"4711" in part for part in tab.everything())


def test_while_one_changes_its_figures_a_complaint_tells_none_of_the_others(desk: Desk) -> None:
    """Before and after it tells how to write what cannot be paid; meanwhile only that there is something."""
    value = {"currency": "JPY", "a": {"alone": "1", "together": "2"}, "b": {"alone": "4711.50", "together": "9000"}}
    desk.put(privately(value=value))
    tab = Tab(**HERE)
    assert tab.says("4711.50 is finer than JPY can be paid")
    tab.press("enter-a").press("uncover")
    assert tab.says("a figure that is covered cannot be paid in JPY: change it")
    assert not any(b"4711" in part for part in tab.everything())
    assert tab.press("amounts-done").says("4711.50 is finer than JPY can be paid")


def test_no_undo_changes_what_is_covered(desk: Desk) -> None:
    """Figures go back in their owner's turn alone, and then only theirs; the currency stays where a figure needs it."""
    desk.put(privately())
    tab = Tab(**HERE).press("enter-a").fill("40k", "amount", "value", "a", "alone").press("amounts-done")
    assert tab.widget("button", "undo").disabled
    tab.press("enter-b").fill("5", "amount", "value", "b", "notice")
    assert tab.press("undo").says("Taken back: the value")
    value = desk.read("test-canvas").value
    assert (value.currency, value.a.alone, value.b.notice) == ("EUR", "40000", None)
    assert tab.widget("button", "undo").disabled
    tab.press("amounts-done").choose(3, "choice", "value", "four", "a", "civic", "score").press("undo")
    value = desk.read("test-canvas").value
    assert (value.currency, value.a.alone) == ("EUR", "40000")
    assert tab.says("Taken back: the value")


def test_openly_all_goes_back_but_what_is_covered() -> None:
    """Where figures are given openly, undo takes all of them back but a threshold."""
    before = openly(value={"currency": "EUR", "a": {"alone": "1", "notice": "5"}})
    after = openly(value={"currency": "EUR", "a": {"alone": "2", "notice": "6"}})
    step = Trail().changed(before, after).back(after, None)
    assert step
    assert (step.canvas.value.a.alone, step.canvas.value.a.notice) == ("1", "6")
    step = Trail().changed(before, after).back(after, Turn(AMOUNTS, "a"))
    assert step
    assert step.canvas == before


def test_a_sheet_with_money_waits_until_all_of_it_is_shown(desk: Desk) -> None:
    """It says what it waits for; without the money, and once both have given theirs, it waits for nothing."""
    desk.put(ready_canvas(value={"currency": "EUR", "a": HIDDEN[0]}))
    sign = {"canvas": "test-canvas", "step": "sign", **MONEY}
    assert Tab(**sign).says("The money figures are still covered: both give theirs in step 5 first.")
    assert not Tab(**{**sign, "terms": ""}).says("still covered")
    desk.put(ready_canvas())
    assert not Tab(**sign).says("still covered")


# ── the figures themselves ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_currency_that_is_chosen_is_kept(desk: Desk) -> None:
    """Choosing one before there are figures keeps it, and changing it later changes it."""
    tab = Tab(canvas=desk.put(openly()), step="value")
    for code in ("CHF", "EUR"):
        tab.fill(code, "currency", kind="selectbox")
        assert desk.read("test-canvas").value.currency == code


def test_figures_without_a_currency_ask_for_one(desk: Desk) -> None:
    """A file with figures and no currency shows none, so that choosing the usual one keeps it."""
    tab = Tab(canvas=desk.put(openly(value={"a": {"alone": "5"}})), step="value")
    assert tab.widget("selectbox", "currency").value is None
    tab.fill("6", "amount", "value", "a", "alone")
    assert desk.read("test-canvas").value.currency is None
    tab.fill("EUR", "currency", kind="selectbox")
    assert desk.read("test-canvas").value.currency == "EUR"


def test_a_currency_that_is_none_says_how_to_write_one(desk: Desk) -> None:
    """Three letters, as ISO 4217 has them; the file keeps the one it had."""
    tab = Tab(canvas=desk.put(openly(value={"currency": "SEK"})), step="value")
    before = desk.everything()
    tab.fill("kronor", "currency", kind="selectbox")
    assert tab.says("Not saved: write the three letters of a currency, as EUR")
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("typed", "said"), [("USDT", "write the three letters of a currency, as EUR"), ("BTC", "BTC is not")]
)
def test_a_currency_that_no_sheet_can_name_is_refused(typed: str, said: str, desk: Desk) -> None:
    """Here already, and not when the sheet is to be frozen."""
    tab = Tab(canvas=desk.put(openly()), step="value")
    before = desk.everything()
    tab.fill(typed, "currency", kind="selectbox")
    assert tab.says(f"Not saved: {said}")
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("typed", "amount", "currency", "shown"),
    [
        ("₹1,50,000", "150000", "INR", "150\u202f000"),
        ("CHF 40'000.–", "40000", "CHF", "40\u202f000"),
        ("300万円", "3000000", "JPY", "3\u202f000\u202f000"),
        ("1,250.500 KD", "1250.500", "KWD", "1\u202f250.500"),
        ("€40k", "40000", "EUR", "40\u202f000"),
        ("1.5 lakh", "150000", "EUR", "150\u202f000"),
    ],
)
def test_the_first_figure_may_bring_its_currency(
    typed: str, amount: str, currency: str, shown: str, desk: Desk
) -> None:
    """A sign or code that means one currency chooses it; without one the usual one stays."""
    tab = Tab(canvas=desk.put(openly(parties=parties())), step="value")
    tab.fill(typed, "amount", "value", "a", "alone")
    value = desk.read("test-canvas").value
    assert (value.a.alone, value.currency) == (amount, currency)
    assert tab.widget("selectbox", "currency").value == currency
    assert tab.widget("text_input", "amount", "value", "a", "alone").value == shown
    assert not tab.says("Not saved")


@pytest.mark.parametrize(
    ("currency", "typed", "kept", "said"),
    [
        ("KWD", "2.500", "2.500", ""),
        ("KWD", "3.1255", None, "3.1255 is finer than KWD can be paid: Kuwaiti dinars are paid in thousandths"),
        ("KWD", "2,500", None, "2,500 has two meanings: write 2500, or 2.500"),
        (
            "JPY",
            "70,000.50",
            None,
            "70000.50 is finer than JPY can be paid: Japanese yen are whole, write 70000 or 70001",
        ),
        ("JPY", "70.000", "70000", ""),
        ("EUR", "99999999999999", None, "99,999,999,999,999 is more than a sheet can hold"),
    ],
)
def test_the_currency_decides_what_can_be_paid(
    currency: str, typed: str, kept: str | None, said: str, desk: Desk
) -> None:
    """What no sheet could hold is refused while it is typed, with that very amount rightly written."""
    tab = Tab(canvas=desk.put(openly(parties=parties(), value={"currency": currency})), step="value")
    tab.fill(typed, "amount", "value", "a", "alone")
    assert desk.read("test-canvas").value.a.alone == kept
    assert tab.says("Not saved") is (kept is None)
    assert tab.says(said)


def test_another_currency_takes_the_figures_as_they_are_or_says_which_it_cannot(desk: Desk) -> None:
    """Dinars have a decimal more, yen none; who chooses yen is told what to write first, and then it is taken."""
    value = {"currency": "EUR", "a": {"alone": "2.50", "together": "7.50"}}
    tab = Tab(canvas=desk.put(openly(parties=parties(), value=value)), step="value")
    tab.fill("KWD", "currency", kind="selectbox")
    assert tab.widget("text_input", "amount", "value", "a", "alone").value == "2.500"
    tab.fill("JPY", "currency", kind="selectbox")
    said = "2.50 is finer than JPY can be paid: Japanese yen are whole, write 2 or 3 there first"
    assert tab.says(f"Not saved: Harbour Estates, alone: {said}")
    assert desk.read("test-canvas").value.currency == "KWD"
    tab.fill("3", "amount", "value", "a", "alone")
    assert tab.says("Harbour Estates, together: 7.50 is finer than JPY can be paid")
    tab.fill("8", "amount", "value", "a", "together")
    kept = desk.read("test-canvas").value
    assert (kept.currency, kept.a.alone, kept.a.together) == ("JPY", "3", "8")
    assert not tab.says("Not saved")


def test_what_was_typed_wrongly_stays_while_another_figure_is_kept(desk: Desk) -> None:
    """Reading one field anew leaves what stands in another alone."""
    tab = Tab(canvas=desk.put(openly(parties=parties())), step="value")
    tab.fill("12,5x", "amount", "value", "a", "alone").fill("70k", "amount", "value", "a", "together")
    assert tab.widget("text_input", "amount", "value", "a", "alone").value == "12,5x"
    assert desk.read("test-canvas").value.a.together == "70000"


def test_what_an_earlier_version_saved_is_pointed_out(desk: Desk) -> None:
    """An amount that no sheet could hold is told where it stands, before the sheet is to be frozen."""
    tab = Tab(canvas=desk.put(openly(value={"currency": "JPY", "b": {"alone": "70000.50"}})), step="value")
    assert tab.says("70000.50 is finer than JPY can be paid: Japanese yen are whole, write 70000 or 70001")
    tab.fill("70001", "amount", "value", "b", "alone")
    assert not tab.says("is finer than")
    tab = Tab(canvas=desk.put(openly(id="old", value={"currency": "BTC", "b": {"alone": "1"}})), step="value")
    assert tab.says("BTC is not a currency of ISO 4217 that a sheet can name")


@pytest.mark.parametrize(
    ("currency", "more", "said"),
    [
        (
            "KWD",
            "2749.625",
            "each KWD 874.812 of it, with Harbour Estates paying Northline Cabling KWD 874.812; KWD 0.001",
        ),
        (
            "JPY",
            "2749",
            "each JPY 874 of it, with Harbour Estates paying Northline Cabling JPY 874; JPY 1 cannot be paid",
        ),
    ],
)
def test_the_verdict_has_the_decimals_of_the_currency(currency: str, more: str, said: str, desk: Desk) -> None:
    """In the sentence and in the picture's words; what cannot be paid evenly is said."""
    figures = {"a": {"alone": "1000", "together": more}, "b": {"alone": "1000", "together": "1000"}}
    tab = Tab(canvas=desk.put(openly(parties=parties(), value={"currency": currency, **figures})), step="value")
    assert tab.says(said)
    gain = "1,749.625" if currency == "KWD" else "1,749"
    assert any(f"Gains {gain};" in drawn for drawn in tab.drawn())


def test_the_four_values_are_kept_for_each_party(desk: Desk) -> None:
    """A score of nought is a score; taking it back blanks it."""
    tab = Tab(canvas=desk.put(openly()), step="value")
    for score in (0, 3, None):
        tab.choose(score, "choice", "value", "four", "b", "civic", "score")
        four = desk.read("test-canvas").value.four
        assert four is not None
        assert four.b is not None
        assert four.b.civic is not None
        assert four.b.civic.score == score


def test_why_it_is_worth_that_is_text_until_it_is_written(desk: Desk) -> None:
    """A reason stands under its value, and in a field where somebody wants to say why; it is kept without a score."""
    tab = Tab(canvas=desk.put(openly()), step="value").fill(True, "say-why", kind="toggle")
    tab.fill("an insurer joins", "text", "value", "four", "a", "network", "text")
    four = desk.read("test-canvas").value.four
    assert four is not None
    assert four.a is not None
    assert four.a.network is not None
    assert four.a.network.text == "an insurer joins"
    tab.fill(False, "say-why", kind="toggle")
    assert tab.says("an insurer joins")
    assert [field.label for field in tab.app.text_input if "worth" in field.label] == []


def test_it_works_without_any_money(desk: Desk) -> None:
    """Without figures the page says so, and the four values tell where both see much in it."""
    tab = Tab(canvas=desk.put(openly(parties=parties())), step="value")
    assert tab.says("You need not talk of money")
    for party, name, score in (("a", "external", 3), ("b", "external", 2), ("b", "internal", 2), ("a", "civic", 1)):
        tab.choose(score, "choice", "value", "four", party, name, "score")
    said = "Both of you see much in it for customers and partners; Northline Cabling also sees it for itself."
    assert tab.says(said)
