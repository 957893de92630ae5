"""The dates of a sheet as a calendar file."""

from __future__ import annotations

import datetime as dt
from typing import Any

import icalendar
import pytest

from jtbd.exports.calendar import calendar
from tests.support import builders, sheets

STAMP = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)


def _events(**changes: Any) -> list[Any]:
    content = sheets.draft(builders.ready_canvas(**changes)).commitment
    return list(icalendar.Calendar.from_ical(calendar(content, stamp=STAMP)).walk("VEVENT"))


def test_due_dates_and_review_are_days() -> None:
    """Each due date and the review is an all-day event with an id of its own."""
    due, review = _events()

    assert due.decoded("dtstart") == dt.date(2026, 12, 15)
    assert due.decoded("dtend") == dt.date(2026, 12, 16)
    said = str(due["summary"])
    assert said.startswith(
        "Due, Harbour Estates: Introduce Northline by e-mail to every client who signs a lease, when "
    )
    assert said.endswith("done when three introductions sent by 15 December")
    assert str(due["uid"]) == f"introduce@{sheets.SHEET_ID}"
    assert review.decoded("dtstart") == dt.date(2027, 1, 5)
    assert review["rrule"] == {"FREQ": ["WEEKLY"], "INTERVAL": [6]}
    assert due.decoded("dtstamp") == STAMP


@pytest.mark.parametrize(
    ("every", "rule"),
    [
        ({"days": 3}, {"FREQ": ["DAILY"], "INTERVAL": [3]}),
        ({"months": 2}, {"FREQ": ["MONTHLY"], "INTERVAL": [2]}),
    ],
)
def test_reviews_repeat(every: dict[str, int], rule: dict[str, list[Any]]) -> None:
    """A review by days or months repeats so."""
    assert _events(review={"next": "2027-01-05", "every": every})[1]["rrule"] == rule


def test_without_dates_it_is_empty() -> None:
    """A sheet without dates makes a calendar without events."""
    assert _events(review={}, commitments=[{"id": "call", "by": "a", "what": "call Bea"}]) == []


def test_the_same_sheet_gives_the_same_calendar() -> None:
    """Nothing in the calendar is random."""
    content = sheets.draft().commitment

    assert calendar(content, stamp=STAMP) == calendar(content, stamp=STAMP)
