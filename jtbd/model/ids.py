"""Readable ids: lower-case ASCII letters, digits and hyphens, with four characters drawn by lot at the end.

Two laptops can make an id for the same thing on the same day, and a signed sheet carries it for ever; the ending keeps
them apart. What is made from a template keeps the template's ids: these are meant to be the same everywhere.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
import unicodedata
from collections.abc import Callable, Container
from functools import lru_cache
from typing import Final

LONGEST_ID: Final = 120
LONGEST_CANVAS_ID: Final = 80
LONGEST_PART_ID: Final = 48

_BASE32: Final = "abcdefghijklmnopqrstuvwxyz234567"
_DRAWN: Final = 4

Draw = Callable[[], str]
"""Gives four characters by lot, other ones each time that it is asked."""

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


def drawn() -> str:
    """Return four base32 characters (RFC 4648, in small letters) that nobody can foresee: one of a million."""
    return "".join(secrets.choice(_BASE32) for _ in range(_DRAWN))


def canvas_id(day: dt.date, *names: str, draw: Draw = drawn) -> str:
    """Return a canvas's id: day, names and ending, as `2026-11-22-harbour-estates-northline-cabling-k3q7`."""
    named = "-".join(part for name in names if (part := slug(name)))
    return _ending(f"{day.isoformat()}-{named}", LONGEST_CANVAS_ID, draw) if named else _by_lot("canvas", draw)


def part_id(text: str, taken: Container[str], kind: str = "aspect", draw: Draw = drawn) -> str:
    """Return an id for a part of a canvas, made of its text, as `find-premises-k3q7`.

    Args:
        text: what it says.
        taken: the ids that it cannot have.
        kind: stands for a text that leaves nothing.
        draw: gives the ending.

    """
    while (found := _ending(text, LONGEST_PART_ID, draw) if slug(text) else _by_lot(kind, draw)) in taken:
        pass
    return found


def free_id(wanted: str, taken: Container[str], draw: Draw = drawn) -> str:
    """Return a canvas's id as it is wanted or, where it is taken, with an ending of its own."""
    found = wanted
    while found in taken:
        found = _ending(wanted, LONGEST_CANVAS_ID, draw)
    return found


def _ending(text: str, longest: int, draw: Draw) -> str:
    return f"{slug(text, longest - len('-') - _DRAWN)}-{draw()}"


def _by_lot(kind: str, draw: Draw) -> str:
    return f"{kind}-{draw()}{draw()}"


def numbered(wanted: str, taken: Container[str]) -> str:
    """Return a folder's name itself or, where it is taken, the first free one of those that end in -2, -3 and so on."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        ending = f"-{number}"
        found = wanted[: LONGEST_ID - len(ending)].rstrip("-") + ending
    return found
