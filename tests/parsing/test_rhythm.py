"""Cadences in words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from jtbd.model import Every
from jtbd.model.moments import cadence
from jtbd.parsing.rhythm import read_rhythm
from jtbd.wording import asking

TODAY = dt.date(2026, 11, 27)
"""A Friday."""


@pytest.mark.parametrize(
    ("said", "every", "first"),
    [
        ("monthly", {"months": 1}, None),
        ("every fortnight", {"weeks": 2}, None),
        ("fortnightly", {"weeks": 2}, None),
        ("every quarter", {"months": 3}, None),
        ("each quarter", {"months": 3}, None),
        ("every six weeks", {"weeks": 6}, None),
        ("every other week", {"weeks": 2}, None),
        ("every third month", {"months": 3}, None),
        ("once a month", {"months": 1}, None),
        ("once every six weeks", {"weeks": 6}, None),
        ("annually", {"months": 12}, None),
        ("every two years", {"months": 24}, None),
        ("half-yearly", {"months": 6}, None),
        ("on a weekly basis", {"weeks": 1}, None),
        ("every day", {"days": 1}, None),
        ("every Monday", {"weeks": 1}, "2026-11-30"),
        ("Mondays", {"weeks": 1}, "2026-11-30"),
        ("on Tuesdays", {"weeks": 1}, "2026-12-01"),
        ("each Fri", {"weeks": 1}, "2026-12-04"),
        ("the 15th of every month", {"months": 1}, "2026-12-15"),
        ("every month on the 1st", {"months": 1}, "2026-12-01"),
    ],
)
def test_a_cadence_is_read_as_it_is_said(said: str, every: dict[str, int], first: str | None) -> None:
    """In figures and words, by unit and by weekday, which begins on the next of that name."""
    rhythm = read_rhythm(said, TODAY)
    assert rhythm == (Every(**every), first and dt.date.fromisoformat(first), None)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("twice a month", "every 2 weeks"),
        ("three times a week", "every 3 days"),
        ("weekdays", "every day"),
        ("every working day", "every day"),
        ("biweekly", "every 2 weeks or twice a week"),
        ("bi-monthly", "every 2 months or twice a month"),
        ("every other Monday", "30 November 2026 or 7 December 2026"),
        ("every Tuesday and Thursday", "Tuesday and Thursday"),
        ("the first Monday of each month", "every 4 weeks, first on 30 November 2026"),
        ("at the end of every month", "every month, first on 31 December 2026"),
        ("hourly", "every day"),
        ("every spring", "every 12 months, first by"),
        ("every few weeks", "every 3 weeks"),
        ("every 900 weeks", "every 520 weeks"),
        ("a month", "every month"),
    ],
)
def test_what_a_canvas_cannot_keep_is_asked(said: str, part: str) -> None:
    """A cadence that counts otherwise than in days, weeks or months is asked about, with one that can be kept."""
    rhythm = read_rhythm(said, TODAY)
    assert rhythm is not None
    assert rhythm.ask is not None
    assert part in asking.asked(rhythm.ask, said)


@pytest.mark.parametrize(
    "said", ["every client", "every time", "every now and then", "Monday", "days", "", "each of us"]
)
def test_what_is_no_cadence(said: str) -> None:
    """Other things come each and every, too."""
    assert read_rhythm(said, TODAY) is None


def test_the_end_of_a_month_of_31_days_is_kept() -> None:
    """From a 31st on, months are clipped to their ends."""
    assert read_rhythm("the end of each month", dt.date(2026, 12, 5)) == (Every(months=1), dt.date(2026, 12, 31), None)


@given(st.sampled_from(["days", "weeks", "months"]), st.integers(1, 520))
def test_a_cadence_that_is_written_out_is_read_again(unit: str, count: int) -> None:
    """What the program writes of a cadence it also reads."""
    every = Every(**{unit: count})
    assert read_rhythm(cadence(every), TODAY) == (every, None, None)


@given(st.text(max_size=40))
def test_any_words(said: str) -> None:
    """Whatever is typed is a cadence, a question or nothing."""
    rhythm = read_rhythm(said, TODAY)
    assert rhythm is None or rhythm.every or rhythm.ask
