"""A choice of currency: the usual ones first, any other ISO 4217 code can be typed."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from jtbd.model.currency import unknown
from jtbd.parsing.money_words import USUAL
from jtbd.ui.fields.amounts import code_of_sign

__all__ = ["USUAL", "code", "show"]


def show(label: str, shown: str | None, key: str, hear: Callable[[], None]) -> str | None:
    """Draw the choice with `shown` chosen at first, and return what now is; `hear` saves it."""
    options = list(USUAL) if shown is None or shown in USUAL else [shown, *USUAL]
    return st.selectbox(
        label,
        options,
        None if shown is None else options.index(shown),
        key=key,
        accept_new_options=True,
        placeholder="choose",
        on_change=hear,
    )


def code(chosen: str | None) -> str | None:
    """Return the code that was chosen or typed; a sign that means one currency is that one.

    Raises:
        ValueError: says how to write it.

    """
    typed = (chosen or "").strip().upper()
    typed = code_of_sign(typed) or typed
    if typed and not re.fullmatch("[A-Z]{3}", typed):
        raise ValueError("write the three letters of a currency, as EUR")
    if typed and (wrong := unknown(typed)):
        raise ValueError(wrong)
    return typed or None
