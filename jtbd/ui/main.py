"""The one script that Streamlit runs for every change: the URL says what to show, and only that is imported."""

from __future__ import annotations

import streamlit as st

from jtbd.ui import address, language, net
from jtbd.ui.frame import look

language.speak_as_the_page()  # the first run of all comes before the net is spread, which says it for the others
st.set_page_config(page_title="Common Job", page_icon="☕", layout="wide", initial_sidebar_state="collapsed")
look.style()
net.spread()
with net.under():
    here = address.here()
    if here.canvas is not None:
        from jtbd.ui import meeting

        meeting.show()
    elif here.check:
        from jtbd.ui.screens.check import page as check

        check.show()
    else:
        from jtbd.ui.screens.library import page as library

        library.show()
