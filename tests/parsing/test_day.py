"""Days in words: which are sure, and what is asked of the others."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, strategies as st

from jtbd.model.moments import date
from jtbd.model.text import FIRST_DAY, LAST_DAY
from jtbd.parsing.day import read
from jtbd.wording import asking

TODAY = dt.date(2026, 11, 27)
"""A Friday."""

DAYS = st.dates(FIRST_DAY, LAST_DAY)
SAID_TODAY = st.dates(dt.date(2010, 1, 1), dt.date(2190, 1, 1))


def asked(said: str, today: dt.date = TODAY) -> str:
    """Return what is asked of words that are not sure."""
    reading = read(said, today)
    assert reading is not None
    assert reading.day is None
    assert reading.ask
    return asking.asked(reading.ask, said)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("15/12", "2026-12-15"),
        ("12/15", "2026-12-15"),
        ("5/5", "2027-05-05"),
        ("15/12/26", "2026-12-15"),
        ("15.12.", "2026-12-15"),
        ("15-12-2026", "2026-12-15"),
        ("2026/12/15", "2026-12-15"),
        ("15-Dec-26", "2026-12-15"),
        ("15 Dec '26", "2026-12-15"),
        ("the fifteenth of December", "2026-12-15"),
        ("Tuesday 15 December", "2026-12-15"),
        ("Tue, Dec 15", "2026-12-15"),
        ("EOM", "2026-11-30"),
        ("EOM Dec", "2026-12-31"),
        ("month-end", "2026-11-30"),
        ("the end of next month", "2026-12-31"),
        ("end of March", "2027-03-31"),
        ("end of Q1", "2027-03-31"),
        ("Q1 end", "2027-03-31"),
        ("the end of the first quarter of 2028", "2028-03-31"),
        ("end of the quarter", "2026-12-31"),
        ("end of next quarter", "2027-03-31"),
        ("end of H1", "2027-06-30"),
        ("year-end", "2026-12-31"),
        ("EOY", "2026-12-31"),
        ("end of 2027", "2027-12-31"),
        ("the end of the month", "2026-11-30"),
        ("Monday", "2026-11-30"),
        ("Friday", "2026-12-04"),
        ("coming Friday", "2026-12-04"),
        ("Friday of next week", "2026-12-04"),
        ("next week Tuesday", "2026-12-01"),
        ("COB", "2026-11-27"),
        ("EOD tomorrow", "2026-11-28"),
        ("close of business on 15 Dec", "2026-12-15"),
        ("Monday COB", "2026-11-30"),
        ("the 15th", "2026-12-15"),
        ("the 31st", "2026-12-31"),
        ("the 1st of next month", "2026-12-01"),
        ("the first Monday of January", "2027-01-04"),
        ("the last Friday of next month", "2026-12-25"),
        ("14 days from today", "2026-12-11"),
        ("two weeks from 1 December", "2026-12-15"),
        ("five working days from today", "2026-12-04"),
        ("Christmas Eve", "2026-12-24"),
        ("29 Feb 2028", "2028-02-29"),
    ],
)
def test_what_is_sure(said: str, day: str) -> None:
    """A day that all read alike is taken; figures with a slash where only one of them can be the month."""
    reading = read(said, TODAY)
    assert reading is not None
    assert reading.day == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("5/12", ["5 December 2026", "12 May 2027"]),
        ("5/12/2027", ["5 December 2027", "12 May 2027"]),
        ("3/4/27", ["3 April 2027", "4 March 2027"]),
        ("5.12", ["5 December 2026"]),
        ("COB Friday", ["today, 27 November 2026", "4 December 2026"]),
        ("Friday EOD", ["today, 27 November 2026", "4 December 2026"]),
        ("this Friday", ["today", "4 December 2026"]),
        ("next Friday", ["4 December 2026"]),
        ("this Monday", ["30 November 2026"]),
        ("mid-January", ["by 15 January 2027"]),
        ("early March", ["by 5 March 2027"]),
        ("late Jan", ["by 31 January 2027"]),
        ("January", ["by 31 January 2027"]),
        ("Q1", ["by 31 March 2027"]),
        ("next week", ["by 4 December 2026"]),
        ("the end of the week", ["Friday, 27 November 2026", "Sunday, 29 November 2026"]),
        ("Christmas", ["24 December 2026"]),
        ("Easter", ["no day of the calendar"]),
        ("29 Feb", ["February 2027 has 28 days", "2028 has a 29th"]),
        ("29 February 2030", ["2030 has 28 days", "2032 has a 29th"]),
        ("31 April", ["April has 30 days"]),
        ("30 Feb", ["February has 29 days"]),
        ("20 Nov", ["20 November 2026", "20 November 2027"]),
        ("Monday 15 Dec", ["is a Tuesday and no Monday"]),
        ("the 27th", ["27 November 2026", "27 December 2026"]),
        ("within 14 days", ["not said", "11 December 2026"]),
        ("in two weeks", ["11 December 2026"]),
        ("T+14", ["11 December 2026"]),
        ("Wk 3", ["a week by its number"]),
        ("5pm on 15 Dec", ["hour", "by 15 December 2026"]),
        ("Friday afternoon", ["hour", "by 4 December 2026"]),
        ("10-15 Dec", ["by 15 December 2026"]),
        ("9999-12-31", ["from 1 January 2000 to 31 December 2199"]),
    ],
)
def test_what_is_asked(said: str, parts: list[str]) -> None:
    """Words that can mean several days, or a day that no calendar has, are asked about with the days themselves."""
    assert [part for part in parts if part not in asked(said)] == []


def test_next_friday_is_two_days_on_most_weekdays() -> None:
    """On a Wednesday it can be in two days or in nine."""
    assert "27 November 2026 or 4 December 2026" in asked("next Friday", dt.date(2026, 11, 25))
    assert "29 February" not in asked("30 February", TODAY)
    assert read("29 Feb", dt.date(2027, 6, 1)) == (dt.date(2028, 2, 29), None)


@pytest.mark.parametrize(
    "said",
    [
        "e-mail",
        "soon",
        "",
        "15",
        "the lease is signed",
        "24/7",
        "end",
        "the end",
        "second",
        "phone",
        "13/13",
        "0/5",
        "Bea",
        "nine months of love",
        "x" * 100,
        "١٥",
        "-",
        "/",
        "1/2/3/4",
    ],
)
def test_what_is_no_day(said: str) -> None:
    """Words of anything else are no days."""
    assert read(said, TODAY) is None


@given(DAYS, SAID_TODAY)
def test_a_day_that_is_written_out_is_sure(day: dt.date, today: dt.date) -> None:
    """What the program writes of a day is read again, with and without its weekday, in figures and in words."""
    for said in (date(day), f"{day:%A} {date(day)}", day.isoformat(), f"{day.day}.{day.month}.{day.year}"):
        assert read(said, today) == (day, None)


@given(DAYS, SAID_TODAY)
def test_figures_are_asked_about_where_both_can_be_the_month(day: dt.date, today: dt.date) -> None:
    """With a slash the day is taken where it can be read in one way alone, and else asked about with that very day."""
    reading = read(f"{day.day}/{day.month}/{day.year}", today)
    assert reading is not None
    if day.day > 12 or day.day == day.month:
        assert reading.day == day
    else:
        assert reading.day is None
        assert reading.ask is not None
        assert date(day) in asking.asked(reading.ask, "")


@given(
    st.sampled_from(
        ["Friday", "end of January", "EOM", "end of Q2", "the 15th", "year-end", "15 Dec", "3/27", "tomorrow"]
    ),
    SAID_TODAY,
)
def test_a_day_without_a_year_is_ahead(said: str, today: dt.date) -> None:
    """What is taken is never over."""
    reading = read(said, today)
    assert reading is not None
    assert reading.day is None or reading.day >= today


@given(
    st.sampled_from(
        ["5/12", "next Friday", "mid-January", "Q3", "Christmas", "this week", "the 15th", "in 3 weeks", "1 Nov", "EOW"]
    ),
    SAID_TODAY,
)
def test_the_days_that_a_question_names_are_sure(said: str, today: dt.date) -> None:
    """Whoever writes what the question proposes is not asked again."""
    reading = read(said, today)
    assert reading is not None
    for proposed in re.findall(r"\d{1,2} [A-Z]\w+ \d{4}", asking.asked(reading.ask, "") if reading.ask else ""):
        again = read(proposed, today)
        assert again is not None
        assert again.day is not None


@given(st.text(max_size=40), SAID_TODAY)
def test_any_words(said: str, today: dt.date) -> None:
    """Whatever is typed is a day, a question or nothing, and never a failure."""
    reading = read(said, today)
    assert reading is None or bool(reading.day) is not bool(reading.ask)
