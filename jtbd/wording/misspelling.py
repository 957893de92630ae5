"""In which letters a typed name differs from the one on the sheet, each a whole sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jtbd.i18n import WITHIN, Message, mark, mark_in, say_in
from jtbd.parsing.spelling import Misspelling, Place, alphabet

# For translators: {typed}, {right} and {before} are letters in quotation marks, or “a blank”.
_OTHER: Final[Mapping[Place, Message]] = {
    Place.FIRST: mark("You typed {typed}, the sheet has {right}, the first letter."),
    Place.LAST: mark("You typed {typed}, the sheet has {right}, the last letter."),
    Place.BEHIND: mark("You typed {typed}, the sheet has {right}, behind {before}."),
}
_OTHERS: Final[Mapping[Place, Message]] = {
    **_OTHER,
    Place.FIRST: mark("You typed {typed}, the sheet has {right}, the first letters."),
    Place.LAST: mark("You typed {typed}, the sheet has {right}, the last letters."),
}
_LACKING: Final[Mapping[Place, Message]] = {
    Place.FIRST: mark("The sheet has {right}, which you did not type, the first letter."),
    Place.LAST: mark("The sheet has {right}, which you did not type, the last letter."),
    Place.BEHIND: mark("The sheet has {right}, which you did not type, behind {before}."),
}
_SOME_LACKING: Final[Mapping[Place, Message]] = {
    **_LACKING,
    Place.FIRST: mark("The sheet has {right}, which you did not type, the first letters."),
    Place.LAST: mark("The sheet has {right}, which you did not type, the last letters."),
}
_EXTRA: Final[Mapping[Place, Message]] = {
    Place.FIRST: mark("You typed {typed}, which the sheet does not have, at the beginning."),
    Place.LAST: mark("You typed {typed}, which the sheet does not have, at the end."),
    Place.BEHIND: mark("You typed {typed}, which the sheet does not have, behind {before}."),
}
# For translators: {letter} is in quotation marks; in some alphabets it looks like one of another.
_OF_ALPHABET: Final[Mapping[str, Message]] = {
    "Latin": mark_in(WITHIN, "a Latin {letter}"),
    "Cyrillic": mark_in(WITHIN, "a Cyrillic {letter}"),
    "Greek": mark_in(WITHIN, "a Greek {letter}"),
}
# For translators: {alphabet} is its English name, as Unicode has it.
_OF_ANY: Final = mark_in(WITHIN, "a {alphabet} {letter}")


def misspelt(found: Misspelling) -> str:
    """Return in which letters a name differs, and where; of letters that may look the same, of which alphabet."""
    return _sentence(found).said(
        typed=_told(found.typed, found.right), right=_told(found.right, found.typed), before=f"“{found.before}”"
    )


def _sentence(found: Misspelling) -> Message:
    if not found.right:
        return _EXTRA[found.place]
    several = found.letters > 1
    if not found.typed:
        return (_SOME_LACKING if several else _LACKING)[found.place]
    return (_OTHERS if several else _OTHER)[found.place]


def _told(written: str, other: str) -> str:
    """Return letters, with their alphabet where the two sides are of different ones."""
    if not written.strip():
        return say_in(WITHIN, "a blank")
    ours, theirs, letter = alphabet(written), alphabet(other), f"“{written}”"
    if not (ours and theirs) or ours == theirs:
        return letter
    return _OF_ALPHABET.get(ours, _OF_ANY).said(alphabet=ours, letter=letter)
