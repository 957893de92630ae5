"""One need inside the job, and what each party says of it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from jtbd.model.base import Part
from jtbd.model.text import Importance, PartyId, Sentence, Slug, other


class Dimension(StrEnum):
    """The three kinds of need."""

    FUNCTIONAL = "functional"
    EMOTIONAL = "emotional"
    SOCIAL = "social"


class Step(StrEnum):
    """The universal job map of Bettencourt & Ulwick."""

    DEFINE = "define"
    LOCATE = "locate"
    PREPARE = "prepare"
    CONFIRM = "confirm"
    EXECUTE = "execute"
    MONITOR = "monitor"
    MODIFY = "modify"
    CONCLUDE = "conclude"


class Stance(StrEnum):
    """What a party does about a need, in rising order."""

    LEAVE = "leave"
    WANT = "want"
    DO = "do"
    CORE = "core"


class Answers(Part):
    """What one party says of one aspect; `predicts` is what it thinks the other will say."""

    importance: Importance | None = None
    stance: Stance | None = None
    predicts: Stance | None = None


class Line(Part):
    """For a contested aspect: who leads; the other yields."""

    lead: PartyId
    rule: Sentence | None = None

    @property
    def yields(self) -> PartyId:
        """The party that steps back."""
        return other(self.lead)


class Aspect(Part):
    """One need inside the job."""

    id: Slug
    dimension: Dimension
    step: Step | None = None
    text: Sentence
    a: Answers = Field(default_factory=Answers)
    b: Answers = Field(default_factory=Answers)
    line: Line | None = None

    def of(self, party: PartyId) -> Answers:
        """Return one party's answers."""
        return self.a if party == "a" else self.b
