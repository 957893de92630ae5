"""What a sheet will have in it, what stays out, and what one might miss in it later."""

from __future__ import annotations

import streamlit as st

from jtbd.i18n import say
from jtbd.model import PARTIES, Canvas
from jtbd.model.sheet import Sheet
from jtbd.ui import state
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome
from jtbd.usecases.canvases.asking import asked_before_freezing
from jtbd.usecases.sheets import words as sheetwords
from jtbd.wording.contents import contained, left_out, missed


def show(sheet: Sheet, canvas: Canvas) -> None:
    """Say what goes into the sheet, what stays out, and what one might miss in it later."""
    content, told = sheet.commitment, sheetwords.verdict(sheet)
    names = {party: first_name(canvas, party) for party in PARTIES}
    chrome.label("contents", say("What goes in"))
    lines = "\n".join(f"- {plain(line)}" for line in contained(content, told, names))
    st.markdown(f"{lines}\n\n{left_out(content, told)}")
    if blank := [*map(plain, missed(content, names))]:
        st.caption(say("Not in it, and you may want it there: {missing}.", missing="; ".join(blank)))


def ask_first(canvas: Canvas) -> None:
    """Ask about days that are over or can mean several, as long as they can be changed."""
    if questions := asked_before_freezing(canvas, state.home().now().date()):
        chrome.label("asked", say("Ask each other first"))
        for question in questions:
            st.markdown(f"- {plain(question)}")
