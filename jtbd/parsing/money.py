"""What is typed where money belongs: an amount, a currency, and an amount whose currency changes beside it."""

from __future__ import annotations

import re
from decimal import Decimal

from jtbd.i18n import say
from jtbd.model import Money
from jtbd.model.currency import unknown, unpayable
from jtbd.parsing.amount import Span, UnclearAmount, is_shown, kept, read_amount
from jtbd.parsing.money_words import currencies


def currency_beside(typed: str, per: Span = "year") -> str | None:
    """Return the currency that is written beside an amount, None where none is, or more than one may be meant."""
    try:
        return read_amount(typed, per=per).currency
    except UnclearAmount:
        return None


def currency_code(typed: str | None) -> str | None:
    """Return the code that was chosen or typed; a sign that means one currency is that one.

    Raises:
        ValueError: says how to write it.

    """
    said = (typed or "").strip().upper()
    said = _code_of_sign(said) or said
    if said and not re.fullmatch("[A-Z]{3}", said):
        raise ValueError(say("write the three letters of a currency, as {currency}", currency="EUR"))
    if said and (wrong := unknown(said)):
        raise ValueError(wrong)
    return said or None


def _code_of_sign(typed: str) -> str | None:
    """Return the code of a sign that means one currency, as €; None for whatever else was typed."""
    meant = currencies(typed, None) if not any(letter.isalpha() for letter in typed) else frozenset()
    return next(iter(meant)) if len(meant) == 1 else None


def hourly_amount(typed: str, code: str | None, stored: Money | None) -> str:
    """Return the amount an hour that is meant; where the field shows the stored one still, that one, in `code`.

    Raises:
        UnclearAmount: it cannot be kept; says what to write.

    """
    if not (stored and code and is_shown(typed, stored.amount)):
        return read_amount(typed, code, per="hour", signed=False).text
    if wrong := unpayable(Decimal(stored.amount), code):
        raise UnclearAmount(wrong)
    return kept(Decimal(stored.amount), code)
