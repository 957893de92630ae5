"""What became of signed promises: entries that are appended, never edited or removed."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from jtbd.i18n import say
from jtbd.model.base import Part
from jtbd.model.text import Day, PartyId, Sentence, Slug, Timestamp


class Status(StrEnum):
    """What one party says became of a promise.

    The giver says `done` and `renegotiated`, the receiver `satisfied`, `dissatisfied`, `agreed` and `released`;
    `missed` is for either of them.
    """

    DONE = "done"
    SATISFIED = "satisfied"
    DISSATISFIED = "dissatisfied"
    MISSED = "missed"
    RENEGOTIATED = "renegotiated"
    AGREED = "agreed"
    RELEASED = "released"


class Said(Part):
    """What one party says of one occurrence of a promise; of one whose trigger has not come yet there is no day.

    Attributes:
        promise: its id in the sheet.
        for_: the day of the occurrence.
        status: what became of it.
        due: the day that is proposed, of `renegotiated`.
        note: in own words.

    """

    promise: Slug
    for_: Day | None = Field(default=None, alias="for")
    status: Status = Field(alias="is")
    due: Day | None = None
    note: Sentence | None = None

    @model_validator(mode="after")
    def _proposes_a_day(self) -> Self:
        if self.status is Status.RENEGOTIATED and self.due is None:
            message = say('what is renegotiated needs its new day: add due: "{day}"', day="2026-12-15")
            raise PydanticCustomError("ledger_due", "{message}", {"message": message})
        if self.status is not Status.RENEGOTIATED and self.due is not None:
            message = say("only what is renegotiated has a new day: delete due, or write is: renegotiated")
            raise PydanticCustomError("ledger_no_due", "{message}", {"message": message})
        return self


class Entry(Said):
    """One entry of the ledger: what was said, when, and by whom."""

    at: Timestamp
    by: PartyId
