"""The session's one typed object, the canvas in it, and the key of every widget."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, cast

import streamlit as st
from pydantic import ValidationError

from jtbd.errors import ChangedElsewhere, JtbdError
from jtbd.model import Canvas, PartyId
from jtbd.usecases import library as use
from jtbd.usecases.library import Library

_SESSION: Final = "jtbd"


@dataclass
class Session:
    """What one browser tab has open.

    Attributes:
        canvas: the canvas as last read or saved.
        turn: whose private turn it is; None behind the curtain, and so after every reload.
        epoch: counts the times the canvas was replaced from outside its widgets, so that they show it anew.
        mine: a change that could not be saved because the file was changed elsewhere.
        fault: what went wrong with the last change, in words.
        saving: held while a change is applied and saved. Streamlit starts a rerun before the run that it replaces has
            come to its end, so two threads of one session can change the canvas at once.

    """

    canvas: Canvas | None = None
    turn: PartyId | None = None
    epoch: int = 0
    mine: Canvas | None = None
    fault: str = ""
    saving: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)


def session() -> Session:
    """Return this tab's session."""
    if _SESSION not in st.session_state:
        st.session_state[_SESSION] = Session()
    return cast("Session", st.session_state[_SESSION])


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Return the library that the program was started with."""
    return use.open_library(os.environ.get("JTBD_CANVASES"))


def key(part: str, *of: str | int) -> str:
    """Return a widget's key: what it is, of which thing; ids, never places in a list."""
    return "-".join([part, *(str(item) for item in of), f"e{session().epoch}"])


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
    if here.canvas is None or here.canvas.id != canvas_id:
        replace(library().store.load(canvas_id))
    return canvas()


def replace(fresh: Canvas) -> None:
    """Show a canvas that did not come from this tab's widgets."""
    here = session()
    here.canvas, here.turn, here.mine, here.fault = fresh, None, None, ""
    here.epoch += 1


def edit(change: Callable[[Canvas], Canvas]) -> bool:
    """Apply a change and save it at once; what the screen then shows is on disk.

    Returns:
        Whether the change was taken; if not, `Session.fault` says why, and what was typed stays on the screen.

    """
    here = session()
    with here.saving:
        before = canvas()
        try:
            after = change(before)
            here.fault = ""
            if after == before:
                return True
            here.canvas = use.save(library(), after, before.revision)
        except ValidationError as error:
            here.fault = "; ".join(item["msg"] for item in error.errors(include_url=False))
            return False
        except ChangedElsewhere:
            here.mine = after
            return False
        except JtbdError as error:
            here.fault = error.diagnostics()
            return False
    if here.canvas.id != before.id:
        st.query_params["canvas"] = here.canvas.id
    return True
