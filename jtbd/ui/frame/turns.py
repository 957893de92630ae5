"""The ways to the rating, and into a turn at it, from whichever page one is on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jtbd import editing
from jtbd.i18n import mark
from jtbd.model import PartyId
from jtbd.model.curtain import ANSWERS, Turn
from jtbd.scoring.blanks import first_with_blanks
from jtbd.ui import address, state
from jtbd.ui.frame import chrome, openings
from jtbd.ui.steps import Step

RATE: Final = mark("Rate these needs →")


def rates() -> bool:
    """Say whether the address asks for the rating, and there is something to rate."""
    return address.here().rates and bool(state.canvas().aspects)


def go() -> None:
    """Go to the rating; where it is open already, the cursor goes into it."""
    chrome.go(Step.ASPECTS)
    state.session().begin = cursor() if ANSWERS.openly(state.canvas()) else 0
    address.go(replace(address.here(), view="rate"))


def go_to_blanks() -> None:
    """Go to the first blank answer, into the turn of whoever has one; to the curtain where that hides anything.

    Once both are ready all has been shown, and so the turn of either may be opened without asking who sits there.
    """
    go()
    canvas = state.canvas()
    whose = first_with_blanks(canvas)
    if ANSWERS.is_open(canvas) and whose:
        if not ANSWERS.openly(canvas):
            reopen(whose)
        state.session().begin = cursor()


def leave() -> None:
    """Go back to the list of needs; a private turn ends with that."""
    state.session().draw_the_curtain()
    address.go(replace(address.here(), view=None))


def cursor() -> int:
    """Return what asks for the cursor to be put into the first blank answer, once more than ever before."""
    here = state.session()
    here.begins += 1
    return here.begins


def reopen(party: PartyId) -> None:
    """Let a party that was ready have its turn again; only what is noted is shown."""
    if openings.reopen(Turn(ANSWERS, party), lambda canvas: editing.finish_turn(canvas, party, done=False)):
        state.session().begin = cursor()
