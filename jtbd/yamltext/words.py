"""Which unquoted words every YAML reader takes for the same value, and which characters no text may hold."""

from __future__ import annotations

import re
from typing import Final

from jtbd.i18n import mark, say

MOST_DIGITS: Final = 15
"""Whole numbers of up to 15 digits survive every reader, also one that keeps numbers as 64-bit floats."""

SHOWN: Final = 40
STAND_IN: Final = "\N{REPLACEMENT CHARACTER}"
"""What stands in a refused character's place while the rest of the file is read."""

REFUSED: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f"  # C0 controls but tab, line feed and carriage return
    "\x7f-\x9f"  # DEL and C1 controls, among them NEL, a line's end to YAML 1.1 only
    "\u2028\u2029"  # line and paragraph separator: the same
    "\u202a-\u202e\u2066-\u2069"  # bidi overrides and isolates: text that reads otherwise than it is stored
    "\ufeff"  # a byte order mark in the middle
    "\ud800-\udfff"  # surrogates: not text at all
    "\ufffe\uffff"  # not characters
    "]"
)

_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]*")
_CONSTANTS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None, "": None}

_LONGEST_CONSTANT: Final = len("false")

# Each takes in more than any one reader does: YAML 1.1 and its sexagesimals, the 1.2 core schema, Psych's commas and
# symbols, and spellings on which readers differ.
_TRUTH: Final = re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)
_NOTHING: Final = re.compile(r"~|null", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"[-+]?(?:"
    r"0x[0-9a-f_,]*"  # hexadecimal
    r"|0[ob]?[0-9_,]*"  # octal, as 017 or 0o17, and binary
    r"|\.*[0-9][0-9_,.:]*(?:e[-+]?[0-9_]*)?"  # decimal, float, sexagesimal as 12:30
    r"|\.(?:inf|nan)"
    r"|\.+"
    r")",
    re.IGNORECASE,
)
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9:.]+[ \t]*(?:[Zz]|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?"
)
_OTHER: Final = re.compile(r"<<|=|:.*", re.DOTALL)
_MEANINGS: Final = (
    (_TRUTH, mark('some readers take {word} for true or false: put it in quotes, as "{word}"')),
    (_MOMENT, mark('some readers take {word} for a date: put it in quotes, as "{word}"')),
    (_NUMBER, mark('some readers take {word} for another number: put it in quotes, as "{word}"')),
    (_OTHER, mark('some readers take {word} for something other than text: put it in quotes, as "{word}"')),
)


def value_of(word: str) -> str | int | bool | None:
    """Return what an unquoted word stands for; a doubtful one is taken for text."""
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    return int(word) if _WHOLE.fullmatch(word) and _is_small(word) else word


def doubt_about(word: str) -> str | None:
    """Return what to write instead of an unquoted word that some reader takes for something else, or None."""
    if word in _CONSTANTS or (word[0].isalpha() and len(word) > _LONGEST_CONSTANT):
        return None
    if _WHOLE.fullmatch(word):
        return (
            None
            if _is_small(word)
            else say('the number {word} is too large: put it in quotes, as "{word}"', word=shortened(word))
        )
    if _NOTHING.fullmatch(word):
        return say('some readers take {word} for nothing: write null, or put it in quotes, as "{word}"', word=word)
    for pattern, meaning in _MEANINGS:
        if pattern.fullmatch(word):
            return meaning.said(word=shortened(word))
    return None


def refusal(character: str) -> str:
    """Return what to say of a refused character."""
    code = f"{ord(character):04X}"
    return say("the character U+{code} cannot stand in a text: delete it", code=code)


def shortened(text: str) -> str:
    """Return the beginning of a text, as much as a line of output bears."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _is_small(number: str) -> bool:
    return len(number.removeprefix("-")) <= MOST_DIGITS
