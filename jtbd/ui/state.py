"""The session's one typed object, the canvas in it, and the key of every widget."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias, cast
from zlib import crc32

import streamlit as st
from pydantic import ValidationError

from jtbd.editing.clock import Gap
from jtbd.editing.undo import Trail, Trails, areas
from jtbd.errors import ChangedElsewhere, JtbdError, UnknownCanvas, shown
from jtbd.model import Canvas, Clock, PartyId
from jtbd.ui import address
from jtbd.usecases.canvases import library as use
from jtbd.usecases.canvases.library import Library
from jtbd.wording.refusal import refusal

_SESSION: Final = "jtbd"
Way: TypeAlias = Literal["back", "forth"]


Covered: TypeAlias = Literal["answers", "amounts"]


class Travelled(NamedTuple):
    """What undo or redo did last: which way, and to which parts of the canvas, by the names of `undo.AREAS`, if any."""

    way: Way
    areas: tuple[str, ...]


class Left(NamedTuple):
    """A canvas that was left while not all of it was on disk, and why it is not, in words."""

    canvas: Canvas
    why: str


class Asked(NamedTuple):
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
        turn: whose private turn it is; None behind the curtain, and so after every reload.
        enters: who gives its figures of money now, behind a curtain as well; None after every reload.
        asked: what somebody asked to open again that its owner had finished with, and whose it is: it stays covered
            until that party says that it is there, and after every reload.
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
        travelled: what was just taken back or made again, until something else is done.
        said: what was last added by a line that is then emptied, by the line's key, and the promise that it became.
        waved: the sentences of the advice that was waved away from the canvas in this window.
        gap: what is asked about the clock, until somebody has answered.
        word: the passphrase that was just chosen, and until when it is remembered.
        saving: held while a change is applied and saved. Streamlit starts a rerun before the run that it replaces has
            come to its end, so two threads of one session can change the canvas at once.

    """

    canvas: Canvas | None = None
    example: str | None = None
    turn: PartyId | None = None
    enters: PartyId | None = None
    asked: tuple[Covered, PartyId] | None = None
    told: bool = False
    begins: int = 0
    begin: int = 0
    epoch: int = 0
    mine: Canvas | None = None
    fault: str = ""
    refused: str = ""
    left: dict[str, Left] = field(default_factory=dict)
    warned: frozenset[str] = frozenset()
    travelled: Travelled | None = None
    said: dict[str, tuple[str, str]] = field(default_factory=dict)
    waved: set[str] = field(default_factory=set)
    gap: Asked | None = None
    word: tuple[str, dt.datetime] | None = field(default=None, repr=False)
    saving: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)

    def draw_the_curtain(self) -> None:
        """End whatever somebody says behind the curtain."""
        self.turn = self.enters = self.asked = None
        self.told = False

    def leave(self, *, rating: bool, value: bool) -> None:
        """End what somebody says behind the curtain of a page that is left.

        Args:
            rating: whether the page of the rating is the one on the screen.
            value: whether that of the value is.

        """
        if not rating:
            self.turn, self.told = None, False
        if not value:
            self.enters = None
        if not (rating and self.asked_of("answers")) and not (value and self.asked_of("amounts")):
            self.asked = None

    def asked_of(self, what: Covered) -> PartyId | None:
        """Return whose answers or amounts were asked for, None where they were not."""
        return self.asked[1] if self.asked and self.asked[0] == what else None


