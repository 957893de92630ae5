"""What a pair of eyes may see of a canvas, and what a pair of hands may change of it.

Eyes and hands are those of a turn or, between turns and openly, of both: None. A field is common, or one party's own:
which, is said here of every field of the format, and what nobody has spoken of is nobody's.
"""

from __future__ import annotations

from typing import Any, Final

from jtbd.model.canvas import Canvas
from jtbd.model.curtain.place import EACH, Path, Side, holds, with_sides
from jtbd.model.curtain.round import PRIVATE, Private, Turn

COMMON: Final[tuple[Path, ...]] = (
    *((name,) for name in ("format", "id", "title", "revision", "created", "updated", "archived", "meetings")),
    *((name,) for name in ("parties", "job", "rating", "roles", "missing", "commitments", "review", "sheets")),
    *((name,) for name in ("met", "ledger", "referrals", "outcomes")),
    *(("aspects", EACH, name) for name in ("id", "dimension", "step", "text", "line")),
    *(("value", name) for name in ("currency", "four")),
)
"""What both see at any time."""


def whose(path: Path) -> Private | None:
    """Return of which turn a path is; None where it is common.

    Raises:
        LookupError: it is nobody's, or leads to a part of which several things are.

    """
    if any(holds(pattern, path) for pattern in COMMON):
        return None
    for one in PRIVATE:
        if any(holds(pattern, path) for pattern in one.place.patterns(one.party)):
            return one
    raise LookupError(f"nobody has said whose {'.'.join(map(str, path))} is")


def is_seen(canvas: Canvas, path: Path, eyes: Turn | None = None) -> bool:
    """Say whether what stands at a path may be shown."""
    found = whose(path)
    return found is None or _is_seen(canvas, found, eyes)


def may_change(canvas: Canvas, path: Path, turn: Turn | None = None) -> bool:
    """Say whether what stands at a path may be changed, and taken back."""
    found = whose(path)
    return found is None or _may_change(canvas, found, turn)


def veiled(canvas: Canvas, eyes: Turn | None = None) -> Canvas:
    """Return the canvas as a pair of eyes may see it, blank where it may not; itself where it may see all."""
    hidden = [_side(one) for one in PRIVATE if not _is_seen(canvas, one, eyes)]
    changes = with_sides(canvas, None, hidden)
    return canvas.revise(**changes) if changes else canvas


def taken_back(now: Canvas, then: Canvas, turn: Turn | None) -> dict[str, Any]:
    """Return the fields of a canvas as they were then, as far as these hands may take them back.

    In a turn of one's own nothing else goes back; otherwise all that is common does, and what is not in hand stays.
    """
    if turn and turn.is_alone(now):
        return with_sides(now, then, [_side(one) for one in PRIVATE if one.is_of(turn)])
    fields = {name: getattr(then, name) for name in Canvas.model_fields}
    return fields | with_sides(then, now, [_side(one) for one in PRIVATE if not _may_change(now, one, turn)])


def _is_seen(canvas: Canvas, one: Private, eyes: Turn | None) -> bool:
    return one.is_of(eyes) or (one.opens and one.round.is_seen(canvas, eyes))


def _may_change(canvas: Canvas, one: Private, turn: Turn | None) -> bool:
    return one.is_of(turn) or (one.opens and one.round.openly(canvas))


def _side(one: Private) -> Side:
    return one.place, one.party
