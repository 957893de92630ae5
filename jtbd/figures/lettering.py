"""Texts of any script in a given room: measured, shortened, broken into lines, kept apart from what is beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate
from typing import Final

from jtbd.figures import words
from jtbd.i18n import number
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.names import same

ELLIPSIS: Final = "…"
NAME_WIDTH: Final = 26
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_JOINER: Final = "\u200d"


def columns(text: str) -> int:
    """Return the width of a text in columns: 2 for a wide character, 0 for one that sits on another, else 1."""
    return sum(_column(character) for character in text)


def shorten(text: str, width: int) -> str:
    """Return the text, or as much of its beginning as fits into `width` columns with an ellipsis; words stay whole.

    A word that would take more than a third of the room with it is cut.
    """
    if columns(text) <= width:
        return text
    end = _fitting(text, width - 1)
    space = text.rfind(" ", 0, end + 1)
    if space > 0 and columns(text[:space]) * 3 >= width * 2:
        end = space
    return text[:end].rstrip(" ,;:.&-–") + ELLIPSIS


def wrap(text: str, width: int, lines: int | None = None) -> list[str]:
    """Break a text into lines of up to `width` columns, at spaces where there are any; shorten what exceeds `lines`."""
    broken: list[str] = []
    rest = text.strip(" ")
    while columns(rest) > width and (lines is None or len(broken) < lines - 1):
        end = _fitting(rest, width)
        # A space just behind the last fitting character is a place to break, too.
        space = rest.rfind(" ", 0, end + 1)
        cut = space if space > 0 else end
        broken.append(rest[:cut].rstrip(" "))
        rest = rest[cut:].lstrip(" ")
    return [*broken, shorten(rest, width)]


def isolate(text: str) -> str:
    """Return a text that runs from right to left so that it does not reorder the words and numbers beside it."""
    if any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text):
        return _ISOLATE + text + _END_ISOLATE
    return text


def percent(share: Fraction) -> str:
    """Return a share in whole per cent, rounded as sentences round it; never 100 when not all, nor 0 when not none."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return words.UNDER_ONE_PERCENT.said(number=number(1))
    if whole == 100 and share < 1:  # noqa: PLR2004 - all of it
        return words.OVER_99_PERCENT.said(number=number(99))
    return words.PERCENT.said(number=number(whole))


def party_names(canvas: Canvas, width: int = NAME_WIDTH) -> dict[PartyId, str]:
    """Return what the parties are called in a figure: short, isolated, and different from each other."""
    return distinct({party: canvas.parties.of(party).name for party in PARTIES}, width)


def distinct(names: Mapping[PartyId, str | None], width: int = NAME_WIDTH) -> dict[PartyId, str]:
    """Return two names shortened and isolated; a blank one is made up, and two that look the same get their letter."""
    short = {party: shorten(names[party] or words.UNNAMED[party].said(), width) for party in PARTIES}
    if not same(short["a"], short["b"]):
        return {party: isolate(name) for party, name in short.items()}
    room = width - max(columns(letter) for letter in words.SAME_NAME.values())
    return {party: isolate(shorten(name, room)) + words.SAME_NAME[party] for party, name in short.items()}


def _column(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _fitting(text: str, width: int) -> int:
    """Return how many characters of a text fit, at least 1; what sits on one or is joined to it stays with it."""
    widths = accumulate(_column(character) for character in text)
    end = next((place for place, used in enumerate(widths) if used > width), len(text))
    while 1 < end < len(text) and (_column(text[end]) == 0 or text[end - 1] == _JOINER):
        end -= 1
    return max(end, 1)
