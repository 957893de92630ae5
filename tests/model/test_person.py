"""What a sentence calls a person by, and the order in which a name is spoken."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, strategies as st

from jtbd.model.names import folded
from jtbd.model.person import person

CLEAR: Final = {
    "Ana Ruiz": "Ana",
    "Ana": "Ana",
    "Dr. Ana Ruiz": "Ana",
    "Prof. Dr.-Ing. Karla Maier-Groß": "Karla",
    "Univ.-Prof. Dr. Ana Ruiz": "Ana",
    "Dr. h.c. Ana Ruiz": "Ana",
    "Dr. med. Ana Ruiz": "Ana",
    "Dr.Ana Ruiz": "Ana",
    "Prof.Dr.Ana Ruiz": "Ana",
    "Ｄｒ． Ａｎａ Ｒｕｉｚ": "Ana",
    "Dipl.-Ing. (FH) Karl Groß": "Karl",
    "Sir Tim Wells": "Tim",
    "Wells, Sir Tim": "Tim",
    "Doña Ana Ruiz": "Ana",
    "Shri Ram Kumar": "Ram",
    "Pan Jan Nowak": "Jan",
    "Mme Marie Dubois": "Marie",
    "Ruiz, Ana": "Ana",
    "Ruiz,Ana": "Ana",
    "de la Cruz, Maria": "Maria",
    "van der Berg, Jan": "Jan",
    "Ruiz, Ana, PhD": "Ana",
    "Ana Ruiz, PhD": "Ana",
    "Ana Ruiz, CEO": "Ana",
    "Ana Ruiz, partner": "Ana",
    "Ana Ruiz (she/her)": "Ana",
    "Tim Wells Jr.": "Tim",
    "RUIZ Ana": "Ana",
    "Ana RUIZ": "Ana",
    "Ana M. Ruiz": "Ana",
    "Jean-Luc Moreau": "Jean-Luc",
    "Abdul Rahman Ali": "Abdul Rahman",
    "عبد الله محمد": "عبد الله",
    "İpek Işık": "İpek",
    "Siobhán O'Neil-Smith": "Siobhán",
    "Иван Петров": "Иван",
    "Петров Иван Сергеевич": "Иван",
    "Ирина Петрова": "Ирина",
    "Lan Nguyen": "Lan",
    "สมชาย ใจดี": "สมชาย",
}
UNCLEAR: Final = (
    *(
        "Mrs Ruiz",
        "Frau Ruiz",
        "Frau Dr. Maier",
        "M. Dupont",
        "Dr. Ruiz",
        "Sir Tim",
        "Pani Nowak",
        "Mr T",
    ),
    *("A. Ruiz", "J. R. Wells", "J.R. Smith", "JP Morgan", "J.-P. Moreau", "X Æ", "U Thant", "The owner", "Van Gogh"),
    *("Ana & Omar", "Ana and Omar", "Ana und Omar", "Ana y Omar", "Ana/Omar", "Ana + Omar", "Mr. and Mrs. Ruiz"),
    *(
        "Nguyễn Thị Lan",
        "Lê Văn Tám",
        "山田 太郎",
        "김민준",
        "李小龍",
        "Yamada Taro",
        "Kim Min-jun",
        "Wang Xiaoming",
        "Nagy János",
    ),
    *("Петров Иван", "García Márquez, Gabriel", "Ana Ruiz, Partner", "Lund, Bea and Omar", "ana@harbour.example"),
)


@pytest.mark.parametrize(("name", "called"), CLEAR.items())
def test_a_sentence_calls_a_person_by_the_first_name(name: str, called: str) -> None:
    """Titles, offices, degrees and family names are nobody's first name, on whichever side of a comma they stand."""
    assert person(name).called == called


@pytest.mark.parametrize("name", UNCLEAR)
def test_where_the_first_name_is_unclear_it_is_the_whole_name(name: str) -> None:
    """An initial, a title with one name, two people, an order that puts the family first: the name as it is."""
    assert (person(name).called, person(name).spoken) == (name, name)


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Ruiz, Ana", "Ana Ruiz"),
        ("de la Cruz, Maria", "Maria de la Cruz"),
        ("O'Neil, Siobhán", "Siobhán O'Neil"),
        ("Wells, Sir Tim", "Sir Tim Wells"),
        ("Lund, B.", "B. Lund"),
        ("Ana Ruiz, PhD", "Ana Ruiz, PhD"),
        ("山田 太郎", "山田 太郎"),
        ("  Ana   Ruiz ", "Ana Ruiz"),
    ],
)
def test_a_name_turned_round_is_turned_back(name: str, spoken: str) -> None:
    """On a sheet it is clear who is who: "Ruiz, Ana" is Ana Ruiz; what is not turned round stays as it is."""
    assert person(name).spoken == spoken


def test_a_title_goes_with_the_family_name() -> None:
    """Dr. Ana Ruiz is Dr. Ruiz, too; who has no title, or whose family name nobody knows, is not."""
    assert person("Dr. Ana Ruiz").formal == "Dr. Ruiz"
    assert person("Prof. Dr.-Ing. Karla Maier-Groß").formal == "Prof. Dr.-Ing. Maier-Groß"
    assert [person(name).formal for name in ("Ana Ruiz", "Dr. Ruiz", "Ana & Omar", "山田 太郎")] == ["", "", "", ""]


@given(st.text(max_size=40))
def test_whatever_stands_there_is_called_by_words_of_it(name: str) -> None:
    """No text breaks it, and nobody is called by a letter that is not in the name."""
    found = person(name)
    assert set(folded(found.called)) <= set(folded(name)) | {" "}
    assert bool(found.called) == bool(name.split())
