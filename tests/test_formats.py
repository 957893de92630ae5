"""Days, hours, numbers and lists, as Babel knows how they are written."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from babel.dates import format_date, format_skeleton, format_time, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import given, strategies as st

from jtbd.formats import choice, day, day_of_year, hour, listing, month, weekday
from jtbd.i18n import number, speaking

_NUMBERS = st.integers(-(10**15), 10**15) | st.decimals(-(10**9), 10**9, places=3)


@given(st.dates())
def test_days_are_written_as_babel_does(value: dt.date) -> None:
    """English days are written here as Babel writes them; other languages are asked of Babel."""
    assert day(value) == format_date(value, "d MMMM ", locale="en_GB") + str(value.year)
    with speaking("de"):
        assert day(value) == format_date(value, "long", locale="de")


@given(st.dates())
def test_days_without_a_year_are_written_as_babel_does(value: dt.date) -> None:
    """So are days whose year goes without saying."""
    assert day_of_year(value) == format_skeleton("MMMMd", value, locale="en_GB")
    with speaking("de"):
        assert day_of_year(value) == format_skeleton("MMMMd", value, locale="de")


def test_months_and_weekdays_are_called_as_babel_does() -> None:
    """So are a month, alone and of a year, and a weekday."""
    for tag, babel in (("en", "en_GB"), ("de", "de"), ("pl", "pl")):
        with speaking(tag):
            assert {n: month(n) for n in range(1, 13)} == get_month_names("wide", "stand-alone", babel)
            assert {n: weekday(n) for n in range(7)} == get_day_names("wide", "stand-alone", babel)
            assert month(2, 2027) == format_skeleton("yMMMM", dt.date(2027, 2, 1), locale=babel)


@given(st.times())
def test_hours_are_written_as_babel_does(value: dt.time) -> None:
    """English hours are written as Babel writes them for Britain; those of others are asked of it."""
    assert (
        hour(value)
        == hour(dt.datetime.combine(dt.date(2026, 12, 1), value))
        == format_time(value, "short", locale="en_GB")
    )
    with speaking("ar"):
        assert hour(value) == format_time(value, "short", locale="ar")


@given(_NUMBERS, st.integers(0, 3))
def test_numbers_are_written_as_babel_does(value: int | Decimal, places: int) -> None:
    """English numbers are written as Babel writes them, with a minus that is one; German ones are asked of it."""
    pattern = f"#,##0.{'0' * places}".rstrip(".")
    assert number(value, places) == format_decimal(value, pattern, locale="en_GB").replace("-", "−")
    with speaking("de"):
        assert number(value, places) == format_decimal(value, pattern, locale="de")


@given(st.lists(st.text(min_size=1), min_size=1, max_size=6))
def test_lists_are_written_as_babel_does(items: list[str]) -> None:
    """English lists are joined as Babel joins them, with "and" and with "or"; Polish ones are asked of it."""
    assert listing(items) == format_list(items, locale="en_GB")
    assert choice(items) == format_list(items, "or", locale="en_GB")
    with speaking("pl"):
        assert listing(items) == format_list(items, locale="pl")
