"""Promises: made, taken up where they were suggested, put in order, withdrawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from jtbd.editing.fields import gone
from jtbd.editing.line import draw_line
from jtbd.editing.order import moved_among
from jtbd.model import Canvas, Commitment, Kind, PartyId, other
from jtbd.model.ids import part_id


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """A promise that is good enough to keep; it wants nothing but a day, where `dated` says so.

    Attributes:
        by: whose promise it would be.
        what: what is promised.
        kind: what sort of promise it is.
        done_when: how a third person can tell that it is done.
        gives: what the other party gets.
        trigger: what sets it off, None where it waits for nothing.
        serves: the ids of the aspects that it serves.
        dated: whether it is to be done by a day.

    """

    by: PartyId
    what: str
    kind: Kind
    done_when: str
    gives: str
    trigger: str | None = None
    serves: tuple[str, ...] = ()
    dated: bool = True


def promise(canvas: Canvas, by: PartyId, what: str, **said: Any) -> Canvas:
    """Append a promise; `said` are further fields of it.

    Raises:
        pydantic.ValidationError: a field does not fit.

    """
    taken = {known.id for known in canvas.commitments}
    made = Commitment.model_validate({"id": part_id(what, taken, "promise"), "by": by, "what": what, **said})
    return canvas.revise(commitments=(*canvas.commitments, made))


def take_up(canvas: Canvas, draft: PromiseDraft, due: dt.date) -> Canvas:
    """Append a promise that was suggested, for a day if it needs one."""
    said = {name: getattr(draft, name) for name in ("kind", "trigger", "done_when", "gives", "serves")}
    return promise(canvas, draft.by, draft.what, **said, due=due if draft.dated else None)


def give_way(canvas: Canvas, draft: PromiseDraft, due: dt.date) -> Canvas:
    """Draw the line on the needs of a draft: who promises to pass them on yields, the other one leads.

    Raises:
        PartIsGone: one of the needs was removed.

    """
    for aspect_id in draft.serves:
        canvas = draw_line(canvas, aspect_id, other(draft.by), draft.what)
    return take_up(canvas, draft, due)


def move_promise(canvas: Canvas, commitment_id: str, by: int) -> Canvas:
    """Move a promise up (negative) or down among those of its party; one at the end stays.

    Raises:
        PartIsGone: it was withdrawn.

    """
    moved = canvas.commitment(commitment_id)
    if moved is None:
        raise gone("commitments")
    peers = [known.by == moved.by for known in canvas.commitments]
    return canvas.revise(commitments=moved_among(canvas.commitments, moved, peers, by))


def withdraw(canvas: Canvas, commitment_id: str) -> Canvas:
    """Remove a promise that has not been signed."""
    return canvas.revise(commitments=tuple(known for known in canvas.commitments if known.id != commitment_id))
