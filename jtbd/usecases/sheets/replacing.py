"""Which sheets a new one takes the place of, and what became of one that somebody brings back too late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

from jtbd.errors import JtbdError, SheetGivenUp, UnreadableFile
from jtbd.model import Canvas
from jtbd.model.sheet import Sheet
from jtbd.sign.check.sheet import check, verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.store.protocol import SheetStore, Stage
from jtbd.wording import sheet as words


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
            for number, sheet, outcome in _of(canvas.id, place, "sheet"):
                if outcome is Outcome.COMPLETE:
                    found.setdefault(sheet.commitment.id, number)
            for number, sheet, _ in _of(canvas.id, place, "discarded"):
                if sheet.signers:
                    found.setdefault(sheet.commitment.id, number)
    return tuple(sorted(found, key=lambda sheet_id: (found[sheet_id], sheet_id)))


def successor(sheet_id: str, place: SheetStore) -> tuple[int, Sheet] | None:
    """Return the first complete sheet, with its number, that says that it takes the place of another; None if none."""
    for number in place.numbers("sheet"):
        found = _verified(place, "sheet", number)
        if found and found[1] is Outcome.COMPLETE and sheet_id in (found[0].commitment.replaces or ()):
            return number, found[0]
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
    dropped = f"it was discarded here{f' on {words.date(when.astimezone().date())}' if when else ''}" if thrown else ""
    if newer is None:
        raise SheetGivenUp(dropped, ())
    number, other = newer
    since = max(statement.iat for statement in check(other))
    signed = words.date(dt.datetime.fromtimestamp(since).astimezone().date())
    taken = f"sheet {number}, which both had signed on {signed}, takes its place"
    raise SheetGivenUp(" and ".join(filter(None, (dropped, taken))), tuple(_undone(sheet, other, number)))


def _undone(old: Sheet, new: Sheet, number: int) -> Iterator[str]:
    """Yield what would no longer hold if an old sheet counted again in the place of a new one."""
    was, now = (
        {(item.by, item.what): sheet.commitment.party(item.by).full_name for item in sheet.commitment.commitments}
        for sheet in (old, new)
    )
    for told, promises, others in (
        (f"It would undo what sheet {number} says", now, was),
        ("It would bring back what that one left out", was, now),
    ):
        listed = "; ".join(f"{name}: “{what}”" for (by, what), name in promises.items() if (by, what) not in others)
        if listed:
            yield f"{told}: {listed}."


def speaking_of(sheet_id: str, place: SheetStore, stage: Stage) -> Iterator[tuple[int, bytes]]:
    """Yield the files that have a sheet's id where a sheet has it, so that no other has to be read, or be whole."""
    line = f'\n  id: "{sheet_id}"\n'.encode()
    for number in place.numbers(stage):
        if line in (file := place.read(stage, number)):
            yield number, file


def _of(canvas_id: str, place: SheetStore, stage: Stage) -> Iterator[tuple[int, Sheet, Outcome]]:
    for number in place.numbers(stage):
        found = _verified(place, stage, number)
        if found and found[0].commitment.canvas.id == canvas_id:
            yield number, *found


def _verified(place: SheetStore, stage: Stage, number: int) -> tuple[Sheet, Outcome] | None:
    with suppress(JtbdError):  # a file that cannot be read, or does not hold, is no sheet that was signed
        found = verify_sheet(place.read(stage, number))
        if found.sheet:
            return found.sheet, found.outcome
    return None
