"""Passphrases: asked for, never kept, never in the canvas."""

from __future__ import annotations

import streamlit as st


def ask(label: str, key: str) -> str:
    """Draw a field for the passphrase of a key that exists."""
    return st.text_input(label, type="password", key=key, autocomplete="current-password")


def choose(key: str) -> str:
    """Draw two fields for a new passphrase; empty until both are the same."""
    left, right = st.columns(2)
    with left:
        first = st.text_input("New passphrase", type="password", key=f"{key}-1", autocomplete="new-password")
    with right:
        again = st.text_input("Once more", type="password", key=f"{key}-2", autocomplete="new-password")
    return first if first == again else ""
