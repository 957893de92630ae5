"""The curtain between what each of the two says and what both may see."""

from __future__ import annotations

from jtbd.model.aspect import Answers
from jtbd.model.canvas import Canvas
from jtbd.model.text import PARTIES, PartyId


def rated(canvas: Canvas) -> bool:
    """Say whether both have said their part, so that the overlap may be shown."""
    return canvas.rating.mode == "open" or (canvas.rating.ready.a and canvas.rating.ready.b)


def has_said(canvas: Canvas, party: PartyId) -> bool:
    """Say whether a party has said anything behind the curtain, or that it is ready."""
    asked_last = canvas.complement_test.of(party) or canvas.choice.of(party)
    answered = any(aspect.of(party) != Answers() for aspect in canvas.aspects)
    return bool(getattr(canvas.rating.ready, party) or answered or asked_last)


def is_drawn(canvas: Canvas) -> bool:
    """Say whether the curtain hides answers that were given."""
    return not rated(canvas) and any(aspect.of(party) != Answers() for aspect in canvas.aspects for party in PARTIES)
