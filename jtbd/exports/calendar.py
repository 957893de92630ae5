"""The dates of a sheet as a calendar file (RFC 5545): when promises are due, and when the two look at them again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from icalendar import Calendar, Event

from jtbd.i18n import say
from jtbd.model import Every, other
from jtbd.model.sheet import CommitmentContent, SheetCommitment
from jtbd.wording import sheet as words


def calendar(content: CommitmentContent, *, stamp: dt.datetime) -> bytes:
    """Return an .ics file in the language spoken: an all-day event for each due date and for the review, which repeats.

    Args:
        content: what was agreed.
        stamp: when the file is made, with its zone; the same arguments give the same bytes.

    """
    diary = Calendar()
    diary.add("prodid", "-//Common Job//commitment sheet//EN")
    diary.add("version", "2.0")
    for event in _events(content):
        event.add("dtstamp", stamp.astimezone(dt.UTC))
        diary.add_component(event)
    return bytes(diary.to_ical())


def _events(content: CommitmentContent) -> Iterator[Any]:
    for item in content.commitments:
        if item.due:
            giver = content.party(item.by).short_name
            said = f"{say('Due, {name}:', name=giver)} {words.sentence(item, content)}"
            yield _event(f"{item.id}@{content.id}", item.due, said, _about(content, item))
    if content.review.next:
        names = " × ".join(party.short_name for party in content.parties)
        text = f"{say('Start from what each promised, and see what came of it.')}\n{_sheet(content)}"
        summary = say("Review: {names}", names=names)
        review = _event(f"review@{content.id}", content.review.next, summary, text)
        if content.review.every:
            review.add("rrule", _rule(content.review.every))
        yield review


def _event(uid: str, day: dt.date, summary: str, description: str) -> Any:
    event = Event()
    event.add("uid", uid)
    event.add("dtstart", day)
    if day < dt.date.max:  # one whole day by itself, where the calendar has no day after it
        event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", summary)
    event.add("description", description)
    event.add("transp", "TRANSPARENT")
    return event


def _about(content: CommitmentContent, item: SheetCommitment) -> str:
    receiver = content.party(other(item.by)).short_name
    return f"{say('Promised to {name}.', name=receiver)}\n{_sheet(content)}"


def _sheet(content: CommitmentContent) -> str:
    return say("Sheet {sheet}", sheet=content.id)


def _rule(every: Every) -> dict[str, str | int]:
    for frequency, count in (("DAILY", every.days), ("WEEKLY", every.weeks)):
        if count:
            return {"freq": frequency, "interval": count}
    return {"freq": "MONTHLY", "interval": every.months or 1}
