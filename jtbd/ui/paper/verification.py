"""What verification says of a sheet, in words: the answer, who said what and when, what was promised."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.i18n import mark, say
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome
from jtbd.usecases.sheets import verifying
from jtbd.usecases.sheets.verifying import Outcome, Verification

_MARKS: Final = {
    Outcome.COMPLETE: mark(":green[✓ complete]"),
    Outcome.INCOMPLETE: mark("… incomplete"),
    Outcome.DECLINED: mark("– declined"),
    Outcome.INVALID: mark(":red[✗ invalid]"),
}


def show(found: Verification) -> None:
    """Draw the answer: green only if the sheet is complete."""
    with st.container(border=True, key=f"outcome-{found.outcome}"):
        st.subheader(_MARKS[found.outcome].said(), anchor=False)
        st.text(found.message)
        for more in filter(None, (found.remark, found.detail)):
            st.text(more)
        if found.outcome is Outcome.INVALID and not found.remark:
            st.markdown(
                say(
                    "Rely on nothing in it. Ask for another copy: from the mail, from a stick, or from the other party."
                )
            )


def said(found: Verification) -> None:
    """Draw who said what and when; what machines go by is folded away."""
    chrome.label("said", say("Who said what"))
    with st.container(key="said"):
        for told in verifying.statements(found):
            if told.in_their_words:
                st.caption(plain(told.text))
            else:
                st.text(told.text)
    st.caption(say("The time is the signing laptop's. Who held the laptop is what the other party witnessed."))
    with st.expander(say("For experts"), key="said-in-full"):
        for line in verifying.details(found):
            st.text(line)


def promised(found: Verification) -> None:
    """Draw the promises as they were signed, and apart from them what they bind to."""
    chrome.label("promised", say("What was promised"))
    for line in verifying.promises(found):
        st.markdown(f"- {plain(line)}")
    if meaning := verifying.meaning(found):
        with st.container(key="meaning"):
            st.caption(plain(meaning))
