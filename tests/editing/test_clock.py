"""The meeting's clock: what counts, and what does not since nobody can have sat there."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from jtbd.editing.clock import LONGEST_UNSEEN, Gap, counted, elapsed, seen_again
from jtbd.model import Clock

START = dt.datetime(2026, 11, 26, 17, 0, tzinfo=dt.UTC)


def _after(**span: int) -> dt.datetime:
    return START + dt.timedelta(**span)


def _running(seconds: int = 0) -> Clock:
    return Clock(elapsed_seconds=seconds, running_since=START)


def test_a_lid_closed_for_a_night_does_not_count() -> None:
    """The clock stands from the beginning of the gap, with what had run until then; counted on purpose, it is there."""
    clock, gap = seen_again(_running(60), _after(minutes=20), _after(hours=15))
    assert (clock.elapsed_seconds, clock.running_since) == (60 + 20 * 60, None)
    assert gap == Gap(_after(minutes=20), _after(hours=15))
    assert not gap.set_back
    assert elapsed(counted(clock, gap), _after(hours=15)) == 60 + 15 * 3600


@pytest.mark.parametrize("minutes", [0, 1, 4])
def test_short_gaps_are_none(minutes: int) -> None:
    """Who does not touch the page for a while still sits there."""
    clock = _running()
    assert seen_again(clock, START, _after(minutes=minutes)) == (clock, None)


def test_a_clock_that_stands_has_no_gap() -> None:
    """Paused is paused, however long."""
    assert seen_again(Clock(elapsed_seconds=9), START, _after(days=9)) == (Clock(elapsed_seconds=9), None)


def test_a_clock_set_back_is_told_and_goes_on() -> None:
    """What had run before stays, and from there on it runs by the new time; a few seconds are no matter."""
    clock, gap = seen_again(_running(), _after(minutes=30), _after(minutes=-90))
    assert gap
    assert gap.set_back
    assert elapsed(clock, _after(minutes=-80)) == 30 * 60 + 10 * 60
    assert seen_again(_running(), _after(minutes=30), _after(minutes=30, seconds=-5))[1] is None


@pytest.mark.parametrize(("hours", "seconds"), [(1, 3600), (15, 0)])
def test_without_a_last_look(hours: int, seconds: int) -> None:
    """Where nothing says when somebody looked last, a usual sitting counts and a night does not."""
    clock, _ = seen_again(_running(), None, _after(hours=hours))
    assert elapsed(clock, _after(hours=hours)) == seconds


@given(st.lists(st.integers(0, 40_000), min_size=1, max_size=12))
def test_never_more_than_somebody_sat_there(looks: list[int]) -> None:
    """However the looks fall, what runs up is the sum of the spans between looks that were near to each other."""
    clock, last = _running(), START
    moments = [0, *(sum(looks[: place + 1]) for place in range(len(looks)))]
    for at in moments[1:]:
        now = _after(seconds=at)
        clock, gap = seen_again(clock, last, now)
        clock = clock.revise(running_since=now) if gap else clock
        last = now
    near = (until - since for since, until in pairwise(moments) if until - since < LONGEST_UNSEEN.total_seconds())
    assert elapsed(clock, last) == sum(near)
