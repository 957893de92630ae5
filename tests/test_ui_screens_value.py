"""Step 5: together against alone."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    ("typed", "said"), [("USDT", "write the three letters of a currency, as EUR"), ("BTC", "BTC is not")]
)
def test_a_currency_that_no_sheet_can_name_is_refused(typed: str, said: str, desk: Desk) -> None:
    """Here already, and not when the sheet is to be frozen."""
    tab = Tab(canvas=desk.put(canvas()), step="value")
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
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="value")
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
    tab = Tab(canvas=desk.put(canvas(parties=parties(), value={"currency": currency})), step="value")
    tab.fill(typed, "amount", "value", "a", "alone")
    assert desk.read("test-canvas").value.a.alone == kept
    assert tab.says("Not saved") is (kept is None)
    assert tab.says(said)


def test_another_currency_takes_the_figures_as_they_are_or_says_which_it_cannot(desk: Desk) -> None:
    """Dinars have a decimal more, yen none; who chooses yen is told what to write first, and then it is taken."""
    value = {"currency": "EUR", "a": {"alone": "2.50", "together": "7.50"}}
    tab = Tab(canvas=desk.put(canvas(parties=parties(), value=value)), step="value")
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
    tab = Tab(canvas=desk.put(canvas(parties=parties())), step="value")
    tab.fill("12,5x", "amount", "value", "a", "alone").fill("70k", "amount", "value", "a", "together")
    assert tab.widget("text_input", "amount", "value", "a", "alone").value == "12,5x"
    assert desk.read("test-canvas").value.a.together == "70000"


def test_what_an_earlier_version_saved_is_pointed_out(desk: Desk) -> None:
    """An amount that no sheet could hold is told where it stands, before the sheet is to be frozen."""
    tab = Tab(canvas=desk.put(canvas(value={"currency": "JPY", "b": {"alone": "70000.50"}})), step="value")
    assert tab.says("70000.50 is finer than JPY can be paid: Japanese yen are whole, write 70000 or 70001")
    tab.fill("70001", "amount", "value", "b", "alone")
    assert not tab.says("is finer than")
    tab = Tab(canvas=desk.put(canvas(id="old", value={"currency": "BTC", "b": {"alone": "1"}})), step="value")
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
    tab = Tab(canvas=desk.put(canvas(parties=parties(), value={"currency": currency, **figures})), step="value")
    assert tab.says(said)
    gain = "1,749.625" if currency == "KWD" else "1,749"
    assert any(f"Gains {gain};" in drawn for drawn in tab.drawn())


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
