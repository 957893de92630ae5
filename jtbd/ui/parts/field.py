"""Fields bound to one place of the canvas: each shows it, and saves what is typed at once.

The widget's value is compared with the canvas in the script's body: unlike a change handler this loses no edit when
the server was restarted in between (DESIGN section 11).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, TypeVar

import streamlit as st

from jtbd.model import Canvas
from jtbd.ui import state
from jtbd.ui.parts.words import plain
from jtbd.usecases.editing import Path, get, put

_T = TypeVar("_T")
_GROUPING: Final = re.compile(r"[\s'’_]")


def text(label: str, path: Path, *, hint: str = "", help_: str | None = None, hidden: bool = False) -> None:
    """Draw a line of text; an empty one blanks the field."""
    stored = get(state.canvas(), path) or ""
    typed = st.text_input(
        label,
        value=stored,
        key=state.key("text", *path),
        placeholder=hint,
        help=help_,
        label_visibility="collapsed" if hidden else "visible",
    )
    keep(path, stored, typed)


def show(*paths: Path) -> None:
    """Have text fields say what stands in the canvas; for a change that they did not make themselves."""
    for path in paths:
        st.session_state[state.key("text", *path)] = get(state.canvas(), path) or ""


def amount(label: str, path: Path, *, hint: str = "", help_: str | None = None) -> None:
    """Draw a field for a decimal amount; spaces and thousands separators are understood."""
    stored = get(state.canvas(), path) or ""
    typed = st.text_input(label, value=stored, key=state.key("amount", *path), placeholder=hint, help=help_)
    try:
        keep(path, stored, stored if typed == stored else decimal_text(typed))
    except ValueError as error:
        complain(f"Not saved: {error}")


def choice(
    label: str,
    path: Path,
    options: Mapping[_T, str],
    *,
    kind: Literal["segments", "list"] = "segments",
    hidden: bool = False,
    blank: str = "",
) -> None:
    """Draw a choice of one of a few words; in a list `blank` stands for none of them."""
    stored = get(state.canvas(), path)
    visibility: Literal["visible", "collapsed"] = "collapsed" if hidden else "visible"
    keys = list(options)
    chosen: _T | None
    if kind == "segments":
        chosen = st.segmented_control(
            label,
            keys,
            default=stored,
            format_func=options.__getitem__,
            key=state.key("choice", *path),
            label_visibility=visibility,
        )
    else:
        labels: dict[Any, str] = {"": blank, **options}  # not None, which Streamlit takes for the default
        given = st.selectbox(
            label,
            list(labels),
            index=keys.index(stored) + 1 if stored in keys else None,
            format_func=labels.__getitem__,
            key=state.key("choice", *path),
            label_visibility=visibility,
            placeholder=blank,
        )
        chosen = next((option for option in keys if option == given), None)
    keep(path, stored, chosen)


def several(label: str, path: Path, options: Mapping[str, str], *, hint: str = "") -> None:
    """Draw a choice of any number of things by their ids."""
    stored: Sequence[str] = get(state.canvas(), path) or ()
    chosen = st.multiselect(
        label,
        list(options),
        default=[item for item in stored if item in options],
        format_func=_distinct(options).__getitem__,
        key=state.key("several", *path),
        placeholder=hint,
    )
    keep(path, tuple(stored), tuple(chosen))


def _distinct(options: Mapping[str, str]) -> dict[str, str]:
    """Return the labels, with a number where several things have the same: Streamlit knows an option by its label."""
    labels: dict[str, str] = {}
    for option, label in options.items():
        number, shown = 1, label
        while shown in labels.values():
            number += 1
            shown = f"{label} ({number})"
        labels[option] = shown
    return labels


def date(label: str, path: Path, *, help_: str | None = None) -> None:
    """Draw a date, blank until it is chosen."""
    stored: dt.date | None = get(state.canvas(), path)
    key = state.key("date", *path)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        chosen = st.date_input(label, value=stored, key=key, format="YYYY-MM-DD", help=help_)
        if chosen:
            eraser(key, f"{label}: no date")
    keep(path, stored, chosen)


def eraser(key: str, help_: str) -> None:
    """Draw a button that blanks the widget of that key: once a value is stored, Streamlit offers none of its own."""
    st.button("×", key=f"{key}-blank", type="tertiary", help=help_, on_click=_blank, args=(key,))


def _blank(key: str) -> None:
    st.session_state[key] = None


def keep(path: Path, stored: object, given: object) -> None:
    """Save what a widget gives where it differs from what is stored; say beneath it why that failed."""
    if given != stored:
        keep_by(lambda canvas: put(canvas, path, given))


def keep_by(change: Callable[[Canvas], Canvas]) -> bool:
    """Save a change that widgets above ask for, or say beneath them why that failed; return whether it made another."""
    before = state.canvas()
    if not state.edit(change):
        complain(f"Not saved: {state.take_fault()}")
    return state.canvas() is not before


def complain(message: str) -> None:
    """Say beneath a field what is wrong with it."""
    st.markdown(f":red[{plain(message)}]")


def decimal_text(typed: str) -> str:
    """Return an amount as the file has it: "40 000", "40,000" and "40'000" are all "40000".

    Raises:
        ValueError: says how to write it.

    """
    compact = "".join(str(unicodedata.decimal(char, char)) for char in _GROUPING.sub("", typed)).replace("\u2212", "-")
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,4})?", compact):
        compact = compact.replace(",", "")
    if re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", compact):
        raise ValueError(f"{compact} has two meanings: write {compact.replace('.', '')}, or {compact[:-1]}")
    if re.fullmatch(r"-?[0-9]+(\.[0-9]{1,4})?", compact):
        sign, digits = ("-", compact[1:]) if compact.startswith("-") else ("", compact)
        whole, dot, cents = digits.partition(".")
        return f"{sign}{whole.lstrip('0') or '0'}{dot}{cents}"
    if not compact:
        return ""
    raise ValueError("write the amount in digits, as 40000 or 1250.50")
