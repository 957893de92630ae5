"""How long two people have sat there: the meeting's clock, and the gaps in which nobody can have looked at it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from jtbd.model import PARTIES, Canvas, Clock, Meeting

LONGEST_UNSEEN: Final = dt.timedelta(minutes=5)
"""A page asks for itself every quarter of a minute; who has not looked for so long has closed the lid or left."""

_UNKNOWN: Final = dt.timedelta(hours=4)
"""Where nothing says when somebody looked last, no sitting is longer."""

_WAVERS: Final = dt.timedelta(minutes=1)
"""Clocks are set right by a few seconds all the time."""


ONE_SITTING: Final = dt.timedelta(hours=12)
"""A meeting that began longer ago is one of another day."""


class Gap(NamedTuple):
    """A time in which no page was drawn; `until` before `since` where the laptop's clock was set back."""

    since: dt.datetime
    until: dt.datetime

    @property
    def set_back(self) -> bool:
        """Whether the laptop's clock was set back."""
        return self.until < self.since


def elapsed(clock: Clock, now: dt.datetime) -> int:
    """Return the seconds the meeting has run."""
    running = int((now - clock.running_since).total_seconds()) if clock.running_since else 0
    return clock.elapsed_seconds + max(0, running)


def paused(clock: Clock, at: dt.datetime) -> Clock:
    """Return a clock that stands still since a moment."""
    return clock.revise(elapsed_seconds=elapsed(clock, at), running_since=None)


def seen_again(clock: Clock, last: dt.datetime | None, now: dt.datetime) -> tuple[Clock, Gap | None]:
    """Return the clock as it is right once a page is drawn, and the gap since the last one, if there was one.

    A clock that nobody looked at for five minutes stands since the beginning of the gap: the laptop slept, or the
    program was closed. Where the laptop's own clock was set back, what had run until then stays, and it goes on.

    Args:
        clock: as it is in the canvas.
        last: when a page was last drawn or the canvas saved; None where nothing says so.
        now: the laptop's time.

    """
    if clock.running_since is None:
        return clock, None
    if last is None:
        last = now if now - clock.running_since <= _UNKNOWN else clock.running_since
    last = max(last, clock.running_since)
    if last - now > _WAVERS:
        return paused(clock, last).revise(running_since=now), Gap(last, now)
    if now - last >= LONGEST_UNSEEN:
        return paused(clock, last), Gap(last, now)
    return clock, None


def counted(clock: Clock, gap: Gap) -> Clock:
    """Return a clock that counts a gap as well, since both sat there; it runs on."""
    seconds = int((gap.until - gap.since).total_seconds())
    return clock.revise(elapsed_seconds=clock.elapsed_seconds + max(0, seconds), running_since=gap.until)


def is_now(meeting: Meeting, now: dt.datetime) -> bool:
    """Say whether a meeting is the one that two sit in now."""
    return now - meeting.started < ONE_SITTING


def turned(clock: Clock | None, now: dt.datetime) -> Clock:
    """Return a clock that stands still if it ran, and runs if it stood still."""
    known = clock or Clock()
    return paused(known, now) if known.running_since else known.revise(running_since=now)


def tenths(used: int, share: int) -> int:
    """Return how many tenths of its share of the time a step has used, in seconds both; ten where it has none."""
    return min(10, 10 * used // share) if share else 10


def cost(canvas: Canvas, seconds: int) -> Mapping[str, Fraction]:
    """Return what both hours have cost in so many seconds, an exact amount for each currency."""
    sums: dict[str, Fraction] = {}
    for party in PARTIES:
        rate = canvas.parties.of(party).hourly_rate
        if rate:
            sums[rate.currency] = sums.get(rate.currency, Fraction(0)) + Fraction(rate.amount) * seconds / 3600
    return sums
