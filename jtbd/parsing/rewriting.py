"""What to write instead of what is not one amount that can be kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Literal, TypeAlias

from jtbd.i18n import WITHIN, say, say_in

Span: TypeAlias = Literal["year", "hour"]


def in_digits(amount: str, unknown: str) -> str:
    """Return that an amount is to be written in digits.

    Args:
        amount: that very amount, or nothing where it is not known.
        unknown: what in it is not understood, or nothing.

    """
    if amount and unknown:
        return say(
            "write the amount in digits, as {amount}: “{unknown}” is not understood", amount=amount, unknown=unknown
        )
    if amount:
        return say("write the amount in digits, as {amount}", amount=amount)
    examples = {"amount": "40000", "other": "1250.50"}
    if unknown:
        return say(
            "write the amount in digits, as {amount} or {other}: “{unknown}” is not understood",
            unknown=unknown,
            **examples,
        )
    return say("write the amount in digits, as {amount} or {other}", **examples)


def one_amount(amount: str) -> str:
    """Return that one amount is to be written where a range or a bound was."""
    return say("write one amount, as {amount}", amount=amount)


def not_below_nought(amount: str) -> str:
    """Return that an amount is not to be negative."""
    return say("write an amount of nought or more, as {amount}", amount=amount)


def for_span(per: Span, amount: str) -> str:
    """Return for what time an amount is to be, and how much it is then, where that is known."""
    if per == "hour":
        return say("write the amount for an hour")
    if amount:
        return say("write the amount for a year, as {amount}", amount=amount)
    return say("write the amount for a year")


def of_other_currency(codes: Sequence[str], currency: str, amount: str) -> str:
    """Return that an amount is in one of some currencies, and not in the one beside it."""
    return say(
        "that is {choice}, and here it is {currency}: choose {choice}, or write {amount} by itself",
        choice=reduce(_or, codes),
        currency=currency,
        amount=amount,
    )


def of_two_meanings(text: str, amounts: Sequence[str]) -> str:
    """Return that a word or number before one is this or that; all amounts in digits."""
    choice = reduce(_or, dict.fromkeys(amounts))
    return say("{text} has two meanings: write it in digits, as {choice}", text=text, choice=choice)


def of_thousands(text: str, thousands: str, fraction: str) -> str:
    """Return that a point or comma may part thousands or a fraction; the amount either way."""
    return say(
        "{text} has two meanings: write {thousands}, or {fraction}", text=text, thousands=thousands, fraction=fraction
    )


def _or(first: str, second: str) -> str:
    return say_in(WITHIN, "{first} or {second}", first=first, second=second)
