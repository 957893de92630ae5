"""A signature drawn with mouse, pen or finger, as SVG path data."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from jtbd.i18n import mark, number, say
from jtbd.model import mark as strokes
from jtbd.model.mark import Mark

_HERE: Final = Path(__file__)
_COMPONENT: Final = st.components.v2.component(
    "jtbd_signature_pad",
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)
_WIDTH: Final = 600
_MOST_STROKES: Final = 40
_WORDS: Final = {
    "undo": mark("Undo"),
    "clear": mark("Clear"),
    "full": mark("{most} strokes are all that fit: take one back, or clear."),
    "dot": mark("That is a dot: draw your name."),
}
"""What the pad says, by the names that pad.js has for it."""
_MARK: Final[TypeAdapter[str]] = TypeAdapter(Mark)


def signature_pad(key: str, label: str) -> str:
    """Draw the pad and return what was drawn on it.

    Args:
        key: the widget's key.
        label: what the pad is for, for those who cannot see it.

    Returns:
        SVG path data on a ground of 600 × 160, empty while nothing is drawn; what is no signature counts as nothing.

    """
    mark = drawn(key)
    words = {name: said.said(most=number(_MOST_STROKES)) for name, said in _WORDS.items()}
    _COMPONENT(
        key=key,
        data=[{"label": label, "mark": mark, "strokes": _MOST_STROKES, "words": words}],
        on_mark_change=_noted,
    )
    return mark


def drawn(key: str) -> str:
    """Return what is drawn on the pad of that key by now; for handlers, which run before the page is drawn."""
    state: Any = st.session_state.get(key) or {}
    return _checked(state.get("mark"))


def unmeant(mark: str) -> str:
    """Return why what was drawn is nobody's signature, as a sentence; empty where it may be one."""
    if not strokes.unmeant(mark, _WIDTH):
        return ""
    draws = any(len(set(points)) > 1 for points in strokes.strokes(mark))
    return _WORDS["dot"].said() if draws else say("It draws nothing.")


def _noted() -> None:
    """Streamlit keeps a state only where somebody is told of its changes."""


def _checked(mark: object) -> str:
    try:
        return _MARK.validate_python(mark or "", strict=True)
    except ValidationError:
        return ""
