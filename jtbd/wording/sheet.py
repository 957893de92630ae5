"""What a sheet says, in words for print: dates, cadences, money, the verdict and its shares."""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jtbd.model import moments, other
from jtbd.model.commitment import Kind, Role
from jtbd.model.sheet import (
    CommitmentContent,
    FlagWord,
    SheetCommitment,
    SheetOverlap,
    SheetParty,
    VerdictWord,
)
from jtbd.model.statement import Statement, local_time, signed_at
from jtbd.wording.plain import portion
from jtbd.wording.promise import spoken

date: Final = moments.date
cadence: Final = moments.cadence

ROLES: Final[dict[Role, str]] = {
    Role.LEAD: "leads",
    Role.CO_LEAD: "co-leads",
    Role.CONTRIBUTE: "contributes",
    Role.REFER: "refers",
}

KINDS: Final[dict[Kind, str]] = {
    Kind.REFERRAL: "a referral",
    Kind.INTRODUCTION: "an introduction",
    Kind.JOINT_OFFER: "a joint offer",
    Kind.DELIVERY: "a delivery",
    Kind.INFORMATION: "information",
    Kind.OTHER: "something else",
}

_VERDICTS: Final[dict[VerdictWord, str]] = {
    "unknown": "Too little was said to tell what the two are to each other in this job.",
    "little-in-common": "The two have too little in common in this job.",
    "competitive": "The two compete for this job.",
    "contested": "The two complete each other in this job, with ground to divide.",
    "complementary": "The two complete each other in this job.",
}

_FLAGS: Final[dict[FlagWord, str]] = {
    "one-sided": "One of them brings little that the other does not.",
    "swallowed-a": "Nearly all that {a} solves here, {b} solves too.",
    "swallowed-b": "Nearly all that {b} solves here, {a} solves too.",
    "mixed-signals": "Their answers to the last question, not the numbers, decided this.",
    "heading": "Once each takes on what it wants to, the answer will be another.",
    "line-drawn": "The lines that they drew between them change the answer.",
}


def moment(time: dt.datetime) -> str:
    """Return a time in UTC, to the second."""
    utc = time.astimezone(dt.UTC)
    return f"{date(utc)}, {utc:%H:%M:%S} UTC"


def signed_on(said: Statement) -> str:
    """Return when a party signed: the instant in UTC and, where the format tells it, the day and hour where it was."""
    there = local_time(said)
    where = f", where it was signed {date(there)}, {there:%H:%M} ({said.zone})" if there else ""
    return f"{moment(signed_at(said))}{where}"


def money(units: int, digits: int, currency: str) -> str:
    """Return an amount in minor units with all its decimals: EUR 70,000.00."""
    amount = Decimal(units).scaleb(-digits)
    return f"{currency} {amount:,.{digits}f}".replace("-", "−")


def sentence(item: SheetCommitment, content: CommitmentContent) -> str:
    """Return a promise as the one sentence that was read when it was made."""
    return spoken(item, content.party(other(item.by)).short_name)


def verdict(content: CommitmentContent) -> tuple[str, ...]:
    """Return the verdict and each flag as a sentence."""
    a, b = (party.short_name for party in content.parties)
    overlap = content.overlap
    return (_VERDICTS[overlap.verdict], *(_FLAGS[flag].format(a=a, b=b) for flag in overlap.flags))


def shares(overlap: SheetOverlap) -> dict[str, str]:
    """Return what the four parts are of the functional weight, in per cent; empty where there is no weight."""
    if not overlap.total:
        return {}
    parts = {"contested": overlap.contested, "only_a": overlap.only_a, "only_b": overlap.only_b, "open": overlap.open}
    return {name: portion(Fraction(part, overlap.total)) for name, part in parts.items()}


def isolated(text: str) -> str:
    """Return a text that goes into a line of others, kept from mixing with them where it runs from right to left."""
    leftward = any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
    return f"\u2068{text}\u2069" if leftward else text


def role_of(party: SheetParty) -> str:
    """Return what the party does in the partnership, as a verb; empty where no role was taken."""
    return ROLES[party.role] if party.role else ""
