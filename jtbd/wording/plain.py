"""Numbers and names as a person would say them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from jtbd.i18n import WITHIN, Message, mark_in, number, say_in
from jtbd.model import Canvas, PartyId
from jtbd.model.currency import EXACT, shown_decimals
from jtbd.scoring.hundredths import ALMOST_ALL, ALMOST_NONE, HUNDRED, hundredths

LONGEST_QUOTE: Final = 90


_PARTY: Final[Mapping[PartyId, Message]] = {"a": mark_in(WITHIN, "party A"), "b": mark_in(WITHIN, "party B")}
_STARTING: Final[Mapping[PartyId, Message]] = {"a": mark_in(WITHIN, "Party A"), "b": mark_in(WITHIN, "Party B")}
_ALL_OR_NONE: Final[Mapping[Fraction, Message]] = {
    Fraction(0): mark_in(WITHIN, "nothing"),
    Fraction(1): mark_in(WITHIN, "all"),
}


def party_name(canvas: Canvas, party: PartyId) -> str:
    """Return what a party is called: its organisation, its person, else "party A" or "party B"."""
    return canvas.parties.of(party).name or _PARTY[party].said()


def starting_name(canvas: Canvas, party: PartyId) -> str:
    """Return what a party is called where a sentence begins with it; a name of its own as it is written."""
    return canvas.parties.of(party).name or _STARTING[party].said()


def percent(share: Fraction, *bounds: Fraction) -> str:
    """Return a share in whole per cent; never "100 %" when not all, nor "0 %" when not none.

    Near a bound that it does not equal it never sounds as if it did: "just under 65 %".
    """
    told = hundredths(share)
    for bound in bounds:
        if share != bound and told == bound * HUNDRED:
            if share < bound:
                return say_in(WITHIN, "just under {number} %", number=number(int(told)))
            return say_in(WITHIN, "just over {number} %", number=number(int(told)))
    if told == ALMOST_NONE:
        return say_in(WITHIN, "under {number} %", number=number(1))
    if told == ALMOST_ALL:
        return say_in(WITHIN, "over {number} %", number=number(99))
    return say_in(WITHIN, "{number} %", number=number(int(told)))


def portion(share: Fraction, *bounds: Fraction) -> str:
    """Return a share as what it is of something: "nothing", "12 %", "all"."""
    ready = _ALL_OR_NONE.get(share)
    return ready.said() if ready else percent(share, *bounds)


def of_hundred(share: Fraction) -> int:
    """Return how many of 100 a share is; 0 and 100 only where it is exactly that."""
    whole = round(share * HUNDRED)
    return whole if share in (0, 1) else min(HUNDRED - 1, max(1, whole))


def amount(value: Fraction | Decimal, currency: str | None) -> str:
    """Return money with its currency and its thousands parted: "EUR 22,500", "EUR 0.50", "KWD 1,749.625"."""
    written = figure(value, currency)
    return say_in(WITHIN, "{currency} {amount}", currency=currency, amount=written) if currency else written


def figure(value: Fraction | Decimal, currency: str | None) -> str:
    """Return an amount without its currency; where it is not whole, with all decimals that the currency has."""
    places = shown_decimals(currency)
    units = round(abs(Fraction(value)) * 10**places)
    with localcontext(prec=EXACT):
        rounded = Decimal(units).scaleb(-places)
        return number(-rounded if value < 0 and units else rounded, places if units % 10**places else 0)


def quote(text: str) -> str:
    """Return a text in quotation marks, cut at a word where it is long."""
    if len(text) > LONGEST_QUOTE:
        text = text[: LONGEST_QUOTE + 1].rsplit(maxsplit=1)[0][:LONGEST_QUOTE].rstrip(",;:.") + " …"
    return say_in(WITHIN, "“{text}”", text=text)
