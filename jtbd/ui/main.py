"""The one script that Streamlit runs for every change: the URL says what to show."""

from __future__ import annotations

import logging

import streamlit as st

from jtbd.ui.parts import chrome, look
from jtbd.ui.screens import check, library, meeting

st.set_page_config(page_title="Common Job", page_icon="☕", layout="wide", initial_sidebar_state="collapsed")
look.style()
try:
    if "canvas" in st.query_params:
        meeting.show()
    elif "check" in st.query_params:
        check.show()
    else:
        library.show()
except Exception:
    logging.getLogger("jtbd").exception("a defect of this program")
    chrome.defect()
