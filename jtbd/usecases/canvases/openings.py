"""What was opened again that its owner had finished with behind the curtain: noted beside the canvas, for both to see.

No field of the canvas says it, and its earlier versions are thinned out. So it is a note of its own, which is on disk
before anything is shown: a reload, a crash or another window loses none of it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal, NamedTuple, TypeAlias

from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.curtain import Turn
from jtbd.usecases.home import Home

What: TypeAlias = Literal["answers", "amounts", "threshold", "curtain"]

_KIND: Final = "opened"
_LATE: Final = "late"


class Opening(NamedTuple):
    """One time that something was opened.

    Attributes:
        at: when.
        what: a party's answers, its amounts, the gain from which it takes notice where the amounts are given openly,
            or the whole curtain, so that they rate openly from then on.
        parties: whose; of the curtain all who had said something by then.
        late: whether both had finished already, so that all had been there to see.

    """

    at: dt.datetime
    what: What
    parties: tuple[PartyId, ...]
    late: bool = False


def opened_by(canvas: Canvas, turn: Turn) -> What:
    """Return what a turn opens that its party had finished with: all of its round, or what is kept for good alone."""
    return turn.round.name if turn.is_alone(canvas) else "threshold"


def note(home: Home, canvas: Canvas, what: What, *parties: PartyId, late: bool) -> None:
    """Note that something is opened now.

    Raises:
        JtbdError: it could not be noted, so nothing may be shown.

    """
    home.store.note(canvas.id, _KIND, what, "".join(parties), *((_LATE,) if late else ()))


def openings(home: Home, canvas: Canvas) -> tuple[Opening, ...]:
    """Return what was opened again of a canvas, the earliest first.

    Raises:
        JtbdError: the notes cannot be read.

    """
    found = []
    for at, said in home.store.notes(canvas.id):
        match said:
            case ["opened", ("answers" | "amounts" | "threshold" | "curtain") as what, whose, *more]:
                parties = tuple(party for party in PARTIES if party in whose)
                found.append(Opening(at, what, parties, _LATE in more))
    return tuple(found)
