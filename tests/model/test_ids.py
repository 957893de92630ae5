"""Readable ids, whatever the text."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, strategies as st

from jtbd.model.ids import LONGEST_CANVAS_ID, LONGEST_PART_ID, canvas_id, drawn, free_id, numbered, part_id, slug
from tests.support.builders import canvas

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


def k3q7() -> str:
    """Return an ending that somebody may have drawn."""
    return "k3q7"


def test_four_characters_are_drawn() -> None:
    """An ending is four characters of base32 in small letters, other ones each time."""
    endings = [drawn() for _ in range(400)]
    assert all(re.fullmatch("[a-z2-7]{4}", ending) for ending in endings)
    assert {*"".join(endings)} == {*"abcdefghijklmnopqrstuvwxyz234567"}
    assert len({*endings}) > 390


def test_a_canvas_is_named_by_day_and_parties() -> None:
    """The id says when and who; what leaves nothing is replaced by random characters."""
    assert canvas_id(DAY, "Harbour Estates", "Northline Cabling", draw=k3q7) == (
        "2026-11-22-harbour-estates-northline-cabling-k3q7"
    )
    assert canvas_id(DAY, "株式会社", "Northline", draw=k3q7) == "2026-11-22-northline-k3q7"
    for names in ((), ("",), ("株式会社", "東京")):
        assert re.fullmatch(r"canvas-[a-z2-7]{8}", canvas_id(DAY, *names))
    assert canvas_id(DAY, "株式会社") != canvas_id(DAY, "株式会社")


def test_what_is_cut_is_the_name_not_the_ending() -> None:
    """Names that are too long give way between words, so that an id is as long as it may be and ends by lot."""
    long = canvas_id(DAY, "Harbour Estates and Sons", "Northline Cabling", "of the Old Town by the Quay", draw=k3q7)
    assert long == "2026-11-22-harbour-estates-and-sons-northline-cabling-of-the-old-town-by-k3q7"
    assert len(canvas_id(DAY, *["x" * 48] * 3, draw=k3q7)) <= LONGEST_CANVAS_ID
    assert part_id("x" * 100, set(), draw=k3q7) == "x" * (LONGEST_PART_ID - 5) + "-k3q7"


def test_days_keep_the_order() -> None:
    """Ids sort by day, those from before there were endings among them."""
    before = ["2026-11-21-quay", "2026-11-22-harbour-northline", "2026-11-24-quay"]
    new = canvas_id(dt.date(2026, 11, 23), "Harbour")
    assert sorted([new, *before]) == [*before[:2], new, before[2]]


def test_a_part_gets_an_id_that_is_not_taken() -> None:
    """An id is made of the text; what is taken is drawn again; where the text leaves nothing its kind stands in."""
    assert part_id("Find premises", set(), draw=k3q7) == "find-premises-k3q7"
    endings = iter(["k3q7", "k3q7", "m2ab"])
    assert part_id("Find premises", {"find-premises-k3q7"}, draw=lambda: next(endings)) == "find-premises-m2ab"
    assert re.fullmatch(r"aspect-[a-z2-7]{8}", part_id("東京", set()))
    assert re.fullmatch(r"promise-[a-z2-7]{8}", part_id("東京", set(), "promise"))


def test_an_id_that_is_there_stays() -> None:
    """A canvas keeps the id that it comes with, an ending or none; where another one has it, it gets an ending."""
    assert free_id("harbour-northline", {"quay"}) == "harbour-northline"
    assert free_id("harbour-northline", {"harbour-northline"}, k3q7) == "harbour-northline-k3q7"
    assert free_id("harbour-m2ab", {"harbour-m2ab"}, k3q7) == "harbour-m2ab-k3q7", "an ending may be a word"
    assert len(free_id("x" * 120, {"x" * 120})) <= LONGEST_CANVAS_ID


@given(st.text(max_size=100), st.integers(0, 12))
def test_ids_fit_the_model(text: str, earlier: int) -> None:
    """Whatever the text and however many went before, the model takes the id."""
    taken: set[str] = set()
    for _ in range(earlier):
        taken.add(part_id(text, taken))
    fresh = part_id(text, taken)
    assert fresh not in taken
    assert canvas(id=free_id(canvas_id(DAY, text), {fresh})).id


def test_numbering_keeps_to_the_longest_id() -> None:
    """A number takes the place of letters where a folder's name is as long as an id may be."""
    assert numbered("x" * 120, {"x" * 120}) == "x" * 118 + "-2"
