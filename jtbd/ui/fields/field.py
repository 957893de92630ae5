"""Fields bound to one place of the canvas: each shows it, and saves what is typed at once.

What a widget says is saved twice over. Its change handler saves it before the page is drawn, since the click that
made it speak may be the one that leaves the page. The script's body compares it with the canvas, since no handler is
called for an edit that reaches a server which was restarted meanwhile. The second of the two changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, TypeVar

import streamlit as st

from jtbd.editing import FieldPath, get, put
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.model.text import FIRST_DAY, LAST_DAY
from jtbd.ui import state
from jtbd.ui.fields.words import plain

_T = TypeVar("_T")
HOST: Final[FieldPath] = ("parties", "a")
"""Whose browser it may be: what it knows of the host, it may fill in."""


def text(
    label: str,
    path: FieldPath,
    *,
    hint: str = "",
    help_: str | None = None,
    hidden: bool = False,
    read: Callable[[str], str] = lambda said: said,
) -> None:
    """Draw a line of text; an empty one blanks the field; `read` says what is kept of it."""
    key, stored = state.key("text", *path), get(state.canvas(), path) or ""
    change = putting(path, lambda: read(st.session_state[key] or ""))

    def hear() -> None:
        if state.edit(change) and read(said := st.session_state[key] or "") != said:
            st.session_state[key] = get(state.canvas(), path) or ""

    typed = st.text_input(
        label,
        value=stored,
        autocomplete=None if path[:2] == HOST else unknown(key),
        key=key,
        placeholder=hint,
        help=help_,
        label_visibility="collapsed" if hidden else "visible",
        on_change=hear,
    )
    if typed != stored:
        keep(change)


def unknown(key: str) -> str:
    """Return an `autocomplete` that no browser knows: it offers nothing that somebody else typed or that it remembers.

    What else a browser goes by is up to a script of the page, filled.js.
    """
    return f"jtbd-{key}"


def show(*paths: FieldPath) -> None:
    """Have text fields say what stands in the canvas; for a change that they did not make themselves."""
    for path in paths:
        st.session_state[state.key("text", *path)] = get(state.canvas(), path) or ""


def choice(
    label: str,
    path: FieldPath,
    options: Mapping[_T, str],
    *,
    kind: Literal["segments", "list"] = "segments",
    hidden: bool = False,
    blank: str = "",
) -> None:
    """Draw a choice of one of a few words; in a list `blank` stands for none of them."""
    key, stored = state.key("choice", *path), get(state.canvas(), path)
    change = putting(path, lambda: st.session_state[key])
    visibility: Literal["visible", "collapsed"] = "collapsed" if hidden else "visible"
    chosen: Any
    if kind == "segments":
        chosen = st.segmented_control(
            label,
            list(options),
            default=stored,
            format_func=options.__getitem__,
            key=key,
            label_visibility=visibility,
            on_change=state.hear,
            args=(change,),
            wrap=True,
        )
    else:
        labels: dict[Any, str] = {"": blank, **options}  # not None, which Streamlit takes for the default
        given = st.selectbox(
            label,
            list(labels),
            index=list(labels).index(stored) if stored in options else None,
            format_func=labels.__getitem__,
            key=key,
            label_visibility=visibility,
            placeholder=blank,
            on_change=state.hear,
            args=(change,),
        )
        chosen = given or None
    if chosen != stored:
        keep(change)


def several(label: str, path: FieldPath, options: Mapping[str, str], *, hint: str = "") -> None:
    """Draw a choice of any number of things by their ids."""
    key, stored = state.key("several", *path), get(state.canvas(), path) or ()
    change = putting(path, lambda: tuple(st.session_state[key]))
    chosen: Sequence[str] = st.multiselect(
        label,
        list(options),
        default=[item for item in stored if item in options],
        format_func=_distinct(options).__getitem__,
        key=key,
        placeholder=hint,
        on_change=state.hear,
        args=(change,),
    )
    if tuple(chosen) != tuple(stored):
        keep(change)


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


def date(label: str, path: FieldPath, *, blank: str, help_: str | None = None) -> None:
    """Draw a date, blank until it is chosen; `blank` is what the button is called that blanks it again."""
    key = state.key("date", *path)
    stored: dt.date | None = get(state.canvas(), path)
    change = putting(path, lambda: st.session_state[key])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        chosen = st.date_input(
            label,
            value=stored,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            key=key,
            format="YYYY-MM-DD",
            help=help_,
            on_change=state.hear,
            args=(change,),
        )
        if chosen:
            eraser(key, blank, change)
    if chosen != stored:
        keep(change)


def eraser(key: str, label: str, change: Callable[[Canvas], Canvas]) -> None:
    """Draw a button that blanks the widget of that key: once a value is stored, Streamlit offers none of its own.

    Its label is its name; the style sheet shows a sign in its place, which costs no tooltip.
    """
    st.button(label, key=f"{key}-blank", type="tertiary", on_click=_blank, args=(key, change))


def _blank(key: str, change: Callable[[Canvas], Canvas]) -> None:
    st.session_state[key] = None
    state.edit(change)


# ── saving ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def putting(path: FieldPath, said: Callable[[], object]) -> Callable[[Canvas], Canvas]:
    """Return the change that puts what a widget says into its place; it is asked when the change is made."""
    return lambda canvas: put(canvas, path, said())


def keep(change: Callable[[Canvas], Canvas]) -> bool:
    """Save a change that widgets above ask for, or say beneath them why that failed; return whether it made another."""
    before = state.canvas()
    if not state.edit(change):
        complain(f"{say('Not saved:')} {state.take_fault()}")
    return state.canvas() is not before


def complain(message: str) -> None:
    """Say beneath a field what is wrong with it."""
    st.markdown(f":red[{plain(message)}]")
