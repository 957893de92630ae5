"""Customers that one passes on to the other, and how the two came together."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from jtbd.model.base import Part
from jtbd.model.party import Money
from jtbd.model.text import OneLine, PartyId, Sentence, Slug, Timestamp


class Through(Part):
    """What something came from: a canvas and, if it was one, a referral in it."""

    canvas: Slug
    referral: Slug | None = None


class Met(Part):
    """How the two came together."""

    through: Through | None = None
    note: Sentence | None = None


class Progress(StrEnum):
    """How far a referral is."""

    MADE = "made"
    ACCEPTED = "accepted"
    TURNED_DOWN = "turned-down"
    TALKING = "talking"
    WON = "won"
    LOST = "lost"
    THANKED = "thanked"


class Step(Part):
    """One entry of a referral's log."""

    at: Timestamp
    by: PartyId
    progress: Progress = Field(alias="is")
    worth: Money | None = None
    note: Sentence | None = None


class Referral(Part):
    """A customer whom one party passed on; the other one got it.

    Attributes:
        giver: who passed it on.
        promise: which promise it keeps, if any.
        terms: what the three agreed on beforehand.
        through: what it came from.

    """

    id: Slug
    giver: PartyId = Field(alias="from")
    customer: OneLine | None = None
    needs: tuple[Slug, ...] = ()
    promise: Slug | None = None
    terms: Sentence | None = None
    through: Through | None = None
    log: tuple[Step, ...] = ()
