"""What is understood of a promise while it is typed, and what is asked: sentences as people bring them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from jtbd.ui.screens.commitments.heard import answer
from tests.support.builders import canvas

TODAY = dt.date(2026, 11, 27)
"""A Friday."""

TABLE = canvas(
    parties={
        "a": {"person": "Ana Ruiz", "organisation": "Harbour Estates", "title": "partner"},
        "b": {"person": "Bea Lund", "organisation": "Northline Cabling"},
    }
)


def heard(typed: str) -> tuple[list[str], list[str]]:
    """Return the parts that Ana's line understands, and the questions."""
    found: dict[str, Any] = answer(TABLE, "a", typed, TODAY)
    assert found["who"] in {"Ana", ""}
    return [f"{joint} {said}" for joint, said in found["parts"]], found["asks"]


@pytest.mark.parametrize(
    ("typed", "parts", "asked"),
    [
        ("", [], []),
        ("Report monthly", ["every month"], []),
        ("Report every Monday", ["every week", "by 30 November 2026"], []),
        ("Call every six weeks", ["every 6 weeks"], []),
        ("Introduce two firms by end of Q1", ["by 31 March 2027"], []),
        ("Call Omar by COB Friday", [], ["“COB Friday” can mean today"]),
        ("Send it by next Friday", [], ["“next Friday” may not be the same day to both"]),
        ("Report by 15/12", ["by 15 December 2026"], []),
        ("Report by 5/12", [], ["“5/12” can mean 5 December 2026 or 12 May 2027"]),
        ("Report by 29 Feb", [], ["2028 has a 29th"]),
        ("Visit by mid-January", [], ["“mid-January” can be many a day"]),
        ("Pay within 30 days of the invoice", ["when the invoice comes", "done within 30 days of the invoice"], []),
        ("Send the list by 15 Dec 2025", ["by 15 December 2025"], ["15 December 2025 is over"]),
        ("Tell Bea when she can start, when she is back", ["when she is back"], []),
        ("Drop by Monday", [], ["“by Monday” may say when or until when"]),
        ("Send the list, so that she can plan, by 15 Dec", ["by 15 December 2026", "so that she can plan"], []),
        ("Send the list so that Bea gets warm leads", ["so that Bea gets warm leads"], []),
        ("Pay what is due promptly", [], ["“promptly” can mean anything"]),
        ("The Parties shall meet quarterly", ["every 3 months"], ["“The Parties” is not Harbour Estates alone"]),
        ("Either party may stop with a month's notice", [], ["gives a right and promises nothing"]),
        ("Use commercially reasonable efforts, by 1 March", ["by 1 March 2027"], ["“commercially reasonable efforts”"]),
        ("Say nothing in our name about price or scope", [], []),
        ("Finish what is under way when this ends and pay for it all the same", ["when this ends"], []),
        ("[ ] Exclusive: send nobody to other designers (optional)", [], ["“optional” leaves open"]),
        ("word " * 163, [], ["shorten it to 600 characters; it has 814"]),
        ("2\tPrice list to Bea\tAna Ruiz, partner\tT+14\t1\tIn progress", ["by 11 December 2026"], []),
        (
            "3\tSite visit\tBea Lund, Northline\tT+14\t1\tOpen",
            ["Bea promises Site visit", "by 11 December 2026"],
            [],
        ),
        ("1 | Shared list agreed | Both | 12/5 | None", [], ["“Both” is not", "“12/5” can mean 5 December"]),
        ("4\tFirst joint visit\tClient\tWk 3", [], ["“Client” is nobody at this table", "“Wk 3” is a week"]),
        ("No.\tAction\tOwner\tDue", [], ["This is the head of a table"]),
    ],
)
def test_a_line_says_what_it_hears(typed: str, parts: list[str], asked: list[str]) -> None:
    """What is sure is shown in full, what is not is asked about in its own words, and nothing is passed over."""
    found, asks = heard(typed)
    assert found == parts
    assert len(asks) == len(asked), asks
    assert all(start in ask for start, ask in zip(asked, asks, strict=True)), asks


@pytest.mark.parametrize("said", [None, 3, [], {"text": "call"}])
def test_only_text_is_heard(said: object) -> None:
    """Whatever else is posted says nothing."""
    assert answer(TABLE, "a", said, TODAY) == {"who": "", "parts": [], "gaps": [], "asks": []}


@pytest.mark.parametrize(
    ("typed", "who", "gaps"),
    [
        ("Call Omar", "Ana", ["by when?", "done when?"]),
        ("Call Omar by 15 December", "Ana", ["done when?"]),
        ("Call Omar every month; done when he has answered", "Ana", []),
        ("", "", []),
    ],
)
def test_what_is_still_to_say_can_be_begun(typed: str, who: str, gaps: list[str]) -> None:
    """Beside what was understood stands who promises, and what is missing, with the words that begin it."""
    found: dict[str, Any] = answer(TABLE, "a", typed, TODAY)
    assert found["who"] == who
    assert [label for label, _ in found["gaps"]] == gaps
    assert all(words[0] in ",;" and words.endswith(" ") for _, words in found["gaps"])
