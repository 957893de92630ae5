"""What files are called that leave the laptop."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from jtbd.model import PARTIES, PartyId
from jtbd.model.sheet import Sheet
from jtbd.sign.check.sheet import check
from jtbd.usecases.sheets import filenames as use
from tests.support import builders, sheets
from tests.support.sheets import decline

DAY = dt.date(2026, 11, 22)


def _sheet(a: dict[str, str], b: dict[str, str]) -> Sheet:
    return sheets.draft(builders.ready_canvas(parties={"a": a, "b": b}))


@pytest.mark.parametrize(
    ("readers", "name"),
    [
        (("a",), "blumen-scholler-sohne-2026-11-22"),
        (("b",), "kuche-ost-2026-11-22"),
        (PARTIES, "kuche-ost-blumen-scholler-sohne-2026-11-22"),
        ((), "kuche-ost-blumen-scholler-sohne-2026-11-22"),
    ],
)
def test_each_has_them_named_after_the_other(readers: tuple[PartyId, ...], name: str) -> None:
    """One has them named after the other firm, both after both; in ASCII, as the folders of canvases are."""
    sheet = _sheet({"organisation": "Küche Ost", "person": "Ana"}, {"organisation": "Blumen Schöller & Söhne"})
    assert use.stem(sheet, readers, DAY) == name


def test_a_firm_without_a_name_goes_by_its_person() -> None:
    """Who has no firm is named in person; a name without a letter of ASCII leaves the day and a word."""
    sheet = _sheet({"person": "Łucja Żółć"}, {"organisation": "花屋", "person": "山田"})
    assert use.stem(sheet, ("b",), DAY) == "lucja-zolc-2026-11-22"
    assert use.stem(sheet, ("a",), DAY) == "coffee-2026-11-22"
    assert use.stem(sheet, ("a",), DAY, use.of_number(1), "draft") == "coffee-2026-11-22-draft"
    assert use.stem(sheet, ("a",), DAY, use.of_number(2), "draft") == "coffee-2026-11-22-2-draft"


def test_what_is_no_sheets_has_the_day_and_the_firm() -> None:
    """A letter of farewell is found again as well."""
    assert use.after("Küche Ost", DAY, "goodbye") == "kuche-ost-2026-11-22-goodbye"
    assert use.after(None, DAY, "goodbye") == "coffee-2026-11-22-goodbye"


def test_the_day_is_that_of_the_last_signature_where_it_was_made() -> None:
    """Half past eleven at night in Auckland is that day, whatever it is elsewhere; a refusal has its day as well."""
    night = dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=13)))
    said = decline(sheets.half_signed(), "b", sheets.key("b"), at=night, reason="too soon")
    assert use.day_signed(check(sheets.complete())) == DAY
    assert use.day_signed(check(said)) == DAY


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_name_gives_a_name_that_every_disk_takes(first: str, second: str) -> None:
    """ASCII letters, digits and hyphens, never empty, short enough; with a number it stays so."""
    party = sheets.draft().commitment.parties[0]
    content = sheets.draft().commitment.model_copy(
        update={
            "parties": tuple(
                party.model_copy(update={"id": letter, "organisation": name, "name": name or "x"})
                for letter, name in (("a", first), ("b", second))
            )
        }
    )
    name = use.stem(sheets.draft().model_copy(update={"commitment": content}), PARTIES, DAY, "2", "draft")
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) < 130


def test_names_are_free_together() -> None:
    """Files of one stem go by the same number, so that none is taken for a part of another set."""
    taken = {"one.yaml", "one-2.pdf"}
    found = use.free({"one.yaml": b"1", "one.pdf": b"2", "verify.html": b"3"}, lambda name, _: name in taken)
    assert found == {"one-3.yaml": b"1", "one-3.pdf": b"2", "verify.html": b"3"}
