"""Lists as people paste them: one bare item for each bullet, whatever its mark."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from jtbd.parsing.bullets import items
from jtbd.parsing.mark import without_mark

MARKS = [
    *("\uf0b7\t", "\uf0a7  ", "\uf0d8 ", "\uf0fc\t", "o\t", "o   ", "o\xa0\xa0", "·\t", "·\xa0\xa0\xa0", "\U000f0765 "),
    *(
        "✔\ufe0f ",
        "▪\ufe0f ",
        "☑\ufe0f ",
        "✅ ",
        "🔹",
        "🚚 ",
        "👩🏽\u200d💻 ",
        "⭐ ",
        "👉🏿 ",
        "❗\ufe0f",
        "➡\ufe0f ",
        "✗ ",
    ),
    *(
        "1\ufe0f\u20e3 ",
        "10. ",
        "🔟 ",
        "① ",
        "⑴ ",
        "❶ ",
        "⒈",
        "Ⅳ. ",
        "Ⓐ ",
        "㈠ ",
        "１．",
        "１）",
        "（１）",
        "1、",
        "一、",
        "（三）",
    ),
    *(
        "➤ ",
        "→ ",
        "⇒ ",
        "-> ",
        "--> ",
        "=> ",
        "» ",
        "› ",
        "> ",
        ">> ",
        "► ",
        "◆ ",
        "◻ ",
        "■ ",
        "○ ",
        "★ ",
        "※ ",
        "・",
        "§ ",
        "† ",
    ),
    *(
        "- ",
        "– ",
        "— ",
        "* ",
        "+ ",
        "** ",
        "-",
        "•",
        "• ",
        "‣ ",
        "◦ ",
        "⁃ ",
        "∙ ",
        "- - ",
        "    - ",
        "\t* ",
        "\xa0\xa0• ",
    ),
    *(
        "ii) ",
        "(iv) ",
        "iv. ",
        "IV. ",
        "XII) ",
        "i) ",
        "a) ",
        "(b) ",
        "c. ",
        "C. ",
        "aa) ",
        "1a) ",
        "1.a) ",
        "A1. ",
        "B-2. ",
    ),
    *(
        "1.\t",
        "1)\t",
        "3\t",
        "1.1 ",
        "2.1.3 ",
        "2.1.3. ",
        "1.- ",
        "#1. ",
        "#2 ",
        "[1] ",
        "{}".format("12) "),
        "1: ",
        "1/ ",
        "1 - ",
        "1 – ",
    ),
    *(
        "Step 2: ",
        "No. 3: ",
        "№ 4. ",
        "STEP 5 – ",
        "а) ",
        "б. ",
        "α) ",
        "א. ",
        "ג) ",
        "أ) ",
        "ب- ",
        "١. ",
        "२) ",
        "가. ",
        "ア) ",
        "ก. ",
    ),
    *(
        "- [ ] ",
        "[x] ",
        "* [X] 1. ",
        "[✓] ",
        "☐ ",
        "☒ ",
        "( ) ",
        "[] ",
        "- [-] ",
        "1. [ ] ",
        "• ✅ ",
        "1. a) ",
        ":white_check_mark: ",
        "\\item ",
    ),
    *("⦿ ", "∘ ", "～ ", "˗ ", "(-) ", "(*) ", "(✓) ", "{1} ", "1). ", "(a). ", "a: ", "A - ", "II – ", "IV: ", "A/ "),
    *(
        "1°) ",
        "1º ",
        "N.º 1: ",
        "Q1: ",
        "REQ-001: ",
        "N1 - ",
        "1-) ",
        "①、",
        "1。",
        "第1 ",
        "a.) ",
        "¦ ",
        "= ",
        "// ",
        "… ",
    ),
    *("[✔️] ", "[✅] ", "&bull; ", "&#8226; ", "<li>", "? ", "| "),
    *("\ufeff- ", "\u200b• ", "\u2060– ", "\u200e1. "),
]
NEEDS = [
    "Find premises",
    "Übergabe der Schlüssel geregelt",
    "“Quiet” rooms found",
    "Ägare hittas, snabbt (och säkert)",
    "Найти помещение",
    "Βρες χώρο",
    "見つける場所",
    "자리를 찾다",
    "ابحث عن مكان",
    "मकान खोजना",
    "می‌خواهم جا پیدا کنم",
    "Be seen at no. 1, by 9:30",
]


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
def test_a_mark_is_no_part_of_a_need(mark: str) -> None:
    """Whatever a list is marked with, in any program and script, its items are bare."""
    assert items(f"{mark}Find premises") == ("Find premises",)


@given(st.lists(st.tuples(st.sampled_from(MARKS), st.sampled_from(NEEDS)), min_size=1, max_size=8))
def test_one_need_for_each_bullet(listed: list[tuple[str, str]]) -> None:
    """In their order, however the marks change from line to line and with line ends of any system."""
    told = [(mark if need[0] in "FBÜÄ" or mark not in {"1.1 ", "1º "} else "- ", need) for mark, need in listed]
    for end in ("\n", "\r\n", "\n\n", "\u2029", "\f"):
        assert items(end.join(mark + need for mark, need in told)) == tuple(need for _, need in told)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "A new start",
            "I am safe",
            "A. Smith’s advice",
            "A. B. Smith’s advice",
            "J. Doe and others to help",
            "O Brother",
        ),
        *(
            "-20 °C in the van",
            "+49 numbers kept",
            "1.5 m of desk each",
            "3 rooms",
            "24/7 help",
            "9:30 call kept",
            "½ day at most",
        ),
        *(
            "10 - 12 desks",
            "1.000 customers",
            "100 % sure",
            "1st floor",
            "2nd van",
            "5-day week",
            ">50 % saved",
            "~ 20 minutes",
            "≥ 3 rooms",
        ),
        *(
            "z. B. Räume",
            "i. e. this one",
            "p. 5 of the lease",
            "§ 5 of the lease",
            "(s)he is safe",
            "★★★ hotels",
            "🇩🇪 customers served",
        ),
        *(
            "“Quiet” rooms",
            "»Leise« Räume",
            "€5 a day",
            "@home work",
            "°C shown",
            "№ 1 in town",
            "x-ray done",
            "o to be free",
            "mix. and match",
        ),
        *(
            "د. سالم ينصحنا",
            "I/we are seen",
            "A/B tests",
            "C++ people",
            "vi is known",
            "go on 1) and 2)",
            "...and more",
        ),
    ],
)
def test_what_looks_like_a_mark_stays(line: str) -> None:
    """Words, initials, signs, numbers and amounts that a need begins with are its own."""
    assert items(line) == (line,)


@pytest.mark.parametrize(
    ("pasted", "needs"),
    [
        ("Pack the files\vand the drawers", ("Pack the files and the drawers",)),
        ("- Pack\u2028the files\n- Move", ("Pack the files", "Move")),
        (
            "Our needs:\n- Find premises\n  that fit\n\t- near a station\n\t◦ with light;\n",
            ("Find premises that fit", "near a station", "with light"),
        ),
        (
            "## Needs\n\n1. **Find** premises\n2. *Sign* the lease, and\n3. `Move`",
            ("Find premises", "Sign the lease", "Move"),
        ),
        ("Needs\n=====\n* **Find premises**\n", ("Find premises",)),
        ("Before: one\nAfter: two", ("Before: one", "After: two")),
        ("Find premises\n---\nSign", ("Find premises", "Sign")),
        ("• Find\n\n\n• Sign", ("Find", "Sign")),
        ("# Find premises", ("Find premises",)),
        ("1 Find\n2 Sign\n3 3 rooms", ("Find", "Sign", "3 rooms")),
        ("• Find – 5/10\n• Sign (10/10)\n• Open 24/7", ("Find", "Sign", "Open 24/7")),
        ("1 room\n3 rooms", ("1 room", "3 rooms")),
        ("<li>Find premises</li>\n<li>Sign;</li>", ("Find premises", "Sign")),
        ("Keep:", ("Keep:",)),
        ("---\n•\n1.\n[ ]\n\u200b\n✅\n***", ()),
        ("Find\u00adpremises\nFind premises\u200b", ("Findpremises", "Find premises")),
    ],
)
def test_what_a_list_holds(pasted: str, needs: tuple[str, ...]) -> None:
    """Soft breaks and wrapped lines stay in their item; headings, rules and lone marks are none."""
    assert items(pasted) == needs


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("-•1.a)( [x]\t*_`#>o"))))
@example("*_*")
@example("a. A. B. C")
def test_a_bare_need_stays_bare(text: str) -> None:
    """Taken apart once more, nothing is lost: no mark hides behind another, and it ends for any text."""
    bare = without_mark(text)
    assert without_mark(bare) == bare
    for item in items(text):
        assert item == " ".join(item.split())
        assert item
