"""Fields bound to one place of the canvas: each shows it, and saves what is typed at once.

The widget's value is compared with the canvas in the script's body: unlike a change handler this loses no edit when
the server was restarted in between (DESIGN section 11).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Literal, TypeVar

import streamlit as st

from jtbd.ui import state
from jtbd.ui.parts.words import plain
from jtbd.usecases.editing import Path, get, put

_T = TypeVar("_T")


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


def amount(label: str, path: Path, *, hint: str = "", help_: str | None = None) -> None:
    """Draw a field for a decimal amount; spaces and thousands separators are understood."""
    stored = get(state.canvas(), path) or ""
    typed = st.text_input(label, value=stored, key=state.key("amount", *path), placeholder=hint, help=help_)
    try:
        keep(path, stored, decimal_text(typed))
    except ValueError as error:
        complain(str(error))


def choice(
    label: str,
    path: Path,
    options: Mapping[_T, str],
    *,
    kind: Literal["segments", "list"] = "segments",
    hidden: bool = False,
    blank: str = "",
) -> None:
    """Draw a choice of one of a few words; `blank` is shown where a list has nothing chosen."""
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
        chosen = st.selectbox(
            label,
            keys,
            index=keys.index(stored) if stored in keys else None,
            format_func=options.__getitem__,
            key=state.key("choice", *path),
            label_visibility=visibility,
            placeholder=blank,
        )
    keep(path, stored, chosen)


def several(label: str, path: Path, options: Mapping[str, str], *, hint: str = "") -> None:
    """Draw a choice of any number of things by their ids."""
    stored: Sequence[str] = get(state.canvas(), path) or ()
    chosen = st.multiselect(
        label,
        list(options),
        default=[item for item in stored if item in options],
        format_func=options.__getitem__,
        key=state.key("several", *path),
        placeholder=hint,
    )
    keep(path, tuple(stored), tuple(chosen))


def date(label: str, path: Path, *, help_: str | None = None) -> None:
    """Draw a date, blank until it is chosen."""
    stored: dt.date | None = get(state.canvas(), path)
    chosen = st.date_input(label, value=stored, key=state.key("date", *path), format="YYYY-MM-DD", help=help_)
    keep(path, stored, chosen)


def keep(path: Path, stored: object, given: object) -> None:
    """Save what a widget gives where it differs from what is stored; say beneath it why that failed."""
    if given != stored and not state.edit(lambda canvas: put(canvas, path, given)) and state.session().fault:
        complain(f"Not saved: {state.session().fault}")


def complain(message: str) -> None:
    """Say beneath a field what is wrong with it."""
    st.markdown(f":red[{plain(message)}]")


def decimal_text(typed: str) -> str:
    """Return an amount as the file has it: "40 000", "40,000" and "40'000" are all "40000".

    Raises:
        ValueError: says how to write it.

    """
    compact = re.sub(r"[\s'’_\u00a0\u202f]", "", typed)
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d{1,4})?", compact):
        compact = compact.replace(",", "")
    if re.fullmatch(r"-?\d+(\.\d{1,4})?", compact):
        sign, digits = ("-", compact[1:]) if compact.startswith("-") else ("", compact)
        whole, dot, cents = digits.partition(".")
        return f"{sign}{whole.lstrip('0') or '0'}{dot}{cents}"
    if not compact:
        return ""
    raise ValueError("Not saved: write the amount in digits, as 40000 or 1250.50")
