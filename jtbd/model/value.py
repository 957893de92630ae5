"""What the partnership is worth, in money and otherwise."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jtbd.model.base import Part
from jtbd.model.text import Currency, DecimalText, PartyId, PositiveDecimalText, Sentence


class Prospect(Part):
    """One party's year: alone, together, and the gain at which it would take notice."""

    alone: DecimalText | None = None
    together: DecimalText | None = None
    notice: PositiveDecimalText | None = None


class ValueScore(Part):
    """One of the four values: 0 none, 1 some, 2 much, 3 decisive."""

    score: Annotated[int, Field(strict=True, ge=0, le=3)] | None = None
    text: Sentence | None = None


class FourValues(Part):
    """Worth to customers and partners, to us, to the ecosystem, to society."""

    internal: ValueScore | None = None
    external: ValueScore | None = None
    network: ValueScore | None = None
    civic: ValueScore | None = None


class FourValuesOfBoth(Part):
    """The four values as each party sees them."""

    a: FourValues | None = None
    b: FourValues | None = None


class Value(Part):
    """Together against alone, per year, in one currency."""

    currency: Currency | None = None
    a: Prospect = Field(default_factory=Prospect)
    b: Prospect = Field(default_factory=Prospect)
    four: FourValuesOfBoth | None = None

    def of(self, party: PartyId) -> Prospect:
        """Return one party's prospect."""
        return self.a if party == "a" else self.b
