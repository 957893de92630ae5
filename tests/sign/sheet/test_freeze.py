"""Freezing a canvas into an unsigned sheet."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

from jtbd.errors import NotReadyToSign
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.sign.sheet.freeze import missing_for_sheet, new_sheet_id
from tests.support import builders, sheets


def test_content_is_the_extract_of_the_canvas() -> None:
    """A sheet has the served aspects, the promises without their events, the roles, the overlap in quarter units."""
    content = sheets.draft().commitment

    assert [item.id for item in content.aspects] == ["need-1", "need-3"]
    assert [item.id for item in content.commitments] == ["introduce", "survey"]
    assert "events" not in content.dump()["commitments"][0]
    assert content.overlap.model_dump() == {
        "verdict": "complementary",
        "flags": ("heading",),
        "contested": 4,
        "only_a": 20,
        "only_b": 16,
        "open": 8,
        "total": 48,
    }
    assert (content.parties[0].name, content.parties[0].organisation) == ("Ana Ruiz", "Harbour Estates")
    assert (content.parties[1].role, content.roles.b.does) == ("contribute", "surveys within five days")
    assert content.value is None


def test_a_sheet_that_does_not_tell_the_verdict_has_nothing_of_it() -> None:
    """The format wants an overlap: it is there and blank, in the file as on paper, and the sheet holds."""
    sheet = sheets.draft(verdict=False)

    assert not sheet.commitment.overlap.told
    assert set(sheet.commitment.overlap.model_dump().values()) == {"unknown", (), 0}
    assert verify_sheet(sheet_yaml(sheet)).outcome == "incomplete"
    assert sheets.draft(verdict=True).commitment.overlap.told


def test_from_when_one_takes_notice_is_in_no_sheet() -> None:
    """A limit in bargaining is not what was agreed: it goes into no sheet, and alone it is no figure to show."""
    shown = sheets.draft(money=True).commitment.dump()["value"]
    assert shown["b"] == {"alone": 2_500_000, "together": 4_500_000}

    limits = builders.ready_canvas(value={"currency": "EUR", "a": {"notice": "1.999"}})
    assert "none are given" in " ".join(missing_for_sheet(limits, money=True))


def test_an_unsigned_sheet_verifies_as_incomplete() -> None:
    """A fresh draft holds, and waits for both."""
    found = verify_sheet(sheet_yaml(sheets.draft()))

    assert (found.outcome, found.rule, found.signed, found.missing) == ("incomplete", "signers", (), ("a", "b"))


def test_what_is_missing_is_said_all_at_once() -> None:
    """An empty canvas lacks two names, a job and a promise, and is told so in one go."""
    with pytest.raises(NotReadyToSign) as caught:
        sheets.draft(builders.canvas())

    assert len(caught.value.missing) == 4
    assert caught.value.missing == missing_for_sheet(builders.canvas(), money=False)


def test_little_is_enough() -> None:
    """Two names, a want and one promise make a sheet; there is no other wall."""
    bare = builders.canvas(
        parties={"a": {"person": "Ana Ruiz"}, "b": {"organisation": "Northline Cabling"}},
        job={"want": "move to new premises"},
        commitments=[{"id": "call", "by": "a", "what": "call Bea"}],
    )

    content = sheets.draft(bare).commitment

    assert [party.full_name for party in content.parties] == ["Ana Ruiz", "Northline Cabling"]
    assert content.dump()["review"] == {}
    assert content.dump()["roles"] == {"a": {}, "b": {}}


@pytest.mark.parametrize(
    "named", [{"person": "TBD"}, {"person": "?", "organisation": "Harbour"}, {"organisation": "n/a"}]
)
def test_a_placeholder_signs_nothing(named: dict[str, str]) -> None:
    """Who is still called TBD is nobody: the sheet waits for a name."""
    people = {"a": named, "b": {"person": "Bea Lund"}}
    (said,) = missing_for_sheet(builders.ready_canvas(parties=people), money=False)
    if "organisation" in named and "person" in named:
        assert said == "Party a is still called ?, which is nobody: write the name, or leave it blank."
    else:
        assert said == "Party a needs a name: an organisation, a person or both."


def test_a_name_turned_round_is_signed_as_it_is_spoken() -> None:
    """Ruiz, Ana signs as Ana Ruiz, so that it is clear who is who."""
    people = {"a": {"person": "de la Cruz, Maria", "organisation": "Harbour"}, "b": {"person": "Dr. Bea Lund"}}
    frozen = sheets.draft(builders.ready_canvas(parties=people)).commitment
    assert [party.name for party in frozen.parties] == ["Maria de la Cruz", "Dr. Bea Lund"]


def test_one_key_for_both_is_refused() -> None:
    """Two parties with the same key cannot make a sheet."""
    same = sheets.keys()["a"]

    with pytest.raises(NotReadyToSign, match="key of its own"):
        sheets.draft(keys={"a": same, "b": same})


@pytest.mark.parametrize(
    ("currency", "alone", "digits", "units"),
    [("EUR", "40000.5", 2, 4_000_050), ("JPY", "40000", 0, 40_000), ("TND", "1.234", 3, 1234), ("EUR", "-3", 2, -300)],
)
def test_money_is_in_whole_minor_units(currency: str, alone: str, digits: int, units: int) -> None:
    """With money, amounts are whole minor units, and the sheet says how many decimals these have."""
    canvas = builders.ready_canvas(value={"currency": currency, "a": {"alone": alone}})

    shown = sheets.draft(canvas, money=True).commitment.dump()["value"]

    assert shown == {"currency": currency, "digits": digits, "a": {"alone": units}, "b": {}}


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({}, "none are given"),
        ({"a": {"alone": "1"}}, "need their currency"),
        ({"currency": "ZZZ", "a": {"alone": "1"}}, "not a currency"),
        (
            {"currency": "JPY", "a": {"alone": "1.5"}},
            "Party a's alone: 1.5 is finer than JPY can be paid: Japanese yen",
        ),
        ({"currency": "KWD", "a": {"alone": "3.1255"}}, "are paid in thousandths, write 3.125 or 3.126."),
        ({"currency": "EUR", "b": {"together": "999999999999999"}}, "more than a sheet"),
    ],
)
def test_money_that_cannot_be_shown_is_said(value: dict[str, Any], sentence: str) -> None:
    """Money without figures, currency or whole units is a reason not to freeze, only if it is to be shown."""
    canvas = builders.ready_canvas(value=value)

    assert missing_for_sheet(canvas, money=False) == ()
    assert sentence in " ".join(missing_for_sheet(canvas, money=True))


def test_ids_are_random_and_well_formed() -> None:
    """An id has 26 lower-case base32 characters, and no two are the same."""
    ids = {new_sheet_id() for _ in range(50)}

    assert len(ids) == 50
    assert all(re.fullmatch(r"[a-z2-7]{25}[aeimquy4]", found) for found in ids)


def test_verifying_loads_nothing_heavy() -> None:
    """Importing the verifier or the freezer imports no typesetting, screen, currency table or PDF library."""
    code = (
        "import sys, jtbd.sign.check.pdf, jtbd.sign.sheet.freeze, jtbd.sign.signing\n"
        "print(sorted({'typst', 'streamlit', 'babel', 'pikepdf', 'plotly'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout == b"[]\n"
