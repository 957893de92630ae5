"""Currencies and what can be paid in them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import get_currency_precision, list_currencies
from hypothesis import given, strategies as st

from jtbd.model.currency import decimals, shown_decimals, units, unknown, unpayable, written
from jtbd.model.text import GREATEST

CODES = sorted(code for code in list_currencies() if code != "XXX")


def test_babel_knows_the_decimals() -> None:
    """Yen have none, euros two, dinars three; what no country and no standard knows has none to tell."""
    assert [decimals(code) for code in ("JPY", "EUR", "KWD", "CLF", "BTC", "USDT", "eur", "XXX", "")] == [
        *(0, 2, 3, 4),
        *(None, None, None, None, None),
    ]
    assert all(decimals(code) == get_currency_precision(code) for code in CODES)
    assert [shown_decimals(code) for code in ("KWD", "BTC", None)] == [3, 2, 2]


def test_a_currency_that_no_sheet_can_name_is_told() -> None:
    """What ISO 4217 does not have is said not to be of it."""
    assert unknown("KWD") == ""
    assert unknown("BTC") == "BTC is not a currency of ISO 4217 that a sheet can name: write one that is, as EUR"
    assert unpayable(Decimal(1), "BTC") == unknown("BTC")


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        (
            "3.1255",
            "KWD",
            "3.1255 is finer than KWD can be paid: Kuwaiti dinars are paid in thousandths, write 3.125 or 3.126",
        ),
        ("70000.50", "JPY", "70000.50 is finer than JPY can be paid: Japanese yen are whole, write 70000 or 70001"),
        ("-0.125", "EUR", "-0.125 is finer than EUR can be paid: euros are paid in hundredths, write -0.13 or -0.12"),
        (
            "99999999999999",
            "EUR",
            "99,999,999,999,999 is more than a sheet can hold: write EUR 9,999,999,999,999.99 at most",
        ),
        (
            "-99999999999999",
            "EUR",
            "-99,999,999,999,999 is more than a sheet can hold: write EUR 9,999,999,999,999.99 at most",
        ),
        ("9999999999999.99", "EUR", ""),
        ("999999999999999", "JPY", ""),
        ("3.125000", "KWD", ""),
        ("70000.00", "JPY", ""),
    ],
)
def test_what_cannot_be_paid_is_told_with_what_can(amount: str, currency: str, said: str) -> None:
    """Too fine or too much, with that very amount rightly written; noughts behind are no fraction."""
    assert unpayable(Decimal(amount), currency) == said


@given(st.sampled_from(CODES), st.integers(-GREATEST, GREATEST))
def test_what_a_sheet_holds_is_payable_and_the_next_is_not(code: str, counted: int) -> None:
    """Whole units up to the bound, and no halves of them; what is written reads as the same."""
    amount = Decimal(counted).scaleb(-(decimals(code) or 0))
    assert unpayable(amount, code) == ""
    assert Decimal(written(amount, code)) == amount
    assert int(units(amount, code)) == counted
    assert unpayable(Decimal(10 * counted + 5).scaleb(-(decimals(code) or 0) - 1), code) != ""
    assert unpayable(Decimal(GREATEST + 1).scaleb(-(decimals(code) or 0)), code) != ""
