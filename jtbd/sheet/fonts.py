"""What cannot be printed here, and how to say so: characters that no font of this machine has."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

import typst

from jtbd.sheet.typeset import refused, typeset

_MOST_NAMED: Final = 40
_PROOF: Final = b"""#set document(date: datetime(year: 2000, month: 1, day: 1))
#set text(font: families)
#for line in data.lines [#said(line) \\ ]
"""


def unprintable(*texts: str) -> tuple[str, ...]:
    """Return the characters in these texts that cannot go into a PDF/A here, each once.

    The test is to print them: what typst refuses is what is missing, whatever fonts this machine has.
    """
    try:
        typeset(_PROOF, {"lines": texts}, archival=True)
    except typst.TypstError as error:
        if not (characters := refused(error)):
            raise
        return characters
    return ()


def code_points(characters: Sequence[str]) -> str:
    """Return characters by number and name, for where they cannot be printed themselves."""
    named = [_code_point(character) for character in characters[:_MOST_NAMED]]
    if len(characters) > _MOST_NAMED:
        named.append(f"{len(characters) - _MOST_NAMED} more")
    return ", ".join(named)


def _code_point(character: str) -> str:
    name, number = unicodedata.name(character, ""), f"{ord(character):04X}"
    return f"U+{number}" if not name or name.endswith(number) else f"U+{number} {name}"


def warning(characters: Sequence[str]) -> str:
    """Return what to tell a person about characters that cannot be printed."""
    shown = " ".join(characters[:_MOST_NAMED]) + (" …" if len(characters) > _MOST_NAMED else "")
    return (
        f"No font of this machine has {shown} ({code_points(characters)}). The PDF has a box in the place of each, and "
        "is a plain PDF, not PDF/A; the sheet.yaml attached to it has the full text. Install a font that has them and "
        "print again for a better one."
    )
