"""What the clock of the coffee reckons and says."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, strategies as some

from jtbd.editing.clock import ONE_SITTING, Gap, cost, elapsed, is_now, tenths, turned
from jtbd.model import Clock, Meeting
from jtbd.wording.clock import costs, share_used, since, time_left
from tests.support.builders import canvas

NOW = dt.datetime(2026, 11, 27, 10, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("planned", "spent", "said"),
    [
        (30, 0, "30 min left"),
        (30, 1, "30 min left"),
        (30, 60, "29 min left"),
        (30, 1800, "0 min left"),
        (30, 1801, "1 min over"),
        (30, 1861, "2 min over"),
        (None, 725, "12 min so far"),
    ],
)
def test_minutes_left_are_whole_ones(planned: int | None, spent: int, said: str) -> None:
    """A minute that has begun is still left, or over already; without a plan those that have gone are counted."""
    assert time_left(planned, spent) == said


@pytest.mark.parametrize(("used", "share", "said"), [(0, 180, "0 of 3"), (59, 10, "0 of 1"), (130, 480, "2 of 8")])
def test_a_share_is_a_minute_at_least(used: int, share: int, said: str) -> None:
    """However little is left, a step has a minute."""
    assert share_used(used, share) == f"{said} min for this step"


@given(some.integers(0, 10**6), some.integers(0, 10**6))
def test_a_share_is_used_up_at_ten_tenths(used: int, share: int) -> None:
    """From nought to ten, however long a step takes; ten where there is nothing to share."""
    assert 0 <= tenths(used, share) <= 10
    assert (tenths(used, share) == 10) == (used >= share)


def test_the_hours_of_both_cost_what_they_cost_to_the_cent() -> None:
    """In one currency they are added, in two they are not, and nothing is rounded before it is said."""
    both = {"a": {"hourly_rate": {"amount": "100", "currency": "EUR"}}, "b": {"organisation": "B"}}
    assert cost(canvas(parties=both), 1) == {"EUR": Fraction(100, 3600)}
    both["b"] = {"hourly_rate": {"amount": "80.50", "currency": "EUR"}}
    assert cost(canvas(parties=both), 1800) == {"EUR": Fraction(361, 4)}
    both["b"] = {"hourly_rate": {"amount": "80", "currency": "CHF"}}
    assert cost(canvas(parties=both), 3600) == {"EUR": 100, "CHF": 80}
    assert cost(canvas(), 3600) == {}


def test_costs_are_said_in_whole_amounts_from_ten() -> None:
    """Of less than ten the cents are told, of nothing nothing."""
    assert costs({"EUR": Fraction(999, 100), "CHF": Fraction(361, 4), "USD": Fraction(0)}) == ["EUR 9.99", "CHF 90"]


def test_a_gap_says_its_day_only_where_it_is_another() -> None:
    """Since ten to ten; since ten in the evening on 26 November."""
    assert since(Gap(NOW - dt.timedelta(minutes=10), NOW)) == "09:50"
    assert since(Gap(NOW - dt.timedelta(hours=12), NOW)) == "22:00 on 26 November"


def test_a_meeting_is_of_today_for_half_a_day() -> None:
    """Who goes on in the evening begins another one."""
    meeting = Meeting(started=NOW)
    assert is_now(meeting, NOW + ONE_SITTING - dt.timedelta(seconds=1))
    assert not is_now(meeting, NOW + ONE_SITTING)


def test_a_clock_that_is_turned_twice_stands_and_has_counted() -> None:
    """It runs from the first time to the second; one that was never there begins."""
    running = turned(None, NOW)
    later = NOW + dt.timedelta(seconds=90)
    assert (running.running_since, elapsed(running, later)) == (NOW, 90)
    assert turned(running, later) == Clock(elapsed_seconds=90)
