"""Where the two see much in it besides money: as facts, and in words."""

from __future__ import annotations

import pytest

from jtbd.scoring.four import SeenMuch, seen_much
from jtbd.wording.four import four_sentence
from tests.support.builders import canvas, parties

NAMES = ("internal", "external", "network", "civic")


@pytest.mark.parametrize(
    ("a", "b", "seen", "said"),
    [
        ("0000", "1111", SeenMuch((), (), ()), ""),
        (
            "2300",
            "0310",
            SeenMuch(("external",), ("internal",), ()),
            "Both of you see much in it for customers and partners; Harbour Estates also sees it for itself.",
        ),
        (
            "2003",
            "2002",
            SeenMuch(("internal", "civic"), (), ()),
            "Both of you see much in it for yourselves and for society.",
        ),
        (
            "2000",
            "0022",
            SeenMuch((), ("internal",), ("network", "civic")),
            (
                "Harbour Estates sees much in it for itself; "
                "Northline Cabling sees much in it for the ecosystem and for society."
            ),
        ),
    ],
)
def test_where_they_see_much(a: str, b: str, seen: SeenMuch, said: str) -> None:
    """Much or decisive counts; first what both see, then what one sees alone."""
    sides = zip("ab", (a, b), strict=True)
    four = {party: dict(zip(NAMES, ({"score": int(score)} for score in said), strict=True)) for party, said in sides}
    document = canvas(parties=parties(), value={"four": four})
    assert seen_much(document) == seen
    assert four_sentence(document) == said


def test_nameless_parties_begin_with_a_capital() -> None:
    """Without names the first party has a capital, as it begins the sentence, and the other has none."""
    four = {party: {"civic" if party == "a" else "network": {"score": 2}} for party in "ab"}
    assert four_sentence(canvas(value={"four": four})) == (
        "Party A sees much in it for society; party B sees much in it for the ecosystem."
    )
