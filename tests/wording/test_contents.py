"""What a sheet will have in it, what stays out, and what one might miss."""

from __future__ import annotations

import datetime as dt
from typing import Final

from jtbd.model import Canvas, PartyId
from jtbd.model.sheet import CommitmentContent
from jtbd.usecases.sheets import readiness, words
from jtbd.usecases.sheets.terms import Terms
from jtbd.wording.contents import contained, left_out, missed
from tests.support.builders import ready_canvas

NAMES: Final[dict[PartyId, str]] = {"a": "Ana", "b": "Bea"}


def _content(of: Canvas, terms: Terms) -> CommitmentContent:
    sheet = words.rehearsed(of, terms, dt.date(2026, 11, 27))
    assert sheet
    return sheet.commitment


def test_what_is_on_it_and_what_is_not_are_told() -> None:
    """The verdict and the money are on one side or the other, as the two chose."""
    with_all, bare = (_content(ready_canvas(), Terms(money=both, verdict=both)) for both in (True, False))
    told = "\n".join(contained(with_all, "you complete each other", NAMES))
    assert "what you are to each other: “you complete each other”" in told
    assert "the money: " in told
    assert left_out(with_all, "you complete each other") == "What stays out: what each of you said of each need."
    told = "\n".join(contained(bare, "", NAMES))
    assert "by Ana and " in told
    assert not any(word in told for word in ("each other", "money"))
    assert left_out(bare, "").endswith("of each need, what you are to each other, the money.")


def test_what_one_might_miss_is_told() -> None:
    """A promise by each, who leads, a test for each promise, a day to look at it again; nothing where all is there."""
    whole = ready_canvas()
    assert [*missed(_content(whole, Terms()), NAMES)] == []
    promise = whole.commitments[0].revise(done_when=None)
    least = whole.revise(commitments=(promise,), roles={}, review={})
    other = "Bea" if promise.by == "a" else "Ana"
    assert [*missed(_content(least, Terms()), NAMES)] == [
        f"a promise by {other}",
        "who leads",
        "when each promise counts as done",
        "when you look at it again",
    ]


def test_what_is_covered_waits() -> None:
    """A verdict on a sheet waits for the curtain, money for both; without them nothing waits."""
    drawn = ready_canvas().revise(rating={"ready": {"a": True, "b": False}})
    assert readiness.missing(drawn, Terms()) == ()
    (waits,) = readiness.missing(drawn, Terms(verdict=True))
    assert waits.startswith("The curtain is still drawn: ")
    value = {"currency": "EUR", "a": {"alone": "1", "together": "2"}, "b": {}}
    half = ready_canvas().revise(value=value)
    assert [readiness.is_covered(half, Terms(money=money)) for money in (True, False)] == [True, False]
    assert readiness.missing(half, Terms(money=True)) == ()
