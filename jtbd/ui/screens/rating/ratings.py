"""What both ways to rate have in common: who rates, and what an answer that has changed looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from jtbd.i18n import Message, mark
from jtbd.model import Aspect, PartyId, Stance
from jtbd.scoring.blanks import ASKED, FIELDS, Field


@dataclass(frozen=True, slots=True)
class Side:
    """One party at the grid: its letter, how to call it, and its colour on the screen as #rrggbb."""

    party: PartyId
    label: str
    colour: str


class Change(NamedTuple):
    """One answer as it now is; None blanks it."""

    aspect: str
    party: PartyId
    field: Field
    value: int | Stance | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What follows from the answers and stands beside them: a sentence, and a picture with its text alternative."""

    said: str
    svg: str
    alt: str


class Snapshot(NamedTuple):
    """The needs with all that was answered of them by now, what is beside them, and which way one can go from here.

    Attributes:
        aspects: the needs, in the canvas's order.
        beside: what follows from the answers, if anything.
        ways: whether the last change can be taken back, and whether one that was can be made again.

    """

    aspects: Sequence[Aspect]
    beside: Beside | None = None
    ways: tuple[bool, bool] = (True, True)


OnChange: TypeAlias = Callable[[Sequence[Change]], None]
"""Takes what has changed and saves it; may be given the same change twice, which must then change nothing."""

AtOnce: TypeAlias = Callable[[Sequence[Change]], Snapshot | None]
"""Does the same in another thread than the script's, and returns how things stand then; None where it cannot."""


def fields(*, guess: bool) -> tuple[Field, ...]:
    """Return what is asked of each aspect."""
    return FIELDS if guess else ASKED


def asks(field: Field, other: str) -> str:
    """Return a field's heading; `other` is the name of the party whose stance is guessed."""
    return _ASKS[field].said(other=other)


def asks_of(field: Field, name: str, other: str) -> str:
    """Return the same as it is asked of one of two, who is named."""
    return _ASKS_OF[field].said(name=name, other=other)


_ASKS: Final[Mapping[Field, Message]] = {
    "importance": mark("How much it matters"),
    "stance": mark("What you do about it"),
    "predicts": mark("{other} will say"),
}
_ASKS_OF: Final[Mapping[Field, Message]] = {
    "importance": mark("{name}: how much it matters"),
    "stance": mark("{name}: what you do about it"),
    "predicts": mark("{name}: {other} will say"),
}