def session() -> Session:
    """Return this tab's session."""
    if _SESSION not in st.session_state:
        st.session_state[_SESSION] = Session()
    return cast("Session", st.session_state[_SESSION])


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Return the library that the program was started with."""
    return use.open_library(os.environ.get("JTBD_CANVASES"))


@st.cache_resource(show_spinner=False)
def _trails(root: Path) -> Trails:  # noqa: ARG001  # a library has its own
    return Trails()


def key(part: str, *of: str | int) -> str:
    """Return a widget's key: what it is, of which thing of which canvas; ids, never places in a list.

    A server that was restarted makes the same keys again, so that it knows what the browser then still has to say.
    """
    return f"{lasting_key(part, *of)}-{session().epoch}"


def lasting_key(part: str, *of: str | int) -> str:
    """Return the key of a widget that shows what it is given, so that it need not be another after an undo."""
    here = session()
    opened = here.example or (here.canvas.id if here.canvas else "")
    return "-".join([part, *map(str, of), f"{crc32(opened.encode()):x}"])


def canvas() -> Canvas:
    """Return the open canvas."""
    opened = session().canvas
    if opened is None:
        raise RuntimeError("a page of the meeting was drawn without a canvas")
    return opened


def open_canvas(canvas_id: str) -> Canvas:
    """Open a canvas unless it is open already; a turn ends with it.

    Raises:
        JtbdError: it is not there, or faulty.

    """
    here = session()
    if here.canvas is not None and here.example == canvas_id:
        address.go(dataclasses.replace(address.here(), canvas=here.canvas.id))
    elif here.canvas is None or here.canvas.id != canvas_id:
        left = here.left.get(canvas_id)
        replace(left.canvas if left else use.opened(library(), canvas_id), settles=False)
        if left:
            here.refused = here.left.pop(canvas_id).why
        here.epoch = 0
        here.example = address.here().example  # after a restart of the server, when nobody else knows
    return canvas()


def close() -> None:
    """Put the canvas away, so that it is read anew when it is opened again; what could not be saved stays at hand."""
    here = session()
    here.draw_the_curtain()
    if here.mine is None and not here.refused:
        here.canvas, here.example = None, None


def replace(fresh: Canvas, *, settles: bool = True) -> None:
    """Show a canvas in the place of the one that is open, and that its widgets do not know.

    Args:
        fresh: the canvas; what the disk refused of another one stays at hand.
        settles: whether the choice between two versions, where there was one to make, is made by this.

    """
    here = session()
    if here.refused and here.canvas is not None and here.canvas.id != fresh.id:
        here.left[here.canvas.id] = Left(here.canvas, here.refused)
    if here.canvas is not None and here.canvas.id != fresh.id:
        here.waved.clear()
    if settles:
        here.mine = None
    here.canvas, here.example, here.fault, here.refused = fresh, None, "", ""
    here.draw_the_curtain()
    here.travelled = None
    here.epoch += 1


def edit(*changes: Callable[[Canvas], Canvas]) -> bool:
    """Apply changes and save them at once; what the screen then shows as saved is on disk.

    Where the file was changed elsewhere the screen keeps the change, and `Session.mine` all changes since. Where the
    disk refuses, the screen keeps it as well, `Session.refused` says why, and the next change saves both.

    Args:
        changes: canvas in, changed canvas out; may raise ValueError with what to write instead. Each can be taken back
            by itself.

    Returns:
        Whether they were taken, all or none; if not, `Session.fault` says why, and what was typed stays on the screen.

    """
    here = session()
    with here.saving:
        before = canvas()
        _apply(here, library(), _trails(library().root), changes)
        if canvas().id != before.id:
            here.example = before.id
            address.go(dataclasses.replace(address.here(), example=before.id, canvas=canvas().id))
    return not here.fault


def editor() -> Callable[..., Canvas | None]:
    """Return an `edit` of the open canvas for another thread, where nothing of Streamlit's can be asked.

    It returns the canvas as it then is on disk; None where the page has something to tell, and has to be drawn.
    """
    here, place, trails = session(), library(), _trails(library().root)
    opened = canvas().id

    def apply(*changes: Callable[[Canvas], Canvas]) -> Canvas | None:
        with here.saving:
            if here.canvas is None or here.canvas.id != opened or use.is_example(opened) or here.mine:
                return None
            told = here.refused  # and is saved now: the page has to say so
            _apply(here, place, trails, changes)
            return None if here.fault or here.mine or here.refused or told else here.canvas

    return apply


def _apply(here: Session, place: Library, trails: Trails, changes: Sequence[Callable[[Canvas], Canvas]]) -> None:
    """Apply changes to a session's canvas and save them; note in the session what came of it."""
    before = after = cast("Canvas", here.canvas)
    led = trails.of(before)
    try:
        for change in changes:
            former, after = after, change(after)
            led = led.changed(former, after)
    except ValueError as error:
        here.fault = refusal(error) if isinstance(error, ValidationError) else str(error)
        return
    except JtbdError as error:
        here.fault = error.diagnostics()
        return
    here.fault = ""
    if after != before or here.refused:
        _save(here, place, after)
        if not here.mine:
            trails.keep(cast("Canvas", here.canvas), led)


