"""What form a text of a file is to have, an id, an amount, a currency, in words that write it rightly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, get_args

from pydantic import StringConstraints
from pydantic_core import ErrorDetails

from jtbd.i18n import Message, mark, say
from jtbd.model import text
from jtbd.model.currency import unknown
from jtbd.yamltext import Document, NodePath


def _pattern(kind: Any) -> str:
    return next(str(part.pattern) for part in get_args(kind) if isinstance(part, StringConstraints))


_AMOUNT: Final = mark('must be an amount in quotes with a point and no thousands, as "{amount}"')
_POSITIVE: Final = mark('must be an amount of nought or more in quotes, as "{amount}"')
_UNCLEAR_AMOUNT: Final = mark('must be an amount in quotes with a point and no thousands, as "40000" or "120.00":')
_UNCLEAR_POSITIVE: Final = mark('must be an amount of nought or more in quotes, as "40000" or "120.00":')


def _slug(_said: str, _currency: str | None) -> str:
    return say("must be lower-case letters a to z, digits and hyphens, as {example}", example="find-premises")


def _amount(said: str, currency: str | None) -> str:
    return _rightly(said, currency, _AMOUNT, _UNCLEAR_AMOUNT)


def _positive(said: str, currency: str | None) -> str:
    return _rightly(said.lstrip("-"), currency, _POSITIVE, _UNCLEAR_POSITIVE)


def _currency(said: str, _currency: str | None) -> str:
    return say("must be the three capital letters of a currency, as {currency}", currency=_code(said))


_FORMS: Final[dict[str, Callable[[str, str | None], str]]] = {
    _pattern(text.Slug): _slug,
    _pattern(text.DecimalText): _amount,
    _pattern(text.PositiveDecimalText): _positive,
    _pattern(text.Currency): _currency,
}


def form(item: ErrorDetails, document: Document) -> str:
    """Return what belongs there; of an amount and a currency it is what was meant, rightly written."""
    pattern = item.get("ctx", {})["pattern"]
    if said := _FORMS.get(pattern):
        return said(str(item["input"]), _currency_beside(item["loc"], document))
    return say("does not have the form that belongs here: String should match pattern '{pattern}'", pattern=pattern)


def _currency_beside(path: NodePath, document: Document) -> str | None:
    """Return the currency in which an amount is meant: beside it, or for both parties."""
    said = document.at((*path[:-1], "currency")) or document.at((*path[:-2], "currency"))
    return said if isinstance(said, str) and not unknown(said) else None


def _rightly(said: str, currency: str | None, form: Message, unclear: Message) -> str:
    """Return that very amount as it should be written; where that is not clear, how one is and what is not clear."""
    from jtbd.parsing.amount import UnclearAmount, read_amount, rightly  # noqa: PLC0415 - for faulty files only

    try:
        return form.said(amount=read_amount(said, currency).text)
    except UnclearAmount as question:
        amount = rightly(said)
        return form.said(amount=amount) if amount else f"{unclear.said()} {question}"


def _code(said: str) -> str:
    from jtbd.parsing.money_words import currencies  # noqa: PLC0415 - for faulty files only

    meant = currencies(said, None)
    return next(iter(meant)) if len(meant) == 1 else "EUR"
