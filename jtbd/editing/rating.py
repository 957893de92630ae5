"""What each party says of the needs, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from jtbd.model import Aspect, Canvas, PartyId, Ready


class Answer(Protocol):
    """One answer of one party: `field` is importance, stance or predicts; a value of None blanks it."""

    @property
    def aspect(self) -> str:
        """The need's id."""

    @property
    def party(self) -> PartyId:
        """Who answers."""

    @property
    def field(self) -> str:
        """Which answer."""

    @property
    def value(self) -> int | str | None:
        """What it now is."""


def answer(canvas: Canvas, answers: Iterable[Answer]) -> Canvas:
    """Write down answers; those to needs that are gone are passed over.

    Raises:
        pydantic.ValidationError: a value does not fit.

    """
    by_aspect: dict[str, list[Answer]] = {}
    for given in answers:
        by_aspect.setdefault(given.aspect, []).append(given)
    if not by_aspect:
        return canvas
    return canvas.revise(aspects=tuple(_answered(aspect, by_aspect.get(aspect.id, ())) for aspect in canvas.aspects))


def _answered(aspect: Aspect, answers: Sequence[Answer]) -> Aspect:
    for given in answers:
        aspect = aspect.revise(**{given.party: aspect.of(given.party).revise(**{given.field: given.value})})
    return aspect


def finish_turn(canvas: Canvas, party: PartyId, *, done: bool = True) -> Canvas:
    """Say that a party has finished (or takes up again) its private turn."""
    ready = canvas.rating.ready.revise(**{party: done})
    return canvas.revise(rating=canvas.rating.revise(ready=ready))


def rate_openly(canvas: Canvas, *, openly: bool) -> Canvas:
    """Switch between private turns and rating together; going back to private starts both turns anew."""
    if openly:
        return canvas.revise(rating=canvas.rating.revise(mode="open"))
    return canvas.revise(rating=canvas.rating.revise(mode="private", ready=Ready()))
