"""Numbers and names as a person would say them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jtbd.formats import listing
from jtbd.wording.plain import amount, of_hundred, party_name, percent, portion, quote, starting_name
from tests.support.builders import canvas

shares = st.fractions(0, 1, max_denominator=5000)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1, 1000), "under 1 %"),
        (Fraction(22, 100), "22 %"),
        (Fraction(2, 3), "67 %"),
        (Fraction(999, 1000), "over 99 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_percent_is_whole(share: Fraction, said: str) -> None:
    """A share is said in whole per cent."""
    assert percent(share) == said


@given(shares)
def test_all_and_none_are_said_of_all_and_none_alone(share: Fraction) -> None:
    """Only all is "100 %" and only none is "0 %"."""
    assert (percent(share) == "100 %") is (share == 1)
    assert (percent(share) == "0 %") is (share == 0)
    assert portion(share) == {"100 %": "all", "0 %": "nothing"}.get(percent(share), percent(share))
    assert (of_hundred(share) == 100) is (share == 1)
    assert (of_hundred(share) == 0) is (share == 0)


@given(shares)
def test_near_a_bound_is_never_said_to_be_on_it(share: Fraction) -> None:
    """A share that rounds to its bound is said to be just under or just over it."""
    bound = Fraction(65, 100)
    said = percent(share, bound)
    assert (said == "65 %") is (share == bound)
    assert said != "just under 65 %" or share < bound
    assert said != "just over 65 %" or share > bound


@pytest.mark.parametrize(
    ("value", "currency", "said"),
    [
        (Fraction(22500), "EUR", "EUR 22,500"),
        (Decimal("1234567.5"), "CHF", "CHF 1,234,567.50"),
        (Fraction(-1, 3), "EUR", "EUR −0.33"),
        (Fraction(-1, 1000), "EUR", "EUR 0"),
        (Decimal("999.999"), None, "1,000"),
        (Decimal("1749.625"), "KWD", "KWD 1,749.625"),
        (Decimal("1749.5"), "KWD", "KWD 1,749.500"),
        (Decimal("0.0005"), "KWD", "KWD 0"),
        (Decimal("1749.6"), "JPY", "JPY 1,750"),
        (Fraction(-70000), "JPY", "JPY −70,000"),
        (Decimal("1.23456"), "CLF", "CLF 1.2346"),
        (Decimal("1.5"), "ZZZ", "ZZZ 1.50"),
    ],
)
def test_amounts_are_rounded_where_they_are_shown(value: Fraction | Decimal, currency: str | None, said: str) -> None:
    """Money has its currency, its thousands parted, and where it is not whole all decimals of that currency."""
    assert amount(value, currency) == said


def test_names() -> None:
    """A party is called by its organisation, else its person, else its letter."""
    named = canvas(parties={"a": {"organisation": "iron & oak", "person": "Ana"}, "b": {"person": "Bea"}})
    assert [party_name(named, party) for party in ("a", "b")] == ["iron & oak", "Bea"]
    assert party_name(canvas(), "b") == "party B"
    assert starting_name(canvas(), "b") == "Party B"
    iron = canvas(parties={"a": {"organisation": "iron & oak"}, "b": {"organisation": "party tents"}})
    assert [starting_name(iron, "a"), starting_name(iron, "b")] == ["iron & oak", "party tents"], "as it is written"


def test_listings_and_quotes() -> None:
    """Lists read as they are spoken; long texts are cut at a word."""
    assert [listing(list("abc"[:count])) for count in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
    assert quote("Know the price") == "“Know the price”"
    assert quote("字" * 200) == "“" + "字" * 90 + " …”"
    assert quote("word " * 40) == "“" + ("word " * 18).rstrip() + " …”"
