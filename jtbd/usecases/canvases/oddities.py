"""What somebody has to see to about a canvas in a list: other versions of it, and what is away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from jtbd.editing.undo import AREAS, areas
from jtbd.formats import day, hour, listing
from jtbd.i18n import WITHIN, mark, say, say_count_in
from jtbd.model import Canvas
from jtbd.store.protocol import Summary

AWAY: Final = mark(
    "It is not downloaded yet: open its folder with the program that syncs it, and wait until it is there."
)

_THIS: Final = mark("This one has {needs} and {promises}.")
_THAT: Final = mark("That one has {needs} and {promises}.")
_THIS_SAVED: Final = mark("This one was saved at {hour} on {day} and has {needs} and {promises}.")
_THAT_SAVED: Final = mark("That one was saved at {hour} on {day} and has {needs} and {promises}.")


def oddities(row: Summary) -> Iterator[str]:
    """Yield each as a sentence."""
    for name in row.copies:
        yield version_beside(name)
    if row.away:
        yield AWAY.said()


def version_beside(name: str) -> str:
    """Return the sentence about another version of a canvas that lies beside it."""
    return say(
        "{file} is another version of it, as programs that sync folders make them: compare the two, keep one.",
        file=name,
    )


def compared(ours: Canvas, theirs: Canvas, now: dt.datetime) -> Iterator[str]:
    """Yield what tells two versions of a canvas apart, each as a sentence; nothing of what somebody answered."""
    for has, was_saved, canvas in ((_THIS, _THIS_SAVED, ours), (_THAT, _THAT_SAVED, theirs)):
        needs = say_count_in(WITHIN, "{number} need", "{number} needs", len(canvas.aspects))
        promises = say_count_in(WITHIN, "{number} promise", "{number} promises", len(canvas.commitments))
        if canvas.updated:
            saved = canvas.updated.astimezone(now.tzinfo)
            when = {"hour": hour(saved), "day": day(saved.date())}
            yield was_saved.said(**when, needs=needs, promises=promises)
        else:
            yield has.said(needs=needs, promises=promises)
    differing = [AREAS[name].said() for name in areas(ours, theirs)]
    yield say("They differ in {areas}.", areas=listing(differing)) if differing else say("They say the same.")
