"""Together against alone."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import get_currency_precision
from hypothesis import given, settings, strategies as st

from jtbd.model import Canvas, PartyId
from jtbd.model.currency import IN_CENTS, shown_decimals
from jtbd.scoring import ValueTest, ValueVerdict, value_test
from jtbd.scoring.gains import gains, payable_split, unstated
from tests.support.builders import canvas, parties
from tests.support.scoring_samples import canvases, swapped

OTHER: dict[PartyId, PartyId] = {"a": "b", "b": "a"}
Year = tuple[str | None, str | None, str | None]


def stated(a: Year, b: Year, currency: str | None = "EUR") -> Canvas:
    """Return a canvas with alone, together and notice of both."""
    fields = [dict(zip(("alone", "together", "notice"), year, strict=True)) for year in (a, b)]
    return canvas(parties=parties(), value={"currency": currency, "a": fields[0], "b": fields[1]})


def outcome(a: Year, b: Year) -> ValueTest:
    """Return the value test of these years."""
    return value_test(stated(a, b))


def test_worth_it_by_hand() -> None:
    """The sheet's example: gains of 30,000 and 20,000, a fair split of 25,000 each, 5,000 from a to b."""
    found = outcome(("40000", "70000", "10000"), ("25000", "45000", "8000"))
    assert found == ValueTest(
        verdict=ValueVerdict.WORTH_IT,
        currency="EUR",
        gain_a=Decimal(30000),
        gain_b=Decimal(20000),
        ratio=Fraction(115, 65),
        fair_a=Fraction(65000),
        fair_b=Fraction(50000),
        transfer=Fraction(5000),
    )


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ((None, "1", "1"), ("1", "2", "1"), "not-stated"),
        (("1", None, "1"), ("1", "2", "1"), "not-stated"),
        (("1", "2", "1"), ("1", None, "1"), "not-stated"),
        (("100", "120", "0"), ("100", "80", "0"), "sum-of-the-parts"),
        (("100", "119.99", "0"), ("100", "80", "0"), "sum-of-the-parts"),
        (("100", "120.01", "0"), ("100", "80", "0"), "one-loses"),
        (("100", "200", "0"), ("100", "99.9999", "0"), "one-loses"),
        (("100", "200", "0"), ("100", "100", "0"), "worth-it"),
        (("100", "200", "100"), ("100", "150", "50"), "worth-it"),
        (("100", "200", "100.01"), ("100", "150", "50"), "chump-change"),
        (("100", "200", "0"), ("100", "150", "50.0001"), "chump-change"),
        (("100", "200", None), ("100", "100", None), "worth-it"),
        (("-50", "10", "60"), ("0", "0", "0"), "worth-it"),
    ],
)
def test_verdicts_at_their_bounds(a: Year, b: Year, verdict: str) -> None:
    """Each rule of the value test holds up to its very bound, in its order."""
    assert outcome(a, b).verdict == verdict


def test_ratio_needs_something_alone() -> None:
    """The ratio is Σ together / Σ alone, None where Σ alone is 0."""
    assert outcome(("0", "10", None), ("0", "10", None)).ratio is None
    assert outcome(("-10", "10", None), ("10", "10", None)).ratio is None
    assert outcome(("10", "15", None), ("0", "10", None)).ratio == Fraction(5, 2)


def test_fair_split_is_exact() -> None:
    """Each gets its alone and half of the joint gain, to the last tenth of a cent; both add up to the whole."""
    found = outcome(("0.0001", "0.0004", None), ("10", "10", None))
    assert found.fair_a == Fraction(1, 10000) + Fraction(3, 20000)
    assert found.fair_b == 10 + Fraction(3, 20000)
    assert found.transfer == Fraction(3, 20000)


def test_half_stated_keeps_what_is_known() -> None:
    """Where one party is blank the other's gain is still told."""
    found = outcome(("10", "15", None), ("10", None, None))
    assert found.gain_a == 5
    assert (found.gain_b, found.ratio, found.fair_a, found.transfer) == (None, None, None, None)


