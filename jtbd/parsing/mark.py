"""What lists are marked with: bullets, numbers, letters, boxes to tick, pictures, and what word processors draw."""

from __future__ import annotations

import re
from typing import Final

# ── signs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

_PICTURE: Final = (
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff\u3004\u3013\u3020\u3200-\u32b0"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3f2\U0001f3f5-\U0001faff]"
)
"""Arrows, what is drawn or boxed, numbers in circles, dingbats, emoji; no flag, which says something."""

_COLOURED: Final = f"{_PICTURE}[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
_PICTURES: Final = f"(?![★⭐]{{2}})(?:{_COLOURED}(?:\u200d{_COLOURED})*)+"
_RINGED: Final = "[\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289][、．.。:]"
_OWN: Final = "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+"
"""Private use: what only one font draws, as Wingdings and Symbol do in lists of word processors."""

_POINTS: Final = r"(?:[•·‣◦⁃∙⋅‧・･¤†‡※√≫⸰〉》]|[»›](?![^«‹]*[«‹])|[§¶](?!\s*\d))+"
_DASHES: Final = r"[-–—―‐‑‒−⁻*＊∗⁎+＋]+(?!\d)"
_ARROWS: Final = r"[-=~]*[>＞]++(?!\s*[\d=])|~(?!\s*\d)|#+(?=\s|\Z)"
_KEYS: Final = "[0-9#*]\ufe0f?\u20e3"
_BOXES: Final = r"\[\s?(?:[xX✓✔√v_*–☑✅-]\ufe0f?)?\s?\](?!\()|\((?:\s|[*+•✓✔–-]\ufe0f?)\)"
_NAMED: Final = r":[a-z0-9_+-]{2,40}:(?=\s)|&(?:bull|middot|ndash|mdash|#8226|#x2022);|<(?:li|p)\b[^<>]*>"
"""A picture by its name, as chats write it (`:white_check_mark:`), and items as the web has them."""

_MEANT: Final = "★⭐\U0001f1e6-\U0001f1ff\U0001f3f3\U0001f3f4@%&№©®™\"'“”„‟«‚‘’‹¿¡$€£¥₹"
_ANY: Final = rf"(?:(?![{_MEANT}])[^\w\s])++(?=\s)(?!\s*\d)"
"""Whatever signs stand by themselves before a text; before a number they may belong to it, as in ≥ 3."""

_HOLLOW: Final = r"o(?:\t|[ \xa0]{2,}|[ \xa0](?=[A-ZÀ-Þ]))"
"""The letter that word processors have Courier New draw for a hollow bullet."""

# ── numbers and letters ───────────────────────────────────────────────────────────────────────────────────────────────

_ROMAN: Final = r"(?:(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})|(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})|[\u2160-\u217f])(?![^\W_])"
_CHINESE: Final = "[一二三四五六七八九十百]{1,4}"
_DIGITS: Final = r"\d{1,3}(?:[.-]\d{1,3})*"
_LETTER: Final = r"[^\W\d_]"
_SHORT: Final = rf"{_DIGITS}\.?{_LETTER}|{_LETTER}[.-]?{_DIGITS}"
_OPEN: Final = r"[(（\[〔【{]"
_CLOSE: Final = r"[)）\]〕】}][.:,]?"
_COUNTED: Final = "|".join(
    (
        rf"#?{_DIGITS}\s?(?:[.．。°-]?{_CLOSE}|[.．。]-?|、)(?![\dºª])",
        r"\d{1,2}\.?[ºª](?=\s+[A-ZÀ-Þ])",
        rf"第(?:\d{{1,3}}|{_CHINESE})[条章节節項项点點步]?(?:[、.．:：]|(?=\s))",
        rf"(?:{_LETTER}|{_ROMAN})(?:[:：/](?=\s)|\s+[-–—](?=\s))(?!\s*\d)",
        r"(?:[A-Z]{2,4}-\d{1,4}|[A-Z]\d{1,3})(?:[:.)]|\s[-–—])(?=\s)",
        r"[a-z]\.(?=[A-ZÀ-Þ][a-zß-ÿ])",
        rf"#{_DIGITS}[.:]?(?=\s)",
        rf"{_DIGITS}(?:[:：/](?=\s)|\s+[-–—](?=\s))(?!\s*\d)",
        rf"(?:{_DIGITS}|{_LETTER})(?=\t)",
        r"\d{1,3}(?:\.\d{1,3}){2,}(?=\s)",
        r"\d{1,2}\.\d{1,2}(?=\s+[A-ZÀ-Þ])",
        rf"(?:{_ROMAN}|{_CHINESE}|{_SHORT}|({_LETTER})\1?\.?){_CLOSE}",
        rf"{_OPEN}(?:{_DIGITS}|{_ROMAN}|{_CHINESE}|{_SHORT}|({_LETTER})\2?){_CLOSE}(?![a-zß-ÿ(])",
        rf"{_CHINESE}[、．.]",
        rf"(?:{_ROMAN}|\d{{1,3}}{_LETTER}|[A-Za-z]-?\d{{1,3}}(?:\.\d{{1,3}})*)\.(?=\s)(?!\s+{_LETTER}\.)",
        rf"[^\W\d_دم]\.(?=\s)(?!\s+(?:\d|{_LETTER}\.))",  # not Arabic’s “Dr.” and “Eng.”
        rf"[\u0621-\u064a][-–](?=\s|{_LETTER})",
        r"[\u2160-\u217f](?=\s)",
        r"(?i:no\.|nr\.|n\.?[º°]|№|step|need|item)\s?\d{1,3}(?:[.):]|\s[-–—])(?=\s)",
        r"\\item\b",
    )
)
_UNSEEN: Final = "\u061c\u200b-\u200f\u2060\ufeff"
_MARK: Final = re.compile(
    rf"[\s{_UNSEEN}]*+(?:{_KEYS}|{_RINGED}|{_PICTURES}|{_OWN}|{_POINTS}|{_DASHES}|{_ARROWS}|{_BOXES}|{_NAMED}|{_HOLLOW}|{_COUNTED}|{_ANY})\s*"
)
_INITIAL: Final = re.compile(
    r"\s*[^\W\d_]\.\s+[^\W\d_][\w’'-]*(?:[’'](?:s\b|(?=\s))|,|\s+(?:&|[A-ZÀ-ÞА-ЯΑ-Ω]|(?:and|or|to|will|is|has|can|must|shall|wants?|needs?)\b))"
)
_EMPHASIS: Final = re.compile(r"\s*(\*{1,3}|_{1,3}|`)(?=[^\s*_`])(.*?[^\s*_`])\1(?!\w)")


def without_mark(item: str) -> str:
    """Return an item of a pasted list without what marks it, and without the signs that make its beginning bold."""
    while True:
        bold = _EMPHASIS.match(item)
        if bold:
            item = bold[2] + item[bold.end() :]
            continue
        mark = _mark(item)
        if not mark:
            return item.lstrip()
        item = item[len(mark) :]


def is_marked(item: str) -> bool:
    """Say whether an item carries the mark of a list."""
    return bool(_mark(item))


def _mark(item: str) -> str:
    """Return the first mark of an item with the blanks around it; an initial before a name is none."""
    found = _MARK.match(item)
    if not found or (found.group().strip()[:1].isupper() and _INITIAL.match(item)):
        return ""
    return found.group()
