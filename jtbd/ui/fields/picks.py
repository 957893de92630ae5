"""Days to choose with one click, beside the field of a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from jtbd.editing import FieldPath
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.usecases.canvases.days import Day


def date(label: str, path: FieldPath, days: Sequence[Day], *, blank: str) -> None:
    """Draw a date, with usual days beside it; `blank` is what the button is called that blanks it again."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key=state.key("day", *path)):
        field.date(label, path, blank=blank)
        if days:
            with st.container(horizontal=True, gap="xsmall", width="content", key=state.key("picks", *path)):
                for day in days:
                    key = state.key("pick", *path, day.name)
                    st.button(day.label, key=key, type="tertiary", on_click=_choose, args=(path, day.date))


def _choose(path: FieldPath, day: dt.date) -> None:
    st.session_state[state.key("date", *path)] = day
    state.edit(field.putting(path, lambda: day))
