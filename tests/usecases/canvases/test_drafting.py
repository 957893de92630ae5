"""A promise that was said in one breath."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, strategies as st

from jtbd import editing
from jtbd.usecases.canvases.drafting import drafted
from tests.support.builders import canvas

TODAY = dt.date(2026, 11, 22)


def said(text: str) -> dict[str, Any]:
    """Return the fields of what Ana says today."""
    return drafted(text, "Ana", TODAY)


def test_a_whole_sentence_is_taken_apart() -> None:
    """What, when, by when, what for and how to tell, each in its field."""
    text = (
        "Ana will introduce Bea by e-mail when a client signs a lease, by 15 Dec, "
        "so that Bea gets warm leads; done when three introductions were sent by 15 December"
    )
    assert said(text) == {
        "what": "Introduce Bea by e-mail",
        "trigger": "when a client signs a lease",
        "due": dt.date(2026, 12, 15),
        "gives": "warm leads",
        "done_when": "three introductions were sent by 15 December",
    }


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("send the list every month", {"what": "Send the list", "every": {"months": 1}}),
        (
            "Send the list every 2 weeks by end of January",
            {"what": "Send the list", "every": {"weeks": 2}, "due": dt.date(2027, 1, 31)},
        ),
        ("I will call by Friday", {"what": "Call", "due": dt.date(2026, 11, 27)}),
        ("Survey the rooms in five days", {"what": "Survey the rooms in five days"}),
        ("Call the client by phone", {"what": "Call the client by phone"}),
        ("when he calls", {"what": "When he calls"}),
        ("Willingly help", {"what": "Willingly help"}),
        ("  ", {"what": ""}),
    ],
)
def test_what_is_no_joint_stays(text: str, fields: dict[str, Any]) -> None:
    """A day and a cadence at the end are taken out; other words are left where they stand."""
    assert said(text) == fields


WORDS = st.lists(
    st.sampled_from(["call", "when", "so", "that", "done", "by", "Friday", "every", "month", ";", ",", "15", "Dec"]),
    max_size=14,
)


@given(WORDS.map(" ".join))
def test_whatever_is_said_can_be_promised(text: str) -> None:
    """However the words fall, what comes out is a promise or nothing, and no word of a joint makes it fail."""
    fields = said(text)
    if fields["what"]:
        (made,) = editing.promise(canvas(), "a", **fields).commitments
        assert made.what == fields["what"].strip()
