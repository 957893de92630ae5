"""Who is reliable and how each relationship stands: reliability, health, give and take, party by party."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from jtbd.i18n import ENGLISH, speaking
from jtbd.ledger.health import THANKS_WITHIN, Health, Relation, health
from jtbd.ledger.reliability import Reliability, reliability
from jtbd.model import PARTIES, Canvas, Every, PartyId, Status
from jtbd.model.currency import shown_decimals
from jtbd.model.referral import Progress, Referral
from jtbd.usecases.promises.library import Records
from jtbd.usecases.promises.record import Record, day_of
from jtbd.wording.ledger import next_step, reason_of

_DAYS: Final = {"days": 1, "weeks": 7, "months": 30}
"""How many days a cadence's units are told as."""

_LONG_AGO: Final = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Partner:
    """A party and how the owner stands with it.

    Attributes:
        id: the party's.
        names: all that it was called.
        canvases: the ids of those with it.
        reliability: of each side's promises to the other.
        health: how it stands, and why.
        contact: the day of the last contact, None where there was none.
        cadence: how often the two mean to be in touch, None where nobody said.
        referrals: how many were passed on, by who passed them on and how far they are.
        worth: what those were worth that were won, by who passed them on and currency.
        cost: what the meetings have cost the owner, by currency.

    """

    id: str
    names: tuple[str, ...]
    canvases: tuple[str, ...]
    reliability: Mapping[PartyId, Reliability]
    health: Health
    contact: dt.date | None
    cadence: Every | None
    referrals: Mapping[PartyId, Mapping[str, int]]
    worth: Mapping[PartyId, Mapping[str, Decimal]]
    cost: Mapping[str, Fraction]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.names[0]

    def as_json(self) -> dict[str, Any]:
        """Return it as `partners --json` has it."""
        with speaking(ENGLISH):
            reason, step = reason_of(self.health, self.name), next_step(self.health, self.name)
        return {
            "party": self.id,
            "names": [*self.names],
            "canvases": [*self.canvases],
            "reliability": {"mine": _told(self.reliability["a"]), "theirs": _told(self.reliability["b"])},
            "health": self.health.colour.value,
            "reason": reason,
            "next": step,
            "contact": self.contact.isoformat() if self.contact else None,
            "cadence_days": _days(self.cadence),
            "referrals": {"given": dict(self.referrals["a"]), "received": dict(self.referrals["b"])},
            "worth": {
                side: {currency: str(worth) for currency, worth in self.worth[party].items()}
                for side, party in (("given", PARTIES[0]), ("received", PARTIES[1]))
            },
            "cost": {currency: _written(cost, currency) for currency, cost in self.cost.items()},
        }


def partners(known: Records, today: dt.date, party: str | None = None) -> tuple[Partner, ...]:
    """Return how the owner stands with each party as of a day, by their ids; of one alone where it is named.

    Args:
        known: the records of the library.
        today: the day.
        party: the id of a party, None for all.

    """
    ids = [party] if party else sorted(known.parties.names)
    return tuple(_partner(known, each, today) for each in ids)


def _partner(known: Records, party: str, today: dt.date) -> Partner:
    own = [record for record in known.all if known.partner(record) == party]
    found = sorted(
        (each for record in own for each in record.occurrences(today)), key=lambda each: each.day or dt.date.max
    )
    contact, cadence = _contact(known, party, own, today), _cadence(known, party, own)
    referrals = [referral for record in own for referral in record.canvas.referrals]
    relation = Relation(
        found,
        contact,
        cadence,
        signed=any(sheet.day <= today for record in own for sheet in record.sheets),
        dissatisfied=any(_is_unheard(record, today) for record in own),
        unthanked=_unthanked(referrals, today),
    )
    return Partner(
        party,
        known.parties.names.get(party, (party,)),
        tuple(record.canvas.id for record in own),
        {side: reliability((each for each in found if each.by == side), today) for side in PARTIES},
        health(relation, today),
        contact,
        cadence,
        {side: _states(referrals, side, today) for side in PARTIES},
        {side: _worth(referrals, side, today) for side in PARTIES},
        _cost(record.canvas for record in own),
    )


