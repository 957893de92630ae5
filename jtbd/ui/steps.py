"""The seven steps of a meeting, and whether each is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final

from jtbd.model import PARTIES, Canvas, Dimension
from jtbd.model.value import FourValues
from jtbd.scoring import ValueVerdict, Verdict, standing, value_test


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
        return "Needs" if self is Step.ASPECTS else self.value.capitalize()


SHORT: Final = (Step.JOB, Step.ASPECTS, Step.OVERLAP)
"""The meeting of three minutes: the job, what each says of it, the verdict."""

WEIGHTS: Final[Mapping[Step, int]] = {
    Step.PARTIES: 1,
    Step.JOB: 3,
    Step.ASPECTS: 8,
    Step.OVERLAP: 6,
    Step.VALUE: 3,
    Step.COMMITMENTS: 6,
    Step.SIGN: 3,
}
"""How much of the coffee each step takes, in minutes of half an hour."""


def fair_share(canvas: Canvas, agenda: Iterable[Step], current: Step, seconds: int, *, unsigned: bool = False) -> int:
    """Return how many of the seconds that were left when a step was opened are that step's.

    They are shared by weight among it and the steps that are not done. So a step that runs over takes from all that are
    to come, and one that ends early gives to them.
    """
    ahead = sum(WEIGHTS[step] for step in agenda if step is current or not done(canvas, step, unsigned=unsigned))
    return seconds * WEIGHTS[current] // ahead


def rated(canvas: Canvas) -> bool:
    """Say whether both have said their part, so that the overlap may be shown."""
    return canvas.rating.mode == "open" or (canvas.rating.ready.a and canvas.rating.ready.b)


def done(canvas: Canvas, step: Step, *, unsigned: bool = False) -> bool:
    """Say whether a step has what the next ones build on.

    Args:
        canvas: the canvas.
        step: the step.
        unsigned: whether the canvas says something else than the sheet that both signed last; then signing is to do.

    """
    return _DONE[step](canvas) and not (unsigned and step is Step.SIGN)


def _named(canvas: Canvas) -> bool:
    """Both have a name, and nothing stands in for one that is still to come."""
    return all(known.name and not known.unnamed for known in map(canvas.parties.of, PARTIES))


def _stated(canvas: Canvas) -> bool:
    return bool(canvas.job.performer and canvas.job.want)


def _answered(canvas: Canvas) -> bool:
    given = [aspect.of(party) for aspect in canvas.aspects for party in PARTIES]
    return rated(canvas) and bool(given) and all(None not in (said.importance, said.stance) for said in given)


def _judged(canvas: Canvas) -> bool:
    """There is a verdict; where the needs are too few for one, all are answered and each contested one has its line."""
    if rated(canvas) and standing(canvas).verdict is not Verdict.UNKNOWN:
        return True
    functional = [aspect for aspect in canvas.aspects if aspect.dimension is Dimension.FUNCTIONAL]
    contested = [aspect for aspect in functional if all(aspect.of(party).stance in ("do", "core") for party in PARTIES)]
    return _answered(canvas) and bool(functional) and all(aspect.line for aspect in contested)


def _valued(canvas: Canvas) -> bool:
    """Both have said what it is worth: in money, or in each of the four values."""
    if value_test(canvas).verdict is not ValueVerdict.NOT_STATED:
        return True
    four = [canvas.value.four and getattr(canvas.value.four, party) for party in PARTIES]
    said = [values and getattr(values, name) for values in four for name in FourValues.model_fields]
    return all(value and value.score is not None for value in said)


def _promised(canvas: Canvas) -> bool:
    return {promise.by for promise in canvas.commitments} == set(PARTIES)


def _signed(canvas: Canvas) -> bool:
    return any(sheet.state == "complete" for sheet in canvas.sheets)


_DONE: Final[Mapping[Step, Callable[[Canvas], bool]]] = {
    Step.PARTIES: _named,
    Step.JOB: _stated,
    Step.ASPECTS: _answered,
    Step.OVERLAP: _judged,
    Step.VALUE: _valued,
    Step.COMMITMENTS: _promised,
    Step.SIGN: _signed,
}
