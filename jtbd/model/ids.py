"""Readable ids: lower-case ASCII letters, digits and hyphens."""

from __future__ import annotations

import datetime as dt
import re
import secrets
import string
import unicodedata
from collections.abc import Container
from functools import lru_cache
from typing import Final

LONGEST_ID: Final = 120
LONGEST_CANVAS_ID: Final = 80
LONGEST_PART_ID: Final = 48

_SPELT_OUT: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "'": "", "’": ""}
)


def slug(text: str, longest: int = LONGEST_PART_ID) -> str:
    """Return the text as an id of at most `longest` characters, cut between words; empty where nothing is left."""
    spelt = unicodedata.normalize("NFKD", text).lower().translate(_SPELT_OUT)
    bare = "".join(_bare(char) for char in spelt if not unicodedata.combining(char))
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    if len(words) <= longest:
        return words
    head, _, _ = words[: longest + 1].rpartition("-")
    return (head or words[:longest]).strip("-")


_LATIN: Final = re.compile("LATIN (?:SMALL LETTER|LETTER SMALL CAPITAL) (.*)")
_NAMED: Final = {"SCHWA": "e", "ENG": "n", "EZH": "z", "ESH": "s", "ALPHA": "a", "GAMMA": "g", "IOTA": "i"}


@lru_cache(maxsize=1024)
def _bare(char: str) -> str:
    """Return a Latin letter without its strokes and hooks, by its name in Unicode: ħ is “h with stroke”."""
    if char.isascii():
        return char
    named = _LATIN.fullmatch(unicodedata.name(char, ""))
    words = named[1].partition(" WITH ")[0].split() if named else []
    return next((_NAMED.get(word, word.lower()) for word in words if len(word) == 1 or word in _NAMED), char)


def canvas_id(day: dt.date, *names: str) -> str:
    """Return a canvas's id: the day and the names, as `2026-11-22-harbour-estates-northline-cabling`."""
    named = "-".join(part for name in names if (part := slug(name)))
    return slug(f"{day.isoformat()}-{named}", LONGEST_CANVAS_ID) if named else _random("canvas")


def unique_id(text: str, taken: Container[str], kind: str = "aspect") -> str:
    """Return an id made of the text that is not taken; `kind` stands in where the text leaves nothing."""
    return numbered(slug(text) or _random(kind), taken)


def numbered(wanted: str, taken: Container[str]) -> str:
    """Return the id itself or, where it is taken, the first free one of those that end in -2, -3 and so on."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        ending = f"-{number}"
        found = wanted[: LONGEST_ID - len(ending)].rstrip("-") + ending
    return found


def _random(kind: str) -> str:
    letters = string.ascii_lowercase + string.digits
    return f"{kind}-{''.join(secrets.choice(letters) for _ in range(8))}"