def _contact(known: Records, party: str, own: Sequence[Record], today: dt.date) -> dt.date | None:
    """Return the latest of meetings, entries, referrals and noted contacts, as far as they were by then."""
    noted = known.parties.known.get(party)
    days = [contact.on for contact in noted.contacts] if noted else []
    for record in own:
        days += [day_of(meeting.started) for meeting in record.canvas.meetings]
        days += [day_of(entry.at) for entry in record.canvas.ledger]
        days += [day_of(step.at) for referral in record.canvas.referrals for step in referral.log]
    return max((day for day in days if day <= today), default=None)


def _cadence(known: Records, party: str, own: Sequence[Record]) -> Every | None:
    """Return the party's cadence or, where nobody noted one, that of the review on its latest canvas that has one."""
    noted = known.parties.known.get(party)
    if noted and noted.cadence:
        return noted.cadence
    reviews = [(_latest(record.canvas), record.canvas.review.every) for record in own if record.canvas.review.every]
    return max(reviews, key=lambda review: review[0], default=(None, None))[1]


def _latest(canvas: Canvas) -> dt.datetime:
    begun = [canvas.created] if canvas.created else []
    return max([*(meeting.started for meeting in canvas.meetings), *begun], default=_LONG_AGO)


def _is_unheard(record: Record, today: dt.date) -> bool:
    """Say whether somebody was dissatisfied on a canvas, and the two have not met on it since."""
    said = [entry.at for entry in record.canvas.ledger if entry.status is Status.DISSATISFIED]
    said = [at for at in said if day_of(at) <= today]
    met = [meeting.started for meeting in record.canvas.meetings if day_of(meeting.started) <= today]
    return bool(said) and max(said) > max(met, default=max(said) - dt.timedelta(1))


def _unthanked(referrals: Iterable[Referral], today: dt.date) -> str | None:
    """Return the customer of a referral to the owner that was won long ago and not thanked for."""
    for referral in referrals:
        steps = [step for step in referral.log if day_of(step.at) <= today]
        won = [day_of(step.at) for step in steps if step.progress is Progress.WON]
        thanked = any(step.progress is Progress.THANKED for step in steps)
        if referral.giver == "b" and won and not thanked and today - min(won) > THANKS_WITHIN:
            return referral.customer or referral.id
    return None


def _states(referrals: Iterable[Referral], giver: PartyId, today: dt.date) -> dict[str, int]:
    """Return how many referrals of a giver are how far."""
    counts: Counter[str] = Counter()
    for referral in referrals:
        steps = sorted((step for step in referral.log if day_of(step.at) <= today), key=lambda step: step.at)
        if referral.giver == giver and steps:
            counts[steps[-1].progress.value] += 1
    return dict(sorted(counts.items()))


def _worth(referrals: Iterable[Referral], giver: PartyId, today: dt.date) -> dict[str, Decimal]:
    """Return what a giver's referrals were worth that were won, currency by currency."""
    sums: dict[str, Decimal] = {}
    for referral in referrals:
        won = [step for step in referral.log if step.progress is Progress.WON and day_of(step.at) <= today]
        worth = won[-1].worth if won else None
        if referral.giver == giver and worth:
            sums[worth.currency] = sums.get(worth.currency, Decimal(0)) + Decimal(worth.amount)
    return dict(sorted(sums.items()))


def _cost(canvases: Iterable[Canvas]) -> dict[str, Fraction]:
    """Return what meetings have cost the owner: the time that ran, at its rate."""
    sums: dict[str, Fraction] = {}
    for canvas in canvases:
        rate = canvas.parties.a.hourly_rate
        if rate is None:
            continue
        seconds = sum(meeting.clock.elapsed_seconds for meeting in canvas.meetings if meeting.clock)
        sums[rate.currency] = sums.get(rate.currency, Fraction(0)) + Fraction(rate.amount) * seconds / 3600
    return dict(sorted(sums.items()))


def _told(found: Reliability) -> dict[str, int | float | None]:
    estimate = found.estimate()
    return {
        **found._asdict(),
        "estimate": estimate.share if estimate else None,
        "low": estimate.low if estimate else None,
        "high": estimate.high if estimate else None,
    }


def _days(cadence: Every | None) -> int | None:
    if cadence is None:
        return None
    return sum((getattr(cadence, unit) or 0) * days for unit, days in _DAYS.items())


def _written(cost: Fraction, currency: str) -> str:
    places = shown_decimals(currency)
    return f"{Decimal(round(cost * 10**places)).scaleb(-places):f}"
