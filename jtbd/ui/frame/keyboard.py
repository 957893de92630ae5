"""What the scripts that listen to keys have in common: how a key is read, and whether it is heard by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

_KEYS: Final = Path(__file__).with_name("keys.js").read_text(encoding="utf-8")
_SINGLE: Final = "single-key"


def script(path: Path) -> str:
    """Return the script of a component that listens to keys, with `latin` and `composes` of keys.js."""
    return f"{_KEYS}\n{path.read_text(encoding='utf-8')}"


def heard_singly() -> bool:
    """Say whether a key without Alt or Ctrl is heard all over a page; this can be turned off (WCAG 2.1.4)."""
    return bool(st.session_state.get(_SINGLE, True))


def hear_singly(*, heard: bool) -> None:
    """Say whether such keys are to be heard, until the tab is closed."""
    st.session_state[_SINGLE] = heard
