"""What cannot be seen in print here, and how to say so: characters that no font has, and those that show as nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from jtbd.i18n import WITHIN, say, say_count_in
from jtbd.pdf.typeset import TypesettingFailed, typeset

_MOST_NAMED: Final = 40
_PROOF: Final = b"""#set document(date: datetime(year: 2000, month: 1, day: 1))
#set text(font: families)
#for line in data.lines [#said(line) \\ ]
"""

_ALWAYS: Final = re.compile(
    "[\n -~\u00a1-\u00ac\u00ae-\u0131\u0134-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f–—‘’“”„…€]*"
)
"""What the font that comes with typst has, one glyph each: most texts need no further look."""

_FLAG: Final = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_UNSEEN: Final = re.compile(
    "["
    "\u115f\u1160\u3164\uffa0"  # letters of hangul that are blank
    "\u17b4\u17b5"  # vowels of Khmer that are not written
    "\u2061-\u2064\u206a-\u206f"  # operators that nobody sees, and format controls that Unicode took back
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # of no script in use, or of music
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags: a whole message can be written in them
    "]"
    "|(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"  # and so it can in these, where
    "|(?<=[\u200b-\u200d\u2060])[\u200b-\u200d\u2060]"  # more than one follows a letter
)
"""Characters that stand in a text and show as nothing, of those that change nothing about their neighbours either."""


def unprintable(*texts: str) -> tuple[str, ...]:
    """Return the characters in these texts that nobody can see in print here, each once; see `unseen`.

    The test is to print them: what typst refuses to put into a PDF/A is what is missing, whatever fonts this machine
    has. That takes some five milliseconds for a text in other letters than Latin, Greek and Cyrillic, once.
    """
    foreign = [text for text in dict.fromkeys(texts) if not _ALWAYS.fullmatch(text)]
    return tuple(dict.fromkeys(character for text in foreign for character in (*_refused(text), *unseen(text))))


def printable_anywhere(text: str) -> bool:
    """Say whether the font that comes with typst has all of a text, one glyph each."""
    return bool(_ALWAYS.fullmatch(text))


def unseen(*texts: str) -> tuple[str, ...]:
    """Return the characters in these texts that show as nothing though a message could be written in them, each once.

    Joiners, variation selectors, soft hyphens and the tags in a flag are not among them: they say how others look.
    """
    return tuple(dict.fromkeys(character for text in texts for character in _UNSEEN.findall(_FLAG.sub("", text))))


@lru_cache(maxsize=4096)
def _refused(text: str) -> tuple[str, ...]:
    try:
        typeset(_PROOF, {"lines": [text]}, archival=True)
    except TypesettingFailed as failure:
        return failure.characters or _failing(text)
    return ()


def _failing(text: str) -> tuple[str, ...]:
    """Return the characters of a text that cannot be set each by itself; all, where it is only their company."""
    alone = tuple(character for character in dict.fromkeys(text) if len(text) > 1 and _refused(character))
    return alone or tuple(dict.fromkeys(text))


def code_points(characters: Sequence[str]) -> str:
    """Return characters by number and name, for where they cannot be printed themselves."""
    named = [_code_point(character) for character in characters[:_MOST_NAMED]]
    if len(characters) > _MOST_NAMED:
        named.append(say_count_in(WITHIN, "{number} more", "{number} more", len(characters) - _MOST_NAMED))
    return ", ".join(named)


def _code_point(character: str) -> str:
    name, number = unicodedata.name(character, ""), f"{ord(character):04X}"
    return f"U+{number}" if not name or name.endswith(number) else f"U+{number} {name}"


def warning(characters: Sequence[str]) -> str:
    """Return what to tell a person about characters that no font has."""
    shown = " ".join(characters[:_MOST_NAMED]) + (" …" if len(characters) > _MOST_NAMED else "")
    return say(
        # For translators: {names} are the same characters by number and name.
        "No font of this machine has {characters} ({names}). The PDF has a box in the place of each, and "
        "is a plain PDF, not PDF/A; the sheet.yaml attached to it has the full text. Install a font that has them and "
        "print again for a better one.",
        characters=shown,
        names=code_points(characters),
    )


def unseen_warning(characters: Sequence[str]) -> str:
    """Return what to tell a person about characters that show as nothing."""
    return say(
        "The text has characters that nobody can see, on no page and on no screen: {names}. They "
        "are signed like all others. Ask what they are for, or take them out.",
        names=code_points(characters),
    )
