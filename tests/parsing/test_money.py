"""What is typed where money belongs."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as some

from jtbd.model import Money
from jtbd.parsing.amount import UnclearAmount
from jtbd.parsing.money import currency_beside, currency_code, hourly_amount


@pytest.mark.parametrize(
    ("typed", "code"),
    [("eur", "EUR"), (" CHF ", "CHF"), ("€", "EUR"), ("zł", None), ("", None), (None, None), ("XTS", "XTS")],
)
def test_a_currency_is_its_code_or_a_sign_of_one_alone(typed: str | None, code: str | None) -> None:
    """Capital or not; a sign that several countries use, and what only looks like one, are none."""
    if typed == "zł":
        with pytest.raises(ValueError, match="write the three letters of a currency, as EUR"):
            currency_code(typed)
    else:
        assert currency_code(typed) == code


@pytest.mark.parametrize("typed", ["euros", "EU", "$", "ABC"])
def test_what_is_no_currency_is_told(typed: str) -> None:
    """Whatever else is typed is answered with what to write."""
    with pytest.raises(ValueError, match="EUR"):
        currency_code(typed)


@pytest.mark.parametrize(
    ("typed", "code"), [("€40k", "EUR"), ("CHF 40'000.–", "CHF"), ("40 000", None), ("$40k", None), ("40 x", None)]
)
def test_the_currency_beside_an_amount(typed: str, code: str | None) -> None:
    """It is the one that is meant; none where none is, where several may be, and where the amount is none."""
    assert currency_beside(typed) == code


def test_an_amount_keeps_its_value_in_another_currency() -> None:
    """A field that shows the stored amount means it, in whichever currency; what cannot be paid in that one is told."""
    stored = Money(amount="120.00", currency="EUR")
    assert hourly_amount("120", "JPY", stored) == "120"
    assert hourly_amount("120", "KWD", stored) == "120.00"
    with pytest.raises(UnclearAmount, match="Japanese yen are whole"):
        hourly_amount("90.50", "JPY", Money(amount="90.50", currency="EUR"))


@pytest.mark.parametrize(
    ("typed", "said"), [("-5", "write an amount of nought or more, as 5"), ("5 a year", "an hour")]
)
def test_an_hour_is_paid_by_the_hour_and_never_less_than_nought(typed: str, said: str) -> None:
    """Another span of time, and less than nothing, are answered with what to write."""
    with pytest.raises(UnclearAmount, match=said):
        hourly_amount(typed, "EUR", None)


@given(some.text(max_size=20))
def test_no_text_is_taken_for_a_currency_unseen(typed: str) -> None:
    """Whatever is typed is a code of three letters, nothing, or refused."""
    try:
        code = currency_code(typed)
    except ValueError:
        return
    assert code is None or len(code) == 3
