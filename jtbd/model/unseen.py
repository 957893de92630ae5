"""Characters that nobody sees: they come with what is pasted, and make two texts of one."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SOFT_BREAKS: Final = re.compile(r"[\v\f\x85\u2028\u2029]+")
_NEVER: Final = re.compile(
    "["
    "\u00ad"  # soft hyphen
    "\u115f\u1160\u3164\uffa0"  # fillers for letters of Hangul that are not there
    "\u17b4\u17b5"  # vowels of Khmer that Unicode advises against
    "\u200b\u2060-\u2065\u206a-\u206f"  # blanks of no width, operators that stand for nothing, retired controls
    "\ufeff"  # byte order mark
    "\ufff0-\ufffb"  # marks around annotations, and what is kept free beside them
    "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"  # private use: what a font of one's own draws
    "]"
)
_SOMETIMES: Final = re.compile("[\u034f\u061c\u180b-\u180f\u200c-\u200f\ufe00-\ufe0f\U000e0000-\U000e0fff]")

_BLACK_FLAG: Final = "\U0001f3f4"
_TAGS: Final = "\U000e0020", "\U000e007f"
_IDEOGRAPHS: Final = "\U000e0100", "\U000e01ef"
_MONGOLIAN: Final = "\u1800", "\u18af"
_JOINING: Final = (
    ("\u0600", "\u08ff"),  # Arabic, Syriac, Thaana, N'Ko, Mandaic
    ("\u0900", "\u0dff"),  # the scripts of India and Sri Lanka
    ("\u0f00", "\u109f"),  # Tibetan, Burmese
    ("\u1780", "\u18af"),  # Khmer, Mongolian
    ("\u1a20", "\u1b7f"),  # Tai Tham, Balinese
    ("\ua840", "\ua8ff"),  # Phags-pa, Saurashtra, Devanagari
    ("\uaa60", "\uaa7f"),
    ("\ufb50", "\ufdff"),  # forms of Arabic letters
    ("\ufe70", "\ufefe"),
    ("\U00010a00", "\U00010fff"),
    ("\U00011000", "\U00011fff"),
    ("\U0001e900", "\U0001e95f"),  # Adlam
)
_VIRAMA: Final = 9
_KEY: Final = "\u20e3"
_ON_KEYS: Final = "0123456789#*"


def without_unseen(text: str) -> str:
    """Return a text without what nobody sees; a soft break is a blank.

    What a script or a picture needs stays: joiners between its letters, variants of an ideograph, the tags of a flag,
    the direction of a text that runs from right to left. At the ends of a text no picture needs any.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _NEVER.sub("", _SOFT_BREAKS.sub(" ", text))
    return _with_what_is_needed(text) if _SOMETIMES.search(text) else text


def _with_what_is_needed(text: str) -> str:
    seen = _SOMETIMES.sub("", text)
    leftward = any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in seen)
    after, last = 0, len(seen.rstrip())
    found: list[str] = []
    for character in text:
        if not _SOMETIMES.match(character):
            after += 1
        elif not _needs(character, "".join(found[-1:]), seen[after : min(after + 1, last)], leftward=leftward):
            continue
        found.append(character)
    return "".join(found)


def _needs(character: str, before: str, after: str, *, leftward: bool) -> bool:
    """Say whether a character changes what is seen between these two; `after` is empty at the end of a text."""
    if character in "\u200e\u200f\u061c":
        return leftward
    if not before or before.isspace():
        return False
    if character in "\u200c\u200d":
        return _joins(character, before, after)
    if character == "\u034f":
        return bool(after) and unicodedata.combining(after) > 0
    return _chooses(character, before, after)


def _chooses(selector: str, before: str, after: str) -> bool:
    """Say whether a character chooses a form of the one before it, or is one of the tags that make a flag of it."""
    if selector == "\ufe0f":
        return after == _KEY if before in _ON_KEYS else bool(after) and _is_picture(before)
    if _within(selector, ("\u180b", "\u180f")):
        return _within(before, _MONGOLIAN)
    if _within(selector, _TAGS):
        return before == _BLACK_FLAG or _within(before, _TAGS)
    return _is_letter(before) and (_within(selector, ("\ufe00", "\ufe0e")) or _within(selector, _IDEOGRAPHS))


def _joins(joiner: str, before: str, after: str) -> bool:
    """Say whether a joiner stands where RFC 5892 (appendix A) and emoji have one: in a word, behind a virama."""
    if unicodedata.combining(before) == _VIRAMA:
        return True
    if _is_joining(before) and _is_joining(after):
        return True
    return joiner == "\u200d" and (before == "\ufe0f" or _is_picture(before)) and _is_picture(after)


def _is_joining(character: str) -> bool:
    return _is_letter(character) and any(_within(character, block) for block in _JOINING)


def _is_letter(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "LM" and not _SOMETIMES.match(character)


def _is_picture(character: str) -> bool:
    """Say whether a character is a picture, or the colour of one."""
    return bool(character) and unicodedata.category(character) in {"So", "Sk", "Sm", "Po"}


def _within(character: str, bounds: tuple[str, str]) -> bool:
    return bounds[0] <= character <= bounds[1]
