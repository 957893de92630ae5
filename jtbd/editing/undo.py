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
from typing import Final, NamedTuple

from jtbd.i18n import WITHIN, Message, mark_in
from jtbd.model import PARTIES, Aspect, Canvas, Value
from jtbd.model.currency import unpayable
from jtbd.model.curtain import Turn, taken_back

MOST: Final = 50
"""How many changes can be taken back."""

AFTER: Final = ("met", "ledger", "referrals", "outcomes")
"""What is kept after the coffee: it is appended, and to take back has an entry of its own."""

KEPT: Final = ("format", "id", "revision", "created", "updated", "meetings", "rating", "sheets", *AFTER)
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

    def back(self, now: Canvas, turn: Turn | None) -> Stop | None:
        """Return the stop before the last change that may be taken back; None if there is none.

        Args:
            now: the canvas as it is.
            turn: the private turn that it is, if any: then only what is said in it is taken back.

        """
        for place in reversed(range(len(self.before))):
            found = restored(now, self.before[place], turn)
            if found is not now:
                return Stop(Trail(self.before[:place], (*self.ahead, now)[-MOST:]), found)
        return None

    def forth(self, now: Canvas, turn: Turn | None) -> Stop | None:
        """Return the stop that was left by going back; None if there is none."""
        for place in reversed(range(len(self.ahead))):
            found = restored(now, self.ahead[place], turn)
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


def restored(now: Canvas, then: Canvas, turn: Turn | None) -> Canvas:
    """Return the canvas as it was `then`, but for what is never taken back; `now` itself where that is the same."""
    wanted = {name: value for name, value in taken_back(now, then, turn).items() if name not in KEPT}
    if "value" in wanted:
        wanted["value"] = _payable(wanted["value"], now)
    changes = {name: value for name, value in wanted.items() if value != getattr(now, name)}
    return now.revise(**changes) if changes else now


def _payable(value: Value, now: Canvas) -> Value:
    """Return the value in the currency of now where some of its figures, which stay, could not be paid in its own."""
    amounts = [amount for party in PARTIES for amount in value.of(party).model_dump().values() if amount is not None]
    if amounts and not (value.currency and not any(unpayable(Decimal(each), value.currency) for each in amounts)):
        return value.revise(currency=now.value.currency)
    return value


_TAKEN: Final = tuple(name for name in Canvas.model_fields if name not in KEPT)


# ── how it is called ──────────────────────────────────────────────────────────────────────────────────────────────────


AREAS: Final[Mapping[str, Message]] = {
    "parties": mark_in(WITHIN, "who is here"),
    "job": mark_in(WITHIN, "the job"),
    "needs": mark_in(WITHIN, "the needs"),
    "ratings": mark_in(WITHIN, "the rating"),
    "lines": mark_in(WITHIN, "the line"),
    "complement_test": mark_in(WITHIN, "the last question"),
    "choice": mark_in(WITHIN, "the last question"),
    "value": mark_in(WITHIN, "the value"),
    "roles": mark_in(WITHIN, "the roles"),
    "missing": mark_in(WITHIN, "the empty seats"),
    "commitments": mark_in(WITHIN, "the promises"),
    "review": mark_in(WITHIN, "the review"),
    "title": mark_in(WITHIN, "the title"),
    "archived": mark_in(WITHIN, "the archive"),
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
    both = [(one, other) for one in ones if (other := known.get(one.id, one)) is not one]  # the same is told at once
    pairs = zip(ones, others, strict=False)
    differs = {
        "needs": len(ones) != len(others)
        or any(one is not other and _bare(one) != _bare(other) for one, other in pairs),
        "ratings": any(one.of(party) != other.of(party) for one, other in both for party in PARTIES),
        "lines": any(one.line != other.line for one, other in both),
    }
    return {name for name, differ in differs.items() if differ}


def _bare(aspect: Aspect) -> list[object]:
    """Return all of a need but what the two say of it."""
    return [getattr(aspect, name) for name in Aspect.model_fields if name not in (*PARTIES, "line")]
