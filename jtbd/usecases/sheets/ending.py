"""How a meeting ends: how long it took, what each does next, when the two meet again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from jtbd import formats
from jtbd.editing.clock import ONE_SITTING, elapsed
from jtbd.formats import listing
from jtbd.i18n import WITHIN, mark_count_in, say, say_in
from jtbd.model import PARTIES, Canvas, PartyId, other
from jtbd.model.commitment import Every
from jtbd.model.sheet import CommitmentContent, SheetCommitment, SheetReview
from jtbd.wording.promise import spoken
from jtbd.wording.sheet import cadence

_WITHOUT_YEAR: Final = dt.timedelta(days=300)
_HOUR: Final = 60
_LONG: Final = 120
_MINUTES: Final = mark_count_in(WITHIN, "one minute", "{number} minutes")
_HOURS: Final = mark_count_in(WITHIN, "{number} hour", "{number} hours")


class Next(NamedTuple):
    """What somebody does next.

    Attributes:
        party: who.
        due: by when, in words; empty where no day was said.
        said: the promise in its own sentence, without that day.

    """

    party: PartyId
    due: str
    said: str


def took(canvas: Canvas, until: dt.datetime) -> str:
    """Return how long the latest meeting had taken at a moment, as "24 minutes"; empty where no clock says so.

    What the clock counted is no more than the time that had passed: it may have run on after that moment.
    """
    meeting = canvas.meetings[-1] if canvas.meetings else None
    if meeting is None or meeting.clock is None:
        return ""
    passed = until - meeting.started
    if not dt.timedelta() <= passed <= ONE_SITTING:  # signed another day, or elsewhere
        return ""
    seconds = min(elapsed(meeting.clock, until), int(passed.total_seconds()))
    return _minutes(seconds // 60) if seconds else ""


def _minutes(count: int) -> str:
    if count < _LONG:
        return _MINUTES.counted(max(count, 1))
    hours, rest = divmod(count, _HOUR)
    spans = [_HOURS.counted(hours), *([_MINUTES.counted(rest)] if rest else [])]
    return listing(spans)


def nexts(content: CommitmentContent, today: dt.date, names: dict[PartyId, str]) -> tuple[Next, ...]:
    """Return what each does next, the first day first; of one whose days are all over, what has no day.

    Args:
        content: what both have signed.
        today: the day on which it is read.
        names: what each is called.

    """
    found = sorted((item.due or dt.date.max, item.by, item) for item in _firsts(content, today))
    return tuple(_next(item, today, names) for _, _, item in found)


def _firsts(content: CommitmentContent, today: dt.date) -> Iterator[SheetCommitment]:
    for party in PARTIES:
        mine = [item for item in content.commitments if item.by == party and (not item.due or item.due >= today)]
        if mine:
            yield min(mine, key=lambda item: item.due or dt.date.max)


def _next(item: SheetCommitment, today: dt.date, names: dict[PartyId, str]) -> Next:
    bare = item.model_copy(update={"due": None, "gives": None, "done_when": None})
    said = spoken(bare, names[other(item.by)])
    return Next(item.by, say_in(WITHIN, "by {day}", day=soon(item.due, today)) if item.due else "", said.rstrip("."))


def again(review: SheetReview, today: dt.date) -> str:
    """Return when the two meet again, as a sentence; empty where that day is over."""
    if review.next:
        if review.next < today:
            return _every(review.every) if review.every else ""
        if review.next == today:
            return say("See you later today.")
        return say("See you on {day}.", day=soon(review.next, today))
    if review.every:
        return _every(review.every)
    return say("No day is set to meet again: agree on one before you get up.")


def _every(every: Every) -> str:
    return say("You look at it again {cadence}.", cadence=cadence(every))


def soon(day: dt.date, today: dt.date) -> str:
    """Return a day as one says it: with its year only where it is far off or over."""
    near = dt.timedelta() <= day - today < _WITHOUT_YEAR
    return formats.day_of_year(day) if near else formats.day(day)
