"""Who is at the table, and the coffees they have had."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from jtbd.model.base import Part
from jtbd.model.names import no_firm, nobody
from jtbd.model.person import person
from jtbd.model.text import Count, Currency, OneLine, PartyId, PositiveDecimalText, Sentence, Timestamp


class Money(Part):
    """An amount with its currency."""

    amount: PositiveDecimalText
    currency: Currency


class Party(Part):
    """An organisation and the person who is here for it."""

    organisation: OneLine | None = None
    person: OneLine | None = None
    title: OneLine | None = None
    email: OneLine | None = None
    offers: Sentence | None = None
    hourly_rate: Money | None = None

    @property
    def name(self) -> str | None:
        """The organisation or, where there is none, the person; "TBD" is neither."""
        return self.firm or self.somebody

    @property
    def firm(self) -> str | None:
        """The organisation, None where nobody has named it yet."""
        return None if no_firm(self.organisation) else self.organisation

    @property
    def somebody(self) -> str | None:
        """The person's whole name in the order in which it is spoken, None where nobody has been named yet."""
        return None if nobody(self.person) else person(self.person or "").spoken

    @property
    def called(self) -> str | None:
        """The person's first name, or more where it is not clear which that is; None where nobody has been named."""
        return None if nobody(self.person) else person(self.person or "").called

    @property
    def unnamed(self) -> str | None:
        """What stands in the place of a name and is nobody's, such as "TBD"."""
        held = ((self.organisation, no_firm), (self.person, nobody))
        return next((said for said, is_none in held if said and is_none(said)), None)


class Parties(Part):
    """Both parties; `a` owns the laptop."""

    a: Party = Field(default_factory=Party)
    b: Party = Field(default_factory=Party)

    def of(self, party: PartyId) -> Party:
        """Return the party by its letter."""
        return self.a if party == "a" else self.b


class Clock(Part):
    """How long a meeting has run; `running_since` is blank while it is paused."""

    elapsed_seconds: Count = 0
    running_since: Timestamp | None = None
    shown: StrictBool = True


class Meeting(Part):
    """One coffee."""

    started: Timestamp
    planned_minutes: Annotated[int, Field(strict=True, ge=1, le=600)] | None = None
    place: OneLine | None = None
    clock: Clock | None = None
