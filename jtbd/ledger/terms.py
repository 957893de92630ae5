"""On what terms a promise stood, and from when to when: one promise over all sheets of its canvas.

A sheet is in force from the day of its last signature until the next one is. As long as a promise's day, cadence and
trigger stay the same from sheet to sheet, its terms go on; where one of the three changes, new terms begin on the day
of that sheet. A sheet that does not have it ends it, and so does the receiver who releases the giver from the whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from jtbd.model import Entry, Every, PartyId, Status, other
from jtbd.model.sheet import SheetCommitment

DayOf: TypeAlias = Callable[[dt.datetime], dt.date]
"""Says on which day of the laptop a moment was."""


class Signed(NamedTuple):
    """A complete sheet.

    Attributes:
        number: of the sheet among those of its canvas.
        at: the moment of its last signature.
        day: the day of that.
        promises: what it has, by their ids.

    """

    number: int
    at: dt.datetime
    day: dt.date
    promises: dict[str, SheetCommitment]


class Words(NamedTuple):
    """A promise as one sheet has it, in force from a day on."""

    since: dt.date
    sheet: int
    promise: SheetCommitment


@dataclass(frozen=True, slots=True)
class Terms:
    """What a promise was for a time.

    Attributes:
        since: the day on which they began; cadences without a day of their own count from it.
        until: the day from which on they count no more; None while they are in force.
        first: whether they are the promise's first: then what was due before they began counts as well.
        words: its words, sheet by sheet.

    """

    since: dt.date
    until: dt.date | None
    first: bool
    words: tuple[Words, ...]

    @property
    def due(self) -> dt.date | None:
        """The day that was promised."""
        return self.words[0].promise.due

    @property
    def every(self) -> Every | None:
        """The cadence that was promised."""
        return self.words[0].promise.every

    @property
    def by_trigger(self) -> bool:
        """Whether only something that happens brings an occurrence about."""
        return self.due is None and self.every is None

    def covers(self, day: dt.date) -> bool:
        """Say whether an occurrence on a day is one of these terms'."""
        return (self.first or day >= self.since) and (self.until is None or day < self.until)

    def as_of(self, day: dt.date) -> Words:
        """Return the words that were in force on a day; before the first, the first."""
        return next((words for words in reversed(self.words) if words.since <= day), self.words[0])


def terms(sheets: Iterable[Signed], entries: Sequence[Entry], day_of: DayOf) -> dict[str, tuple[Terms, ...]]:
    """Return the terms of every promise that was ever signed, the first first, by its id.

    Args:
        sheets: the complete ones of a canvas.
        entries: of its ledger, in their order; those that release the giver from a whole promise end it.
        day_of: says on which day a moment was.

    """
    told = sorted(sheets, key=lambda sheet: sheet.number)
    ids = dict.fromkeys(promise for sheet in told for promise in sheet.promises)
    return {promise: tuple(_terms(promise, told, entries, day_of)) for promise in ids}


@dataclass(slots=True)
class _Open:
    since: dt.date
    first: bool
    words: list[Words]

    def ended(self, until: dt.date | None) -> Terms:
        return Terms(self.since, until, self.first, tuple(self.words))


def _terms(promise: str, sheets: Sequence[Signed], entries: Sequence[Entry], day_of: DayOf) -> list[Terms]:
    found: list[Terms] = []
    now: _Open | None = None
    for event in _in_time(promise, sheets, entries):
        if isinstance(event, Entry):
            if now and event.by == other(now.words[-1].promise.by):
                found, now = [*found, now.ended(day_of(event.at))], None
            continue
        said = event.promises.get(promise)
        if said and now and _same(said, now.words[0].promise):
            now.words.append(Words(event.day, event.number, said))
            continue
        if now:
            found, now = [*found, now.ended(event.day)], None
        if said:
            now = _Open(event.day, not found, [Words(event.day, event.number, said)])
    return [*found, now.ended(None)] if now else found


def _in_time(promise: str, sheets: Sequence[Signed], entries: Sequence[Entry]) -> list[Signed | Entry]:
    """Return the sheets and what ends a promise by a word, in the order in which they happened."""
    releases = [entry for entry in entries if entry.promise == promise and is_release_from_all(entry)]
    moments: list[tuple[dt.datetime, int, Signed | Entry]] = []
    last = _LONG_AGO
    for sheet in sheets:  # a clock that was wrong once does not turn the order of the sheets round
        last = max(last, sheet.at)
        moments.append((last, 0, sheet))
    moments += [(entry.at, 1, entry) for entry in releases]
    return [event for _, _, event in sorted(moments, key=lambda moment: moment[:2])]


_LONG_AGO: Final = dt.datetime.min.replace(tzinfo=dt.UTC)


def is_release_from_all(entry: Entry) -> bool:
    """Say whether an entry releases the giver from a promise as a whole."""
    return entry.status is Status.RELEASED and entry.for_ is None


def _same(one: SheetCommitment, another: SheetCommitment) -> bool:
    return (one.due, one.every, one.trigger) == (another.due, another.every, another.trigger)


def giver(known: Sequence[Terms], day: dt.date | None) -> PartyId:
    """Return whose promise it is: by the words in force on a day, by the last ones where there is no day."""
    if day is not None:
        for some in known:
            if some.covers(day):
                return some.as_of(day).promise.by
    return known[-1].words[-1].promise.by
