"""One party's year in money, as figures and their descriptions see it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jtbd.figures import words
from jtbd.model import Canvas, PartyId
from jtbd.scoring.plain import figure
from jtbd.scoring.result import ValueTest

_MILLION: Final = 10**6
_LONG: Final = 10 * _MILLION


@dataclass(frozen=True, slots=True)
class Year:
    """One party's amounts; None where blank."""

    party: PartyId
    alone: Decimal | None
    together: Decimal | None
    gain: Decimal | None
    notice: Decimal | None

    @property
    def noticed(self) -> Decimal | None:
        """The year's worth from which it takes notice."""
        return None if self.alone is None or self.notice is None else self.alone + self.notice


def years(canvas: Canvas, value: ValueTest) -> tuple[Year, Year]:
    """Return both parties' years."""
    return _year(canvas, "a", value.gain_a), _year(canvas, "b", value.gain_b)


def gain_sentence(year: Year, currency: str | None) -> str:
    """Say what a party gains and whether that is enough to take notice; the currency decides the decimals."""
    if year.gain is None:
        return words.GAIN_UNKNOWN
    if year.gain < 0:
        return words.LOSES.format(amount=money(-year.gain, currency))
    gain, notice = money(year.gain, currency), year.notice
    if notice is None:
        return words.GAINS.format(amount=gain)
    said = words.GAINS_ENOUGH if year.gain >= notice else words.GAINS_TOO_LITTLE
    return said.format(amount=gain, notice=money(notice, currency))


def money(value: Decimal, currency: str | None) -> str:
    """Return an amount without its currency, in millions where it is long."""
    if abs(value) < _LONG:
        return figure(value, currency)
    return words.MILLIONS.format(amount=f"{value / _MILLION:,.1f}".replace("-", "−"))


def _year(canvas: Canvas, party: PartyId, gain: Decimal | None) -> Year:
    prospect = canvas.value.of(party)
    alone, together, notice = (
        None if text is None else Decimal(text) for text in (prospect.alone, prospect.together, prospect.notice)
    )
    return Year(party, alone, together, gain, notice)
