"""Advice that somebody has waved away: it stays away from that canvas, in every window and after every reload."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from jtbd.advice.advice import Advice
from jtbd.i18n import ENGLISH, speaking
from jtbd.model import Canvas
from jtbd.usecases.home import Home
from jtbd.wording.advice import advice_sentence

_KIND: Final = "waved"


def wave(home: Home, canvas: Canvas, advice: Advice) -> None:
    """Note beside a canvas that a piece of advice is not wanted; what it says of these words it says nowhere any more.

    Its sentence is noted as well, last, for whoever reads the notes.

    Raises:
        JtbdError: it could not be noted.

    """
    home.store.note(canvas.id, _KIND, advice.rule, advice.about, advice_sentence(advice, canvas))


def waved(home: Home, canvas: Canvas) -> frozenset[str]:
    """Return what was waved away from a canvas, for `is_waved`.

    Raises:
        JtbdError: the notes cannot be read.

    """
    notes = (note.said for note in home.store.notes(canvas.id) if note.said[:1] == (_KIND,))
    return frozenset(text for said in notes for text in said[2:])


def is_waved(advice: Advice, canvas: Canvas, known: Container[str]) -> bool:
    """Return whether a piece of advice is among what was waved away: by what it is about, or as older notes have it.

    They have only its sentence, or what it was about in words that are no longer used; all of them are in English.
    """
    if advice.about in known:
        return True
    with speaking(ENGLISH):
        return advice_sentence(advice, canvas) in known
