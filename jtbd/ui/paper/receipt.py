"""The receipt of a sheet: what to photograph, and the same in groups to compare by eye."""

from __future__ import annotations

import streamlit as st

from jtbd.i18n import say
from jtbd.model.sheet import Sheet
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome
from jtbd.usecases.sheets import receipt


def code(sheet: Sheet) -> None:
    """Draw the QR code, large enough to photograph from across a table, on white in every theme."""
    with st.container(key="receipt-code"):
        st.image(
            receipt.code(sheet),
            width="stretch",
            alt=say("Square code of this sheet and of who signed it, to photograph; further down in letters"),
        )


def parts(sheet: Sheet) -> None:
    """Draw hash and keys in groups of four, folded away, for whoever compares them by eye."""
    with st.expander(say("The photograph in letters, to compare by eye"), key="receipt-parts"):
        for place, part in enumerate(receipt.parts(sheet)):
            with st.container(key=f"receipt-part-{place}"):
                chrome.label(f"receipt-{place}", plain(part.label))
                st.code(part.groups, language=None, wrap_lines=True)


def compare(sheet: Sheet, key: str) -> None:
    """Draw a field for what a phone reads off a photographed receipt, and say whether it is of this sheet."""
    said = st.text_area(say("What your phone reads off the photograph"), key=key, height=120)
    if not said.strip():
        return
    differing = receipt.differences(sheet, said)
    if differing:
        with st.container(border=True, key="receipt-other"):
            st.markdown(say("**This is not the sheet that was photographed.**"))
            st.text(say("What differs: {parts}.", parts=", ".join(differing)))
    else:
        with st.container(border=True, key="receipt-same"):
            st.markdown(say("**✓ This is the sheet that was photographed**, to the last letter."))
