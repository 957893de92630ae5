"""From which side a text runs, and whose Han characters it is written in."""

from __future__ import annotations

import pytest

from jtbd.pdf.tongues import HAN, Tongue, main_han, tongues


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("شركة الميناء", True),
        ("נכסי הנמל", True),
        ("24 – נכסי", True),
        ("(ليلى) Northline", True),
        ("Northline ليلى", False),
        ("١٢٣", False),
        ("Zoë", False),
        ("…", False),
    ],
    ids=ascii,
)
def test_the_first_letter_tells_the_side(text: str, leftward: bool) -> None:
    """The first letter that has a direction tells it; digits and signs have none."""
    assert (tongues([text]).get(text) or Tongue(leftward=False, han=None)).leftward is leftward


@pytest.mark.parametrize(
    ("text", "han"),
    [
        ("向每一位签署租约的客户", "zh-CN"),
        ("向每一位簽署租約的客戶", "zh-TW"),
        ("ㄅㄆㄇ", "zh-TW"),
        ("みなと", "ja"),
        ("ﾐﾅﾄ", "ja"),
        ("桜井", "ja"),
        ("김민지", "ko"),
        ("山田", "zh-CN"),
        ("\u3400", "zh-CN"),
        ("Łódź", None),
        ("…", None),
    ],
)
def test_letters_tell_whose_they_are(text: str, han: str | None) -> None:
    """Kana are Japanese, hangul Korean; Han characters belong to whoever's old character set has them all."""
    found = tongues([text]).get(text)
    assert (found.han if found else None) == han


def test_a_name_belongs_to_those_around_it() -> None:
    """A name that is written alike everywhere is taken for what the document's other texts are."""
    assert tongues(["山田", "みなと"])["山田"].han == "ja"
    assert tongues(["李", "한글"])["李"].han == "ko"
    assert tongues(["签署", "みなと"])["签署"].han == "zh-CN"


def test_plain_texts_are_left_alone() -> None:
    """What runs from left to right without Han characters needs nothing said."""
    assert tongues(["Ana", "Zoë", "Київ", "สมชาย", "🎉", ""]) == {}


def test_fonts_are_asked_in_the_order_of_the_texts() -> None:
    """The language of most texts comes first, all others after it, each once."""
    order = main_han(tongues(["みなと", "ひらがな", "签署"]))
    assert order[:2] == ("ja", "zh-CN")
    assert sorted(order) == sorted(HAN)
