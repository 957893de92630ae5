"""The seven steps of a meeting, and whether each is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final

from jtbd.i18n import WITHIN, Message, mark, mark_in
from jtbd.model import Canvas
from jtbd.scoring import progress


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
        return _LABELS[self].said()

    @property
    def named(self) -> str:
        """Its name within a sentence."""
        return _NAMED[self].said()


_LABELS: Final[Mapping[Step, Message]] = {
    Step.PARTIES: mark("Parties"),
    Step.JOB: mark("Job"),
    Step.ASPECTS: mark("Needs"),
    Step.OVERLAP: mark("Overlap"),
    Step.VALUE: mark("Value"),
    Step.COMMITMENTS: mark("Commitments"),
    Step.SIGN: mark("Sign"),
}
_NAMED: Final[Mapping[Step, Message]] = {
    Step.PARTIES: mark_in(WITHIN, "Parties"),
    Step.JOB: mark_in(WITHIN, "Job"),
    Step.ASPECTS: mark_in(WITHIN, "Needs"),
    Step.OVERLAP: mark_in(WITHIN, "Overlap"),
    Step.VALUE: mark_in(WITHIN, "Value"),
    Step.COMMITMENTS: mark_in(WITHIN, "Commitments"),
    Step.SIGN: mark_in(WITHIN, "Sign"),
}

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


def done(canvas: Canvas, step: Step, *, unsigned: bool = False) -> bool:
    """Say whether a step has what the next ones build on.

    Args:
        canvas: the canvas.
        step: the step.
        unsigned: whether the canvas says something else than the sheet that both signed last; then signing is to do.

    """
    return _DONE[step](canvas) and not (unsigned and step is Step.SIGN)


_DONE: Final[Mapping[Step, Callable[[Canvas], bool]]] = {
    Step.PARTIES: progress.has_names,
    Step.JOB: progress.has_job,
    Step.ASPECTS: progress.has_answers,
    Step.OVERLAP: progress.has_verdict,
    Step.VALUE: progress.has_value,
    Step.COMMITMENTS: progress.has_promises,
    Step.SIGN: progress.is_signed,
}
