"""The one script that Streamlit runs for every change: the URL says what to show."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from jtbd.ui.screens import check, library, meeting

st.set_page_config(page_title="Common Job", page_icon="☕", layout="wide", initial_sidebar_state="collapsed")
st.html(Path(__file__).with_name("style.css"))
if "canvas" in st.query_params:
    meeting.show()
elif "check" in st.query_params:
    check.show()
else:
    library.show()
