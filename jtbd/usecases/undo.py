"""Going back over the last changes, and forth again.

A change is kept as the canvas before it: documents are frozen and share what they have in common, so fifty of them
weigh little. To go back is a change like any other, saved as the next revision. Three things are never taken back:
what time does (the clock), what was signed, and what somebody said behind the curtain, which only they change, in
their turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jtbd.model import PARTIES, Aspect, Canvas, PartyId
from jtbd.model.aspect import Answers

MOST: Final = 50
"""How many changes can be taken back."""

_KEPT: Final = ("format", "id", "revision", "created", "updated", "meetings", "rating", "sheets")


@dataclass(frozen=True, slots=True)
class Trail:
    """The canvases before each of the last changes, the latest last; and those that were left by going back."""

    before: tuple[Canvas, ...] = ()
    ahead: tuple[Canvas, ...] = ()

    def changed(self, before: Canvas) -> Trail:
        """Return the trail after a change to `before`; from here there is no way forth."""
        return Trail((*self.before, before)[-MOST:])

    def back(self, now: Canvas, turn: PartyId | None) -> tuple[Trail, Canvas] | None:
        """Return the canvas before the last change that may be taken back, and the trail then; None if there is none.

        Args:
            now: the canvas as it is.
            turn: whose private turn it is: then only that party's answers are taken back.

        """
        for place in reversed(range(len(self.before))):
            found = restored(now, self.before[place], turn)
            if found != now:
                return Trail(self.before[:place], (*self.ahead, now)[-MOST:]), found
        return None

    def forth(self, now: Canvas, turn: PartyId | None) -> tuple[Trail, Canvas] | None:
        """Return the canvas that was left by going back, and the trail then; None if there is none."""
        for place in reversed(range(len(self.ahead))):
            found = restored(now, self.ahead[place], turn)
            if found != now:
                return Trail((*self.before, now)[-MOST:], self.ahead[:place]), found
        return None


def restored(now: Canvas, then: Canvas, turn: PartyId | None) -> Canvas:
    """Return the canvas as it was `then`, but for what is never taken back."""
    said: tuple[PartyId, ...] = PARTIES if now.rating.mode == "open" else (turn,) if turn else ()
    if turn and now.rating.mode == "private":
        tests = {turn: getattr(then.complement_test, turn)}
        aspects = tuple(_answered(aspect, then.aspect(aspect.id), said) for aspect in now.aspects)
        return now.revise(aspects=aspects, complement_test=now.complement_test.revise(**tests))
    unsaid: tuple[PartyId, ...] = tuple(party for party in PARTIES if party not in said)
    tests = {party: getattr(now.complement_test, party) for party in unsaid}
    return then.revise(
        **{name: getattr(now, name) for name in _KEPT},
        aspects=tuple(_answered(aspect, now.aspect(aspect.id), unsaid) for aspect in then.aspects),
        complement_test=then.complement_test.revise(**tests),
    )


def _answered(aspect: Aspect, other: Aspect | None, parties: tuple[PartyId, ...]) -> Aspect:
    """Return a need with the parties' answers of the other one; what they said of a need that is gone stays with it."""
    answers: dict[str, Answers] = {party: other.of(party) for party in parties} if other else {}
    return aspect.revise(**answers)


AREAS: Final = {
    "parties": "who is here",
    "job": "the job",
    "aspects": "the needs",
    "complement_test": "the complement test",
    "value": "the value",
    "roles": "the roles",
    "missing": "the empty seats",
    "commitments": "the promises",
    "review": "the review",
    "title": "the title",
    "archived": "the archive",
}


def areas(one: Canvas, other: Canvas) -> tuple[str, ...]:
    """Return in which parts two states of a canvas differ, by the names of its fields, in their order."""
    return tuple(name for name in AREAS if getattr(one, name) != getattr(other, name))
