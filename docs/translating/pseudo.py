"""A pseudo-language made of English: in brackets, and longer by two fifths, as translations are.

What a screen shows without brackets is in no catalogue; what shows two pairs in one sentence was glued; what does not
fit was made for English alone. The words stay readable, so that whoever looks at a screen knows what is said there.
"""

from __future__ import annotations

import math
import re
from typing import Final

from jtbd.i18n import WITHIN

LONGER: Final = 1.4
OPEN, CLOSE = "⟦", "⟧"

_KEPT: Final = re.compile(
    r"""
    \{\{|\}\}|\{[^{}]*\}                # braces and slots
    | %\([a-z_]+\)[a-z]|%%|%[a-z]\b     # slots of argparse
    | </?[a-z][^<>]*>|&[a-z]+;          # HTML
    | `[^`]*`|“[^”]*”                   # commands, and words that stand to be copied
    | :[a-z]+/[a-z_]+:|:[a-z]+(?=\[)    # icons and colours of Markdown
    | \]\([^)]*\)                       # where a link leads
    | https?://\S+
    | (?<![\w-])--?[a-z][\w-]*          # options
    | \b[A-Z][A-Z_]+\b                  # what stands for an argument, names of settings
    | \b[\w-]*[\w]+\.(?:yaml|pdf|html|eml|ics|zip|json|csv|toml|key|py)\b  # names of files
    | \bjtbd\b
    """,
    re.VERBOSE,
)


def pseudo(text: str, context: str = "") -> str:
    """Return a text as the pseudo-language has it; what stands within a sentence is longer and has no brackets."""
    before, body, after = _parted(text)
    longer = _lengthened(body)
    said = longer if context == WITHIN else f"{OPEN}{longer}{CLOSE}"
    return before + said + after


def _parted(text: str) -> tuple[str, str, str]:
    body = text.strip()
    start = text.index(body) if body else 0
    return text[:start], body, text[start + len(body) :]


def _lengthened(text: str) -> str:
    """Return a text longer by two fifths of all that it shows of its own; only its words are drawn out."""
    pieces, end = [], 0
    for found in _KEPT.finditer(text):
        pieces += [(text[end : found.start()], True), (found[0], False)]
        end = found.end()
    pieces.append((text[end:], True))
    letters = [(letter, ours) for piece, ours in pieces for letter in piece]
    places = [at for at, (letter, ours) in enumerate(letters) if ours and letter.casefold() in "aeiouy"]
    places = places or [at for at, (letter, ours) in enumerate(letters) if ours and letter.isalpha()]
    if not places:
        return text
    shown = sum(len(piece) for piece, ours in pieces if ours or piece[0] not in "{<%&")
    more = _spread(math.ceil(shown * (LONGER - 1)), len(places))
    extra = dict(zip(places, more, strict=True))
    return "".join(letter + letter.lower() * extra.get(at, 0) for at, (letter, _) in enumerate(letters))


def _spread(number: int, places: int) -> list[int]:
    """Return how many of a number go to each of some places, evenly."""
    return [number * (at + 1) // places - number * at // places for at in range(places)]
