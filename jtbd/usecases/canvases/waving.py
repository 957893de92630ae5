"""Advice that somebody has waved away: it stays away from that canvas, in every window and after every reload."""

from __future__ import annotations

from typing import Final

from jtbd.advice.advice import Advice
from jtbd.model import Canvas
from jtbd.usecases.home import Home

_KIND: Final = "waved"


def wave(home: Home, canvas: Canvas, advice: Advice) -> None:
    """Note beside a canvas that a piece of advice is not wanted; what it says of these words it says nowhere any more.

    Raises:
        JtbdError: it could not be noted.

    """
    home.store.note(canvas.id, _KIND, advice.rule, advice.sentence)


def waved(home: Home, canvas: Canvas) -> frozenset[str]:
    """Return the sentences of the advice that was waved away from a canvas.

    Raises:
        JtbdError: the notes cannot be read.

    """
    return frozenset(note.said[-1] for note in home.store.notes(canvas.id) if note.said[:1] == (_KIND,))
