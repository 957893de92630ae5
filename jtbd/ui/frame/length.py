"""How long the meeting is: all seven steps, or the three minutes of job, rating and verdict; the URL says which.

Both lengths show the same canvas, so that changing between them loses nothing; the meeting that two sit in is planned
for as many minutes as its length has, and for those that were planned before once it is the whole one again.
"""

from __future__ import annotations

from dataclasses import replace

from jtbd.editing.clock import is_now
from jtbd.ui import address, state
from jtbd.ui.steps import SHORT, Step
from jtbd.usecases.canvases import library


def is_short() -> bool:
    """Say whether the meeting on the screen is the one of three minutes."""
    return address.here().short


def agenda() -> tuple[Step, ...]:
    """Return the steps of the meeting on the screen."""
    return SHORT if is_short() else tuple(Step)


def neighbours(step: Step) -> tuple[Step | None, Step | None]:
    """Return the step before and the step after; after the last of a short meeting the whole one goes on."""
    steps = agenda()
    place = steps.index(step)
    whole = list(Step)[step.number :]
    return (steps[place - 1] if place else None), next(iter(steps[place + 1 :] or whole), None)


def shorten() -> None:
    """Go on with the three minutes alone, from the first step of theirs."""
    address.go(replace(address.here(), short=True, step=SHORT[0]))
    if (planned := _planned()) and planned != library.FEW_MINUTES:
        if planned != library.PLANNED_MINUTES:
            address.go(replace(address.here(), planned=planned))
        state.edit(lambda canvas: library.replan(canvas, library.FEW_MINUTES))


def lengthen() -> None:
    """Go on with the whole meeting, from where one is."""
    before = address.here()
    address.go(replace(before, short=False, planned=None))
    if before.short and _planned() == library.FEW_MINUTES:
        minutes = before.planned or library.PLANNED_MINUTES
        state.edit(lambda canvas: library.replan(canvas, minutes))


def _planned() -> int | None:
    """Return for how many minutes the meeting is planned that two sit in now; None where none is, or an example's."""
    canvas = state.canvas()
    if not canvas.meetings or library.is_example(canvas.id):
        return None
    meeting = canvas.meetings[-1]
    return meeting.planned_minutes if is_now(meeting, state.home().now()) else None


def reach(step: Step) -> None:
    """Make the meeting as long as that step needs."""
    if step not in agenda():
        lengthen()
