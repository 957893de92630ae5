"""The canvas that a tab has open, and the home that it is from."""

from __future__ import annotations

import os
from dataclasses import replace as with_fields

import streamlit as st

from jtbd.model import Canvas
from jtbd.ui import address
from jtbd.ui.state.session import Leftover, session
from jtbd.usecases.canvases import library as use
from jtbd.usecases.home import Home, open_home


@st.cache_resource(show_spinner=False)
def home() -> Home:
    """Return the home that the program was started with."""
    return open_home(None, os.environ)


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
        address.go(with_fields(address.here(), canvas=here.canvas.id))
    elif here.canvas is None or here.canvas.id != canvas_id:
        left = here.left.get(canvas_id)
        replace(left.canvas if left else use.opened(home(), canvas_id), settles=False)
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
        here.left[here.canvas.id] = Leftover(here.canvas, here.refused)
    if here.canvas is not None and here.canvas.id != fresh.id:
        here.waved.clear()
    if settles:
        here.mine = None
    here.canvas, here.example, here.fault, here.refused = fresh, None, "", ""
    here.draw_the_curtain()
    here.journey = None
    here.epoch += 1
