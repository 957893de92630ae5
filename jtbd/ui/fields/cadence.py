"""A cadence: a number and its unit, kept only when both are given."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.editing import FieldPath
from jtbd.i18n import mark_in, say
from jtbd.model import Every
from jtbd.ui import state
from jtbd.ui.fields import field

_UNITS: Final = {
    "days": mark_in("after a number to choose", "days"),
    "weeks": mark_in("after a number to choose", "weeks"),
    "months": mark_in("after a number to choose", "months"),
}


def show(label: str, path: FieldPath, stored: Every | None) -> None:
    """Draw a cadence, blank until a number is given."""
    unit = next((name for name in _UNITS if stored and getattr(stored, name)), "weeks")
    number = getattr(stored, unit) if stored else None
    number_key, unit_key = state.key("every", *path), state.key("unit", *path)

    def said() -> object:
        given = st.session_state[number_key]
        return {st.session_state[unit_key]: given} if given else None

    change = field.putting(path, said)
    with st.container(
        horizontal=True, wrap=False, vertical_alignment="bottom", gap="xsmall", key=state.key("cadence", *path)
    ):
        given = st.number_input(
            label, 1, 520, number, key=number_key, placeholder="–", on_change=state.hear, args=(change,)
        )
        chosen = st.selectbox(
            say("of these"),
            list(_UNITS),
            list(_UNITS).index(unit),
            format_func=lambda name: _UNITS[name].said(),
            key=unit_key,
            label_visibility="collapsed",
            on_change=state.hear,
            args=(change,),
        )
        if given:
            field.eraser(number_key, say("Not at regular times"), change)
    if (given, chosen) != (number, unit):
        field.keep(change)