def _save(here: Session, place: Library, after: Canvas) -> None:
    """Save a canvas, and note in the session what the disk said to it; whatever that was, the screen keeps it."""
    try:
        here.canvas, here.travelled, here.refused = use.save(place, after, after.revision), None, ""
    except ChangedElsewhere as error:
        if here.mine and here.mine.id != after.id:  # one choice at a time
            here.left[here.mine.id] = Left(here.mine, error.remedy)
        here.canvas = here.mine = after
        here.refused = ""
    except (JtbdError, OSError) as error:
        here.canvas = after
        here.refused = _why(error, place)


def _why(error: JtbdError | OSError, place: Library) -> str:
    if isinstance(error, UnknownCanvas):  # what it says to do is for who has misspelt a name
        return f"{error.message}\nIts folder in {shown(place.root)} is gone: put it back, or save a copy elsewhere."
    return error.diagnostics() if isinstance(error, JtbdError) else str(error)


def unsaved() -> dict[str, Left]:
    """Return all canvases of this tab that the disk has refused, by their ids, the open one first."""
    here = session()
    opened = {here.canvas.id: Left(here.canvas, here.refused)} if here.refused and here.canvas else {}
    return opened | here.left


def retry(canvas_id: str) -> None:
    """Save what the disk refused of a canvas, once more."""
    here = session()
    with here.saving:
        if here.canvas is not None and here.canvas.id == canvas_id:
            if here.refused:
                _save(here, library(), here.canvas)
                if address.here().canvas == canvas_id:
                    address.go(dataclasses.replace(address.here(), canvas=here.canvas.id))
        elif left := here.left.get(canvas_id):
            try:
                use.save(library(), left.canvas, left.canvas.revision)
            except (JtbdError, OSError) as error:
                here.left[canvas_id] = left._replace(why=_why(error, library()))
            else:
                del here.left[canvas_id]


def hear(change: Callable[[Canvas], Canvas]) -> None:
    """Apply the change that a widget asks for, as its change handler: the page may be another when it is drawn."""
    edit(change)


def trail() -> Trail:
    """Return the changes of the open canvas that can be taken back, or made again."""
    return _trails(library().root).of(canvas())


def ways() -> Callable[[Canvas], tuple[bool, bool]]:
    """Return what says, in any thread, whether the last change can be taken back, and one that was be made again."""
    here, trails = session(), _trails(library().root)

    def possible(now: Canvas) -> tuple[bool, bool]:
        led = trails.of(now)
        return led.back(now, here.turn, here.enters) is not None, led.forth(now, here.turn, here.enters) is not None

    return possible


def travel(way: Way) -> None:
    """Take the last change back, or make the one again that was taken back last; a private turn goes on."""
    here = session()
    with here.saving:
        before = canvas()
        goes = trail().back if way == "back" else trail().forth
        step = goes(before, here.turn, here.enters)
        if step is None:
            here.travelled = Travelled(way, ())
        elif edit(lambda _: step.canvas) and here.mine is None:
            _trails(library().root).keep(canvas(), step.trail)
            here.travelled = Travelled(way, areas(before, canvas()))
            here.epoch += 1


def take_fault() -> str:
    """Return what went wrong with the last change, for the one place that tells it; empty if nothing did."""
    here = session()
    fault, here.fault = here.fault, ""
    return fault
