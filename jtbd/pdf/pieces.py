"""A sentence for print in pieces, so that the template sets its bold words, its codes and people's own words apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from jtbd.i18n import Message

Look: TypeAlias = Literal["plain", "bold", "italic", "mono", "hash", "small", "own", "giver", "quote", "page", "pages"]
"""How a piece is set; `own` is a text of a person's; what the last four are, the template knows."""

_EDGE: Final = "\0"
_TURNS: Final[dict[str, Look]] = {"bold": "bold", "italic": "italic", "off": "plain"}
"""Slots that are no words: from there on all is set so."""


class Piece(NamedTuple):
    """What stands in a slot."""

    look: Look
    text: str


Pieces: TypeAlias = list[dict[str, str]]


def pieces(message: Message, **slots: Piece | str) -> Pieces:
    """Return a sentence in the language spoken now, in pieces; from `{bold}` or `{italic}` to `{off}` it is set so."""
    marks = {name: f"{_EDGE}{name}{_EDGE}" for name in (*slots, *_TURNS)}
    return [{"look": piece.look, "text": piece.text} for piece in _parted(message.said(**marks), slots)]


def _parted(said: str, slots: dict[str, Piece | str]) -> Iterator[Piece]:
    look: Look = "plain"
    for place, part in enumerate(said.split(_EDGE)):
        if place % 2 == 0:
            yield from (Piece(look, part),) if part else ()
        elif part in slots:
            found = slots[part]
            yield found if isinstance(found, Piece) else Piece(look, found)
        else:
            look = _TURNS[part]


def own(text: str) -> Piece:
    """Return words of a person's."""
    return Piece("own", text)


def mono(text: str) -> Piece:
    """Return a command, or the name of a file."""
    return Piece("mono", text)
