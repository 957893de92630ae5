"""Going back over the last changes, and forth again.

A change is kept as the canvas before it: documents are frozen and share what they have in common, so fifty of them
weigh little. To go back is a change like any other, saved as the next revision. Three things are never taken back:
what time does (the clock), what was signed, and what somebody said or gave behind the curtain, which only they change,
in their turn.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple

from jtbd.model import PARTIES, Aspect, Canvas, PartyId, Value
from jtbd.model.aspect import Answers
from jtbd.model.currency import unpayable

MOST: Final = 50
"""How many changes can be taken back."""

KEPT: Final = ("format", "id", "revision", "created", "updated", "meetings", "rating", "sheets")
"""The fields of a canvas that are never taken back."""


class Stop(NamedTuple):
    """A stop along the trail: the canvas there, and the trail from there on."""

    trail: Trail
    canvas: Canvas


@dataclass(frozen=True, slots=True)
class Trail:
    """The canvases before each of the last changes, the latest last; and those that were left by going back."""

    before: tuple[Canvas, ...] = ()
    ahead: tuple[Canvas, ...] = ()

    def changed(self, before: Canvas, after: Canvas) -> Trail:
        """Return the trail after a change; from here there is no way forth.

        A change to what is never taken back leaves no trace. One that leads to where the last one began takes that one
        back, and one that leads to what was left last makes it again, by whatever means: so undo and redo of a widget's
        own and these are the same.
        """
        if not areas(before, after):
            return self
        if self.before and not areas(self.before[-1], after):
            return Trail(self.before[:-1], (*self.ahead, before)[-MOST:])
        again = self.ahead and not areas(self.ahead[-1], after)
        return Trail((*self.before, before)[-MOST:], self.ahead[:-1] if again else ())

    def back(self, now: Canvas, turn: PartyId | None, enters: PartyId | None = None) -> Stop | None:
        """Return the stop before the last change that may be taken back; None if there is none.

        Args:
            now: the canvas as it is.
            turn: whose private turn it is: then only that party's answers are taken back.
            enters: who gives figures of money behind the curtain: then only these are.

        """
        for place in reversed(range(len(self.before))):
            found = restored(now, self.before[place], turn, enters)
            if found is not now:
                return Stop(Trail(self.before[:place], (*self.ahead, now)[-MOST:]), found)
        return None

    def forth(self, now: Canvas, turn: PartyId | None, enters: PartyId | None = None) -> Stop | None:
        """Return the stop that was left by going back; None if there is none."""
        for place in reversed(range(len(self.ahead))):
            found = restored(now, self.ahead[place], turn, enters)
            if found is not now:
                return Stop(Trail((*self.before, now)[-MOST:], self.ahead[:place]), found)
        return None


class Trails:
    """The trails of the canvases that were changed last, for as long as the program runs."""

    def __init__(self, most: int = 20) -> None:
        self._most = most
        self._kept: dict[str, tuple[Canvas, Trail]] = {}
        self._lock = threading.Lock()

    def of(self, canvas: Canvas) -> Trail:
        """Return a canvas's trail; an empty one where somebody else has changed it since: that is not ours to undo."""
        left, trail = self._kept.get(canvas.id, (canvas, Trail()))
        return Trail() if areas(left, canvas) else trail

    def keep(self, canvas: Canvas, trail: Trail) -> None:
        """Remember the trail that led to a canvas, and forget the one that was left alone for longest."""
        with self._lock:
            self._kept.pop(canvas.id, None)
            self._kept[canvas.id] = canvas, trail
            if len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]


# ── what is taken back ────────────────────────────────────────────────────────────────────────────────────────────────


