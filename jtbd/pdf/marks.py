"""Marks on letters of other scripts, as a diaeresis on a Han character: set beside the letter instead of on it.

Where the first font that has the mark lacks the letter, typst (0.15) draws the mark, drops the letter and says nothing,
and no font has both but for letters that are meant to be marked so. Beside each other, each finds a font of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

JOINER: Final = "\u2060"
"""Keeps a mark off the letter before it, on the same line."""

_MARKED: Final = re.compile("[\u0300-\u036f]|[^\x00-\u036f\u3000-\u3098\u309b-\ud7ff\uff00-\uffff]")
"""What has to be there before a closer look is worth it."""

_EVERYWHERE: Final = re.compile("[ -~\u00a0-\u0131\u0134-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u25cc]")
"""Letters that whichever font has a mark has too."""

_LETTERS: Final = re.compile("[\u00a0-\u02e4\u0384-\u03ce\u0400-\u0477\u048c-\u04c4\u04d0-\u04f9\u1e00-\u2037]")
"""Letters that the font of the text has, which is looked in first and has the usual marks as well."""

_USUAL: Final = re.compile("[\u0300-\u036f]")
_LAST_ARABIC: Final = "\u06ff"
"""What was added to Arabic later is in few fonts, and in others than the marks are."""

_KANA: Final = "\u3099\u309a"


def parted(text: str) -> str:
    """Return a text with a joiner before each mark that no font has along with the letter that it stands on."""
    return "".join(_parted(text)) if _MARKED.search(text) else text


def _parted(text: str) -> Iterator[str]:
    letter = " "
    for character in text:
        kind = unicodedata.category(character)
        if kind in {"Mn", "Me"} and not _at_home(character, letter):
            yield JOINER
        elif not kind.startswith("M") and kind != "Cf":
            letter = character
        yield character


def _at_home(mark: str, letter: str) -> bool:
    script, of = (unicodedata.name(character, "").split(" ")[0] for character in (mark, letter))
    if script == "VARIATION":  # a selector, which every letter may have
        return True
    if mark in _KANA:
        return of in {"HIRAGANA", "KATAKANA"}
    if script in {"COMBINING", ""}:
        settled = _LETTERS.match(letter) and _USUAL.match(mark) and unicodedata.category(letter) != "Cn"
        return bool(_EVERYWHERE.match(letter) or settled)
    return of == script and (script != "ARABIC" or letter <= _LAST_ARABIC)
