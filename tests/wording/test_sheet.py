"""Dates, cadences, money and shares in words."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from jtbd.model import Every
from jtbd.model.commitment import Kind, Role
from jtbd.model.sheet import FlagWord, SheetOverlap, VerdictWord
from jtbd.scoring.result import Flag, Verdict
from jtbd.wording import sheet as words
from tests.support import sheets


def test_dates_read_the_same_everywhere() -> None:
    """A date is written with the month's name, a moment in UTC."""
    assert words.date(dt.date(2026, 12, 5)) == "5 December 2026"
    assert words.moment(sheets.AT) == "22 November 2026, 09:02:11 UTC"


@pytest.mark.parametrize(
    ("every", "text"),
    [(Every(days=1), "every day"), (Every(weeks=6), "every 6 weeks"), (Every(months=1), "every month")],
)
def test_cadences(every: Every, text: str) -> None:
    """A cadence says one unit plainly and counts several."""
    assert words.cadence(every) == text


@pytest.mark.parametrize(
    ("units", "digits", "text"),
    [
        (7_000_000, 2, "EUR 70,000.00"),
        (-50, 2, "EUR −0.50"),
        (1234, 0, "EUR 1,234"),
        (1, 3, "EUR 0.001"),
        (0, 2, "EUR 0.00"),
    ],
)
def test_money(units: int, digits: int, text: str) -> None:
    """Minor units become an amount with all its decimals."""
    assert words.money(units, digits, "EUR") == text


def test_every_verdict_and_flag_has_words() -> None:
    """Whatever scoring can say a sheet can hold and print, with the parties' names in place."""
    content = sheets.draft().commitment
    assert {*get_args(VerdictWord)} == {*Verdict}
    assert {*get_args(FlagWord)} == {*Flag}
    for verdict in get_args(VerdictWord):
        overlap = SheetOverlap(
            verdict=verdict, flags=get_args(FlagWord), contested=0, only_a=0, only_b=0, open=0, total=0
        )
        sentences = words.verdict(content.revise(overlap=overlap))
        assert len(set(sentences)) == 1 + len(Flag)
        assert "Harbour Estates" in " ".join(sentences)
        assert "{" not in " ".join(sentences)


def test_every_role_and_kind_has_words() -> None:
    """No role or kind of promise is without a word."""
    assert {*words.ROLES} == {*Role}
    assert {*words.KINDS} == {*Kind}


def test_shares_of_nothing_are_nothing() -> None:
    """Where nothing has weight there are no shares."""
    nothing = SheetOverlap(verdict="unknown", flags=(), contested=0, only_a=0, only_b=0, open=0, total=0)

    assert words.shares(nothing) == {}
    assert words.shares(sheets.draft().commitment.overlap) == {
        "contested": "8 %",
        "only_a": "42 %",
        "only_b": "33 %",
        "open": "17 %",
    }


def test_a_party_without_a_role_has_no_word_for_it() -> None:
    """A role that was not taken is not made up."""
    party = sheets.draft().commitment.parties[0]

    assert words.role_of(party) == "leads"
    assert words.role_of(party.revise(role=None)) == ""


def test_text_from_right_to_left_is_kept_apart() -> None:
    """Arabic and Hebrew are isolated within a line of other text; the rest stands as it is."""
    assert words.isolated("علي") == "\u2068علي\u2069"
    assert words.isolated("Ana") == "Ana"
