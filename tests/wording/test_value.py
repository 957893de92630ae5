"""The value test in words."""

from __future__ import annotations

import pytest

from jtbd.model import Canvas
from jtbd.scoring import value_test
from jtbd.wording.value import value_sentence
from tests.support.builders import canvas, parties

Year = tuple[str | None, str | None, str | None]


def stated(a: Year, b: Year, currency: str | None = "EUR", **changes: object) -> Canvas:
    """Return a canvas with alone, together and notice of both."""
    fields = [dict(zip(("alone", "together", "notice"), year, strict=True)) for year in (a, b)]
    named = {"parties": parties(), **changes}
    return canvas(**named, value={"currency": currency, "a": fields[0], "b": fields[1]})


def sentence(a: Year, b: Year, currency: str | None = "EUR", **changes: object) -> str:
    """Return the value test of these years in words."""
    canvas = stated(a, b, currency, **changes)
    return value_sentence(value_test(canvas), canvas)


def test_worth_it_by_hand() -> None:
    """The sheet's example: a fair split of 25,000 each, 5,000 from a to b."""
    assert sentence(("40000", "70000", "10000"), ("25000", "45000", "8000")) == (
        "Together you make EUR 50,000 a year more than apart; a fair split gives each EUR 25,000 of it, "
        "with Harbour Estates paying Northline Cabling EUR 5,000."
    )


def test_what_is_missing_is_named() -> None:
    """Where somebody is blank the sentence names what is missing, of whom."""
    assert sentence(("10", "15", None), ("10", None, None)) == (
        "The gain cannot be told yet: Northline Cabling has not said what it makes together."
    )
    assert sentence((None, None, None), (None, None, None)) == (
        "The gain cannot be told yet: Harbour Estates has not said what it makes alone and together"
        " and Northline Cabling has not said what it makes alone and together."
    )


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (("10", "5", None), ("10", "10", None), "Together you make EUR 5 a year less than apart"),
        (("10", "5", None), ("10", "15", None), "no more than the sum of the parts"),
        (
            ("10", "30", None),
            ("10", "5", None),
            "but Northline Cabling loses EUR 5 by it; a fair split gives each EUR 7.50",
        ),
        (("10", "5", None), ("10", "30", None), "with Northline Cabling paying Harbour Estates EUR 12.50"),
        (
            ("10", "20", "50"),
            ("10", "20", "10"),
            "but Harbour Estates gains EUR 10, too little for it to take notice; a fair",
        ),
        (
            ("10", "20", None),
            ("10", "20", "10"),
            "Harbour Estates has not said at what gain to take notice, so any gain counts.",
        ),
        (("10", "20", None), ("10", "20", None), "Harbour Estates and Northline Cabling have not said at what gain"),
    ],
)
def test_sentences_say_what_matters(a: Year, b: Year, said: str) -> None:
    """The sentence names who loses, who would not take notice, who pays whom, and whose notice is blank."""
    assert said in sentence(a, b)


def test_nameless_parties_begin_a_sentence_with_a_capital() -> None:
    """Without names the parties are party A and party B, with a capital where they begin a sentence."""
    years: Year = ("10", "20", None)
    assert sentence(years, years, parties={}).endswith(
        " Party A and party B have not said at what gain to take notice, so any gain counts."
    )


def test_equal_gains_without_a_currency() -> None:
    """Equal gains need no payment, and without a currency amounts stand bare."""
    years: Year = ("10", "20", "0")
    assert sentence(years, years, None) == (
        "Together you make 20 a year more than apart; a fair split gives each 10 of it."
    )


@pytest.mark.parametrize(
    ("currency", "a", "b", "split"),
    [
        (
            "KWD",
            "2000.625",
            "1749",
            (
                "KWD 1,749.625 a year more than apart; a fair split gives each KWD 874.812 of it, with A paying B KWD "
                "125.812; KWD 0.001 cannot be paid evenly and stays with A."
            ),
        ),
        (
            "JPY",
            "1749",
            "2000",
            (
                "JPY 1,749 a year more than apart; a fair split gives each JPY 874 of it, with B paying A JPY 125; JPY "
                "1 cannot be paid evenly and stays with B."
            ),
        ),
        (
            "EUR",
            "1010.01",
            "1010",
            (
                "EUR 20.01 a year more than apart; a fair split gives each EUR 10 of it; EUR 0.01 cannot be paid "
                "evenly and stays with A."
            ),
        ),
        (
            "EUR",
            "1010.02",
            "1010",
            "EUR 20.02 a year more than apart; a fair split gives each EUR 10.01 of it, with A paying B EUR 0.01.",
        ),
    ],
)
def test_what_cannot_be_paid_evenly_is_said(currency: str, a: str, b: str, split: str) -> None:
    """The currency decides the decimals; half of its smallest unit is nobody's, and the odd one stays with who pays."""
    said = sentence(("1000", a, "0"), ("1000", b, "0"), currency)
    assert said.replace("Harbour Estates", "A").replace("Northline Cabling", "B") == f"Together you make {split}"
