"""What each of the two says for itself before both see it: a round, and a party's turn in it.

A round that is new is a value more in `ROUNDS`: what stands where, when a party is ready with it, and when the two do
it in sight of each other. All that hides, shows, refuses and takes back asks these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from jtbd.model.canvas import Canvas
from jtbd.model.curtain.place import EACH, Place
from jtbd.model.text import PARTIES, PartyId

Name: TypeAlias = Literal["answers", "amounts"]


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """What each of the two says alone, and when both see it.

    Attributes:
        name: how notes and addresses call it.
        shown: what both see once both are ready.
        ready: says whether a party has finished its part.
        openly: says whether the two do it in sight of each other, so that nobody takes a turn for what is shown.
        kept: what is said in the same turn and stays its party's own for good.

    """

    name: Name
    shown: tuple[Place, ...]
    ready: Callable[[Canvas, PartyId], bool]
    openly: Callable[[Canvas], bool]
    kept: tuple[Place, ...] = ()

    def waits_for(self, canvas: Canvas) -> tuple[PartyId, ...]:
        """Return who is not ready yet."""
        return tuple(party for party in PARTIES if not self.ready(canvas, party))

    def is_open(self, canvas: Canvas) -> bool:
        """Say whether both may see what is shown: they do it openly, or both are ready."""
        return self.openly(canvas) or not self.waits_for(canvas)

    def is_seen(self, canvas: Canvas, eyes: Turn | None) -> bool:
        """Say whether what is shown of both may be on the screen: not while one of them says its part anew, alone."""
        says_it = eyes is not None and eyes.round is self and eyes.is_alone(canvas)
        return self.is_open(canvas) and not says_it

    def has_begun(self, canvas: Canvas, party: PartyId) -> bool:
        """Say whether a party has said anything, or that it is ready."""
        return self.ready(canvas, party) or any(place.says(canvas, party) for place in (*self.shown, *self.kept))

    def hides(self, canvas: Canvas) -> bool:
        """Say whether anything was said that both are to see in the end and may not see yet."""
        said = (place.says(canvas, party) for place in self.shown for party in PARTIES)
        return not self.is_open(canvas) and any(said)

    def at_hand(self, canvas: Canvas, turn: Turn | None) -> tuple[PartyId, ...]:
        """Return whose part of what is shown can be said now: of both openly, or else of whoever has its turn."""
        return tuple(party for party in PARTIES if self.openly(canvas) or turn == Turn(self, party))


class Turn(NamedTuple):
    """One party says its part, and nobody else looks."""

    round: Round
    party: PartyId

    def is_alone(self, canvas: Canvas) -> bool:
        """Say whether it is all of the round that is said in the turn, and not only what is kept for good."""
        return not self.round.openly(canvas)

    def is_finished(self, canvas: Canvas) -> bool:
        """Say whether the party had finished with what its turn would open: nobody gets there unasked."""
        if self.is_alone(canvas):
            return self.round.ready(canvas, self.party)
        return all(place.says(canvas, self.party) for place in self.round.kept)


def _has_given(canvas: Canvas, party: PartyId) -> bool:
    """Say whether a party has given what a year is worth to it alone, and together: no field says that it is ready."""
    return None not in (canvas.value.of(party).alone, canvas.value.of(party).together)


def _rates_openly(canvas: Canvas) -> bool:
    return canvas.rating.mode == "open"


ANSWERS: Final = Round(
    name="answers",
    shown=(Place(("aspects", EACH)), Place(("complement_test",)), Place(("choice",))),
    ready=lambda canvas, party: bool(getattr(canvas.rating.ready, party)),
    openly=_rates_openly,
)
"""What each says of the needs, and its last question."""

AMOUNTS: Final = Round(
    name="amounts",
    shown=(Place(("value",), ("alone", "together")),),
    kept=(Place(("value",), ("notice",)),),
    ready=_has_given,
    openly=_rates_openly,
)
"""What a year is worth to each; from which gain it takes notice stays its own."""

ROUNDS: Final = (ANSWERS, AMOUNTS)


def rated(canvas: Canvas) -> bool:
    """Say whether both have said their part of the rating, so that the overlap may be shown."""
    return ANSWERS.is_open(canvas)


class Private(NamedTuple):
    """One party's side of a place: of which round it is, and whether both see it in the end."""

    round: Round
    party: PartyId
    place: Place
    opens: bool

    def is_of(self, turn: Turn | None) -> bool:
        """Say whether it is a turn's own."""
        return turn == Turn(self.round, self.party)


def _private() -> Iterator[Private]:
    for one in ROUNDS:
        for party in PARTIES:
            yield from (Private(one, party, place, opens=True) for place in one.shown)
            yield from (Private(one, party, place, opens=False) for place in one.kept)


PRIVATE: Final = tuple(_private())
"""All that either says for itself."""
