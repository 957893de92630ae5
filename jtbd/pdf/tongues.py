"""How a text is to be set, as its letters tell: from which side it runs, and in whose forms of the Han characters.

Chinese, Japanese and Korean write many of the same characters each in its own way, and Unicode gives both one number.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

Han = Literal["zh-CN", "zh-TW", "ja", "ko"]

HAN: Final[tuple[Han, ...]] = ("zh-CN", "zh-TW", "ja", "ko")
"""Who writes Han characters, in the order in which a text that could be anybody's is taken for theirs."""

_CERTAIN: Final[Mapping[Han, re.Pattern[str]]] = {
    "ja": re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]"),  # kana
    "ko": re.compile("[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb]"),  # hangul
    "zh-TW": re.compile("[\u3105-\u312f\u31a0-\u31bf]"),  # bopomofo
}
_CHARACTER: Final = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CODED: Final[Mapping[Han, str]] = {"zh-CN": "gb2312", "zh-TW": "big5", "ja": "shift_jis", "ko": "euc_kr"}
"""Each one's national character set of old, which holds what its people write and little that only others do."""


class Tongue(NamedTuple):
    """How a text is to be set.

    Attributes:
        leftward: whether it runs from right to left.
        han: whose forms of the Han characters it takes; None where it has none.

    """

    leftward: bool
    han: Han | None


def tongues(texts: Iterable[str]) -> dict[str, Tongue]:
    """Return how to set each of a document's texts that is not simply set from left to right in letters of its own.

    A text of Han characters alone, as a name is, may be anybody's: it is taken for what the document's others are.
    """
    foreign = [text for text in dict.fromkeys(texts) if not text.isascii()]
    around = Counter(han for text in foreign if (han := _certain(text)))
    known = [han for han, _ in around.most_common()]
    found = {text: Tongue(_leftward(text), _han(text, known)) for text in foreign}
    return {text: tongue for text, tongue in found.items() if tongue.leftward or tongue.han}


def main_han(found: Mapping[str, Tongue]) -> tuple[Han, ...]:
    """Return who writes Han characters, those whom most of these texts belong to first."""
    count = Counter(tongue.han for tongue in found.values() if tongue.han)
    return tuple(sorted(HAN, key=lambda han: (-count[han], HAN.index(han))))


def _leftward(text: str) -> bool:
    """Tell from its first letter that has a direction (UAX #9, rule P2)."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def _certain(text: str) -> Han | None:
    return next((han for han, letters in _CERTAIN.items() if letters.search(text)), None)


def _han(text: str, known: Iterable[Han]) -> Han | None:
    if certain := _certain(text):
        return certain
    characters = "".join(_CHARACTER.findall(text))
    if not characters:
        return None
    possible = [han for han in HAN if _codes(characters, _CODED[han])]
    return next((han for han in (*known, *HAN) if han in possible), next(iter(known), HAN[0]))


def _codes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
