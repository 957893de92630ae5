"""A sheet or its PDF from anywhere: does it hold, what was promised in it, and does it wait for this laptop's key?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from jtbd.errors import NotASheet
from jtbd.i18n import say, spoken
from jtbd.ui import state
from jtbd.ui.frame import chrome, unsaved
from jtbd.ui.paper import pages, receipt, verification
from jtbd.ui.screens.check import countersign
from jtbd.usecases.sheets import verifying
from jtbd.usecases.sheets.kinds import refuse_other_files
from jtbd.usecases.sheets.verifying import Outcome, Verification


def show() -> None:
    """Draw a place to drop a sheet or its PDF, and all that can be said of it."""
    state.close()
    st.set_page_config(page_title=say("Check a sheet · Common Job"))
    chrome.bar()
    unsaved.offer()
    chrome.heading(
        say("Does this sheet hold?"), say("Drop a sheet or its PDF. It is checked here; nothing leaves the laptop.")
    )
    dropped = st.file_uploader(say("A sheet or its PDF"), key="dropped")  # of any name: what is in it decides
    if dropped is None:
        return
    with st.spinner(say("Checking …")):
        found = _verified(dropped.getvalue(), dropped.name, spoken())
    sheet = verifying.held(found)
    if found.sheet is None or sheet is None:
        verification.show(found)
        return
    if given := countersign.given_back(sheet):
        countersign.take_along(given)
        return
    left, right = st.columns([11, 9], gap="large")
    with left:
        verification.show(found)
        verification.said(found)
    with right:
        verification.promised(found)
    if found.outcome is Outcome.INCOMPLETE and found.missing:
        countersign.offer(sheet, found.missing)
    chrome.label("compare", say("Compare with the photographed receipt"))
    receipt.compare(found.sheet, state.key("photographed", found.sheet.commitment.id))
    receipt.parts(found.sheet)
    if found.outcome is not Outcome.INCOMPLETE:
        with st.expander(say("Read the sheet"), key="read-it"):
            pages.show(sheet)


@st.cache_data(max_entries=8, show_spinner=False)
def _verified(data: bytes, name: str, language: str) -> Verification:  # noqa: ARG001 - what is found is said in it
    found = verifying.verify(data)
    if found.outcome is Outcome.INVALID:
        try:
            refuse_other_files(data, name, pdf=True)
        except NotASheet as other:
            return replace(found, detail=other.sentence)
    return found
