"""The eyes that look at a text in the pseudo-language."""

from __future__ import annotations

import pytest

from tests.support.spoken import faults


@pytest.mark.parametrize(
    "right",
    [
        "",
        "⟦Saavee⟧",
        "⟦Yoou aaree riivaals.⟧ ⟦Draaw thee liinee.⟧",
        "⟦Haarboour soolvees 12 %⟧ · ⟦boothh⟧",
        "12,500",
        "☞ ⟦Saay whoo⟧",
    ],
)
def test_whole_sentences_pass(right: str) -> None:
    """Whole sentences beside each other, and what has no words, are in order."""
    assert faults(right) == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("Save", "in no catalogue"),
        ("⟦Saavee⟧ at once", "in no catalogue"),
        ("⟦yoou soolvee ⟦boothh⟧⟧", "within"),
        ("⟦yoou soolvee⟧ ⟦boothh⟧", "more than one pair"),
        ("⟦yoou soolvee", "cut"),
    ],
)
def test_what_is_wrong_is_found(wrong: str, why: str) -> None:
    """Words without brackets, sentences glued of two, and what is cut are found."""
    assert why in faults(wrong)[0]


def test_own_words_are_let_be() -> None:
    """What people wrote stays as it is."""
    assert faults("⟦Yoou aand⟧: Kestrel Foods", own=["Kestrel Foods"]) == []
