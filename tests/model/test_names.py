"""When two names are the same, where one stands in a text, and which are nobody's."""

from __future__ import annotations

import unicodedata
from typing import Final

import pytest
from hypothesis import given, strategies as st

from jtbd.model.names import folded, letters, no_firm, nobody, same, written_in

SIGNED: Final = {
    "Siobhán O'Neil-Smith": (
        "Siobhán O\u2019Neil-Smith",
        "Siobhán O\u2018Neil-Smith",
        "Siobhán O´Neil-Smith",
        "Siobhán O`Neil−Smith",
        "Siobhán Oʼneil‐Smith",
        "Siobhán O'Neil\u2011Smith",
        "Siobha\u0301n O'Neil-Smith",
        "Siobhán O'Neil-Smith\u200e",
        "Siobhán\u200b O'Neil-Smith",
        "Siob\u00adhán O'Neil-Smith",
        "siobhán o'neil\u2013smith",
        "\u00a0Siobhán\u202fO'Neil — Smith ",
        "\ufeffSIOBHÁN O＇NEIL－SMITH",
    ),
    "İpek Işık": ("ipek ışık", "IPEK IŞIK", "İPEK IŞIK", "i̇pek isik".replace("s", "ş")),
    "Yamada Taro": ("Ｙａｍａｄａ Ｔａｒｏ", "ＹＡＭＡＤＡ\u3000ＴＡＲＯ"),
    "山田 太郎": ("山田太郎", "山田\u3000太郎", "山田\ufe00 太郎"),
    "ﾔﾏﾀﾞ ﾀﾛｳ": ("ヤマダ タロウ",),
    "Karla Groß": ("KARLA GROSS", "karla groſs"),
    "Σίσυφος": ("ΣΊΣΥΦΟΣ",),
    "Ĳsbrand de Vries": ("IJsbrand de vries",),
    "ดร. กสิกรไทย": ("ดร. กสิกรไทย\u200b",),
}
OTHERS: Final = (
    ("Bea Lund", "Bea Lunt"),
    ("Bea Lund", "BeaLund"),
    ("Siobhán", "Siobhan"),
    ("Bea", "Веа"),  # Cyrillic
    ("Ana Ruiz", "Ana"),
    ("กสิกรไทย", "กสกรไทย"),
    ("Bea Lund", ""),
)


@pytest.mark.parametrize(("name", "typed"), [(name, typed) for name, all_ in SIGNED.items() for typed in all_])
def test_one_name_is_the_same_however_it_is_typed(name: str, typed: str) -> None:
    """Case, form, quotes, dashes, blanks and what cannot be seen make no difference."""
    assert same(name, typed)


@pytest.mark.parametrize(("name", "other"), OTHERS)
def test_another_name_is_another(name: str, other: str) -> None:
    """A letter, its mark, its alphabet, a word more or less: that is another name."""
    assert not same(name, other)


NAMES: Final = st.text(
    st.sampled_from("aAiIİıéßſﬁ'’´`-–−\u00ad\u200b\u0301\u0307 \u00a0\u3000ΣςσЯ山田ﾀﾞ가ก\u0e34⠀,.")
    | st.characters(codec="utf-8"),
    max_size=12,
)


@given(NAMES)
def test_folding_twice_is_folding_once(name: str) -> None:
    """What is compared compares as itself; so being the same is an equivalence, which `==` of what is folded is."""
    assert folded(folded(name)) == folded(name)
    assert same(name, name)


@given(NAMES)
def test_forms_of_unicode_are_one(name: str) -> None:
    """Composed or taken apart, a name is the same."""
    assert same(unicodedata.normalize("NFD", name), unicodedata.normalize("NFC", name))


@given(NAMES)
def test_every_letter_says_where_it_stands(name: str) -> None:
    """Letters come in the order of the text, each from a part of it."""
    whole, found = unicodedata.normalize("NFC", name), letters(name)
    assert all(0 <= letter.start < letter.end <= len(whole) for letter in found)
    assert [letter.start for letter in found] == sorted(letter.start for letter in found)


@given(NAMES.filter(folded), st.sampled_from(["ask {} for help", "{}", "…{}?", "«{}»"]))
def test_a_name_is_found_where_it_stands(name: str, text: str) -> None:
    """A name is found in a sentence, and what is found is the same."""
    edge = folded(name)[0], folded(name)[-1]
    found = written_in(text.format(name), name)
    if all(letter.isalnum() for letter in edge):
        assert same(found, name)


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("ask Siobhán O’Neil for help", "siobhán o'neil", "Siobhán O’Neil"),
        ("move with ＨＡＲＢＯＵＲ Estates", "Harbour  Estates", "ＨＡＲＢＯＵＲ Estates"),
        ("请山田太郎帮忙", "山田 太郎", "山田太郎"),
        ("ขอให้สมชายช่วย", "สมชาย", "สมชาย"),
        ("a banana", "Ana", None),
        ("no name", "", None),
    ],
)
def test_a_name_is_found_as_it_is_written(text: str, name: str, found: str | None) -> None:
    """What is found is what stands there; a name inside a word is none, where words are apart."""
    assert written_in(text, name) == found


@pytest.mark.parametrize(
    "name",
    [
        *(
            "TBD",
            "tbd",
            "T.B.D.",
            "t. b. a.",
            "(tbc)",
            "TBD (sales)",
            "tba – from sales",
            "n.n.",
            "N. N.",
            "NN",
            "n/a",
            "?",
        ),
        *(
            "??",
            "—",
            "...",
            "…",
            "-",
            "to be determined",
            "Unknown",
            "someone",
            "nobody yet",
            "未定",
            "à définir",
            "",
            None,
        ),
        *("ＴＢＤ", "tbd\u200b", "xxx", "n. n.", "Niemand", "  "),
    ],
)
def test_what_stands_in_for_a_name_is_nobody(name: str | None) -> None:
    """To be determined, unknown, a dash, a question mark: nobody has been named."""
    assert nobody(name)


@pytest.mark.parametrize(
    "name",
    ["Bea", "Na Li", "T. B. Dahl", "Tb", "Tobias D.", "Bea?", "Bea (tbc)", "N. Novak", "李", "A", "🦊", "Tba'kit", "X"],
)
def test_a_name_is_somebody(name: str) -> None:
    """A short name, initials, a doubt behind a name are somebody's."""
    assert not nobody(name)


def test_firms_may_be_called_what_no_person_is() -> None:
    """Nobody, Open and None are firms; TBD is none, nor is a dash."""
    assert not any(map(no_firm, ("Nobody", "Open", "None", "Missing", "X")))
    assert all(map(no_firm, ("TBD", "—", "n/a", "", None, "to be confirmed")))
