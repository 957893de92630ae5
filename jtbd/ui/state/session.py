"""What one browser tab has open, as one typed object."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, TypeAlias, cast

import streamlit as st

from jtbd.editing.clock import Gap
from jtbd.model import Canvas, Clock, PartyId
from jtbd.model.curtain import Round, Turn

_SESSION: Final = "jtbd"

Way: TypeAlias = Literal["back", "forth"]


class Journey(NamedTuple):
    """What undo or redo did last: which way, and to which parts of the canvas, by the names of `undo.AREAS`, if any."""

    way: Way
    areas: tuple[str, ...]


class Leftover(NamedTuple):
    """A canvas that was left while not all of it was on disk, and why it is not, in words."""

    canvas: Canvas
    why: str


class Question(NamedTuple):
    """A time in which nobody looked at the clock of a canvas.

    Attributes:
        canvas: its id.
        revision: the canvas's when the gap was found.
        gap: from when to when.
        right: the clock without it.

    """

    canvas: str
    revision: int
    gap: Gap
    right: Clock


@dataclass
class Session:
    """What one browser tab has open.

    Attributes:
        canvas: the canvas as it is on the screen: as last read or saved or, while `mine` is set, with more changes.
        example: the example that the canvas is a copy of; the browser may ask for it until it has heard of the copy,
            and its widgets keep the keys that they had before.
        turn: the private turn that it is; None behind the curtain, and so after every reload.
        asked: the turn that somebody asked to open again and that its owner had finished with: it stays covered until
            that party says that it is there, and after every reload.
        told: whether the turn's party was told of its blank answers, when it said that it was done.
        begins: how often the rating was asked to put the cursor into the first blank answer.
        begin: which of these times is meant for the rating on the screen; 0 for none.
        epoch: counts the times the canvas was replaced under its widgets, so that they show it anew.
        mine: a canvas with the changes that could not be saved because its file was changed elsewhere.
        fault: what went wrong with the last change, in words.
        refused: why the disk did not take the last change, in words; `canvas` then has all that is not saved. Empty
            once it is saved.
        left: other canvases of which not all is on disk, by their ids.
        warned: the ids of the canvases that the page says are not saved.
        journey: what was just taken back or made again, until something else is done.
        said: what was last added by a line that is then emptied, by the line's key, and the promise that it became.
        waved: what the advice was about that was waved away from the canvas in this window.
        gap: what is asked about the clock, until somebody has answered.
        word: the passphrase that was just chosen, and until when it is remembered.
        saving: held while a change is applied and saved. Streamlit starts a rerun before the run that it replaces has
            come to its end, so two threads of one session can change the canvas at once.

    """

    canvas: Canvas | None = None
    example: str | None = None
    turn: Turn | None = None
    asked: Turn | None = None
    told: bool = False
    begins: int = 0
    begin: int = 0
    epoch: int = 0
    mine: Canvas | None = None
    fault: str = ""
    refused: str = ""
    left: dict[str, Leftover] = field(default_factory=dict)
    warned: frozenset[str] = frozenset()
    journey: Journey | None = None
    said: dict[str, tuple[str, str]] = field(default_factory=dict)
    waved: set[str] = field(default_factory=set)
    gap: Question | None = None
    word: tuple[str, dt.datetime] | None = field(default=None, repr=False)
    saving: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)

    def draw_the_curtain(self) -> None:
        """End whatever somebody says behind the curtain."""
        self.leave(None)

    def leave(self, stays: Round | None) -> None:
        """End what somebody says behind the curtain of a page that is left.

        Args:
            stays: the round whose page is the one on the screen, if any.

        """
        if self.turn_of(stays) is None:
            self.turn, self.told = None, False
        if self.asked_of(stays) is None:
            self.asked = None

    def turn_of(self, what: Round | None) -> PartyId | None:
        """Return whose turn it is in a round, None where it is nobody's."""
        return self.turn.party if self.turn and self.turn.round is what else None

    def asked_of(self, what: Round | None) -> PartyId | None:
        """Return whose turn was asked for in a round, None where none was."""
        return self.asked.party if self.asked and self.asked.round is what else None


def session() -> Session:
    """Return this tab's session."""
    if _SESSION not in st.session_state:
        st.session_state[_SESSION] = Session()
    return cast("Session", st.session_state[_SESSION])


def take_fault() -> str:
    """Return what went wrong with the last change, for the one place that tells it; empty if nothing did."""
    here = session()
    fault, here.fault = here.fault, ""
    return fault
