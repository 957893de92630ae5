"""Which sheets a new one takes the place of, and what became of one that somebody brings back too late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from jtbd.errors import JtbdError, SheetGivenUp, UnreadableFile
from jtbd.formats import day
from jtbd.i18n import mark
from jtbd.model import Canvas
from jtbd.model.sheet import Sheet
from jtbd.sign.check.sheet import read_verified
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.store.protocol import SheetStore, Stage
from jtbd.usecases.sheets.reading import speaking_of

_DROPPED: Final = mark("this sheet is over: it was discarded here; nothing was written")
_DROPPED_ON: Final = mark("this sheet is over: it was discarded here on {day}; nothing was written")
# For translators: {sheet} is the number of the newer sheet, {signed} the day of its last signature.
_TAKEN: Final = mark(
    "this sheet is over: sheet {sheet}, which both had signed on {signed}, takes its place; nothing was written"
)
_DROPPED_AND_TAKEN: Final = mark(
    "this sheet is over: it was discarded here and sheet {sheet}, which both had signed on {signed}, "
    "takes its place; nothing was written"
)
_DROPPED_ON_AND_TAKEN: Final = mark(
    "this sheet is over: it was discarded here on {day} and sheet {sheet}, which both had signed on {signed}, "
    "takes its place; nothing was written"
)
# For translators: {promises} is a list such as “Ana Ruiz: “Introduce Northline”; Bea Lund: “Call back””.
_UNDOES: Final = mark("It would undo what sheet {sheet} says: {promises}.")
_BRINGS_BACK: Final = mark("It would bring back what that one left out: {promises}.")


def replaced(canvas: Canvas, *places: SheetStore) -> tuple[str, ...]:
    """Return the ids of the sheets that the next one of a canvas takes the place of, in the order of their numbers.

    These are the complete ones, by the canvas's record or by their files, and the drafts that somebody had signed and
    that were discarded: signed by both in the end, elsewhere, they would say what is no longer meant.

    Args:
        canvas: whose sheets.
        places: where they are kept: the canvas's own, and where the next one goes.

    """
    found = {record.id: record.number for record in canvas.sheets if record.state == "complete"}
    for place in places:
        with suppress(UnreadableFile):  # a folder that cannot be listed is refused by whoever writes there
            for number, sheet in _of(canvas.id, place, "sheet"):
                if sheet.outcome is Outcome.COMPLETE:
                    found.setdefault(sheet.id, number)
            for number, sheet in _of(canvas.id, place, "discarded"):
                if sheet.statements:
                    found.setdefault(sheet.id, number)
    return tuple(sorted(found, key=lambda sheet_id: (found[sheet_id], sheet_id)))


def successor(sheet_id: str, place: SheetStore) -> tuple[int, VerifiedSheet] | None:
    """Return the first complete sheet, with its number, that says that it takes the place of another; None if none."""
    named = f'"{sheet_id}"'.encode()
    for number in place.numbers("sheet"):
        with suppress(JtbdError):  # a file that cannot be read, or does not hold, is no sheet that was signed
            if named in (file := place.read("sheet", number)):
                found = read_verified(file)
                if found.outcome is Outcome.COMPLETE and sheet_id in (found.sheet.commitment.replaces or ()):
                    return number, found
    return None


def refuse_given_up(sheet: Sheet, place: SheetStore) -> None:
    """Refuse a sheet that somebody brings back after it was discarded, or after another took its place.

    Args:
        sheet: what was brought.
        place: where its canvas's sheets are kept.

    Raises:
        SheetGivenUp: says when that was, by which sheet, and what bringing it back would undo.

    """
    content = sheet.commitment
    newer = successor(content.id, place)
    thrown = next((number for number, _ in speaking_of(content.id, place, "discarded")), None)
    if thrown is None and newer is None:
        return
    when = place.written("discarded", thrown) if thrown else None
    dropped = day(when.astimezone().date()) if when else ""
    if newer is None:
        raise SheetGivenUp(_DROPPED_ON.said(day=dropped) if dropped else _DROPPED.said(), ())
    number, other = newer
    since = max(statement.iat for statement in other.statements)
    slots = {"sheet": number, "signed": day(dt.datetime.fromtimestamp(since).astimezone().date()), "day": dropped}
    kind = _TAKEN if not thrown else _DROPPED_ON_AND_TAKEN if dropped else _DROPPED_AND_TAKEN
    raise SheetGivenUp(kind.said(**slots), tuple(_undone(sheet, other.sheet, number)))


def _undone(old: Sheet, new: Sheet, number: int) -> Iterator[str]:
    """Yield what would no longer hold if an old sheet counted again in the place of a new one."""
    was, now = (
        {(item.by, item.what): sheet.commitment.party(item.by).full_name for item in sheet.commitment.commitments}
        for sheet in (old, new)
    )
    for told, promises, others in (
        (_UNDOES, now, was),
        (_BRINGS_BACK, was, now),
    ):
        listed = "; ".join(f"{name}: “{what}”" for (by, what), name in promises.items() if (by, what) not in others)
        if listed:
            yield told.said(sheet=number, promises=listed)


def _of(canvas_id: str, place: SheetStore, stage: Stage) -> Iterator[tuple[int, VerifiedSheet]]:
    for number in place.numbers(stage):
        with suppress(JtbdError):  # the same
            found = read_verified(place.read(stage, number))
            if found.sheet.commitment.canvas.id == canvas_id:
                yield number, found
