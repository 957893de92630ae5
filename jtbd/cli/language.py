"""Which language a command speaks: known before its arguments are, since help and mistakes are told in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final

from jtbd.i18n import chosen

OPTION: Final = "--language"
SETTING: Final = "JTBD_LANGUAGE"

_REST: Final = "--"
"""What comes after it is no option."""


def wished(argv: Sequence[str]) -> str | None:
    """Return the language that a command line asks for, before or after the command; of several the last."""
    words = list(argv)
    if _REST in words:
        words = words[: words.index(_REST)]
    wish = None
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if word == OPTION and not following.startswith("-"):
            wish = following
        elif word.startswith(f"{OPTION}="):
            wish = word.removeprefix(f"{OPTION}=")
    return wish


def spoken_by(argv: Sequence[str], env: Mapping[str, str]) -> str:
    """Return the language in which a command line is answered: English where nobody wishes another that there is."""
    return chosen(wished(argv), env.get(SETTING))
