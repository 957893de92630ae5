"""Every change of the open canvas, saved at once; and what the disk has refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

import streamlit as st
from pydantic import ValidationError

from jtbd.editing.undo import Trails
from jtbd.errors import ChangedElsewhere, JtbdError, UnknownCanvas, shown
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.ui import address
from jtbd.ui.state.desk import canvas, home
from jtbd.ui.state.session import Leftover, Session, session
from jtbd.usecases.canvases import library as use, profile
from jtbd.usecases.home import Home
from jtbd.wording.refusal import refusal


@st.cache_resource(show_spinner=False)
def trails_of(place: str) -> Trails:  # noqa: ARG001  # each place of canvases has its own
    """Return what can be taken back in each canvas of a home."""
    return Trails()


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
        _apply(here, home(), trails_of(home().store.place()), changes)
        if canvas().id != before.id:
            here.example = before.id
            address.go(replace(address.here(), example=before.id, canvas=canvas().id))
    return not here.fault


def editor() -> Callable[..., Canvas | None]:
    """Return an `edit` of the open canvas for another thread, where nothing of Streamlit's can be asked.

    It returns the canvas as it then is on disk; None where the page has something to tell, and has to be drawn.
    """
    here, place, trails = session(), home(), trails_of(home().store.place())
    opened = canvas().id

    def apply(*changes: Callable[[Canvas], Canvas]) -> Canvas | None:
        with here.saving:
            if here.canvas is None or here.canvas.id != opened or use.is_example(opened) or here.mine:
                return None
            told = here.refused  # and is saved now: the page has to say so
            _apply(here, place, trails, changes)
            return None if here.fault or here.mine or here.refused or told else here.canvas

    return apply


def _apply(here: Session, place: Home, trails: Trails, changes: Sequence[Callable[[Canvas], Canvas]]) -> None:
    """Apply changes to a session's canvas and save them; note in the session what came of it."""
    before = after = cast("Canvas", here.canvas)
    trail = trails.of(before)
    try:
        for change in changes:
            former, after = after, change(after)
            trail = trail.changed(former, after)
    except ValueError as error:
        here.fault = refusal(error) if isinstance(error, ValidationError) else str(error)
        return
    except JtbdError as error:
        here.fault = error.diagnostics()
        return
    here.fault = ""
    if after != before or here.refused:
        _save(here, place, after)
        if not use.is_example(before.id):
            profile.follow(place, before.parties.a, after.parties.a)
        if not here.mine:
            trails.keep(cast("Canvas", here.canvas), trail)


def _save(here: Session, place: Home, after: Canvas) -> None:
    """Save a canvas, and note in the session what the disk said to it; whatever that was, the screen keeps it."""
    try:
        here.canvas, here.journey, here.refused = use.save(place, after, after.revision), None, ""
    except ChangedElsewhere as error:
        if here.mine and here.mine.id != after.id:  # one choice at a time
            here.left[here.mine.id] = Leftover(here.mine, error.remedy)
        here.canvas = here.mine = after
        here.refused = ""
    except (JtbdError, OSError) as error:
        here.canvas = after
        here.refused = _why(error, place)


def _why(error: JtbdError | OSError, place: Home) -> str:
    if isinstance(error, UnknownCanvas):  # what it says to do is for who has misspelt a name
        where = shown(place.store.place())
        gone = say("Its folder in {folder} is gone: put it back, or save a copy elsewhere.", folder=where)
        return f"{error.message}\n{gone}"
    return error.diagnostics() if isinstance(error, JtbdError) else str(error)


def unsaved() -> dict[str, Leftover]:
    """Return all canvases of this tab that the disk has refused, by their ids, the open one first."""
    here = session()
    opened = {here.canvas.id: Leftover(here.canvas, here.refused)} if here.refused and here.canvas else {}
    return opened | here.left


def retry(canvas_id: str) -> None:
    """Save what the disk refused of a canvas, once more."""
    here = session()
    with here.saving:
        if here.canvas is not None and here.canvas.id == canvas_id:
            if here.refused:
                _save(here, home(), here.canvas)
                if address.here().canvas == canvas_id:
                    address.go(replace(address.here(), canvas=here.canvas.id))
        elif left := here.left.get(canvas_id):
            try:
                use.save(home(), left.canvas, left.canvas.revision)
            except (JtbdError, OSError) as error:
                here.left[canvas_id] = left._replace(why=_why(error, home()))
            else:
                del here.left[canvas_id]


def hear(change: Callable[[Canvas], Canvas]) -> None:
    """Apply the change that a widget asks for, as its change handler: the page may be another when it is drawn."""
    edit(change)
