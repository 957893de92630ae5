"""What both take along: the sheet, its PDF, the dates, a mail with all of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from jtbd.ui import state
from jtbd.ui.parts.words import plain
from jtbd.usecases import signing
from jtbd.usecases.signing import Complete


def show(sheets: Sequence[Complete]) -> None:
    """Draw the signed sheets, the latest first."""
    for sheet in reversed(sheets):
        with st.container(border=True, key=f"sheet-{sheet.number}"):
            st.subheader(f"Sheet {sheet.number} is signed by both", anchor=False)
            st.text(sheet.content_hash)
            _downloads(sheet)
            st.caption(
                "Both keep both files. The YAML sheet is what counts: anyone can check it with “jtbd verify”, "
                "or here under “Check a signed sheet”. The PDF is for reading; both files are attached to it."
            )
            _save(sheet)


def _downloads(sheet: Complete) -> None:
    name = f"sheet-{sheet.number}"
    with st.container(horizontal=True):
        st.download_button("Sheet (YAML)", sheet.yaml, f"{name}.yaml", "application/yaml", key=f"{name}-yaml", on_click="ignore")
        if sheet.pdf:
            st.download_button("Sheet (PDF)", sheet.pdf, f"{name}.pdf", "application/pdf", key=f"{name}-pdf", on_click="ignore")
        dates = signing.calendar(state.library(), sheet)
        st.download_button("Dates (.ics)", dates, f"{name}.ics", "text/calendar", key=f"{name}-ics", on_click="ignore")
        mail = signing.mail(state.library(), state.canvas(), sheet)
        st.download_button("Mail to both (.eml)", mail, f"{name}.eml", "message/rfc822", key=f"{name}-eml", on_click="ignore")


def _save(sheet: Complete) -> None:
    with st.popover("Save to a folder or stick", type="tertiary"):
        folder = st.text_input("Folder", key=state.key("folder", sheet.number), placeholder="/media/stick")
        if st.button("Save both files there", key=f"save-{sheet.number}", disabled=not folder.strip()):
            for path in signing.save_copies(sheet, folder.strip()):
                st.markdown(f"Saved {plain(str(path))}")
