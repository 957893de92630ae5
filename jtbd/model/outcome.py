"""What came of a verdict, asked once, ninety days after it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from jtbd.model.base import Part
from jtbd.model.text import PartyId, Sentence, Timestamp


class Came(StrEnum):
    """What came of it."""

    TOGETHER = "together"
    RIVALS = "rivals"
    NOTHING = "nothing"
    EARLY = "early"


class Outcome(Part):
    """One answer; `early` is asked again."""

    at: Timestamp
    by: PartyId
    came: Came = Field(alias="is")
    note: Sentence | None = None
