"""Numbers and names as a person would say them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jtbd.model import Canvas, PartyId
from jtbd.model.currency import shown_decimals
from jtbd.scoring.hundredths import ALMOST_ALL, ALMOST_NONE, HUNDRED, hundredths

LONGEST_QUOTE: Final = 90


def party_name(canvas: Canvas, party: PartyId) -> str:
    """Return what a party is called: its organisation, its person, else "party A" or "party B"."""
    return canvas.parties.of(party).name or f"party {party.upper()}"


def starting_name(canvas: Canvas, party: PartyId) -> str:
    """Return what a party is called where a sentence begins with it; a name of its own as it is written."""
    return canvas.parties.of(party).name or f"Party {party.upper()}"


def percent(share: Fraction, *bounds: Fraction) -> str:
    """Return a share in whole per cent; never "100 %" when not all, nor "0 %" when not none.

    Near a bound that it does not equal it never sounds as if it did: "just under 65 %".
    """
    told = hundredths(share)
    for bound in bounds:
        if share != bound and told == bound * HUNDRED:
            return f"just under {told} %" if share < bound else f"just over {told} %"
    if told == ALMOST_NONE:
        return "under 1 %"
    return "over 99 %" if told == ALMOST_ALL else f"{told} %"


def portion(share: Fraction, *bounds: Fraction) -> str:
    """Return a share as what it is of something: "nothing", "12 %", "all"."""
    return {Fraction(0): "nothing", Fraction(1): "all"}.get(share) or percent(share, *bounds)


def of_hundred(share: Fraction) -> int:
    """Return how many of 100 a share is; 0 and 100 only where it is exactly that."""
    whole = round(share * HUNDRED)
    return whole if share in (0, 1) else min(HUNDRED - 1, max(1, whole))


def amount(value: Fraction | Decimal, currency: str | None) -> str:
    """Return money with its currency and its thousands parted: "EUR 22,500", "EUR 0.50", "KWD 1,749.625"."""
    return f"{currency} {figure(value, currency)}" if currency else figure(value, None)


def figure(value: Fraction | Decimal, currency: str | None) -> str:
    """Return an amount without its currency; where it is not whole, with all decimals that the currency has."""
    places = shown_decimals(currency)
    whole, parts = divmod(round(abs(Fraction(value)) * 10**places), 10**places)
    sign = "−" if value < 0 and (whole or parts) else ""
    return f"{sign}{whole:,}" + (f".{parts:0{places}}" if parts else "")


def quote(text: str) -> str:
    """Return a text in quotation marks, cut at a word where it is long."""
    if len(text) > LONGEST_QUOTE:
        text = text[: LONGEST_QUOTE + 1].rsplit(maxsplit=1)[0][:LONGEST_QUOTE].rstrip(",;:.") + " …"
    return f"“{text}”"


def listing(items: Sequence[str]) -> str:
    """Join one or more items as "one, two and three"."""
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last
