"""What is due, over all canvases and in both directions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from jtbd.ledger import Occurrence, State
from jtbd.network import ME
from jtbd.usecases.promises.library import Records

OPEN: Final = frozenset({State.OVERDUE, State.DONE})
"""What waits for somebody, whatever day it is."""


class Item(NamedTuple):
    """One occurrence, and where it was promised.

    Attributes:
        canvas: the canvas's id.
        partner: the id of the other party, None where nobody has named it.
        name: what the other party is called, empty likewise.
        found: the occurrence.

    """

    canvas: str
    partner: str | None
    name: str
    found: Occurrence

    def as_json(self) -> dict[str, Any]:
        """Return it as `due --json` has it."""
        found = self.found
        return {
            "canvas": self.canvas,
            "sheet": found.sheet,
            "promise": found.promise.id,
            "by": found.by,
            "for": found.day.isoformat() if found.day else None,
            "state": found.state.value,
            "unconfirmed": found.unconfirmed,
            "what": found.promise.what,
        }


def due(known: Records, today: dt.date, party: str | None = None, *, everything: bool = False) -> tuple[Item, ...]:
    """Return what is due, overdue or waits for a word, by day, canvas and promise.

    Args:
        known: the records of the library.
        today: the day that it is told as of.
        party: the id of the other party, or `me` for what the owner promised; None for all.
        everything: whether what is ahead or settled is told as well.

    """
    found = [
        Item(each.canvas.id, known.partner(each), each.canvas.parties.b.name or "", occurrence)
        for each in known.all
        for occurrence in each.occurrences(today)
        if everything or is_due(occurrence, today)
    ]
    return tuple(sorted(_of(found, party), key=_order))


def is_due(found: Occurrence, today: dt.date) -> bool:
    """Say whether an occurrence is due on a day, overdue, or waits for a word."""
    return found.state in OPEN or (found.state is State.AHEAD and found.day == today)


def _of(items: list[Item], party: str | None) -> Iterator[Item]:
    for item in items:
        if party is None or (item.found.by == "a" if party == ME else item.partner == party):
            yield item


def _order(item: Item) -> tuple[dt.date, str, str]:
    return item.found.day or dt.date.max, item.canvas, item.found.promise.id
