"""A signed sheet from anywhere: does it hold?"""

from __future__ import annotations

import streamlit as st

from jtbd.ui import state
from jtbd.ui.parts import chrome
from jtbd.ui.parts.words import plain
from jtbd.usecases import verifying


def show() -> None:
    """Draw a place to drop a sheet or its PDF, and what verification says."""
    state.close()
    chrome.bar()
    chrome.heading(
        "Does this sheet hold?", "Drop a sheet (YAML) or its PDF. It is checked here; nothing leaves the laptop."
    )
    dropped = st.file_uploader("A sheet or its PDF", type=["yaml", "yml", "pdf"], key="dropped")
    if dropped is None:
        return
    found = verifying.verify(dropped.getvalue())
    with st.container(border=True, key=f"outcome-{found.outcome}"):
        mark = "✓" if found.outcome == "complete" else "✗" if found.outcome == "invalid" else "…"
        st.subheader(f"{mark} {found.outcome}", anchor=False)
        st.text(found.message)
        if found.detail:
            st.text(found.detail)
        for line in verifying.details(found):
            st.text(line)
    st.caption(plain("The time is the signing laptop's. Who held the laptop is what the other party witnessed."))
