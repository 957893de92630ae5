"""The last changes of the open canvas taken back, and made again."""

from __future__ import annotations

from collections.abc import Callable

from jtbd.editing.undo import Trail, areas
from jtbd.model import Canvas
from jtbd.ui.state.desk import canvas, home
from jtbd.ui.state.saving import edit, trails_of
from jtbd.ui.state.session import Journey, Way, session


def trail() -> Trail:
    """Return the changes of the open canvas that can be taken back, or made again."""
    return trails_of(home().store.place()).of(canvas())


def ways() -> Callable[[Canvas], tuple[bool, bool]]:
    """Return what says, in any thread, whether the last change can be taken back, and one that was be made again."""
    here, trails = session(), trails_of(home().store.place())

    def possible(now: Canvas) -> tuple[bool, bool]:
        one = trails.of(now)
        return one.back(now, here.turn) is not None, one.forth(now, here.turn) is not None

    return possible


def travel(way: Way) -> None:
    """Take the last change back, or make the one again that was taken back last; a private turn goes on."""
    here = session()
    with here.saving:
        before = canvas()
        goes = trail().back if way == "back" else trail().forth
        stop = goes(before, here.turn)
        if stop is None:
            here.journey = Journey(way, ())
        elif edit(lambda _: stop.canvas) and here.mine is None:
            trails_of(home().store.place()).keep(canvas(), stop.trail)
            here.journey = Journey(way, areas(before, canvas()))
            here.epoch += 1
