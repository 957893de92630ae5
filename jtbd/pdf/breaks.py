"""Where a word that is longer than a line may break: in ASCII the template sees to that, in other letters we do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 24
"""The most letters of a word that is left whole: as many as the narrowest column of a sheet has room for."""

_EVERY: Final = 10
BREAK: Final = "\u200b"
_JOINED: Final = "\u200d\u200b\u200d"
"""With joiners around it, so that letters that are written together keep their forms where no line ends."""

_WORD: Final = re.compile(
    # Thai, Lao, Burmese and Khmer have no spaces, Han, kana and hangul break anywhere: typst knows where.
    "[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2010-\u201b\u200b\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]{25,}"
)


def breakable(text: str) -> str:
    """Return a text in which words of more than `LONGEST` letters beyond ASCII may break, between whole letters."""
    return text if text.isascii() else _WORD.sub(lambda word: "".join(_broken(word[0])), text)


def _broken(word: str) -> Iterator[str]:
    if word.isascii():
        yield word
        return
    letters = 0
    for before, character in zip(" " + word, word, strict=False):
        alone = not unicodedata.category(character).startswith("M") and unicodedata.category(character) != "Cf"
        if alone and letters and letters % _EVERY == 0 and before != "\u200d":
            joined = unicodedata.bidirectional(character) == "AL"
            yield _JOINED if joined else BREAK
        letters += alone
        yield character
