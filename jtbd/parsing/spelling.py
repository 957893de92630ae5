"""A name that was typed again: in which letter it differs from the one that it should be."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from typing import Final

from jtbd.model.names import Letter, letters, same

_ALIKE: Final = 0.6
"""How alike two names have to be for a letter to be what differs, and not the name."""

_LONGEST: Final = 200
_MOST_LETTERS: Final = 12


def difference(typed: str, name: str) -> str:
    """Return in which letter a typed name differs: `you typed “t”, the sheet has “d”, the last letter`.

    Empty where they are the same, and where they are altogether different.

    Args:
        typed: what was typed.
        name: what it should be, as the sheet has it.

    """
    if same(typed, name):
        return ""
    said, sought = _with_marks(typed), _with_marks(name)
    matcher = difflib.SequenceMatcher(None, [x.folded for x in said], [x.folded for x in sought], autojunk=False)
    if matcher.ratio() < _ALIKE:
        return ""
    _, begin, end, from_, to = next(step for step in matcher.get_opcodes() if step[0] != "equal")
    extra, lacking = _words(typed, said[begin:end]), _words(name, sought[from_:to])
    if to - from_ > _MOST_LETTERS or end - begin > _MOST_LETTERS:
        return ""
    if not lacking:
        return f"you typed {extra}, which the sheet does not have, {_where(name, sought, from_, from_)}"
    if not extra:
        return f"the sheet has {lacking}, which you did not type, {_where(name, sought, from_, to)}"
    return (
        f"you typed {_told(extra, lacking)}, the sheet has {_told(lacking, extra)}, {_where(name, sought, from_, to)}"
    )


def _with_marks(text: str) -> list[Letter]:
    """Return letters with the marks that they carry: สิ is one."""
    found: list[Letter] = []
    for letter in letters(text)[:_LONGEST]:
        carried = found and unicodedata.category(letter.folded)[0] == "M"
        found.append(letter._replace(folded=found.pop().folded + letter.folded) if carried else letter)
    return found


def _words(text: str, part: Sequence[Letter]) -> str:
    """Return letters as they are written, in quotation marks; a blank has a word of its own."""
    if not part:
        return ""
    written = unicodedata.normalize("NFC", text)[part[0].start : part[-1].end]
    return f"“{written.strip()}”" if written.strip() else "a blank"


def _told(written: str, other: str) -> str:
    """Return a letter, with its alphabet where the two are of different ones and may look the same."""
    ours, theirs = _alphabet(written), _alphabet(other)
    return f"a {ours} {written}" if ours and theirs and ours != theirs else written


def _alphabet(written: str) -> str:
    letter = next((character for character in written if character.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0].title() if letter else ""


def _where(name: str, sought: Sequence[Letter], from_: int, to: int) -> str:
    """Return where in the name that is: first, last, or behind what."""
    letter = "letter" if to - from_ <= 1 else "letters"
    if to == len(sought):
        return f"the last {letter}" if to > from_ else "at the end"
    if from_ == 0:
        return f"the first {letter}" if to > from_ else "at the beginning"
    before = unicodedata.normalize("NFC", name)[: sought[from_].start]
    return f"behind “{before.strip()}”"
