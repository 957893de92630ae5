"""What could not be saved: why, that it is not lost yet, and the ways out; on every page, from the last answer."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.model import Canvas, ids
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.words import plain, title_within
from jtbd.ui.state.session import Leftover
from jtbd.usecases.canvases import library


def offer() -> None:
    """Draw what the disk refused of each canvas: try again, save a copy elsewhere, or take it along."""
    here = state.session()
    found = state.unsaved()
    here.warned = frozenset(found)
    for canvas_id, left in found.items():
        is_open = here.canvas is not None and here.canvas.id == canvas_id
        _box(left, "" if is_open else f"-{crc32(canvas_id.encode()):x}")


def _box(left: Leftover, mark: str) -> None:
    canvas = left.canvas
    with st.container(key=f"unsaved{mark}", border=True):
        name = plain(title_within(canvas))
        st.markdown(say("**{name} is not saved.** What you typed is in this window alone.", name=name))
        for line in left.why.splitlines():
            st.text(line)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(say("Try again"), key=f"try-again{mark}", type="primary", on_click=state.retry, args=(canvas.id,))
            drawn = st.session_state.setdefault(f"unsaved-ending{mark}", ids.drawn())  # drawn anew, it is the same file
            own = library.own(canvas, state.home().now(), lambda: drawn)
            st.download_button(
                say("Download it"), library.as_file(own), f"{own.id}.yaml", "application/yaml",
                key=f"take-unsaved{mark}", on_click="ignore",
            )  # fmt: skip
            with st.popover(say("Save a copy elsewhere")), st.form(f"elsewhere{mark}", border=False):
                folder = st.text_input(say("Folder"), placeholder="/media/stick", key=f"elsewhere-folder{mark}")
                if st.form_submit_button(say("Save a copy there"), key=f"save-there{mark}") and folder.strip():
                    _save_to(own, folder)


def _save_to(canvas: Canvas, folder: str) -> None:
    try:
        path = library.save_elsewhere(canvas, Path(folder.strip()).expanduser().absolute())
    except JtbdError as error:
        for line in error.diagnostics().splitlines():
            field.complain(line)
    except (OSError, RuntimeError, ValueError):  # ~somebody who has no home here; characters that no path has
        field.complain(say("That is no folder on this laptop: write its full path, as /media/stick."))
    else:
        st.markdown(say("A copy is saved: {file}", file=plain(str(path))))


def is_outdated() -> bool:
    """Say whether the page does not tell what is unsaved by now: too little, or too much."""
    return frozenset(state.unsaved()) != state.session().warned
