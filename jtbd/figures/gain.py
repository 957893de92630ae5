"""One party's year in money, as figures and their descriptions see it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from jtbd.figures import words
from jtbd.i18n import number
from jtbd.model import Canvas, PartyId
from jtbd.scoring.result import ValueTest
from jtbd.wording.plain import figure

_MILLION: Final = 10**6
_LONG: Final = 10 * _MILLION


class Year(NamedTuple):
    """One party's amounts; None where blank. At which gain it takes notice is its own; whether it does is not."""

    party: PartyId
    alone: Decimal | None
    together: Decimal | None
    gain: Decimal | None
    enough: bool | None


def years(canvas: Canvas, value: ValueTest) -> tuple[Year, Year]:
    """Return both parties' years."""
    return _year(canvas, "a", value.gain_a), _year(canvas, "b", value.gain_b)


def gain_sentence(year: Year, currency: str | None) -> str:
    """Say what a party gains and whether that is enough to take notice; the currency decides the decimals."""
    if year.gain is None:
        return words.GAIN_UNKNOWN.said()
    if year.gain < 0:
        return words.LOSES.said(amount=money(-year.gain, currency))
    said = {None: words.GAINS, True: words.GAINS_ENOUGH, False: words.GAINS_TOO_LITTLE}[year.enough]
    return said.said(amount=money(year.gain, currency))


def money(value: Decimal, currency: str | None) -> str:
    """Return an amount without its currency, in millions where it is long."""
    if abs(value) < _LONG:
        return figure(value, currency)
    return words.MILLIONS.said(amount=number(value / _MILLION, 1))


def _year(canvas: Canvas, party: PartyId, gain: Decimal | None) -> Year:
    prospect = canvas.value.of(party)
    alone, together, notice = (
        None if text is None else Decimal(text) for text in (prospect.alone, prospect.together, prospect.notice)
    )
    return Year(party, alone, together, gain, None if gain is None or notice is None else gain >= notice)
