"""What somebody has to see to about a canvas in a list: other versions of it, and what is away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from jtbd.editing.undo import AREAS, areas
from jtbd.model import Canvas
from jtbd.model.moments import date
from jtbd.store.protocol import Summary
from jtbd.wording.plain import listing

AWAY: Final = "It is not downloaded yet: open its folder with the program that syncs it, and wait until it is there."


def oddities(row: Summary) -> Iterator[str]:
    """Yield each as a sentence."""
    for name in row.copies:
        yield version_beside(name)
    if row.away:
        yield AWAY


def version_beside(name: str) -> str:
    """Return the sentence about another version of a canvas that lies beside it."""
    return f"{name} is another version of it, as programs that sync folders make them: compare the two, keep one."


def compared(ours: Canvas, theirs: Canvas, now: dt.datetime) -> Iterator[str]:
    """Yield what tells two versions of a canvas apart, each as a sentence; nothing of what somebody answered."""
    for what, canvas in (("This one", ours), ("That one", theirs)):
        needs, promises = len(canvas.aspects), len(canvas.commitments)
        when = f" was saved at {_moment(canvas.updated, now)} and" if canvas.updated else ""
        yield f"{what}{when} has {_counted(needs, 'need')} and {_counted(promises, 'promise')}."
    differing = [AREAS[name].said() for name in areas(ours, theirs)]
    yield f"They differ in {listing(differing)}." if differing else "They say the same."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _moment(moment: dt.datetime, like: dt.datetime) -> str:
    local = moment.astimezone(like.tzinfo)
    return f"{local:%H:%M} on {date(local.date())}"
