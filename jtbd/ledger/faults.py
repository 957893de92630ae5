"""What is wrong with a ledger: entries that cannot be meant, each by its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from jtbd.ledger.days import is_one
from jtbd.ledger.occurrences import in_order, moved_days
from jtbd.ledger.terms import DayOf, Signed, Terms, giver, is_release_from_all, terms
from jtbd.model import Entry, PartyId, Status, other

OF_GIVER: Final = frozenset({Status.DONE, Status.RENEGOTIATED})
OF_RECEIVER: Final = frozenset({Status.SATISFIED, Status.DISSATISFIED, Status.AGREED, Status.RELEASED})


class FaultKind(StrEnum):
    """Why an entry cannot be meant."""

    NO_SUCH_PROMISE = "no-such-promise"
    WRONG_SIDE = "wrong-side"
    NO_SUCH_DAY = "no-such-day"
    NO_DAY = "no-day"
    NO_PROPOSAL = "no-proposal"


class LedgerFault(NamedTuple):
    """One entry that cannot be meant.

    Attributes:
        place: its place in the ledger, from 0.
        field: the field that is wrong.
        kind: why.
        entry: the entry.
        side: who may say that, where the wrong one did.

    """

    place: int
    field: str
    kind: FaultKind
    entry: Entry
    side: PartyId | None = None


def faults(sheets: Iterable[Signed], ledger: Sequence[Entry], day_of: DayOf) -> tuple[LedgerFault, ...]:
    """Return all that is wrong with a ledger, in the file's order.

    Today does not matter: a day far ahead is one as well, and an entry from the future is no fault.

    Args:
        sheets: the canvas's complete sheets.
        ledger: its entries, in the file's order.
        day_of: says on which day of the laptop a moment was.

    """
    known = in_order(ledger)
    spans = terms(sheets, known, day_of)
    return tuple(
        fault for place, entry in enumerate(ledger) for fault in _faults(place, entry, known, spans.get(entry.promise))
    )


def _faults(place: int, entry: Entry, known: Sequence[Entry], spans: tuple[Terms, ...] | None) -> Iterator[LedgerFault]:
    if not spans:
        yield LedgerFault(place, "promise", FaultKind.NO_SUCH_PROMISE, entry)
        return
    own = [other_entry for other_entry in known if other_entry.promise == entry.promise]
    by = giver(spans, entry.for_)
    side = by if entry.status in OF_GIVER else other(by) if entry.status in OF_RECEIVER else entry.by
    if entry.by != side:
        yield LedgerFault(place, "by", FaultKind.WRONG_SIDE, entry, side)
    if entry.for_ is None:
        if not is_release_from_all(entry) and not any(span.by_trigger for span in spans):
            yield LedgerFault(place, "promise", FaultKind.NO_DAY, entry)
    elif not _is_occurrence(entry.for_, spans, own):
        yield LedgerFault(place, "for", FaultKind.NO_SUCH_DAY, entry)
    if entry.status is Status.AGREED and not _is_proposed(entry, own):
        yield LedgerFault(place, "is", FaultKind.NO_PROPOSAL, entry)


def _is_occurrence(day: dt.date, spans: Sequence[Terms], own: Sequence[Entry]) -> bool:
    if any(is_one(span, day) for span in spans):
        return True
    return day in moved_days(own) and any(span.covers(day) for span in spans)


def _is_proposed(entry: Entry, own: Sequence[Entry]) -> bool:
    before = own[: next(place for place, known in enumerate(own) if known is entry)]
    return any(known.for_ == entry.for_ and known.status is Status.RENEGOTIATED for known in before)
