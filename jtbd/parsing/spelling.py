"""A name that was typed again: in which letters it differs from the one that it should be."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from jtbd.model.names import Letter, letters, same

_ALIKE: Final = 0.6
"""How alike two names have to be for a letter to be what differs, and not the name."""

_LONGEST: Final = 200
_MOST_LETTERS: Final = 12


class Place(StrEnum):
    """Where in a name letters differ."""

    FIRST = "first"
    LAST = "last"
    BEHIND = "behind"


class Misspelling(NamedTuple):
    """Letters in which a typed name differs from the one that it should be; a side that is empty has none there.

    Attributes:
        typed: what was typed there, " " for a blank.
        right: what the name has there.
        place: where that is in the name.
        letters: how many letters the name has there.
        before: what stands before them, where the place is behind something.

    """

    typed: str
    right: str
    place: Place
    letters: int
    before: str = ""


def misspelling(typed: str, name: str) -> Misspelling | None:
    """Return in which letters a typed name differs; None where nothing does, and where all is different.

    Args:
        typed: what was typed.
        name: what it should be, as the sheet has it.

    """
    if same(typed, name):
        return None
    said, sought = _with_marks(typed), _with_marks(name)
    matcher = difflib.SequenceMatcher(None, [x.folded for x in said], [x.folded for x in sought], autojunk=False)
    if matcher.ratio() < _ALIKE:
        return None
    _, begin, end, from_, to = next(step for step in matcher.get_opcodes() if step[0] != "equal")
    if to - from_ > _MOST_LETTERS or end - begin > _MOST_LETTERS:
        return None
    extra, lacking = _words(typed, said[begin:end]), _words(name, sought[from_:to])
    if to == len(sought):
        return Misspelling(extra, lacking, Place.LAST, to - from_)
    if from_ == 0:
        return Misspelling(extra, lacking, Place.FIRST, to - from_)
    before = unicodedata.normalize("NFC", name)[: sought[from_].start]
    return Misspelling(extra, lacking, Place.BEHIND, to - from_, before.strip())


def alphabet(written: str) -> str:
    """Return the alphabet of letters, as Unicode calls it: Latin, Cyrillic; empty where they are none."""
    letter = next((character for character in written if character.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0].title() if letter else ""


def _with_marks(text: str) -> list[Letter]:
    """Return letters with the marks that they carry: สิ is one."""
    found: list[Letter] = []
    for letter in letters(text)[:_LONGEST]:
        carried = found and unicodedata.category(letter.folded)[0] == "M"
        found.append(letter._replace(folded=found.pop().folded + letter.folded) if carried else letter)
    return found


def _words(text: str, part: Sequence[Letter]) -> str:
    """Return letters as they are written; a blank where they are nothing else."""
    if not part:
        return ""
    return unicodedata.normalize("NFC", text)[part[0].start : part[-1].end].strip() or " "