def test_no_transfer_where_gains_are_equal() -> None:
    """Equal gains need no payment, and without a currency amounts stand bare."""
    years = ("10", "20", "0")
    assert value_test(stated(years, years, currency=None)).transfer == 0


@given(
    st.sampled_from(["EUR", "JPY", "KWD", "CLF", None]),
    st.lists(st.integers(0, 10**9), min_size=4, max_size=4).filter(
        lambda found: found[1] + found[3] > found[0] + found[2]
    ),
)
def test_the_split_that_can_be_paid_adds_up(currency: str | None, found: list[int]) -> None:
    """Both shares and what is left over are the joint gain; less than two smallest units are left, and none is cut."""
    places = shown_decimals(currency)
    alone_a, together_a, alone_b, together_b = (f"{Decimal(units).scaleb(-places):f}" for units in found)
    canvas = stated((alone_a, together_a, "0"), (alone_b, together_b, "0"), currency)
    test = value_test(canvas)
    assert test.gain_a is not None
    assert test.gain_b is not None
    assert test.transfer is not None
    found_gains = gains(test, canvas)
    assert found_gains is not None
    split = payable_split(test.gain_a + test.gain_b, test.transfer, currency)
    unit = Fraction(1, 10**places)
    assert 2 * split.each + split.left == test.gain_a + test.gain_b
    assert split.left in {0, unit}
    assert (split.each / unit).denominator == (split.paid / unit).denominator == 1
    keeps = Fraction(max(test.gain_a, test.gain_b)) - split.paid
    assert keeps == split.each + split.left
    assert (split.unit, split) == (unit, found_gains.split)


def test_what_is_known_without_babel_is_what_babel_says() -> None:
    """The currencies whose decimals are known without loading Babel have those that Babel gives them."""
    assert {currency: get_currency_precision(currency) for currency in IN_CENTS} == dict.fromkeys(IN_CENTS, 2)


@pytest.mark.parametrize(
    ("a", "b", "loser", "short", "silent"),
    [
        (("10", "30", None), ("10", "5", None), "b", (), ("a", "b")),
        (("10", "5", "0"), ("10", "30", None), "a", (), ("b",)),
        (("10", "20", "50"), ("10", "20", "10"), None, ("a",), ()),
        (("10", "20", "50"), ("10", "20", "11"), None, ("a", "b"), ()),
        (("10", "20", None), ("10", "20", "10"), None, (), ("a",)),
        (("10", "5", "9"), ("10", "10", "9"), None, (), ()),
    ],
)
def test_who_gains_too_little(
    a: Year, b: Year, loser: str | None, short: tuple[str, ...], silent: tuple[str, ...]
) -> None:
    """Who loses, who would not take notice, and who has not said from where on, are told apart."""
    canvas = stated(a, b)
    found = gains(value_test(canvas), canvas)
    assert found is not None
    assert (found.loser, found.short, found.silent) == (loser, short, silent)


@given(canvases())
@settings(max_examples=80, deadline=None)
def test_swapping_the_parties_mirrors_the_gains(canvas: Canvas) -> None:
    """Seen from the other side each one's part is the other's, and what is split is the same."""
    turned = swapped(canvas)
    one, other = gains(value_test(canvas), canvas), gains(value_test(turned), turned)
    assert {OTHER[party]: names for party, names in unstated(canvas).items()} == unstated(turned)
    assert (one is None) == (other is None) == bool(unstated(canvas))
    if one and other:
        assert {OTHER[party]: gain for party, gain in one.of.items()} == other.of
        assert one.loser == (other.loser and OTHER[other.loser])
        assert {OTHER[party] for party in one.short} == set(other.short)
        assert {OTHER[party] for party in one.silent} == set(other.silent)
        assert (one.joint, one.split) == (other.joint, other.split)
        assert one.payer == OTHER[other.payer] or not value_test(canvas).transfer
