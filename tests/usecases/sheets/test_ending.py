"""How a meeting ends: how long it took, what each does next, when the two meet again."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pytest

from jtbd.model import Canvas
from jtbd.model.sheet import CommitmentContent, SheetReview
from jtbd.usecases.sheets import ending as use
from tests.support import sheets
from tests.support.builders import canvas, ready_canvas

START: Final = dt.datetime(2026, 11, 27, 17, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
TODAY: Final = START.date()


def _sat(**clock: Any) -> Canvas:
    return canvas(meetings=[{"started": START.isoformat(), "clock": clock}])


@pytest.mark.parametrize(
    ("clock", "minutes", "told"),
    [
        ({"running_since": START}, 24, "24 minutes"),
        ({"running_since": START + dt.timedelta(minutes=20), "elapsed_seconds": 600}, 30, "20 minutes"),
        ({"elapsed_seconds": 900}, 30, "15 minutes"),
        ({"elapsed_seconds": 9000}, 24, "24 minutes"),
        ({"running_since": START + dt.timedelta(hours=1), "elapsed_seconds": 1200}, 24, "20 minutes"),
        ({"elapsed_seconds": 20}, 24, "one minute"),
        ({"elapsed_seconds": 7140}, 200, "119 minutes"),
        ({"elapsed_seconds": 7200}, 200, "2 hours"),
        ({"elapsed_seconds": 7260}, 200, "2 hours and one minute"),
        ({"elapsed_seconds": 9900}, 200, "2 hours and 45 minutes"),
        ({}, 24, ""),
        ({"elapsed_seconds": 900}, 13 * 60, ""),
        ({"elapsed_seconds": 900}, -1, ""),
    ],
    ids=str,
)
def test_how_long_it_took(clock: dict[str, Any], minutes: int, told: str) -> None:
    """By the clock, pauses left out; never longer than the time that had passed; of another day nothing is said."""
    assert use.took(_sat(**clock), START + dt.timedelta(minutes=minutes)) == told


def test_without_a_clock_nothing_is_said_of_minutes() -> None:
    """No meeting, or one without a clock, took nobody knows how long."""
    assert use.took(canvas(), START) == ""
    assert use.took(canvas(meetings=[{"started": START.isoformat()}]), START) == ""


def _content(*promises: dict[str, Any]) -> CommitmentContent:
    return sheets.draft(ready_canvas(commitments=promises)).commitment


def test_what_each_does_next() -> None:
    """The next day of each, the first of the two first, in their own sentence; what has no day comes last."""
    content = _content(
        {"id": "one", "by": "a", "what": "Introduce Bea to the guild", "due": "2027-01-10"},
        {
            "id": "two",
            "by": "a",
            "what": "Send Bea the plan of the hall.",
            "due": "2026-12-15",
            "done_when": "it is there",
        },
        {"id": "over", "by": "b", "what": "Count the vases", "due": "2026-11-20"},
        {
            "id": "three",
            "by": "b",
            "what": "Ring the wholesaler about white tulips",
            "due": "2026-12-10",
            "gives": "time",
        },
        {"id": "four", "by": "b", "what": "Tell Ana", "trigger": "a florist asks"},
    )
    names: dict[Any, str] = {"a": "Ana", "b": "Jürgen"}
    assert use.nexts(content, TODAY, names) == (
        ("b", "by 10 December", "Ring the wholesaler about white tulips"),
        ("a", "by 15 December", "Send Bea the plan of the hall"),
    )
    assert use.nexts(content, dt.date(2026, 12, 20), names) == (
        ("a", "by 10 January", "Introduce Bea to the guild"),
        ("b", "", "Tell Ana, when a florist asks"),
    )
    assert use.nexts(content, dt.date(2027, 2, 1), names) == (("b", "", "Tell Ana, when a florist asks"),)


@pytest.mark.parametrize(
    ("review", "told"),
    [
        ({"next": "2027-02-18"}, "See you on 18 February."),
        ({"next": "2027-02-18", "every": {"weeks": 6}}, "See you on 18 February."),
        ({"next": "2027-11-20"}, "See you on 20 November 2027."),
        ({"next": "2026-11-27"}, "See you later today."),
        ({"next": "2026-11-26"}, ""),
        ({"next": "2026-11-26", "every": {"weeks": 6}}, "You look at it again every 6 weeks."),
        ({"every": {"months": 1}}, "You look at it again every month."),
        ({}, "No day is set to meet again: agree on one before you get up."),
    ],
    ids=str,
)
def test_when_they_meet_again(review: dict[str, Any], told: str) -> None:
    """By the day; by how often where no day is to come; where neither was said, they are asked for it."""
    assert use.again(SheetReview.model_validate(review), TODAY) == told
