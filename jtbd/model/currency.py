"""Currencies of ISO 4217 and what can be paid in them; Babel knows which there are and how many decimals they have."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from functools import lru_cache
from typing import Final

from jtbd.i18n import locale, mark, number, say
from jtbd.model.text import GREATEST

USUAL_DECIMALS: Final = 2
"""Of an amount whose currency nobody has named yet."""

IN_CENTS: Final = frozenset({"AUD", "CAD", "CHF", "EUR", "GBP", "INR", "USD"})
"""Those that most people use: Babel, which takes a tenth of a second to load, says the same of them."""

_NONE: Final = "XXX"  # ISO's code for no currency
_FINER: Final = (
    # For translators: {money} is the name of a currency in the plural, as “euros”; {low} and {high} are amounts.
    mark("{amount} is finer than {currency} can be paid: {money} are whole, write {low} or {high}"),
    mark("{amount} is finer than {currency} can be paid: {money} are paid in tenths, write {low} or {high}"),
    mark("{amount} is finer than {currency} can be paid: {money} are paid in hundredths, write {low} or {high}"),
    mark("{amount} is finer than {currency} can be paid: {money} are paid in thousandths, write {low} or {high}"),
    mark("{amount} is finer than {currency} can be paid: {money} are paid in ten-thousandths, write {low} or {high}"),
)
"""By how many decimals a currency has: yen are whole, dinars are paid in thousandths."""

_FINER_FIRST: Final = (
    # For translators: as above, of an amount that has to be another one before its currency is.
    mark("{amount} is finer than {currency} can be paid: {money} are whole, write {low} or {high} there first"),
    mark(
        "{amount} is finer than {currency} can be paid: {money} are paid in tenths, write {low} or {high} there first"
    ),
    mark(
        "{amount} is finer than {currency} can be paid: {money} are paid in hundredths, "
        "write {low} or {high} there first"
    ),
    mark(
        "{amount} is finer than {currency} can be paid: {money} are paid in thousandths, "
        "write {low} or {high} there first"
    ),
    mark(
        "{amount} is finer than {currency} can be paid: {money} are paid in ten-thousandths, "
        "write {low} or {high} there first"
    ),
)
_MORE: Final = mark("{amount} is more than a sheet can hold: write {currency} {most} at most")
_MORE_FIRST: Final = mark("{amount} is more than a sheet can hold: write {currency} {most} at most there first")

EXACT: Final = 200
"""Digits enough to reckon with any amount that can be typed."""


@lru_cache(maxsize=512)
def decimals(currency: str) -> int | None:
    """Return how many decimals a currency's smallest unit has: EUR 2, JPY 0, KWD 3; None where there is no such one."""
    if currency in IN_CENTS:
        return USUAL_DECIMALS
    from babel.numbers import get_currency_precision, is_currency  # noqa: PLC0415 - slow, and for money only

    return get_currency_precision(currency) if currency != _NONE and is_currency(currency) else None


def shown_decimals(currency: str | None) -> int:
    """Return how many decimals an amount is shown with where it is not whole."""
    found = decimals(currency) if currency else None
    return USUAL_DECIMALS if found is None else found


def units(amount: Decimal, currency: str) -> Decimal:
    """Return an amount in the smallest units of its currency; not whole where it cannot be paid."""
    with localcontext(prec=EXACT):
        return amount.scaleb(decimals(currency) or 0)


def unknown(currency: str) -> str:
    """Return what is wrong with a currency, empty where a sheet can name it."""
    if decimals(currency) is not None:
        return ""
    return say(
        "{currency} is not a currency of ISO 4217 that a sheet can name: write one that is, as EUR", currency=currency
    )


def unpayable(amount: Decimal, currency: str, *, first: bool = False) -> str:
    """Return why a sheet cannot hold an amount, with that amount rightly written; empty where it can.

    Args:
        amount: any amount.
        currency: its currency; where that is none, this is what is wrong.
        first: whether the amount is to be changed before it has that currency.

    """
    if wrong := unknown(currency):
        return wrong
    counted = units(amount, currency)
    if abs(counted) > GREATEST:
        more = _MORE_FIRST if first else _MORE
        return more.said(amount=_shown(amount), currency=currency, most=_shown(_most(currency)))
    if counted == counted.to_integral_value():
        return ""
    low, high = (_paid(counted.to_integral_value(way), currency) for way in (ROUND_FLOOR, ROUND_CEILING))
    finer = _FINER_FIRST if first else _FINER
    return finer[decimals(currency) or 0].said(
        amount=f"{amount:f}", currency=currency, money=_name(currency), low=low, high=high
    )


def written(amount: Decimal, currency: str | None) -> str:
    """Return a payable amount as a file has it: whole, or with all decimals of its currency."""
    if amount == amount.to_integral_value():
        return f"{amount.to_integral_value():f}"
    with localcontext(prec=EXACT):
        return f"{amount.quantize(Decimal(1).scaleb(-shown_decimals(currency))):f}"


def _paid(counted: Decimal, currency: str) -> str:
    with localcontext(prec=EXACT):
        return written(counted.scaleb(-(decimals(currency) or 0)), currency)


def _most(currency: str) -> Decimal:
    return Decimal(GREATEST).scaleb(-(decimals(currency) or 0))


def _name(currency: str) -> str:
    """Return what a currency is called, of several."""
    from babel.numbers import get_currency_name  # noqa: PLC0415 - slow, and for what is refused only

    return get_currency_name(currency, count=2, locale=locale())


def _shown(amount: Decimal) -> str:
    """Return an amount with all the decimals that were typed, its thousands parted."""
    exponent = amount.as_tuple().exponent
    shown = number(abs(amount), max(0, -exponent) if isinstance(exponent, int) else 0)
    return f"-{shown}" if amount < 0 else shown
