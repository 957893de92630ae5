"""The seven steps of a meeting, and whether each is done."""

from __future__ import annotations

from enum import StrEnum

from jtbd.model import PARTIES, Canvas, Dimension
from jtbd.scoring import ValueVerdict, value_test


class Step(StrEnum):
    """One screen each, in the order of the meeting."""

    PARTIES = "parties"
    JOB = "job"
    ASPECTS = "aspects"
    OVERLAP = "overlap"
    VALUE = "value"
    COMMITMENTS = "commitments"
    SIGN = "sign"

    @property
    def number(self) -> int:
        """Its place in the meeting, from 1."""
        return list(Step).index(self) + 1

    @property
    def label(self) -> str:
        """Its name on the screen."""
        return self.value.capitalize()


def rated(canvas: Canvas) -> bool:
    """Say whether both have said their part, so that the overlap may be shown."""
    return canvas.rating.mode == "open" or (canvas.rating.ready.a and canvas.rating.ready.b)


def done(canvas: Canvas, step: Step) -> bool:
    """Say whether a step has what the next ones build on."""
    match step:
        case Step.PARTIES:
            return all(canvas.parties.of(party).name for party in PARTIES)
        case Step.JOB:
            return bool(canvas.job.performer and canvas.job.want)
        case Step.ASPECTS:
            return rated(canvas) and bool(canvas.aspects) and all(_answered(canvas, i) for i in range(len(canvas.aspects)))
        case Step.OVERLAP:
            return _divided(canvas)
        case Step.VALUE:
            return value_test(canvas).verdict is not ValueVerdict.NOT_STATED
        case Step.COMMITMENTS:
            return {promise.by for promise in canvas.commitments} == set(PARTIES)
        case Step.SIGN:
            return any(sheet.state == "complete" for sheet in canvas.sheets)


def _answered(canvas: Canvas, place: int) -> bool:
    aspect = canvas.aspects[place]
    return all(aspect.of(party).importance is not None and aspect.of(party).stance is not None for party in PARTIES)


def _divided(canvas: Canvas) -> bool:
    """Every contested need has its line."""
    functional = [aspect for aspect in canvas.aspects if aspect.dimension is Dimension.FUNCTIONAL]
    contested = [aspect for aspect in functional if all(aspect.of(party).stance in ("do", "core") for party in PARTIES)]
    return rated(canvas) and bool(functional) and all(aspect.line for aspect in contested)
