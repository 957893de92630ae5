"""What a meeting is called in the list, and when it was last seen."""

from __future__ import annotations

import datetime as dt

from jtbd import formats
from jtbd.i18n import WITHIN, say, say_in
from jtbd.usecases.canvases.library import Summary


def title(row: Summary) -> str:
    """Return the name of a meeting, or the two where it has none of its own."""
    return row.title or names(row)


def title_within(row: Summary) -> str:
    """Return the same as it stands within a sentence."""
    return row.title or _both(row) or say_in(WITHIN, "A meeting without names")


def names(row: Summary) -> str:
    """Return the two, where the meeting has no name of its own."""
    return _both(row) or say("A meeting without names")


def _both(row: Summary) -> str:
    return " × ".join(filter(None, (row.party_a, row.party_b)))


def day(moment: dt.datetime, now: dt.datetime) -> str:
    """Return a day as one speaks of it: today, yesterday, 26 November."""
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return say("today") if days == 0 else say("yesterday")
    return formats.day_of_year(moment) if moment.year == now.year else formats.day(moment)


def day_within(moment: dt.datetime, now: dt.datetime) -> str:
    """Return the same as it stands within a sentence."""
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return say_in(WITHIN, "today") if days == 0 else say_in(WITHIN, "yesterday")
    return day(moment, now)
