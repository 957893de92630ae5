"""Readable ids, whatever the text."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from builders import canvas
from hypothesis import given, strategies as st

from jtbd.model.ids import canvas_id, numbered, slug, unique_id

DAY = dt.date(2026, 11, 22)
SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Find premises that fit", "find-premises-that-fit"),
        ("  Größe & Café — Łódź!  ", "grosse-cafe-lodz"),
        ("Åse Ødegård", "ase-odegard"),
        ("the client's office", "the-clients-office"),
        ("№ 5 ½", "no-5-1-2"),
        ("Straße ＡＢＣ", "strasse-abc"),
        ("日本", ""),
        ("--", ""),
    ],
)
def test_text_becomes_readable_ascii(text: str, found: str) -> None:
    """Accents go, other letters are spelt out, what is left over becomes hyphens."""
    assert slug(text) == found


def test_long_text_is_cut_between_words() -> None:
    """An id ends with a whole word where it can."""
    assert (
        slug("Have desks, sockets and rooms planned before anyone builds")
        == "have-desks-sockets-and-rooms-planned-before"
    )
    assert slug("x" * 100) == "x" * 48


@given(st.text(max_size=200), st.integers(1, 60))
def test_a_slug_is_an_id_or_nothing(text: str, longest: int) -> None:
    """Every text gives an id of the length asked for, or nothing."""
    found = slug(text, longest)
    assert found == "" or (SLUG.fullmatch(found) and len(found) <= longest)


def test_a_canvas_is_named_by_day_and_parties() -> None:
    """The id says when and who; what leaves nothing is replaced by random characters."""
    assert canvas_id(DAY, "Harbour Estates", "Northline Cabling") == "2026-11-22-harbour-estates-northline-cabling"
    assert canvas_id(DAY, "株式会社", "Northline") == "2026-11-22-northline"
    assert len(canvas_id(DAY, "a b " * 50, "c" * 100)) <= 80
    for names in ((), ("",), ("株式会社", "東京")):
        assert re.fullmatch(r"canvas-[a-z0-9]{8}", canvas_id(DAY, *names))
    assert canvas_id(DAY, "株式会社") != canvas_id(DAY, "株式会社")


def test_a_part_gets_an_id_that_is_not_taken() -> None:
    """An id is made of the text; a taken one is numbered; where the text leaves nothing its kind stands in."""
    assert unique_id("Find premises", set()) == "find-premises"
    assert unique_id("Find premises", {"find-premises", "find-premises-2"}) == "find-premises-3"
    assert re.fullmatch(r"aspect-[a-z0-9]{8}", unique_id("東京", set()))
    assert re.fullmatch(r"promise-[a-z0-9]{8}", unique_id("東京", set(), "promise"))


@given(st.text(max_size=100), st.integers(0, 12))
def test_ids_fit_the_model(text: str, earlier: int) -> None:
    """Whatever the text and however many went before, the model takes the id."""
    taken: set[str] = set()
    for _ in range(earlier):
        taken.add(unique_id(text, taken))
    fresh = unique_id(text, taken)
    assert fresh not in taken
    assert canvas(id=numbered(canvas_id(DAY, text), {fresh})).id


def test_numbering_keeps_to_the_longest_id() -> None:
    """A number takes the place of letters where the id is as long as it may be."""
    assert numbered("x" * 120, {"x" * 120}) == "x" * 118 + "-2"
