"""What could not be saved: why, that it is not lost yet, and the ways out; on every page, from the last answer."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.ui import state
from jtbd.ui.parts import field
from jtbd.ui.parts.words import plain, title
from jtbd.usecases import library


def offer() -> None:
    """Draw it, if the disk refused the last change: try again, save a copy elsewhere, or take it along."""
    here = state.session()
    if not here.refused or here.canvas is None:
        return
    canvas = here.canvas
    with st.container(key="unsaved", border=True):
        st.markdown(f"**{plain(title(canvas))} is not saved.** What you typed is in this window alone.")
        for line in here.refused.splitlines():
            st.text(line)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("Try again", key="try-again", type="primary", on_click=state.retry)
            st.download_button(
                "Download it", library.as_file(canvas), f"{canvas.id}.yaml", "application/yaml", key="take-unsaved",
                on_click="ignore",
            )  # fmt: skip
            with st.popover("Save a copy elsewhere"), st.form("elsewhere", border=False):
                folder = st.text_input("Folder", placeholder="/media/stick")
                if st.form_submit_button("Save a copy there") and folder.strip():
                    _save_to(folder)


def _save_to(folder: str) -> None:
    try:
        where = Path(folder.strip()).expanduser().absolute()
        path = library.save_elsewhere(state.canvas(), where)
    except JtbdError as error:
        field.complain(error.diagnostics())
    except (RuntimeError, ValueError):  # ~somebody who has no home here; characters that no path has
        field.complain("That is no folder on this laptop: write its full path, as /media/stick.")
    else:
        st.markdown(f"A copy is saved: {plain(str(path))}")


def unoffered() -> bool:
    """Say whether there is something to tell that is not on the page yet."""
    return bool(state.session().refused) and "try-again" not in st.session_state
