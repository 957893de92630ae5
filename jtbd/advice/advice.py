"""Advice as facts: what could be written better; never a wall. How, is said by `wording`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, cast

from jtbd.model import PartyId
from jtbd.parsing.ask import Ask

AdviceValue: TypeAlias = str | dt.date | Ask | None
"""A party, somebody's words, a member of an enum, a day, or what to ask."""


class Rule(StrEnum):
    """What a piece of advice is about."""

    WHAT = "what"
    ONE_OWNER = "one-owner"
    WHEN = "when"
    PAST = "past"
    TEST = "test"
    VAGUE = "vague"
    OPTIONAL = "optional"
    RIGHT = "right"
    REFUSAL = "refusal"
    GIVES = "gives"
    BOTH_PROMISE = "both-promise"
    LEAD = "lead"
    PARTY_NAME = "party-name"
    OFFER = "offer"
    SOLUTION = "solution"
    AND_OR = "and-or"
    TWO_NEEDS = "two-needs"
    TWIN = "twin"
    STORY = "story"


class AdviceKind(StrEnum):
    """What a piece of advice says; beside each the names of its values."""

    RIGHT = "right"  # words, party
    WHAT_UNSAID = "what-unsaid"  # party
    NOT_ALONE = "not-alone"  # words, or None for the other's name; party
    STRANGER = "stranger"  # words, party
    DOUBT = "doubt"  # words, ask
    WHEN_UNSAID = "when-unsaid"
    DAY_OVER = "day-over"  # day, ahead
    REFUSAL_UNTESTED = "refusal-untested"
    TEST_UNSAID = "test-unsaid"
    OPINION = "opinion"  # words
    GIFT_UNSAID = "gift-unsaid"  # party: who gets it
    VAGUE = "vague"  # words, vagueness
    OPTIONAL = "optional"  # words
    NOTHING_PROMISED = "nothing-promised"  # party
    BOTH_LEAD = "both-lead"
    NOBODY_LEADS = "nobody-leads"
    CO_LEADS_ALONE = "co-leads-alone"  # party
    STORY = "story"  # each gap of the job that it fills, with its words
    TWIN = "twin"  # words; so have all that follow
    OPEN_WHO = "open-who"
    OPEN_WHICH = "open-which"
    PARTY_NAME = "party-name"
    OFFER = "offer"
    SOLUTION = "solution"
    SECOND_JOB = "second-job"
    SECOND_NEED = "second-need"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to write otherwise.

    Attributes:
        rule: what it is about.
        field: the field it belongs beside, as the canvas names it: `done_when`, `roles`, `want`, `text`, …
        kind: what it says.
        values: what it says it of, by the names that its kind has.
        commitment: the id of the commitment, or None where it is of the canvas as a whole.
        gap: whether the field is blank: advice on what to say, not on how it is said.

    """

    rule: Rule
    field: str
    kind: AdviceKind
    values: Mapping[str, AdviceValue]
    commitment: str | None = None
    gap: bool = False

    @property
    def about(self) -> str:
        """What it says of which words, wherever they stand: by this it is known again once it was waved away."""
        return " ".join((self.kind, *(str(value) for value in self.values.values())))

    @property
    def words(self) -> str:
        """The words that it is about, as they were written."""
        return cast("str", self.values["words"])

    @property
    def party(self) -> PartyId:
        """The party that it is about."""
        return cast("PartyId", self.values["party"])

    @property
    def ask(self) -> Ask:
        """What there is to ask of the words."""
        return cast("Ask", self.values["ask"])

    def day(self, name: str) -> dt.date:
        """Return a value that is a day."""
        return cast("dt.date", self.values[name])
