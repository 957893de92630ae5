"""Advice: what could be written better, and how; never a wall."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to write otherwise.

    Attributes:
        rule: what it is about.
        field: the field it belongs beside, as the canvas names it: `done_when`, `roles`, `want`, `text`, …
        sentence: what to write instead.
        commitment: the id of the commitment, or None where it is of the canvas as a whole.
        gap: whether the field is blank: advice on what to say, not on how it is said.

    """

    rule: Rule
    field: str
    sentence: str
    commitment: str | None = None
    gap: bool = False
