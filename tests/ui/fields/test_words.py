"""Text on its way to the screen; what a browser makes of it is in test_ui_screens_letters.py."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given, strategies as st

from jtbd.model import PARTIES, Parties, Party
from jtbd.ui.fields.words import first_name, organisation, person, plain, title
from tests.support.builders import canvas, party

JOINER: Final = "\u2060"


def read(markdown: str) -> str:
    """Return what a reader sees of escaped text."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.replace(JOINER, ""))


LETTERS: Final = st.one_of(st.characters(exclude_characters=JOINER), st.sampled_from("\\`*_[]()<>~$#&:@-=.!1"))
ORDINARY: Final = (
    "Harbour Estates",
    "Jean-Luc St. Cyr & Sons (1998), C# shop!",
    "دار الميناء",
    "東京配線株式会社",
    "9 × 12 = 108",
)


@given(st.text(LETTERS))
def test_plain_text_reads_as_it_was_written(text: str) -> None:
    """Without its backslashes and joiners, plain text is what was typed, with single spaces."""
    assert read(plain(text)) == " ".join(text.split())


@pytest.mark.parametrize("text", ORDINARY)
def test_plain_leaves_ordinary_names_alone(text: str) -> None:
    """A name without markup gets no backslash, which would be read aloud."""
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "kept_apart"),
    [
        (":red[x]", f":{JOINER}red\\[x\\]"),
        (":material/home:", f":{JOINER}material/home:"),
        ("https://evil.example", f"https:{JOINER}//evil.example"),
        ("www.evil.example", f"www{JOINER}.evil.example"),
        ("ana@harbour.example", f"ana@{JOINER}harbour.example"),
        ("a -> b", f"a -{JOINER}> b"),
        ("a <-> b", f"a \\<{JOINER}-> b"),
        ("a -- b", f"a -{JOINER}- b"),
    ],
)
def test_plain_keeps_apart_what_streamlit_transforms(text: str, kept_apart: str) -> None:
    """Addresses, arrows and words between colons are split by a character without width."""
    assert plain(text) == kept_apart


@pytest.mark.parametrize(("text", "escaped"), [("1. x", "1\\. x"), ("- x", "\\- x"), ("# h #", "\\# h \\#")])
def test_plain_starts_no_block(text: str, escaped: str) -> None:
    """What would begin a list or a heading gets a backslash."""
    assert plain(text) == escaped


def test_plain_of_nothing_is_empty() -> None:
    """A blank field is drawn as an empty text."""
    assert plain(None) == ""


def test_a_party_goes_by_the_best_name_it_has() -> None:
    """A person stands in for an organisation and the other way round; blanks have words of their own."""
    named = canvas(parties=Parties(a=party("a"), b=Party(organisation="Northline")))
    assert (person(named, "a"), first_name(named, "a"), organisation(named, "a")) == (
        "Ana Ruiz",
        "Ana",
        "Harbour Estates",
    )
    assert (person(named, "b"), first_name(named, "b")) == ("Northline", "Northline")
    blank = canvas()
    assert (first_name(blank, "a"), first_name(blank, "b")) == ("the host", "the guest")
    assert (organisation(blank, "a"), organisation(blank, "b")) == ("your side", "their side")


def test_nobody_is_greeted_by_a_placeholder() -> None:
    """TBD is nobody's name: the organisation stands in, and where that is none either, the seat."""
    named = canvas(parties={"a": {"person": "TBD", "organisation": "Harbour Estates"}, "b": {"person": "n.n."}})
    assert (person(named, "a"), first_name(named, "a")) == ("Harbour Estates", "Harbour Estates")
    assert (person(named, "b"), first_name(named, "b"), organisation(named, "b")) == (
        "the guest",
        "the guest",
        "their side",
    )
    assert title(named) == "Harbour Estates"


def test_two_of_one_first_name_go_by_the_whole() -> None:
    """Ana and ANA are one name to the ear."""
    named = canvas(parties={"a": {"person": "Dr. Ana Ruiz"}, "b": {"person": "ANA LUND"}})
    assert [first_name(named, party) for party in PARTIES] == ["Dr. Ana Ruiz", "ANA LUND"]
    same = canvas(parties={"a": {"person": "Ana Ruiz"}, "b": {"person": "Ruiz, Ana"}})
    assert [first_name(same, party) for party in PARTIES] == ["Ana (host)", "Ana (guest)"]


def test_a_canvas_without_a_title_is_called_by_its_parties() -> None:
    """The bar shows the title, else the names, else that the meeting is new."""
    assert title(canvas(title="Two of us")) == "Two of us"
    assert title(canvas(parties=Parties(a=party("a"), b=party("b")))) == "Harbour Estates × Northline Cabling"
    assert title(canvas()) == "A new meeting"
