"""Passphrases: asked for, taken once, never in the canvas.

A widget remembers what was typed into it for as long as it is drawn. So whoever needs a passphrase takes it in the
handler of the button, which blanks the field on the screen and in the session before the script runs again.

Who has just chosen one does not type it again to sign: it is remembered in memory for a few minutes, until it was used
or the laptop is the guest's.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import streamlit as st

from jtbd.i18n import say
from jtbd.ui import state

_REMEMBERED: Final = dt.timedelta(minutes=10)


def ask(label: str, key: str) -> None:
    """Draw a field for the passphrase of a key that exists; blank will do where it is remembered."""
    hint = say("typed just now; blank will do") if remembered() else None
    st.text_input(label, type="password", key=key, autocomplete="current-password", placeholder=hint)


def remember(word: str) -> None:
    """Keep a passphrase that was just chosen for the signature that follows."""
    state.session().word = (word, state.home().now() + _REMEMBERED)


def remembered() -> str:
    """Return the passphrase that was just chosen; empty where there is none any more."""
    word, until = state.session().word or ("", None)
    return word if until and state.home().now() < until else ""


def forget() -> None:
    """Forget the passphrase: it was used, or somebody else has the laptop."""
    state.session().word = None


def choose(key: str) -> None:
    """Draw two fields for a new passphrase."""
    left, right = st.columns(2)
    with left:
        st.text_input(say("New passphrase"), type="password", key=f"{key}-1", autocomplete="new-password")
    with right:
        st.text_input(say("Once more"), type="password", key=f"{key}-2", autocomplete="new-password")


def take(key: str) -> str:
    """Return what was typed into the field of `ask` and blank it; in a handler only."""
    typed = str(st.session_state.get(key) or "")
    if typed:
        st.session_state[key] = ""
    return typed


def take_or_remembered(key: str) -> str:
    """Return what `take` does, or else the passphrase that is remembered, and forget that; in a handler only."""
    word = take(key) or remembered()
    forget()
    return word


def take_chosen(key: str) -> str:
    """Return the new passphrase of `choose` and blank both fields; empty where the two differ. In a handler only."""
    first, again = take(f"{key}-1"), take(f"{key}-2")
    return first if first == again else ""
