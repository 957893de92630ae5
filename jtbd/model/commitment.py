"""Who leads, and who promises what."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from jtbd.i18n import say
from jtbd.model.base import Part
from jtbd.model.text import Day, PartyId, Sentence, Slug


class Role(StrEnum):
    """What a party is in the partnership."""

    LEAD = "lead"
    CO_LEAD = "co-lead"
    CONTRIBUTE = "contribute"
    REFER = "refer"


class Kind(StrEnum):
    """What sort of promise it is."""

    REFERRAL = "referral"
    INTRODUCTION = "introduction"
    JOINT_OFFER = "joint-offer"
    DELIVERY = "delivery"
    INFORMATION = "information"
    OTHER = "other"


class RoleTaken(Part):
    """A party's role, and what it does first."""

    role: Role | None = None
    does: Sentence | None = None


class Roles(Part):
    """Both parties' roles."""

    a: RoleTaken = Field(default_factory=RoleTaken)
    b: RoleTaken = Field(default_factory=RoleTaken)

    def of(self, party: PartyId) -> RoleTaken:
        """Return one party's role."""
        return self.a if party == "a" else self.b


_Number = Annotated[int, Field(strict=True, ge=1, le=520)]


class Every(Part):
    """A cadence: exactly one of days, weeks or months."""

    days: _Number | None = None
    weeks: _Number | None = None
    months: _Number | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(unit is not None for unit in (self.days, self.weeks, self.months)) != 1:
            message = say("must give exactly one of days, weeks, months, as weeks: 6")
            raise PydanticCustomError("every", "{message}", {"message": message})
        return self


class Commitment(Part):
    """One promise by one party to the other."""

    id: Slug
    by: PartyId
    what: Sentence
    kind: Kind | None = None
    trigger: Sentence | None = None
    due: Day | None = None
    every: Every | None = None
    done_when: Sentence | None = None
    serves: tuple[Slug, ...] = ()
    gives: Sentence | None = None
    qualifies: Sentence | None = None
    standard: Sentence | None = None
    reward: Sentence | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_events(cls, data: Any) -> Any:
        """Drop an empty list of events, which the first format had and no version wrote anything into."""
        if isinstance(data, Mapping) and "events" in data and not data["events"]:
            return {name: value for name, value in data.items() if name != "events"}
        return data


class Review(Part):
    """When the two look at it again."""

    every: Every | None = None
    next: Day | None = None
