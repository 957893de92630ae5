"""Importing ahead: while the browser loads the page, and while people read it, the server has nothing else to do."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import Final

import streamlit as st

from jtbd.errors import JtbdError

_FIRST: Final = "library"
_LATER: Final = ("parties", "job", "aspects", "rating", "overlap", "value", "commitments", "sign")
_OF_PICTURES: Final = ("numpy", "PIL.Image")
"""What Streamlit loads with the first picture on a page, which is the first page of a sheet that two wait to read."""

_UNTIL_THE_FIRST_IS_SHOWN: Final = 3
"""Seconds."""


@asynccontextmanager
async def ahead(_: st.App) -> AsyncIterator[None]:
    """Import the first screen beside the server's start, and the others once it is shown."""
    threading.Thread(target=_import, name="ahead", daemon=True).start()
    yield


def _import() -> None:
    # No other package has a say in what is valid here, and to look for one that would like to reads them all.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _sweep()
    gc.freeze()  # what was imported stays; to look through it again and again for rubbish takes a tenth of an import
    _screen(_FIRST)
    time.sleep(_UNTIL_THE_FIRST_IS_SHOWN)
    import_module("jtbd.ui.meeting")
    for name in _LATER:
        _screen(name)
    _chart()
    import_module("jtbd.usecases.sheets.printing").prepare()
    for name in _OF_PICTURES:
        import_module(name)
    gc.freeze()


def _sweep() -> None:
    """Remove what crashes of earlier days have left; whatever keeps that back, it is no reason not to begin."""
    from jtbd.usecases.home import open_home  # noqa: PLC0415 - beside the server's start

    with suppress(JtbdError, OSError):
        open_home(None, os.environ).store.sweep()


def _chart() -> None:
    """Draw a figure of plotly's, of which the first takes fifteen times as long as the others."""
    from jtbd.figures.palette import LIGHT  # noqa: PLC0415 - beside the server's start
    from jtbd.model import CANVAS_FORMAT, Canvas  # noqa: PLC0415
    from jtbd.scoring import value_test  # noqa: PLC0415

    worth = {"alone": "1", "together": "3", "notice": "1"}
    canvas = Canvas.model_validate(
        {"format": CANVAS_FORMAT, "id": "none", "value": {"currency": "EUR", "a": worth, "b": worth}}
    )
    import_module("jtbd.figures.value_bars").value_bars(canvas, value_test(canvas), LIGHT).to_plotly_json()


def _screen(name: str) -> None:
    import_module(f"jtbd.ui.screens.{name}.page")
