"""Passphrases: asked for, taken once, never kept, never in the canvas.

A widget remembers what was typed into it for as long as it is drawn. So whoever needs a passphrase takes it in the
handler of the button, which blanks the field on the screen and in the session before the script runs again.
"""

from __future__ import annotations

import streamlit as st


def ask(label: str, key: str) -> None:
    """Draw a field for the passphrase of a key that exists."""
    st.text_input(label, type="password", key=key, autocomplete="current-password")


def choose(key: str) -> None:
    """Draw two fields for a new passphrase."""
    left, right = st.columns(2)
    with left:
        st.text_input("New passphrase", type="password", key=f"{key}-1", autocomplete="new-password")
    with right:
        st.text_input("Once more", type="password", key=f"{key}-2", autocomplete="new-password")


def take(key: str) -> str:
    """Return what was typed into the field of `ask` and blank it; in a handler only."""
    typed = str(st.session_state.get(key) or "")
    if typed:
        st.session_state[key] = ""
    return typed


def take_chosen(key: str) -> str:
    """Return the new passphrase of `choose` and blank both fields; empty where the two differ. In a handler only."""
    first, again = take(f"{key}-1"), take(f"{key}-2")
    return first if first == again else ""
