"""Give and take, in words."""

from __future__ import annotations

from typing import Any

import pytest

from jtbd.advice.reciprocity import reciprocity
from jtbd.wording.balance import balance_sentence
from tests.support.builders import canvas, complementary_aspects, parties


def made(by: str, number: int, *serves: str) -> dict[str, Any]:
    """Return a promise as the file has it."""
    return {"id": f"{by}{number}", "by": by, "what": "Call", "serves": serves}


@pytest.mark.parametrize(
    ("promises", "balance"),
    [
        ([], "Nothing has been promised yet."),
        ([made("a", 1)], "One-way so far: Harbour Estates promises one thing, Northline Cabling nothing."),
        ([made("b", 1), made("a", 1)], "Even: each promises one thing."),
        (
            [made("b", 1, "need-1"), made("b", 2), made("a", 1, "need-1", "need-2")],
            (
                "Northline Cabling promises two things, Harbour Estates one thing. "
                "1 need is served by Northline Cabling, 2 by Harbour Estates, 1 by both."
            ),
        ),
        (
            [made("a", number) for number in range(7)],
            "One-way so far: Harbour Estates promises 7 things, Northline Cabling nothing.",
        ),
    ],
)
def test_the_balance_is_told_in_a_sentence(promises: list[dict[str, Any]], balance: str) -> None:
    """Who promises more comes first; what nobody serves is not counted."""
    document = canvas(parties=parties(), aspects=complementary_aspects(), commitments=promises)
    assert balance_sentence(reciprocity(document).balance, document) == balance


def test_nameless_parties_begin_with_a_capital() -> None:
    """Without names the parties are party A and party B, with a capital where they begin the sentence."""
    document = canvas(commitments=[made("b", 1), made("b", 2), made("a", 1)])
    assert balance_sentence(reciprocity(document).balance, document) == (
        "Party B promises two things, party A one thing."
    )
