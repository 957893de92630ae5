"""Answers of the rating that are blank."""

from __future__ import annotations

from hypothesis import given, strategies as some

from jtbd.model import PARTIES
from jtbd.scoring.blanks import FIELDS, answer, blanks_of, count, first_with_blanks
from tests.support.builders import canvas, rated

ANSWERS = some.tuples(some.none() | some.integers(0, 3), some.none() | some.sampled_from(["leave", "core"]))


def test_each_party_has_its_own_blanks() -> None:
    """They come in the order of the needs, each with what of it is missing."""
    found = canvas(aspects=rated(((3, "core"), (None, "do")), ((None, None), (1, "leave"))))
    first, second = found.aspects
    assert blanks_of(found, "a") == [(second.text, ("importance", "stance"))]
    assert blanks_of(found, "b") == [(first.text, ("importance",))]
    assert [count(blanks_of(found, party)) for party in PARTIES] == [2, 1]
    assert first_with_blanks(found) == "b"
    assert [answer(first, "b", field) for field in FIELDS] == [None, "do", None]


@given(some.lists(some.tuples(ANSWERS, ANSWERS), max_size=6))
def test_the_first_blank_is_one_of_those_that_are_counted(answers: list[tuple[object, object]]) -> None:
    """Nobody has the first one exactly where nothing is blank; a guess that was not asked for is none."""
    found = canvas(aspects=rated(*answers))  # type: ignore[arg-type]
    left = {party: count(blanks_of(found, party)) for party in PARTIES}
    first = first_with_blanks(found)
    assert (first is None) == (not any(left.values()))
    assert first is None or left[first]
