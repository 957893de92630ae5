"""Numbers in words, as far as people count days and weeks: "six", "a", "other", "fifteenth"."""

from __future__ import annotations

import re
from typing import Final

_SMALL: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBERS: Final = {word: number for number, word in enumerate(_SMALL, 1)} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_FIRST: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth"),
    *("twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
_ORDINALS: Final = {word: number for number, word in enumerate(_FIRST, 1)} | {"other": 2}

COUNT: Final = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
"""A pattern of what `count` reads."""

ORDINAL: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
"""A pattern of what `ordinal` reads."""


def count(said: str) -> int:
    """Return the number that figures or a word say: 6, six, a."""
    return int(said) if said.isdecimal() else _NUMBERS[said.lower()]


def ordinal(said: str) -> int:
    """Return the number of an ordinal: 15th, fifteenth; "other", as in "every other week", is the second."""
    figures = re.match(r"\d+", said)
    return int(figures[0]) if figures else _ORDINALS[said.lower()]
