"""A choice of currency: the usual ones first, any other ISO 4217 code can be typed."""

from __future__ import annotations

from typing import Final

import streamlit as st

USUAL: Final = ("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK")


def show(label: str, stored: str | None, key: str) -> str:
    """Draw the choice and return the code."""
    here = stored or USUAL[0]
    options = list(USUAL) if here in USUAL else [here, *USUAL]
    chosen = st.selectbox(label, options, index=options.index(here), key=key, accept_new_options=True)
    code = (chosen or here).strip().upper()
    return code if len(code) == len(USUAL[0]) and code.isalpha() and code.isascii() else here
