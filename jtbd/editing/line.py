"""The line between the two, and who is missing beside them."""

from __future__ import annotations

from jtbd.editing.fields import gone, put, said
from jtbd.model import Canvas, Line, Missing, PartyId


def draw_line(canvas: Canvas, aspect_id: str, lead: PartyId | None, rule: str | None = None) -> Canvas:
    """Say who leads on a contested need, or take the line back.

    Raises:
        PartIsGone: the need was removed.

    """
    line = Line(lead=lead, rule=said(rule)) if lead else None
    return put(canvas, ("aspects", aspect_id, "line"), line)


def name_missing(canvas: Canvas, aspect_id: str, who: str | None, owner: PartyId | None) -> Canvas:
    """Say who is missing for one open need and who looks for them; blank both to take it back.

    Raises:
        PartIsGone: the need was removed.

    """
    if canvas.aspect(aspect_id) is None:
        raise gone("aspects", who)
    others = [gap for gap in canvas.missing if aspect_id not in gap.aspects]
    shared = [
        gap.revise(aspects=tuple(known for known in gap.aspects if known != aspect_id))
        for gap in canvas.missing
        if aspect_id in gap.aspects and len(gap.aspects) > 1
    ]
    who = said(who)
    named = [Missing(aspects=(aspect_id,), who=who, owner=owner)] if who or owner else []
    return canvas.revise(missing=(*others, *shared, *named))
