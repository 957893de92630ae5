"""A choice of currency: the usual ones first, any other ISO 4217 code can be typed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from jtbd.i18n import say
from jtbd.parsing.money_words import USUAL

__all__ = ["USUAL", "show"]


def show(label: str, shown: str | None, key: str, hear: Callable[[], None]) -> str | None:
    """Draw the choice with `shown` chosen at first, and return what now is; `hear` saves it."""
    options = list(USUAL) if shown is None or shown in USUAL else [shown, *USUAL]
    return st.selectbox(
        label,
        options,
        None if shown is None else options.index(shown),
        key=key,
        accept_new_options=True,
        placeholder=say("choose"),
        on_change=hear,
    )
