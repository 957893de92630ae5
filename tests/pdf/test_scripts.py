"""Whole sheets in the world's scripts, as the machine's fonts print them."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pikepdf
import pytest
from hypothesis import example, given, settings, strategies as st

from jtbd.model.sheet import Sheet
from jtbd.model.text import normalised
from jtbd.pdf.fonts import unprintable
from jtbd.pdf.pdf import PrintedSheet
from tests.support import builders, prints, sheets
from tests.support.sheets import sign

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's tools are not installed")


class Words(NamedTuple):
    """A person, an organisation and a promise in one language, and what the font for it is called."""

    person: str
    organisation: str
    promise: str
    font: str


WORDS: Final = {
    "latin": Words("Žofia Győrfi-Ñuñez", "Łódź & Þórður ß", "Représenter l’autre: “çà et là” – ½ × 3 €", "Libertinus"),
    "vietnamese": Words("Nguyễn Thị Ánh Tuyết", "Phở Bắc Đỗ", "Giới thiệu mỗi khách hàng đã ký hợp đồng", "Libertinus"),
    "greek": Words("Ελένη Παπαδοπούλου", "Ναυτιλιακή Αιγαίου", "Θα συστήνω την εταιρεία· τῷ ἀνθρώπῳ", "Libertinus"),
    "cyrillic": Words("Зоряна Щербак", "Київські кабелі", "Представляти партнера кожному, Ђорђе, Ғалым", "Libertinus"),
    "arabic": Words("ليلى حداد", "شركة الميناء", "نقدم شركة Northline إلى كل عميل خلال 3 أسابيع", "Arabic"),
    "hebrew": Words("נועה כהן־לוי", "נכסי הנמל", "אציג את Northline לכל לקוח שחותם על חוזה", "Libertinus"),
    "devanagari": Words("प्रिया श्रीवास्तव", "बंदरगाह एस्टेट्स", "पट्टे पर हस्ताक्षर करने वाले हर ग्राहक को मिलवाना", "Devanagari"),
    "thai": Words("สมชาย ใจดี", "บริษัทท่าเรือ", "แนะนำอีกฝ่ายทางอีเมลให้ลูกค้าทุกคนที่ลงนามในสัญญา" * 3, "Thai"),
    "chinese": Words(
        "王小明", "海港置业有限公司", "向每一位签署租约的客户介绍对方，并在十二月之前完成三次介绍。" * 3, "CJKsc"
    ),
    "taiwanese": Words("陳美玲", "海港置業股份有限公司", "向每一位簽署租約的客戶介紹對方，直接、骨、角。", "CJKtc"),
    "japanese": Words(
        "山田花子", "株式会社みなと不動産", "すべてのお客様に北線ケーブルを紹介します。直接、骨、角。", "CJKjp"
    ),
    "korean": Words("김민지", "항구부동산", "모든 고객에게 이메일로 상대방을 소개합니다. 漢字", "CJKkr"),
    "emoji": Words("Bea 👩🏽‍🌾", "Café 🇺🇦🇯🇵", "Celebrate 🎉 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏳️‍🌈 1️⃣ ✅ 👍🏿", ""),
    "marks": Words(
        "A\u0301na R\u030auiz", "n\u0308a m\u0300", "q\u0303 ɛ\u0303 r\u0325\u0304 м\u0301 明\u0308 😀\u0338", ""
    ),
}


@cache
def _printed(words: Words) -> PrintedSheet:
    return prints.printed(_sheet(words))


def _sheet(words: Words) -> Sheet:
    """Return a complete sheet with these words wherever a person writes some."""
    canvas = builders.ready_canvas(
        parties={
            "a": {"organisation": words.organisation, "person": words.person, "title": words.person},
            "b": {"organisation": "Northline Cabling", "person": "Bea Lund"},
        },
        job={"want": words.promise, "when": words.organisation},
        roles={"a": {"role": "lead", "does": words.promise}, "b": {"role": "refer"}},
        commitments=[
            {"id": "one", "by": "a", "what": words.promise, "done_when": words.promise},
            {"id": "two", "by": "b", "what": f"Introduce {words.organisation} ({words.person}) to 3 clients"},
        ],
    )
    half = sign(sheets.draft(canvas), "a", sheets.key("a"), at=sheets.AT, consent=f"{words.promise}\n{words.person}")
    return sign(half, "b", sheets.key("b"), at=sheets.AT)


def _printable(words: Words) -> None:
    """Skip where no font of this machine has these words, but never in CI."""
    if missing := unprintable(*words):
        reason = f"no font here has {' '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}, and this is CI")
        pytest.skip(reason)


def _read(pdf: bytes, folder: Path) -> str:
    """Return the text of a PDF in the order in which it is read, without spaces and marks of direction."""
    (folder / "printed.pdf").write_bytes(pdf)
    found = subprocess.run(["pdftotext", folder / "printed.pdf", "-"], check=True, capture_output=True).stdout.decode()
    return _bare(found)


def _bare(text: str) -> str:
    return re.sub("[\\s\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]", "", unicodedata.normalize("NFC", text))


def _stands_in(word: str, text: str) -> bool:
    """Tell whether a word's letters stand in a text one after the other.

    Typst's PDFs give each part of a letter with marks the whole letter's text, so some readers find it twice.
    """
    return bool(re.search(".{0,4}?".join(map(re.escape, _bare(word))), text))


@poppler
@pytest.mark.parametrize("language", WORDS)
def test_words_come_back(language: str, tmp_path: Path) -> None:
    """A sheet in any of these scripts is PDF/A-3 with every font inside, and every word can be copied out of it."""
    words = WORDS[language]
    _printable(words)
    printed = _printed(words)
    text = _read(printed.pdf, tmp_path)

    assert printed.warnings == ()
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
    for word in f"{words.person} {words.organisation} {words.promise}".split():
        assert _stands_in(word, text), word


@poppler
@pytest.mark.parametrize("language", WORDS)
def test_each_has_its_fonts(language: str, tmp_path: Path) -> None:
    """Every font is embedded, and the letters are of the language's own, where the machine has Noto's book faces."""
    words = WORDS[language]
    _printable(words)
    (tmp_path / "printed.pdf").write_bytes(_printed(words).pdf)
    listed = subprocess.run(["pdffonts", tmp_path / "printed.pdf"], check=True, capture_output=True).stdout.decode()
    fonts = re.findall(r"^(\S+) +.*? (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", listed, re.MULTILINE)

    assert len(fonts) >= 4
    assert all(embedded == "yes" for _, embedded, _, _ in fonts)
    assert all(unicode == "yes" for *_, unicode in fonts)
    names = " ".join(name for name, *_ in fonts)
    if "Noto" in names:
        assert words.font in names
        assert {han for han in ("CJKsc", "CJKtc", "CJKjp", "CJKkr") if han in names} <= {words.font or "CJKsc"}


def _kept(text: str) -> bool:
    """Tell whether a sheet takes this text as it is."""
    try:
        return normalised(text) == text and bool(text.strip())
    except ValueError:
        return False


ANYTHING: Final = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")),
        st.characters(categories=("Mn", "Mc", "Me", "Cf")),
        st.characters(min_codepoint=0x590, max_codepoint=0x1100),
        st.characters(min_codepoint=0x1F000, max_codepoint=0x1FAFF),
        st.sampled_from("\ufe0f\u200d\u00ad\u200b\U000e0061\U000e007f\U0001f3f4🇺🇦👩🏽aé明あ가ब"),
    ),
    min_size=1,
    max_size=40,
).filter(_kept)


@poppler
@settings(max_examples=12, deadline=None)
@given(text=ANYTHING)
@example(text="明\u0308")
@example(text="a\u0378\U000e0061\ue000")
def test_nothing_is_dropped_silently(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Of any text at all, each character comes back from the PDF, is named in the warning, or is of no own form."""
    canvas = builders.ready_canvas(commitments=[{"id": "any", "by": "a", "what": "x"}])
    sheet = sheets.draft(canvas)
    (promise,) = sheet.commitment.commitments
    said = promise.revise(what=f"x{text}x")  # past the canvas, which takes less than a sheet
    printed = prints.printed(sheet.revise(commitment=sheet.commitment.revise(commitments=[said])))
    read = _read(printed.pdf, tmp_path_factory.mktemp("any"))
    back = set(read) | set(unicodedata.normalize("NFKC", read)) | set(unicodedata.normalize("NFD", read))

    for character in _bare(text):
        named = any(f"U+{ord(character):04X}" in warning for warning in printed.warnings)
        assert (
            named or character in back or set(unicodedata.normalize("NFKC", character)) <= back or _formless(character)
        )


def _formless(character: str) -> bool:
    """Tell whether a character only says how its neighbours look (Unicode: Default_Ignorable_Code_Point)."""
    return bool(
        re.match("[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef]", character)
    )
