"""In which letter a typed name differs."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from jtbd.model.names import same
from jtbd.parsing.spelling import difference
from tests.model.test_names import NAMES, SIGNED


@pytest.mark.parametrize(
    ("typed", "name", "said"),
    [
        ("Bea Lunt", "Bea Lund", "you typed “t”, the sheet has “d”, the last letter"),
        ("Pea Lund", "Bea Lund", "you typed “P”, the sheet has “B”, the first letter"),
        ("Bee Lund", "Bea Lund", "you typed “e”, the sheet has “a”, behind “Be”"),
        ("Bea Lun", "Bea Lund", "the sheet has “d”, which you did not type, the last letter"),
        ("Bea Lundd", "Bea Lund", "you typed “d”, which the sheet does not have, at the end"),
        ("BeaLund", "Bea Lund", "the sheet has a blank, which you did not type, behind “Bea”"),
        ("Siobhan O’Neil", "Siobhán O'Neil", "you typed “a”, the sheet has “á”, behind “Siobh”"),
        ("Beа Lund", "Bea Lund", "you typed a Cyrillic “а”, the sheet has a Latin “a”, behind “Be”"),
        ("山田 次郎", "山田 太郎", "you typed “次”, the sheet has “太”, behind “山田”"),
        ("Ana Ruiz", "Dr. Ana Ruiz", "the sheet has “Dr.”, which you did not type, the first letters"),
        ("กสกรไทย", "กสิกรไทย", "you typed “ส”, the sheet has “สิ”, behind “ก”"),
    ],
)
def test_the_letter_that_differs_is_said(typed: str, name: str, said: str) -> None:
    """As it is written on both sides, and where; of letters that look the same, which alphabet."""
    assert difference(typed, name) == said


@pytest.mark.parametrize("typed", ["", "Omar", "Lund Bea", "?", "B"])
def test_another_name_is_no_misspelling(typed: str) -> None:
    """Where little is the same there is no letter to point at."""
    assert difference(typed, "Bea Lund") == ""


@pytest.mark.parametrize(("name", "typed"), [(name, typed) for name, all_ in SIGNED.items() for typed in all_])
def test_the_same_name_does_not_differ(name: str, typed: str) -> None:
    """What counts as the same differs in nothing."""
    assert difference(typed, name) == ""


@given(NAMES, NAMES, st.booleans())
def test_a_difference_is_said_of_different_names_alone(name: str, typed: str, swapped: bool) -> None:
    """No two texts break it."""
    first, second = (typed, name) if swapped else (name, typed)
    assert not (difference(first, second) and same(first, second))
