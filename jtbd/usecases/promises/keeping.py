"""One entry more in a ledger: what became of a promise, said by one of the two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from pydantic import ValidationError

from jtbd.errors import CannotBeSaid, UnknownPromise, UsageError, WhichDay, shown
from jtbd.i18n import say
from jtbd.ledger import Occurrence, State, faults
from jtbd.model import Entry, PartyId, Status
from jtbd.model.objection import objection
from jtbd.store.folder.resolve import canvas_file
from jtbd.usecases.canvases.reading import read_canvas
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


def saved_id(home: Home, name: str) -> str:
    """Return the id of a saved canvas that a person named by its id, its folder or its file.

    Raises:
        UnknownCanvas, SameIdTwice: the id names none, or two.
        UsageError: a file was named that is not among the saved canvases.
        UnreadableFile, NewerFormat, FaultyFile: it cannot be read.

    """
    file = canvas_file(name)
    if file is None:
        return name
    canvas_id = read_canvas(str(file), lambda: home).canvas.id
    if canvas_id not in home.store.ids() or Path(home.store.place(canvas_id)).resolve() != file.resolve():
        raise UsageError(
            say("{file} is not among your saved canvases", file=shown(str(file))),
            say("Name the folder that they are in with {option}.", option="--canvases"),
        )
    return canvas_id


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
        CannotBeSaid: it is not that party's to say, not for that day, or its note does not fit.
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
    try:
        return Entry.model_validate({name: value for name, value in fields.items() if value is not None})
    except ValidationError as error:
        raise CannotBeSaid(word.promise, [*map(objection, error.errors(include_url=False))]) from None


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
