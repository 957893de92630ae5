"""A choice of currency: the usual ones first, any other ISO 4217 code can be typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import streamlit as st

from jtbd.model import Canvas
from jtbd.ui import state

USUAL: Final = ("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK")


def show(label: str, shown: str | None, key: str, change: Callable[[Canvas], Canvas]) -> str | None:
    """Draw the choice with `shown` chosen at first, and return what now is; `change` saves it."""
    options = list(USUAL) if shown is None or shown in USUAL else [shown, *USUAL]
    return st.selectbox(
        label,
        options,
        None if shown is None else options.index(shown),
        key=key,
        accept_new_options=True,
        placeholder="choose",
        on_change=state.hear,
        args=(change,),
    )


def code(chosen: str | None) -> str | None:
    """Return the code that was chosen or typed.

    Raises:
        ValueError: says how to write it.

    """
    typed = (chosen or "").strip().upper()
    if typed and not re.fullmatch("[A-Z]{3}", typed):
        raise ValueError("write the three letters of a currency, as EUR")
    return typed or None
