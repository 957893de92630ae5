"""The health of a relationship: the first of a few rules that fits, with what it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from jtbd.ledger.days import after
from jtbd.ledger.occurrences import Occurrence, State
from jtbd.model import PARTIES, Every, PartyId

LONG_OVERDUE: Final = dt.timedelta(days=14)
THANKS_WITHIN: Final = dt.timedelta(days=14)


class Colour(StrEnum):
    """How it stands."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    GREY = "grey"


class Cause(StrEnum):
    """What it rests on."""

    LONG_OVERDUE = "long-overdue"
    LAST_TWO_BROKEN = "last-two-broken"
    SILENT_FOR_TWO = "silent-for-two"
    OVERDUE = "overdue"
    SILENT = "silent"
    DISSATISFIED = "dissatisfied"
    NOT_THANKED = "not-thanked"
    SIGNED = "signed"
    IN_TOUCH = "in-touch"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Relation:
    """What is known of me and another party as of a day.

    Attributes:
        occurrences: of all promises between the two, either way, by day.
        contact: the day of the last contact, None where there was none.
        cadence: how often the two mean to be in touch, None where they do not.
        signed: whether there is a complete sheet.
        dissatisfied: whether somebody was dissatisfied and the two have not met since.
        unthanked: the customer of a referral to me that was won long ago without thanks, None where there is none.

    """

    occurrences: Sequence[Occurrence]
    contact: dt.date | None
    cadence: Every | None
    signed: bool
    dissatisfied: bool = False
    unthanked: str | None = None


class Health(NamedTuple):
    """How a relationship stands.

    Attributes:
        colour: of the first rule that fits.
        cause: that rule.
        about: the occurrence that it rests on, None where it is none.
        party: whose promises it rests on, None likewise.
        name: the customer that it is about, empty likewise.

    """

    colour: Colour
    cause: Cause
    about: Occurrence | None = None
    party: PartyId | None = None
    name: str = ""


def health(relation: Relation, today: dt.date) -> Health:
    """Return how a relationship stands as of a day."""
    return next(_rules(relation, today))


def _rules(relation: Relation, today: dt.date) -> Iterator[Health]:
    overdue = [item for item in relation.occurrences if item.state is State.OVERDUE and item.day]
    oldest = min(overdue, key=lambda item: item.day or today, default=None)
    yield from _red(relation, oldest, today)
    if oldest:
        yield Health(Colour.AMBER, Cause.OVERDUE, oldest, oldest.by)
    if _silent(relation, today, 1):
        yield Health(Colour.AMBER, Cause.SILENT)
    if relation.dissatisfied:
        yield Health(Colour.AMBER, Cause.DISSATISFIED)
    if relation.unthanked is not None:
        yield Health(Colour.AMBER, Cause.NOT_THANKED, name=relation.unthanked)
    if relation.signed:
        yield Health(Colour.GREEN, Cause.SIGNED)
    if relation.cadence and relation.contact:
        yield Health(Colour.GREEN, Cause.IN_TOUCH)
    yield Health(Colour.GREY, Cause.NOTHING)


def _red(relation: Relation, oldest: Occurrence | None, today: dt.date) -> Iterator[Health]:
    if oldest and oldest.day and today - oldest.day > LONG_OVERDUE:
        yield Health(Colour.RED, Cause.LONG_OVERDUE, oldest, oldest.by)
    for party in PARTIES:
        settled = [item for item in relation.occurrences if item.settled and item.by == party]
        if len(settled) > 1 and all(item.state is State.BROKEN for item in settled[-2:]):
            yield Health(Colour.RED, Cause.LAST_TWO_BROKEN, settled[-1], party)
    if _silent(relation, today, 2):
        yield Health(Colour.RED, Cause.SILENT_FOR_TWO)


def _silent(relation: Relation, today: dt.date, times: int) -> bool:
    """Say whether the last contact is longer ago than so many times the cadence."""
    if relation.contact is None or relation.cadence is None:
        return False
    until = after(relation.contact, relation.cadence, times)
    return until is not None and today > until
