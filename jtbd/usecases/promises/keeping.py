"""One entry more in a ledger: what became of a promise, said by one of the two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from jtbd.errors import CannotBeSaid, UnknownPromise, WhichDay
from jtbd.ledger import Occurrence, State, faults
from jtbd.model import Entry, PartyId, Status
from jtbd.usecases.home import Home
from jtbd.usecases.promises.record import Record, day_of, record
from jtbd.wording.ledger import fault_sentence

_UNSETTLED: Final = frozenset({State.AHEAD, State.OVERDUE, State.DONE})


class Word(NamedTuple):
    """What somebody says of a promise.

    Attributes:
        promise: its id.
        by: who says it.
        status: what became of it.
        day: of the occurrence that is meant; None where it can only be one.
        due: the day that is proposed, of `renegotiated`.
        note: in own words.

    """

    promise: str
    by: PartyId
    status: Status
    day: dt.date | None = None
    due: dt.date | None = None
    note: str | None = None


def keep(home: Home, canvas_id: str, word: Word, at: dt.datetime) -> Occurrence | None:
    """Append what somebody says to a canvas's ledger; return what became of the occurrence by it.

    Args:
        home: where.
        canvas_id: the canvas.
        word: what is said.
        at: when.

    Returns:
        None where a promise as a whole was given up.

    Raises:
        UnknownPromise: nothing of that id was signed.
        WhichDay: the promise has several days.
        CannotBeSaid: it is not that party's to say, not for that day, or agrees to nothing.
        pydantic.ValidationError: a note or a day does not fit.
        JtbdError: the canvas cannot be read or saved.

    """
    known = record(home, canvas_id)
    entry = _entry(known, word, at)
    ledger = (*known.canvas.ledger, entry)
    wrong = [fault_sentence(fault) for fault in faults(known.sheets, ledger, day_of) if fault.entry is entry]
    if wrong:
        raise CannotBeSaid(word.promise, wrong)
    saved = home.store.save(known.canvas.revise(ledger=ledger), known.canvas.revision)
    today = day_of(at)
    after = Record(saved, known.sheets, known.place).occurrences(today)
    return next((found for found in after if (found.promise.id, found.day) == (word.promise, entry.for_)), None)


def _entry(known: Record, word: Word, at: dt.datetime) -> Entry:
    signed = {promise for sheet in known.sheets for promise in sheet.promises}
    if word.promise not in signed:
        raise UnknownPromise(word.promise, sorted(signed))
    fields = {
        "at": at,
        "by": word.by,
        "promise": word.promise,
        "for": word.day or _meant(known, word, day_of(at)),
        "is": word.status,
        "due": word.due,
        "note": word.note,
    }
    return Entry.model_validate({name: value for name, value in fields.items() if value is not None})


def _meant(known: Record, word: Word, today: dt.date) -> dt.date | None:
    """Return the day of the one occurrence that can be meant; None where a trigger alone brings it about, or for all.

    Raises:
        WhichDay: there are several.

    """
    if word.status is Status.RELEASED:
        return None
    found = [each for each in known.occurrences(today) if each.promise.id == word.promise]
    return _only(word, found) if found else None


def _only(word: Word, found: Iterable[Occurrence]) -> dt.date | None:
    of_all = [each for each in found if each.state is not State.MOVED]
    open_ = [each for each in of_all if each.state in _UNSETTLED] or of_all
    past = [each for each in open_ if each.state is not State.AHEAD]
    meant = past or open_
    if len(meant) > 1:
        raise WhichDay(word.promise, [each.day.isoformat() for each in meant if each.day])
    return meant[0].day if meant else None
