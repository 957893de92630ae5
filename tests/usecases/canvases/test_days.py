"""Days as people say them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from jtbd.model.moments import date
from jtbd.parsing.day import read
from jtbd.usecases.canvases.days import due_days, month_end, review_days

TODAY = dt.date(2026, 11, 22)
"""A Sunday."""


def _meant(text: str, today: dt.date) -> dt.date | None:
    """Return the day that is meant, None where that is not clear."""
    reading = read(text, today)
    return reading.day if reading else None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-12-15", dt.date(2026, 12, 15)),
        ("15.12.2026", dt.date(2026, 12, 15)),
        ("15 Dec", dt.date(2026, 12, 15)),
        ("the 1st of December", dt.date(2026, 12, 1)),
        ("December 3rd, 2027", dt.date(2027, 12, 3)),
        ("Sept 5", dt.date(2027, 9, 5)),
        ("5 January", dt.date(2027, 1, 5)),
        ("22 nov", TODAY),
        ("end of the month", dt.date(2026, 11, 30)),
        ("the end of next month", dt.date(2026, 12, 31)),
        ("end of February 2028", dt.date(2028, 2, 29)),
        ("Friday", dt.date(2026, 11, 27)),
        ("sunday", dt.date(2026, 11, 29)),
        ("tomorrow.", dt.date(2026, 11, 23)),
    ],
)
def test_a_day_is_read_as_it_is_said(said: str, meant: dt.date) -> None:
    """With and without a year, by month, by weekday; without a year it is the next one."""
    assert _meant(said, TODAY) == meant


@pytest.mark.parametrize("said", ["5/6", "5/6/2027", "31 February", "e-mail", "soon", "", "15", "0000-01-01"])
def test_what_is_no_day_is_none(said: str) -> None:
    """Nothing is guessed: neither what two countries read differently nor a day that no calendar has."""
    assert _meant(said, TODAY) is None


@given(
    st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2199, 12, 31)), st.dates(max_value=dt.date(9998, 1, 1))
)
def test_a_day_that_is_written_out_is_read_again(day: dt.date, today: dt.date) -> None:
    """What the program writes of a day it also reads."""
    assert _meant(date(day), today) == day


def test_the_usual_days_lie_ahead() -> None:
    """A month that ends within a week gives way to the next; a review that is over is none."""
    assert [(day.label, day.date) for day in due_days(TODAY, dt.date(2027, 1, 5))] == [
        ("in 2 weeks", dt.date(2026, 12, 6)),
        ("end of November", dt.date(2026, 11, 30)),
        ("when we meet", dt.date(2027, 1, 5)),
    ]
    late = due_days(dt.date(2026, 12, 28), dt.date(2026, 12, 28))
    assert [(day.label, day.date) for day in late][1:] == [("end of January", dt.date(2027, 1, 31))]
    assert review_days(TODAY)[0] == ("in 4 weeks", dt.date(2026, 12, 20), "in-4-weeks")


@given(st.dates())
def test_a_month_ends_in_itself(day: dt.date) -> None:
    """The last day of a month is not before any of it."""
    end = month_end(day)
    assert (end.year, end.month) == (day.year, day.month)
    assert end >= day
