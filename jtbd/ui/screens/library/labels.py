"""What a meeting is called in the list, and when it was last seen."""

from __future__ import annotations

import datetime as dt

from jtbd.usecases.canvases.library import Summary


def names(row: Summary) -> str:
    """Return the two, where the meeting has no name of its own."""
    return " × ".join(filter(None, (row.party_a, row.party_b))) or "A meeting without names"


def day(moment: dt.datetime, now: dt.datetime) -> str:
    """Return a day as one speaks of it: today, yesterday, 26 November."""
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return "today" if days == 0 else "yesterday"
    return f"{moment.day} {moment:%B}" if moment.year == now.year else f"{moment.day} {moment:%B %Y}"
