"""What became of each occurrence of a promise, as of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from jtbd.ledger.days import days, is_one
from jtbd.ledger.terms import DayOf, Signed, Terms, Words, is_release_from_all, terms
from jtbd.model import Entry, PartyId, Status
from jtbd.model.sheet import SheetCommitment

LONGEST_SILENCE: Final = dt.timedelta(days=30)
"""After so long silence decides: for who did it, against who did not say."""


class State(StrEnum):
    """What became of an occurrence."""

    KEPT = "kept"
    BROKEN = "broken"
    MOVED = "moved"
    RELEASED = "released"
    DONE = "done"
    OVERDUE = "overdue"
    AHEAD = "ahead"


SETTLED: Final = frozenset({State.KEPT, State.BROKEN})


class Occurrence(NamedTuple):
    """One occurrence of a promise.

    Attributes:
        promise: as the sheet has it that was in force on its day.
        sheet: the number of that sheet.
        day: when it is due; None where a trigger alone brings it about and no day was said.
        state: what became of it.
        unconfirmed: whether silence decided.
        entries: what was said of it, in order.
        moved_to: the day that it was moved to, None where it was not.

    """

    promise: SheetCommitment
    sheet: int
    day: dt.date | None
    state: State
    unconfirmed: bool
    entries: tuple[Entry, ...]
    moved_to: dt.date | None = None

    @property
    def by(self) -> PartyId:
        """Who promised it."""
        return self.promise.by

    @property
    def settled(self) -> bool:
        """Whether it counts for its giver's reliability."""
        return self.state in SETTLED


def occurrences(
    sheets: Iterable[Signed], ledger: Sequence[Entry], today: dt.date, day_of: DayOf
) -> tuple[Occurrence, ...]:
    """Return all occurrences of all promises of a canvas up to a day, and the next of each; by day, then promise.

    Args:
        sheets: the canvas's complete sheets; those that were completed after that day are not known yet.
        ledger: its entries, in the file's order; what was said after that day is not known yet either.
        today: the day.
        day_of: says on which day of the laptop a moment was.

    """
    known = in_order(entry for entry in ledger if day_of(entry.at) <= today)
    signed = [sheet for sheet in sheets if sheet.day <= today]
    found = [
        occurrence
        for promise, spans in terms(signed, known, day_of).items()
        for occurrence in _of_promise(spans, [entry for entry in known if entry.promise == promise], today, day_of)
    ]
    return tuple(sorted(found, key=lambda item: (item.day or dt.date.max, item.promise.id)))


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries by when they were said; those of one moment in the file's order."""
    return sorted(entries, key=lambda entry: entry.at)


def _of_promise(
    spans: Sequence[Terms], entries: Sequence[Entry], today: dt.date, day_of: DayOf
) -> Iterator[Occurrence]:
    for place, span in enumerate(spans):
        open_: list[dt.date | None] = [*days(span, today), *_moved_early(span, entries)]
        if span.by_trigger:
            open_ += [entry.for_ for entry in entries if entry.for_ and span.covers(entry.for_)]
            if any(entry.for_ is None and not is_release_from_all(entry) for entry in entries):
                open_ += [None] if place == _last_by_trigger(spans) else []
        seen: set[dt.date | None] = set()
        while open_:
            day = open_.pop(0)
            if day in seen:
                continue
            seen.add(day)
            found = _occurrence(span, day, entries, today, day_of)
            yield found
            if found.moved_to and span.covers(found.moved_to):
                open_.append(found.moved_to)


def _moved_early(span: Terms, entries: Sequence[Entry]) -> Iterator[dt.date]:
    """Yield the days further ahead than the next one that were moved: to a nearer one, perhaps."""
    for entry in entries:
        if entry.status is Status.AGREED and entry.for_ and is_one(span, entry.for_):
            yield entry.for_


def _last_by_trigger(spans: Sequence[Terms]) -> int | None:
    """Return the place of the terms that what was said without a day is about: the last that a trigger alone is for."""
    return next((place for place in reversed(range(len(spans))) if spans[place].by_trigger), None)


def _occurrence(
    span: Terms, day: dt.date | None, entries: Sequence[Entry], today: dt.date, day_of: DayOf
) -> Occurrence:
    own = tuple(entry for entry in entries if entry.for_ == day and not is_release_from_all(entry))
    words: Words = span.words[-1] if day is None else span.as_of(day)
    state, unconfirmed = _state(own, day, today, day_of)
    moved = _moved_by(own) if state in {State.MOVED, State.BROKEN} and not _judged(own) else None
    return Occurrence(words.promise, words.sheet, day, state, unconfirmed, own, moved.due if moved else None)


def _state(own: Sequence[Entry], day: dt.date | None, today: dt.date, day_of: DayOf) -> tuple[State, bool]:
    """Return the state by the first rule that fits, and whether silence decided."""
    if said := _told(own, day, day_of):
        return said, False
    if done := _latest(own, Status.DONE):
        settles = max(day_of(done.at), day or dt.date.min) + LONGEST_SILENCE
        return (State.KEPT, True) if today >= settles else (State.DONE, False)
    if day is None or day >= today:
        return State.AHEAD, False
    return (State.BROKEN, True) if today - day >= LONGEST_SILENCE else (State.OVERDUE, False)


def _told(own: Sequence[Entry], day: dt.date | None, day_of: DayOf) -> State | None:
    """Return the state that somebody's word decides, whatever day it is; None where no word does."""
    if _latest(own, Status.RELEASED):
        return State.RELEASED
    if judged := _judged(own):
        return State.KEPT if judged.status is Status.SATISFIED else State.BROKEN
    if agreed := _moved_by(own):
        return State.MOVED if day is None or day_of(agreed.at) <= day else State.BROKEN
    return State.BROKEN if _latest(own, Status.MISSED) else None


def _judged(own: Sequence[Entry]) -> Entry | None:
    """Return the receiver's latest word on whether it was satisfied."""
    return _latest(own, Status.SATISFIED, Status.DISSATISFIED)


def _latest(own: Sequence[Entry], *wanted: Status) -> Entry | None:
    return next((entry for entry in reversed(own) if entry.status in wanted), None)


def _agreed(own: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the proposals of a new day for one occurrence that were agreed to, in the order of the agreements."""
    proposed: Entry | None = None
    for entry in own:
        if entry.status is Status.RENEGOTIATED:
            proposed = entry
        elif entry.status is Status.AGREED and proposed:
            yield proposed


def _moved_by(own: Sequence[Entry]) -> Entry | None:
    """Return the proposal that moved an occurrence: the last that was agreed to; None where none was."""
    return next(reversed([*_agreed(own)]), None)


def moved_days(entries: Iterable[Entry]) -> set[dt.date]:
    """Return the days that occurrences of one promise were moved to, whatever else was said of them."""
    own: dict[dt.date | None, list[Entry]] = {}
    for entry in in_order(entries):
        own.setdefault(entry.for_, []).append(entry)
    return {agreed.due for said in own.values() for agreed in _agreed(said) if agreed.due}
