"""Which language a page is in: the one that this program was started with, else the browser's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

import streamlit as st

from jtbd.i18n import chosen, speak

WISH: Final = "JTBD_LANGUAGE"
"""The environment variable; `jtbd --language` hands its wish on by it."""


def of_terminal(environ: Mapping[str, str] = os.environ) -> str:
    """Return the language of what is told in the terminal."""
    return chosen(environ.get(WISH))


def of_browser(accepted: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """Return the language of what is sent to a browser.

    Args:
        accepted: what the browser says of itself, as in the header Accept-Language.
        environ: the environment, whose wish goes first.

    """
    return chosen(environ.get(WISH), accepted)


def speak_as_the_page() -> None:
    """Speak the language of the page that this run of the script, or of a handler in it, is for."""
    speak(of_browser(st.context.locale))
