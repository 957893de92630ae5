"""Amounts of money in fields: what is typed is read, in whichever way it is written."""

from __future__ import annotations

from jtbd.parsing.amount import Span, UnclearAmount, read_amount
from jtbd.parsing.money_words import currencies


def decimal_text(typed: str, currency: str | None = None, *, per: Span = "year", signed: bool = True) -> str:
    """Return an amount as the file has it: "40 000", "40,000", "€40k" and "about 40'000" are all "40000".

    Raises:
        UnclearAmount: says how to write it.

    """
    return read_amount(typed, currency, per=per, signed=signed).text


def named_currency(typed: str, per: Span = "year") -> str | None:
    """Return the currency that is written beside an amount, None where none is, or more than one may be meant."""
    try:
        return read_amount(typed, per=per).currency
    except UnclearAmount:
        return None


def code_of_sign(typed: str) -> str | None:
    """Return the code of a sign that means one currency, as €; None for whatever else was typed."""
    meant = currencies(typed, None) if not any(letter.isalpha() for letter in typed) else frozenset()
    return next(iter(meant)) if len(meant) == 1 else None
