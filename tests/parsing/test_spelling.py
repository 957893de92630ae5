"""In which letter a typed name differs."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from jtbd.model.names import same
from jtbd.parsing.spelling import misspelling
from jtbd.wording.misspelling import misspelt
from tests.model.test_names import NAMES, SIGNED


@pytest.mark.parametrize(
    ("typed", "name", "said"),
    [
        ("Bea Lunt", "Bea Lund", "You typed “t”, the sheet has “d”, the last letter."),
        ("Pea Lund", "Bea Lund", "You typed “P”, the sheet has “B”, the first letter."),
        ("Bee Lund", "Bea Lund", "You typed “e”, the sheet has “a”, behind “Be”."),
        ("Bea Lun", "Bea Lund", "The sheet has “d”, which you did not type, the last letter."),
        ("Bea Lundd", "Bea Lund", "You typed “d”, which the sheet does not have, at the end."),
        ("BeaLund", "Bea Lund", "The sheet has a blank, which you did not type, behind “Bea”."),
        ("Siobhan O’Neil", "Siobhán O'Neil", "You typed “a”, the sheet has “á”, behind “Siobh”."),
        ("Beа Lund", "Bea Lund", "You typed a Cyrillic “а”, the sheet has a Latin “a”, behind “Be”."),
        ("山田 次郎", "山田 太郎", "You typed “次”, the sheet has “太”, behind “山田”."),
        ("Ana Ruiz", "Dr. Ana Ruiz", "The sheet has “Dr.”, which you did not type, the first letters."),
        ("Be Lund", "Bea Lund", "The sheet has “a”, which you did not type, behind “Be”."),
        ("ea Lund", "Bea Lund", "The sheet has “B”, which you did not type, the first letter."),
        ("Bea L", "Bea Lund", "The sheet has “und”, which you did not type, the last letters."),
        ("XBea Lund", "Bea Lund", "You typed “X”, which the sheet does not have, at the beginning."),
        ("Beea Lund", "Bea Lund", "You typed “e”, which the sheet does not have, behind “B”."),
        ("Xxa Lund", "Bea Lund", "You typed “Xx”, the sheet has “Be”, the first letters."),
        ("Bea Luxx", "Bea Lund", "You typed “xx”, the sheet has “nd”, the last letters."),
        ("Bea-Lund", "Bea Lund", "You typed “-”, the sheet has a blank, behind “Bea”."),
        ("BeaжLund", "Bea Lund", "You typed “ж”, the sheet has a blank, behind “Bea”."),
        ("กสกรไทย", "กสิกรไทย", "You typed “ส”, the sheet has “สิ”, behind “ก”."),
    ],
)
def test_the_letter_that_differs_is_said(typed: str, name: str, said: str) -> None:
    """As it is written on both sides, and where; of letters that look the same, which alphabet."""
    found = misspelling(typed, name)
    assert found is not None
    assert misspelt(found) == said


@pytest.mark.parametrize("typed", ["", "Omar", "Lund Bea", "?", "B"])
def test_another_name_is_no_misspelling(typed: str) -> None:
    """Where little is the same there is no letter to point at."""
    assert misspelling(typed, "Bea Lund") is None


@pytest.mark.parametrize(("name", "typed"), [(name, typed) for name, all_ in SIGNED.items() for typed in all_])
def test_the_same_name_does_not_differ(name: str, typed: str) -> None:
    """What counts as the same differs in nothing."""
    assert misspelling(typed, name) is None


@given(NAMES, NAMES, st.booleans())
def test_a_difference_is_said_of_different_names_alone(name: str, typed: str, swapped: bool) -> None:
    """No two texts break it."""
    first, second = (typed, name) if swapped else (name, typed)
    found = misspelling(first, second)
    assert not (found and same(first, second))
    assert found is None or misspelt(found)
