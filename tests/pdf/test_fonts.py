"""What cannot be seen in print here."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
import typst

from jtbd.pdf import fonts, typeset
from jtbd.pdf.fonts import code_points, unprintable, unseen, unseen_warning, warning

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
SECRET = "".join(chr(0xE0000 + ord(letter)) for letter in "pay")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take from typst every font but those that come with it, as on a machine that has none."""
    caches = (typeset._families, fonts._refused)
    for cache in caches:
        cache.cache_clear()
    only = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(typeset, "fonts", lambda: only)
    yield
    for cache in caches:
        cache.cache_clear()


def test_usual_text_can_be_printed() -> None:
    """Latin, Greek, Cyrillic and the punctuation of trade print with what comes with the program."""
    assert unprintable("Ærø & Søn – “½ × €”", "Αθήνα", "Київ", "") == ()


@pytest.mark.usefixtures("bare")
def test_what_is_always_there_is() -> None:
    """Every character that is taken for printable without a look prints on a machine without any font."""
    always = [chr(code) for code in range(0x20, 0x3000) if fonts._ALWAYS.fullmatch(chr(code))]

    assert len(always) > 450
    assert fonts._refused(" ".join(always)) == ()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    "text", ["สมชาย", "王小明", "みなと", "김민지", "தமிழ்", "አማርኛ", "🎉", "👩🏽\u200d🌾"], ids=ascii
)
def test_a_machine_without_fonts_names_each_letter(text: str) -> None:
    """Where no font has a script, exactly its characters are named, and none of those around them."""
    assert unprintable(f"Ana × {text}, Łódź", "Київ") == tuple(dict.fromkeys(text))


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


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (f"pay{SECRET} 10", tuple(SECRET)),
        ("Ana\u3164", ("\u3164",)),
        ("a\u2063b", ("\u2063",)),
        ("x\ufe00\ufe05\ufe0a", ("\ufe05", "\ufe0a")),
        ("x\u200b\u200c\u200b", ("\u200c", "\u200b")),
        (f"{SCOTLAND}\U000e0061", ("\U000e0061",)),
    ],
    ids=ascii,
)
def test_hidden_messages_are_named(text: str, hidden: tuple[str, ...]) -> None:
    """Characters that show as nothing, yet could carry a message that two sign and one cannot see, are named."""
    assert unseen(text) == hidden
    assert set(hidden) <= set(unprintable(text))


@pytest.mark.parametrize(
    "text", [SCOTLAND, "🏳️\u200d🌈", "👨\u200d👩\u200d👧", "می\u200cخواهم", "क्\u200dष", "Do\u00adnau", "☎\ufe0e"]
)
def test_what_shapes_its_neighbours_is_not_hidden(text: str) -> None:
    """Joiners, variation selectors, soft hyphens and the tags of a flag are part of how a text is written."""
    assert unseen(text) == ()


def test_a_second_look_costs_nothing() -> None:
    """A screen may ask at every turn: what was looked at once is known."""
    texts = [f"海港置业有限公司 {place}" for place in range(20)]
    first = unprintable(*texts)
    start = time.perf_counter()

    assert unprintable(*texts) == first
    assert time.perf_counter() - start < 0.01


def test_characters_are_named_by_number_and_name() -> None:
    """A character is shown with its code point and, where that says more, its name; a long list is cut with a count."""
    assert code_points(["ß", "日", "\u0378"]) == "U+00DF LATIN SMALL LETTER SHARP S, U+65E5, U+0378"
    assert code_points(["x"] * 42).endswith(", 2 more")
    assert "日" in warning(["日"])
    assert "U+65E5" in warning(["日"])
    assert re.search(r"U\+E0061 TAG LATIN SMALL LETTER A\. They are signed", unseen_warning(["\U000e0061"]))
