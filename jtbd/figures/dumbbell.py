"""A ring for a and a diamond for b on a line of a few stops, and a list of such lines that can be opened."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from jtbd.figures import words
from jtbd.figures.html import Html, element, places
from jtbd.figures.reach import Names
from jtbd.model import PARTIES, PartyId

MOST: Final = 12
"""How many rows of a list are in sight at first."""

_GLYPHS: Final[dict[PartyId, str]] = {"a": "ring", "b": "diamond"}


class Mark(NamedTuple):
    """A party's mark at a stop, by number; None where nothing was answered. A guess is drawn hollow."""

    party: PartyId
    stop: int | None
    guess: bool = False


def dumbbell(marks: Sequence[Mark], stops: int, kind: str) -> Html:
    """Draw two marks and what joins them; `kind` is the joint's class. What is blank is a question mark at stop 0."""
    at = [_place(mark.stop or 0, stops) for mark in marks]
    known = all(mark.stop is not None for mark in marks)
    joint = [element("i", class_=f"joint {kind}", style=places(x=min(at), w=max(at) - min(at)))] if known else []
    drawn = (
        element("i", _letter(mark), class_=_glyph(mark), style=places(x=x)) for mark, x in zip(marks, at, strict=True)
    )
    return element("span", *joint, *drawn, class_="dumbbell", aria_hidden="true", style=f"--stops:{stops}")


def _letter(mark: Mark) -> str:
    return "?" if mark.stop is None else ""


def _glyph(mark: Mark) -> str:
    if mark.stop is None:
        return f"asked of-{mark.party}"
    return f"{_GLYPHS[mark.party]} guess" if mark.guess else _GLYPHS[mark.party]


def stop_names(titles: Sequence[str]) -> Html:
    """Set the titles of the stops over them."""
    stops = (element("span", title, style=places(x=_place(stop, len(titles)))) for stop, title in enumerate(titles))
    return element("span", *stops, class_="stop-names")


def party_key(names: Names) -> list[Html]:
    """Return which mark is whose."""
    return [
        element("span", element("i", class_=_GLYPHS[party]), names[party], class_=f"of-{party}") for party in PARTIES
    ]


def folded(rows: Sequence[Html], *, most: int = MOST) -> Html:
    """Return a list of rows; what exceeds `most` opens with a click."""
    first, rest = rows[:most], rows[most:]
    more = element("summary", words.MORE.counted(len(rest)))
    fold = element("details", more, element("ol", *rest), class_="fold")
    return element("div", element("ol", *first), *([fold] if rest else []))


def _place(stop: int, stops: int) -> Fraction:
    return Fraction(2 * stop + 1, 2 * stops)
