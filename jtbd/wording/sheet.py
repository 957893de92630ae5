"""What a sheet says, in words for print: dates, cadences, money, the verdict and its shares."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jtbd.formats import day, hour
from jtbd.i18n import WITHIN, Message, mark, mark_count_in, number, say_in
from jtbd.model import other
from jtbd.model.commitment import Every, Kind, Role
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

date: Final = day

ROLES: Final[Mapping[Role, Message]] = {
    Role.LEAD: mark("leads"),
    Role.CO_LEAD: mark("co-leads"),
    Role.CONTRIBUTE: mark("contributes"),
    Role.REFER: mark("refers"),
}

KINDS: Final[Mapping[Kind, Message]] = {
    Kind.REFERRAL: mark("a referral"),
    Kind.INTRODUCTION: mark("an introduction"),
    Kind.JOINT_OFFER: mark("a joint offer"),
    Kind.DELIVERY: mark("a delivery"),
    Kind.INFORMATION: mark("information"),
    Kind.OTHER: mark("something else"),
}

_DAYS: Final = mark_count_in(WITHIN, "every day", "every {number} days")
_WEEKS: Final = mark_count_in(WITHIN, "every week", "every {number} weeks")
_MONTHS: Final = mark_count_in(WITHIN, "every month", "every {number} months")

_VERDICTS: Final[Mapping[VerdictWord, Message]] = {
    "unknown": mark("Too little was said to tell what the two are to each other in this job."),
    "little-in-common": mark("The two have too little in common in this job."),
    "competitive": mark("The two compete for this job."),
    "contested": mark("The two complete each other in this job, with ground to divide."),
    "complementary": mark("The two complete each other in this job."),
}

_FLAGS: Final[Mapping[FlagWord, Message]] = {
    "one-sided": mark("One of them brings little that the other does not."),
    "swallowed-a": mark("Nearly all that {a} solves here, {b} solves too."),
    "swallowed-b": mark("Nearly all that {b} solves here, {a} solves too."),
    "mixed-signals": mark("Their answers to the last question, not the numbers, decided this."),
    "heading": mark("Once each takes on what it wants to, the answer will be another."),
    "line-drawn": mark("The lines that they drew between them change the answer."),
}


def cadence(every: Every) -> str:
    """Return a cadence: every week, every 6 weeks."""
    counts = {_DAYS: every.days, _WEEKS: every.weeks, _MONTHS: every.months}
    return next(said.counted(count) for said, count in counts.items() if count is not None)


def moment(time: dt.datetime) -> str:
    """Return a time in UTC, to the second."""
    utc = time.astimezone(dt.UTC)
    return say_in(WITHIN, "{day}, {time} UTC", day=day(utc), time=f"{utc:%H:%M:%S}")


def signed_on(said: Statement) -> str:
    """Return when a party signed: the instant in UTC and, where the format tells it, the day and hour where it was."""
    at, there = signed_at(said), local_time(said)
    if there is None:
        return moment(at)
    return say_in(
        WITHIN,
        "{day}, {time} UTC, where it was signed {there}, {hour} ({zone})",
        day=day(at),
        time=f"{at:%H:%M:%S}",
        there=day(there),
        hour=hour(there),
        zone=said.zone,
    )


def money(units: int, digits: int, currency: str) -> str:
    """Return an amount in minor units with all its decimals: EUR 70,000.00."""
    amount = number(Decimal(units).scaleb(-digits), digits)
    return say_in(WITHIN, "{currency} {amount}", currency=currency, amount=amount)


def sentence(item: SheetCommitment, content: CommitmentContent) -> str:
    """Return a promise as the one sentence that was read when it was made."""
    return spoken(item, content.party(other(item.by)).short_name)


def verdict(content: CommitmentContent) -> tuple[str, ...]:
    """Return the verdict and each flag as a sentence."""
    a, b = (party.short_name for party in content.parties)
    overlap = content.overlap
    return (_VERDICTS[overlap.verdict].said(), *(_FLAGS[flag].said(a=a, b=b) for flag in overlap.flags))


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
    return ROLES[party.role].said() if party.role else ""
