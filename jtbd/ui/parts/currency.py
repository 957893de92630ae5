"""A choice of currency: the usual ones first, any other ISO 4217 code can be typed."""

from __future__ import annotations

import re
from typing import Final

import streamlit as st

from jtbd.ui.parts import field

USUAL: Final = ("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK")


def show(label: str, stored: str | None, key: str, *, proposed: str | None = USUAL[0]) -> str | None:
    """Draw the choice and return the code; what is proposed stands there while nothing is stored."""
    here = stored or proposed
    options = list(USUAL) if here is None or here in USUAL else [here, *USUAL]
    place = None if here is None else options.index(here)
    chosen = st.selectbox(label, options, place, key=key, accept_new_options=True, placeholder="choose")
    code = (chosen or "").strip().upper()
    if code and not re.fullmatch("[A-Z]{3}", code):
        field.complain("Not saved: write the three letters of a currency, as EUR")
        return here
    return code or None
