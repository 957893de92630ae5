"""Who gives what to whom."""

from __future__ import annotations

from typing import Any

import pytest

from jtbd.advice.reciprocity import reciprocity
from tests.support.builders import canvas, complementary_aspects, parties, ready_canvas


def made(by: str, number: int, *serves: str) -> dict[str, Any]:
    """Return a promise as the file has it."""
    return {"id": f"{by}{number}", "by": by, "what": "Call", "serves": serves}


def test_each_need_knows_the_promises_that_serve_it() -> None:
    """Promises are numbered on their own side; needs keep the canvas's order; open ones stand apart."""
    found = reciprocity(ready_canvas())
    assert [(need.aspect.id, need.a, need.b) for need in found.served] == [("need-1", (), (1,)), ("need-3", (1,), (1,))]
    assert [(need.aspect.id, need.owned) for need in found.open] == [("need-4", False)]


def test_an_open_need_is_owned_by_who_looks_for_somebody() -> None:
    """Named as missing is not owned yet; with an owner it is."""
    gap = {"aspects": ["need-4"], "who": "a broker"}
    for owner, owned in ((None, False), ("a", True)):
        (need,) = reciprocity(ready_canvas(missing=[{**gap, "owner": owner}])).open
        assert (need.owned, need.sought is not None) == (owned, True)


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
    found = reciprocity(canvas(parties=parties(), aspects=complementary_aspects(), commitments=promises))
    assert found.balance == balance
