"""Marks on letters of other scripts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, strategies as st

from jtbd.pdf import typeset
from jtbd.pdf.marks import JOINER, parted

WIDTHS = b"""#set text(font: families)
#let width(text) = measure(text).width.pt()
#context [#metadata(data.pairs.map(((letter, both)) => (width(letter), width(both)))) <widths>]
"""


@pytest.mark.parametrize(
    "text",
    [
        "Ana",
        "Nguyễn Thị Ánh Tuyết",
        unicodedata.normalize("NFD", "Ǻ ộ ǘ Ἄ й"),
        "м\u0301",
        "r\u0325\u0304",
        "لَيْلَى",
        "שָׁלוֹם",
        "श्री",
        "क\u0951",
        "ทั้งสิ้น",
        "か\u309a",
        "1\ufe0f\u20e3 🏳️\u200d🌈 👩🏽\u200d🌾 ☎\ufe0e",
        "\u25cc\u0308",
    ],
    ids=ascii,
)
def test_what_is_written_so_stays_so(text: str) -> None:
    """A mark on a letter of its own script, or on a letter that every font has, stays on it."""
    assert parted(text) == text


@pytest.mark.parametrize(
    "text", ["明\u0308", "क\u093c\u0308", "😀\u0338", "가\u0323", "ࢡ\u064e", "א\u064b", "\u0378\u0301"], ids=ascii
)
def test_a_mark_of_another_script_stands_beside(text: str) -> None:
    """A mark from elsewhere is kept off the letter, and nothing is lost or added but joiners."""
    assert parted(text) == f"{text[:-1]}{JOINER}{text[-1]}"


@given(st.text())
@example("明\u0308\u064b")
def test_nothing_is_lost(text: str) -> None:
    """Without the joiners it is the text again."""
    assert parted(text).replace(JOINER, "") == text.replace(JOINER, "")


def test_typst_keeps_every_letter() -> None:
    """Whatever mark stands on whatever letter, the two together are not narrower than a part of the letter alone."""
    letters = "明あア山क்தကሀაԱखกשאبܐ😀𐀀☎→aяωĐɛẠ가"
    marks = "\u0300\u0308\u0323\u0338\u0483\u05b0\u064b\u0670\u093c\u0951\u0e31\u0e48"
    marks += "\u1ab0\u1dc0\u20d0\u20dd\u20e3\u3099\u309a\ufe20"
    pairs = [(letter, letter + mark) for letter in letters if not unicodedata.combining(letter) for mark in marks]
    widths = typeset.noted(WIDTHS, {"pairs": pairs}, "widths")

    assert len(widths) == len(pairs) > 500
    assert [pair for pair, (alone, both) in zip(pairs, widths, strict=True) if both < alone / 2] == []
