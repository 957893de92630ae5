"""What both take along: the sheet, its PDF, the dates, a mail with all of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.ui import state
from jtbd.ui.parts import field
from jtbd.ui.parts.words import plain
from jtbd.usecases import signing
from jtbd.usecases.signing import Complete


def show(sheets: Sequence[Complete]) -> None:
    """Draw the signed sheets, the latest first."""
    for sheet in reversed(sheets):
        with st.container(border=True, key=f"sheet-{sheet.number}"):
            st.subheader(f"Sheet {sheet.number} is signed by both", anchor=False)
            st.text(sheet.sheet.content_hash)
            _downloads(sheet)
            st.caption(
                "Both keep both files. The YAML sheet is what counts: anyone can check it with “jtbd verify”, "
                "or here under “Check a signed sheet”. The PDF is for reading; both files are attached to it."
            )
            _save(sheet)


def _downloads(sheet: Complete) -> None:
    name = f"sheet-{sheet.number}"
    dates, mail = signing.dates(sheet, state.library().now()), signing.mail(state.canvas(), sheet)
    with st.container(horizontal=True):
        for label, data, ending, kind in (
            ("Sheet (YAML)", sheet.yaml, "yaml", "application/yaml"),
            ("Sheet (PDF)", sheet.pdf, "pdf", "application/pdf"),
            ("Dates (.ics)", dates, "ics", "text/calendar"),
            ("Mail to both (.eml)", mail, "eml", "message/rfc822"),
        ):
            st.download_button(label, data, f"{name}.{ending}", kind, key=f"{name}-{ending}", on_click="ignore")


def _save(sheet: Complete) -> None:
    with st.popover("Save to a folder or stick", type="tertiary"):
        with st.form(f"save-{sheet.number}", border=False):
            folder = st.text_input("Folder", key=state.key("folder", sheet.number), placeholder="/media/stick")
            asked = st.form_submit_button("Save both files there")
        if asked and folder.strip():
            try:
                for path in signing.save_copies(sheet, Path(folder.strip()).expanduser().absolute()):
                    st.markdown(f"Saved {plain(str(path))}")
            except JtbdError as error:
                field.complain(error.diagnostics())
            except (RuntimeError, ValueError):  # ~somebody who has no home here; characters that no path has
                field.complain("That is no folder on this laptop: write its full path, as /media/stick.")
