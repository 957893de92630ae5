"""Numerals: digits of any script with their thousands parted in any way, as exact decimals."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from jtbd.model.names import plain

_WESTERN: Final = r"\d{1,3}(?:X\d{3})+"
_INDIAN: Final = r"\d{1,2}(?:X\d{2})+X\d{3}"
_IDEOGRAPHS: Final = "〇一二三四五六七八九"
_GROUPING: Final = "',._٬ "
_GROUP: Final = 3


def ascii_text(typed: str) -> str:
    """Return text with the digits of any script in ASCII, full-width letters and all quotes, dashes and blanks alike.

    Fractions, powers and numbers in circles stay what they are: they are not the digits that they look like.
    """
    letters = "".join(_ascii(character) for character in unicodedata.normalize("NFC", typed))
    return " ".join(letters.split())


def _ascii(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if kind == "Cf":
        return ""
    if character in _IDEOGRAPHS:
        return str(_IDEOGRAPHS.index(character))
    narrow = unicodedata.normalize("NFKC", character)
    return plain(narrow if len(narrow) == 1 and kind not in {"No", "Nl"} else character)


def meanings(numeral: str, decimals: int | None) -> tuple[str, ...]:
    """Return what a numeral in ASCII digits may mean, as decimal strings: one where it is clear, none where it is none.

    A point or a comma before exactly three digits parts thousands for some and begins a fraction for others. Where the
    currency has no such fraction it parts thousands; where it has, a point begins the fraction and a comma is unclear.

    Args:
        numeral: digits, and between them what parts them.
        decimals: how many decimals the currency has; None where nobody knows.

    """
    both = _both(numeral)
    if len(both) == 1:
        return both
    comma = "," in numeral
    if decimals is None:
        return both[:1] if comma else both
    if decimals < _GROUP:
        return both[:1]
    return both if comma else both[1:]


def meanings_before_a_word(numeral: str, *, pointed: bool) -> tuple[str, ...]:
    """Return what a numeral may mean that a word of a big number multiplies: 1,500k is 1,500,000 or 1,500.

    Args:
        numeral: digits, and between them what parts them.
        pointed: whether whoever uses that word begins fractions with a point, as with lakh and 万.

    """
    both = _both(numeral)
    if not pointed or len(both) == 1:
        return both
    return both[:1] if "," in numeral else both[1:]


def _both(numeral: str) -> tuple[str, ...]:
    """Return a numeral with its one point or comma parting thousands, and beginning a fraction; or what it must be."""
    marks = [mark for mark in re.findall(r"\D", numeral) if mark != " "]
    if numeral[:1] in ".,":
        return (f"0.{numeral[1:]}",) if numeral[1:].isdigit() else ()
    last = marks[-1] if marks else ""
    alone = last in {".", ","} and marks.count(last) == 1
    if last == "٫" or (alone and (len(marks) > 1 or " " in numeral)):
        whole, _, part = numeral.rpartition(last)
        return tuple(f"{grouped}.{part}" for grouped in _whole(whole) if part.isdigit())
    if alone:
        whole, _, part = numeral.partition(last)
        fraction = f"{_bare(whole)}.{part}"
        grouped = len(part) == _GROUP and len(whole) <= _GROUP and not whole.startswith("0")
        return (f"{whole}{part}", fraction) if grouped else (fraction,)
    return _whole(numeral)


def _whole(grouped: str) -> tuple[str, ...]:
    """Return digits without what parts them, if that is one mark that parts thousands, or lakhs and crores."""
    for mark in set(re.findall(r"\D", grouped)) & set(_GROUPING):
        for way in (_WESTERN, _INDIAN):
            if re.fullmatch(way.replace("X", re.escape(mark)), grouped):
                return (_bare(grouped.replace(mark, "")),)
    return (_bare(grouped),) if grouped.isdigit() else ()


def _bare(digits: str) -> str:
    return digits.lstrip("0") or "0"
