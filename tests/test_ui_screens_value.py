"""Step 5: together against alone."""

from __future__ import annotations

from builders import canvas, parties
from screens import Desk, Tab


def test_figures_make_a_verdict(desk: Desk) -> None:
    """The first figure keeps the currency that stood there; with all of them the page says what it is worth."""
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="value")
    assert desk.read("test-canvas").value.currency is None
    for party, alone, together, notice in (("a", "40 000", "70,000", "10000"), ("b", "25000", "45'000", "8000")):
        tab.fill(alone, "amount", "value", party, "alone")
        tab.fill(together, "amount", "value", party, "together")
        tab.fill(notice, "amount", "value", party, "notice")
    assert desk.read("test-canvas").value.currency == "EUR"
    assert tab.says("Worth standing up for: more than the sum of its parts.")
    assert tab.says("Together you make EUR 50,000 a year more")
    assert tab.says("**✓** Value")


def test_a_currency_that_is_chosen_is_kept(desk: Desk) -> None:
    """Choosing one before there are figures keeps it, and changing it later changes it."""
    tab = Tab(canvas=desk.put(canvas()), step="value")
    for code in ("CHF", "EUR"):
        tab.fill(code, "currency", kind="selectbox")
        assert desk.read("test-canvas").value.currency == code


def test_figures_without_a_currency_ask_for_one(desk: Desk) -> None:
    """A file with figures and no currency shows none, so that choosing the usual one keeps it."""
    tab = Tab(canvas=desk.put(canvas(value={"a": {"alone": "5"}})), step="value")
    assert tab.widget("selectbox", "currency").value is None
    tab.fill("6", "amount", "value", "a", "alone")
    assert desk.read("test-canvas").value.currency is None
    tab.fill("EUR", "currency", kind="selectbox")
    assert desk.read("test-canvas").value.currency == "EUR"


def test_a_currency_that_is_none_says_how_to_write_one(desk: Desk) -> None:
    """Three letters, as ISO 4217 has them; the file keeps the one it had."""
    tab = Tab(canvas=desk.put(canvas(value={"currency": "SEK"})), step="value")
    before = desk.everything()
    tab.fill("kronor", "currency", kind="selectbox")
    assert tab.says("Not saved: write the three letters of a currency, as EUR")
    assert desk.everything() == before


def test_the_four_values_are_kept_for_each_party(desk: Desk) -> None:
    """A score of nought is a score; taking it back blanks it."""
    tab = Tab(canvas=desk.put(canvas()), step="value")
    for score in (0, 3, None):
        tab.choose(score, "choice", "value", "four", "b", "civic", "score")
        four = desk.read("test-canvas").value.four
        assert four is not None
        assert four.b is not None
        assert four.b.civic is not None
        assert four.b.civic.score == score


def test_why_it_is_worth_that_is_text_until_it_is_written(desk: Desk) -> None:
    """A reason stands under its value, and in a field where somebody wants to say why; it is kept without a score."""
    tab = Tab(canvas=desk.put(canvas()), step="value").fill(True, "say-why", kind="toggle")
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
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="value")
    assert tab.says("You need not talk of money")
    for party, name, score in (("a", "external", 3), ("b", "external", 2), ("b", "internal", 2), ("a", "civic", 1)):
        tab.choose(score, "choice", "value", "four", party, name, "score")
    said = "Both of you see much in it for customers and partners; Northline Cabling also sees it for itself."
    assert tab.says(said)