def restored(now: Canvas, then: Canvas, turn: PartyId | None, enters: PartyId | None = None) -> Canvas:
    """Return the canvas as it was `then`, but for what is never taken back; `now` itself where that is the same."""
    private = now.rating.mode == "private"
    wanted: dict[str, Any]
    if private and turn:
        wanted = {"aspects": _with_answers(now.aspects, then.aspects, (turn,))}
        wanted |= {name: getattr(now, name).revise(**{turn: getattr(then, name).of(turn)}) for name in _LAST_QUESTIONS}
    elif private and enters:
        wanted = {"value": now.value.revise(**{enters: then.value.of(enters)})}
    else:
        wanted = {name: getattr(then, name) for name in _TAKEN} | {"value": _value(now, then, enters)}
    if private and not turn and not enters:
        said = _with_answers(then.aspects, now.aspects, PARTIES)
        wanted |= {"aspects": said, **{name: getattr(now, name) for name in _LAST_QUESTIONS}}
    changes = {name: value for name, value in wanted.items() if value != getattr(now, name)}
    return now.revise(**changes) if changes else now


_LAST_QUESTIONS: Final = ("complement_test", "choice")


def _value(now: Canvas, then: Canvas, enters: PartyId | None) -> Value:
    """Return the value as it was then, but with the figures that are covered as they are now, in their currency."""
    value = then.value
    for party in PARTIES:
        of_now, of_then = now.value.of(party), then.value.of(party)
        covered = of_now if now.rating.mode == "private" else of_then.revise(notice=of_now.notice)
        if party != enters:
            value = value.revise(**{party: covered})
    amounts = [amount for party in PARTIES for amount in value.of(party).model_dump().values() if amount is not None]
    if amounts and not (value.currency and not any(unpayable(Decimal(each), value.currency) for each in amounts)):
        return value.revise(currency=now.value.currency)
    return value


_TAKEN: Final = tuple(name for name in Canvas.model_fields if name not in KEPT)


def _with_answers(
    aspects: tuple[Aspect, ...], others: tuple[Aspect, ...], parties: tuple[PartyId, ...]
) -> tuple[Aspect, ...]:
    """Return needs with the parties' answers of the others; what they said of a need that is gone stays with it."""
    known = {other.id: other for other in others}
    return tuple(
        aspect if (other := known.get(aspect.id, aspect)) is aspect else _answered(aspect, other, parties)
        for aspect in aspects
    )


def _answered(aspect: Aspect, other: Aspect, parties: tuple[PartyId, ...]) -> Aspect:
    """Return a need with the parties' answers of the other one; itself where they are the same, which is quicker."""
    answers: dict[str, Answers] = {party: other.of(party) for party in parties if other.of(party) != aspect.of(party)}
    return aspect.revise(**answers) if answers else aspect


# ── how it is called ──────────────────────────────────────────────────────────────────────────────────────────────────


AREAS: Final[Mapping[str, str]] = {
    "parties": "who is here",
    "job": "the job",
    "needs": "the needs",
    "ratings": "the rating",
    "lines": "the line",
    "complement_test": "the last question",
    "choice": "the last question",
    "value": "the value",
    "roles": "the roles",
    "missing": "the empty seats",
    "commitments": "the promises",
    "review": "the review",
    "title": "the title",
    "archived": "the archive",
}
"""What can be taken back, and how to call it; needs, ratings and lines are what a canvas's aspects have."""


def areas(one: Canvas, other: Canvas) -> tuple[str, ...]:
    """Return in which of `AREAS` two states of a canvas differ."""
    found = {name for name in _TAKEN if getattr(one, name) != getattr(other, name)}
    if "aspects" in found:
        found |= _of_aspects(one.aspects, other.aspects)
    return tuple(name for name in AREAS if name in found)


def _of_aspects(ones: tuple[Aspect, ...], others: tuple[Aspect, ...]) -> set[str]:
    known = {other.id: other for other in others}
    both = [(one, known[one.id]) for one in ones if one.id in known]
    differs = {
        "needs": [*map(_bare, ones)] != [*map(_bare, others)],
        "ratings": any(one.of(party) != other.of(party) for one, other in both for party in PARTIES),
        "lines": any(one.line != other.line for one, other in both),
    }
    return {name for name, differ in differs.items() if differ}


def _bare(aspect: Aspect) -> list[object]:
    """Return all of a need but what the two say of it."""
    return [getattr(aspect, name) for name in Aspect.model_fields if name not in (*PARTIES, "line")]
