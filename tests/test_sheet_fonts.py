"""What cannot be printed here."""

from __future__ import annotations

from jtbd.sheet.fonts import code_points, unprintable, warning


def test_usual_text_can_be_printed() -> None:
    """Latin, Greek, Cyrillic and the punctuation of trade print with what comes with the program."""
    assert unprintable("Ærø & Søn – “½ × €”", "Αθήνα", "Київ", "") == ()


def test_what_is_missing_is_named_once() -> None:
    """Characters that nothing can print are returned, each once."""
    assert unprintable("a\u0378b\u0378", "\u0379") == ("\u0378", "\u0379")


def test_private_characters_are_missing() -> None:
    """A private-use character means nothing to anybody else, and PDF/A refuses it."""
    assert unprintable("\ue000") == ("\ue000",)


def test_many_missing_characters_are_all_found() -> None:
    """Hundreds of characters that nothing can print are all returned."""
    unassigned = [chr(0x2FE0 + place) for place in range(16)] + [chr(0xE000 + place) for place in range(200)]

    assert set(unprintable("".join(unassigned))) == set(unassigned)


def test_characters_are_named_by_number_and_name() -> None:
    """A character is shown with its code point and, where that says more, its name; a long list is cut with a count."""
    assert code_points(["ß", "日", "\u0378"]) == "U+00DF LATIN SMALL LETTER SHARP S, U+65E5, U+0378"
    assert code_points(["x"] * 42).endswith(", 2 more")
    assert "日" in warning(["日"])
    assert "U+65E5" in warning(["日"])
