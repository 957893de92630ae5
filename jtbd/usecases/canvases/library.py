"""The saved canvases: list, begin, open, save, copy."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from jtbd.disk.files import write_new
from jtbd.disk.folders import make_folder
from jtbd.formats import listing
from jtbd.i18n import WITHIN, mark_count_in, say, say_count
from jtbd.model import CANVAS_FORMAT, Canvas, Clock, Meeting, Parties, Party
from jtbd.model.ids import Draw, canvas_id, drawn
from jtbd.model.names import same
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.shelf import CANVAS_FILE
from jtbd.store.protocol import Summary, Thrown, is_example
from jtbd.usecases.canvases.oddities import oddities
from jtbd.usecases.canvases.profile import follow, remembered
from jtbd.usecases.home import Home

__all__ = [
    "Summary",
    "Thrown",
    "begin",
    "copy",
    "is_example",
    "oddities",
    "opened",
    "own",
    "save",
    "sit_down",
]

PLANNED_MINUTES: Final = 30
FEW_MINUTES: Final = 3
"""Of the short meeting: the job, what each says of it, the verdict."""

_SHEETS_HELD: Final = mark_count_in(WITHIN, "{number} sheet signed by both", "{number} sheets signed by both")
_DRAFTS_HELD: Final = mark_count_in(WITHIN, "{number} draft being signed", "{number} drafts being signed")


def opened(home: Home, canvas_id: str) -> Canvas:
    """Return a saved canvas whose record of its sheets is as they are, whatever came between when they were signed.

    Raises:
        UnknownCanvas, SameIdTwice, FaultyFile, UnreadableFile, NewerFormat: the canvas cannot be read.

    """
    canvas = home.store.load(canvas_id)
    if is_example(canvas_id):
        return canvas
    sheets = home.store.sheets(canvas_id)
    if not (sheets.numbers("draft") or sheets.numbers("sheet")):
        return canvas
    from jtbd.usecases.canvases.records import reconciled  # noqa: PLC0415 - slow, and for canvases with sheets only

    return reconciled(home.store, canvas)


def begin(home: Home, host: str = "", guest: str = "", *, minutes: int = PLANNED_MINUTES) -> Canvas:
    """Start a meeting on a fresh canvas, which is named after both organisations for good.

    Args:
        home: where.
        host: party a's organisation; where it is the remembered one, party a is as it was, but for its hourly rate,
            which the next guest has no use for.
        guest: party b's organisation.
        minutes: how long the two mean to sit.

    Raises:
        pydantic.ValidationError: a name does not fit.
        CannotWrite: the disk refused.

    """
    known = remembered(home)
    a = known.revise(hourly_rate=None) if same(known.organisation, host) else Party(organisation=host or None)
    b = Party(organisation=guest or None)
    begun = begin_with(home, Parties(a=a, b=b), minutes=minutes)
    if known.somebody is None:  # or else an organisation alone does not tell who sits there
        follow(home, Party(), a)
    return begun


def begin_with(home: Home, parties: Parties, *, minutes: int = PLANNED_MINUTES) -> Canvas:
    """Start a meeting of these two on a fresh canvas: their first, or on another job.

    Raises:
        CannotWrite: the disk refused.

    """
    now = home.now()
    names = [party.firm for party in (parties.a, parties.b) if party.firm]
    return home.store.create(
        Canvas(
            format=CANVAS_FORMAT,
            id=canvas_id(now.date(), *(names or ["meeting"])),
            created=now,
            updated=now,
            parties=parties,
            meetings=(Meeting(started=now, planned_minutes=minutes, clock=Clock()),),
        )
    )


def trouble_ahead(home: Home) -> str:
    """Return what to do about the folder of canvases before a meeting begins in it; empty where all is well."""
    return home.store.advice()


def save(home: Home, canvas: Canvas, seen: int) -> Canvas:
    """Save a change; the first change to a shipped example makes a copy and leaves the example as it is.

    Args:
        home: where.
        canvas: the changed canvas.
        seen: the revision that the change started from.

    Raises:
        ChangedElsewhere: the canvas on disk is another than the one that was changed.
        CannotWrite: the disk refused.

    """
    return copy(home, canvas) if is_example(canvas.id) else home.store.save(canvas, seen)


def as_file(canvas: Canvas) -> bytes:
    """Return the file of a canvas as it would be saved."""
    return canvas_to_text(canvas).encode()


def save_elsewhere(canvas: Canvas, folder: Path) -> Path:
    """Write a canvas into a folder of its own below another folder, never over a file; return where it is.

    Raises:
        AlreadyThere: there is one already.
        CannotWrite: the disk refused.

    """
    path = folder / canvas.id / CANVAS_FILE
    make_folder(path.parent)
    write_new(path, as_file(canvas))
    return path


def copy(home: Home, canvas: Canvas) -> Canvas:
    """Save a canvas under an id of its own."""
    return home.store.create(_fresh(canvas, home.now(), drawn))


def own(canvas: Canvas, now: dt.datetime, draw: Draw) -> Canvas:
    """Return a canvas as its owner may keep it: one of an example under an id of its own, any other as it is.

    `draw` ends that id; who asks again and wants the same one gives the same ending.
    """
    return _fresh(canvas, now, draw).revise(revision=1) if is_example(canvas.id) else canvas


def _fresh(canvas: Canvas, now: dt.datetime, draw: Draw) -> Canvas:
    names = [party.name for party in (canvas.parties.a, canvas.parties.b) if party.name]
    return canvas.revise(id=canvas_id(now.date(), *names, draw=draw), revision=0, created=now, updated=now, sheets=())


def rename(home: Home, canvas_id: str, title: str, seen: int) -> Canvas:
    """Call a meeting by a name of its own; without one it goes by its parties again.

    Args:
        home: where.
        canvas_id: the canvas.
        title: its name, or nothing.
        seen: the revision that the person was shown.

    Raises:
        pydantic.ValidationError: the name does not fit.
        JtbdError: it is gone, was changed elsewhere, or could not be saved.

    """
    return home.store.save(home.store.load(canvas_id).revise(title=title or None), seen)


def throw_away(home: Home, canvas_id: str, seen: int) -> str:
    """Throw a meeting away, for thirty days; return what `restore` takes.

    Raises:
        JtbdError: it is gone, was changed elsewhere, or may not be moved.

    """
    return home.store.throw_away(canvas_id, seen)


def restore(home: Home, name: str) -> str:
    """Bring back what was thrown away; return its id.

    Raises:
        JtbdError: another of its id is in the list, it is gone, or may not be moved.

    """
    return home.store.restore(name)


def held(home: Home, canvas_id: str) -> str:
    """Return what is lost from sight with a canvas's sheets when it is thrown away, in a sentence; empty without any.

    Raises:
        JtbdError: they cannot be looked at.

    """
    sheets = home.store.sheets(canvas_id)
    signed, waiting = len(sheets.numbers("sheet")), len(sheets.numbers("draft"))
    if not (signed or waiting):
        return ""
    counted = [kind.counted(number) for number, kind in ((signed, _SHEETS_HELD), (waiting, _DRAFTS_HELD)) if number]
    holds = say("It holds {sheets}.", sheets=listing(counted))
    return f"{holds} {say('Thrown away, it is out of the list; no sheet in it is ever deleted.')}"


def fate(thrown: Thrown, now: dt.datetime, day: str) -> str:
    """Return when something was thrown away, how long it is kept, and why longer.

    Args:
        thrown: what was thrown away.
        now: when this is said.
        day: the day on which it was, as one speaks of it.

    """
    # For translators: {day} is when it was thrown away: "today", "yesterday", "26 November".
    if thrown.sheets:
        return say("{day}, kept for good: it holds sheets", day=day)
    if thrown.strange:
        return say(
            "{day}, kept for good: it holds {file}, which this program did not make", day=day, file=thrown.strange[0]
        )
    if thrown.until is None:
        return say("{day}, kept for good: it cannot be read", day=day)
    days = -((now - thrown.until) // dt.timedelta(days=1))
    if days <= 0:
        return say("{day}, deleted at the next start", day=day)
    return say_count("{day}, kept for {number} more day", "{day}, kept for {number} more days", days, day=day)


def sit_down(canvas: Canvas, now: dt.datetime, minutes: int = PLANNED_MINUTES) -> Canvas:
    """Add a meeting that starts now."""
    return canvas.revise(meetings=(*canvas.meetings, Meeting(started=now, planned_minutes=minutes, clock=Clock())))


def replan(canvas: Canvas, minutes: int) -> Canvas:
    """Plan the latest meeting for so many minutes."""
    return canvas.revise(meetings=(*canvas.meetings[:-1], canvas.meetings[-1].revise(planned_minutes=minutes)))
