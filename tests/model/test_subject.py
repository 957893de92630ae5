"""Whom a sentence is about."""

from __future__ import annotations

from typing import Any

import pytest

from jtbd.model import Canvas
from jtbd.model.subject import is_about, without_receiver, without_subject
from tests.support.builders import canvas


def table(a: dict[str, Any], b: dict[str, Any] | None = None) -> Canvas:
    """Return a canvas of these two."""
    return canvas(parties={"a": a, "b": b or {"organisation": "Northline Cabling", "person": "Omar Lund"}})


ANA = {"organisation": "Harbour Estates Ltd", "person": "Dr. Ana Ruiz", "title": "partner"}


@pytest.mark.parametrize(
    "who",
    [
        *(
            "Dr. Ruiz will",
            "Dr Ruiz will",
            "DR. RUIZ will",
            "Ana will",
            "ana will",
            "Ana Ruiz will",
            "Dr. Ana Ruiz will",
        ),
        *(
            "Ms Ruiz will",
            "A. Ruiz will",
            "Ruiz will",
            "Harbour will",
            "Harbour Estates will",
            "Harbour Estates Ltd will",
        ),
        *("Harbour Estates Limited will", "HARBOUR ESTATES will", "Ana from Harbour will", "Ana (Harbour) will"),
        *("Ana Ruiz, partner, will", "Ana Ruiz (partner) shall", "Ana’ll", "Ana'll", "Ana shall", "Ana must", "Ana to"),
        *("Ana is going to", "Ana is to", "Ana promises to", "Ana:", "Ana –", "Ana -", "Ana →", "Ana will:", "I will"),
        *(
            "I’ll",
            "I'll",
            "I shall",
            "I am going to",
            "I promise to",
            "Will",
            "The host will",
            "host will",
            "Ａｎａ will",
        ),
    ],
)
def test_the_one_who_promises_is_left_away(who: str) -> None:
    """In every form that the line's label has, the names of the sheet have, and people say."""
    assert without_subject(f"{who} call by Friday", table(ANA), "a") == "call by Friday"


@pytest.mark.parametrize("who", ["Ana won't", "Ana won’t", "Ana will not", "Ana shall not", "Ana’ll not"])
def test_what_is_not_to_be_done_stays_so(who: str) -> None:
    """A promise not to do something is not turned into its opposite."""
    assert without_subject(f"{who} tell anyone", table(ANA), "a") == "not tell anyone"


@pytest.mark.parametrize(
    "text",
    [
        *("Omar will call", "Northline will call", "Omar Lund will call", "Ana Lund will call", "Harbours will call"),
        *(
            "Ana and Omar will call",
            "We will call",
            "Both will call",
            "Willingly help",
            "Call the client",
            "Call Ana: now",
        ),
        *("Introduce Omar to Ana", "Send a will to Ana", "The client will call", "", "Ana will", "Ana"),
    ],
)
def test_who_is_somebody_else_stays(text: str) -> None:
    """The other party, both, a client, and sentences without anybody are left as they are."""
    assert without_subject(text, table(ANA), "a") == text


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ("Nguyễn Thị Lan", "Lan will call"),
        ("Nguyễn Thị Lan", "NGUYỄN THỊ LAN will call"),
        ("山田 太郎", "山田太郎 will call"),
        ("山田 太郎", "太郎 will call"),
        ("İpek Işık", "IPEK will call"),
        ("Siobhán O'Neil-Smith", "Siobhán O’Neil–Smith will call"),
        ("Ana & Bea", "Ana & Bea will call"),
        ("Ruiz, Ana", "Ana Ruiz will call"),
        ("Ruiz, Ana", "Ruiz, Ana will call"),
        ("Mrs Ruiz", "Mrs Ruiz will call"),
        ("de la Cruz, Maria", "Maria de la Cruz will call"),
    ],
)
def test_every_name_is_known_by_its_words(person: str, text: str) -> None:
    """Whatever script and order a name has, its words and the whole are the person."""
    assert without_subject(text, table({"person": person}), "a") == "call"


def test_of_two_only_one_is_not_the_party() -> None:
    """Where two share the seat, one of them alone is not dropped, since that says who of them."""
    assert without_subject("Ana will call", table({"person": "Ana & Bea"}), "a") == "Ana will call"


def test_who_gets_something_is_left_away() -> None:
    """By any name; whoever else gets it stays."""
    here = table(ANA)
    for who in ("Ana", "Dr. Ruiz", "Harbour Estates", "the host"):
        assert without_receiver(f"{who} gets warm leads", here, "a") == "warm leads"
    assert without_receiver("Omar gets warm leads", here, "a") == "Omar gets warm leads"
    assert without_receiver("warm leads", here, "a") == "warm leads"


def test_a_sentence_is_about_the_other_party() -> None:
    """By person, firm or seat; not where both may be meant, and not about a placeholder."""
    here = table(ANA)
    assert all(is_about(f"{who} will call", here, "b") for who in ("Omar", "Mr Lund", "Northline", "The guest"))
    assert not any(is_about(f"{who} will call", here, "b") for who in ("Ana", "We", "The client", "Harbour"))
    both = table(
        {"person": "Ana Ruiz", "organisation": "Harbour A"}, {"person": "Ana Lund", "organisation": "Harbour B"}
    )
    assert not is_about("Ana will call", both, "b")
    assert not is_about("Harbour will call", both, "b")
    assert is_about("Ana Lund will call", both, "b")
    assert not is_about("TBD will call", table(ANA, {"person": "TBD", "organisation": "?"}), "b")
