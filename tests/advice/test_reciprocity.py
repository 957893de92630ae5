"""Who gives what to whom."""

from __future__ import annotations

from typing import Any

from jtbd.advice.reciprocity import Balance, reciprocity
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


def test_the_balance_is_told_in_numbers() -> None:
    """Who promises more comes first, with how many needs each one's promises serve, and how many both serve."""
    promises = [made("b", 1, "need-1"), made("b", 2), made("a", 1, "need-1", "need-2")]
    found = reciprocity(canvas(parties=parties(), aspects=complementary_aspects(), commitments=promises))
    assert found.balance == Balance("b", {"a": 1, "b": 2}, {"a": 2, "b": 1}, 1)
    assert reciprocity(canvas()).balance == Balance("a", {"a": 0, "b": 0}, {"a": 0, "b": 0}, 0)
