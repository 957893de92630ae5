"""The seven steps of a meeting, and whether each is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

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
    return _DONE[step](canvas)


def _named(canvas: Canvas) -> bool:
    return all(canvas.parties.of(party).name for party in PARTIES)


def _stated(canvas: Canvas) -> bool:
    return bool(canvas.job.performer and canvas.job.want)


def _answered(canvas: Canvas) -> bool:
    given = [aspect.of(party) for aspect in canvas.aspects for party in PARTIES]
    return rated(canvas) and bool(given) and all(None not in (said.importance, said.stance) for said in given)


def _divided(canvas: Canvas) -> bool:
    """Every contested need has its line."""
    functional = [aspect for aspect in canvas.aspects if aspect.dimension is Dimension.FUNCTIONAL]
    contested = [aspect for aspect in functional if all(aspect.of(party).stance in ("do", "core") for party in PARTIES)]
    return rated(canvas) and bool(functional) and all(aspect.line for aspect in contested)


def _valued(canvas: Canvas) -> bool:
    return value_test(canvas).verdict is not ValueVerdict.NOT_STATED


def _promised(canvas: Canvas) -> bool:
    return {promise.by for promise in canvas.commitments} == set(PARTIES)


def _signed(canvas: Canvas) -> bool:
    return any(sheet.state == "complete" for sheet in canvas.sheets)


_DONE: Final[Mapping[Step, Callable[[Canvas], bool]]] = {
    Step.PARTIES: _named,
    Step.JOB: _stated,
    Step.ASPECTS: _answered,
    Step.OVERLAP: _divided,
    Step.VALUE: _valued,
    Step.COMMITMENTS: _promised,
    Step.SIGN: _signed,
}
