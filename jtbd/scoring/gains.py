"""What the value test comes to between the two: who gains too little, who pays whom, what cannot be paid evenly."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.currency import shown_decimals
from jtbd.scoring.result import ValueTest, ValueVerdict


class PayableSplit(NamedTuple):
    """A joint gain as it can be paid: in whole smallest units of the currency.

    Attributes:
        each: what each gets.
        paid: what one pays the other.
        left: what is left over; with the one who pays, or who gained more.
        unit: the smallest that can be paid.

    """

    each: Fraction
    paid: Fraction
    left: Fraction
    unit: Fraction


class Gains(NamedTuple):
    """What lies behind a value test of which all is stated.

    Attributes:
        of: each party's gain.
        joint: both gains together.
        loser: who loses by it although both together gain; else None.
        short: who gains too little to take notice, where nobody loses.
        silent: who has not said from which gain it takes notice.
        payer: who pays the other, or would.
        split: the fair split as it can be paid.

    """

    of: Mapping[PartyId, Decimal]
    joint: Decimal
    loser: PartyId | None
    short: tuple[PartyId, ...]
    silent: tuple[PartyId, ...]
    payer: PartyId
    split: PayableSplit


def gains(test: ValueTest, canvas: Canvas) -> Gains | None:
    """Return what lies behind the value test of a canvas; None where not all of it is stated."""
    if test.gain_a is None or test.gain_b is None:
        return None
    of: dict[PartyId, Decimal] = {"a": test.gain_a, "b": test.gain_b}
    joint, transfer = test.gain_a + test.gain_b, test.transfer or Fraction(0)
    notices = {party: canvas.value.of(party).notice for party in PARTIES}
    chump_change = test.verdict is ValueVerdict.CHUMP_CHANGE
    return Gains(
        of=of,
        joint=joint,
        loser=_loser(of) if test.verdict is ValueVerdict.ONE_LOSES else None,
        short=tuple(party for party in PARTIES if chump_change and of[party] < Decimal(notices[party] or 0)),
        silent=tuple(party for party in PARTIES if notices[party] is None),
        payer="a" if transfer > 0 else "b",
        split=payable_split(joint, transfer, test.currency),
    )


def unstated(canvas: Canvas) -> dict[PartyId, tuple[str, ...]]:
    """Return what each has not said of what it makes, `alone` or `together`; of who has said both nothing."""
    blank: dict[PartyId, tuple[str, ...]] = {
        party: tuple(name for name in ("alone", "together") if getattr(canvas.value.of(party), name) is None)
        for party in PARTIES
    }
    return {party: names for party, names in blank.items() if names}


def payable_split(joint: Decimal, transfer: Fraction, currency: str | None) -> PayableSplit:
    """Return the fair split as it can be paid: half a cent is nobody's, and an odd yen cannot be halved."""
    unit = Fraction(1, 10 ** shown_decimals(currency))
    each, paid = (half // unit * unit for half in (Fraction(joint) / 2, abs(transfer)))
    return PayableSplit(each, paid, Fraction(joint) - 2 * each, unit)


def _loser(of: Mapping[PartyId, Decimal]) -> PartyId:
    return "a" if of["a"] < 0 else "b"
