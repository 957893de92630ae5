"""A person's name: what a sentence calls them by, and the order in which it is spoken.

`nameparser` tells titles from names, in some sixty languages. It always has an answer; where that is a guess, the
answer here is the whole name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from jtbd.model.family_first import is_family_first
from jtbd.model.names import UNSPACED, folded

if TYPE_CHECKING:
    from nameparser import ParsedName, Parser

_REMEMBERED: Final = 512
_TITLES: Final = (
    *("don", "doña", "dona", "donna", "sri", "shri", "shree", "smt", "kum", "pan", "pani", "paní", "slečna", "haji"),
    *("hajj", "hajji", "datuk", "dato", "datin", "puan", "encik", "tuan", "bapak", "ibu", "khun", "adv", "arch"),
    *("arq", "lic", "mgr", "bc", "judr", "mudr", "phdr", "rndr", "paeddr", "univ.-prof", "ao.univ.-prof", "priv.-doz"),
    *("pd", "ra", "rain", "stb", "wp", "dkfm", "komm.-rat", "hofrat", "hc", "h.c", "habil", "hab", "med", "jur", "rer"),
    *(
        "nat",
        "oec",
        "phil",
        "dott",
        "dott.ssa",
        "avv",
        "geom",
        "rag",
        "sig",
        "sig.ra",
        "gospodin",
        "gospođa",
        "bay",
        "bayan",
    ),
)
"""Titles that the parser does not know, or takes for names."""

_SEVERAL: Final = re.compile(r"[&+/;@\d]|\s(?:and|und|et|y|e|i|og|och|en|ja|és|ve|и|和|と)\s", re.IGNORECASE)
"""What joins the names of several, or belongs into no name."""

_GLUED: Final = re.compile(r"(?<=[^\W\d_][^\W\d_]\.)(?=[^\W\d_])")
"""Between a title and the name that was written right behind it: Dr.Ana; but not J.R. and h.c."""

_ASIDE: Final = re.compile(r"\([^()]*\)")
_SLAVIC_FAMILY: Final = re.compile(
    r"(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|ський|ська|енко|чук|юк|ян|дзе|швили)\Z", re.IGNORECASE
)
_NO_NAME: Final = frozenset(
    ("the", "a", "an", "our", "my", "their", "u", "daw", "abdul", "abd", "abu", "bin", "ibn", "st")
)
"""Words that a name may begin with and that nobody goes by alone."""

_LEAST_CAPITALS: Final = 3


class Person(NamedTuple):
    """What a name says.

    Attributes:
        called: what a sentence calls them by: the first name; where it is unclear which one that is, the whole name.
        spoken: the whole name in the order in which it is spoken: "Ana Ruiz" of "Ruiz, Ana".
        formal: title and family name, "Dr. Ruiz"; empty where there is no title, or no telling which name is which.
        words: the single names that they may be called by, without titles; none where the name is that of several.

    """

    called: str
    spoken: str
    formal: str = ""
    words: tuple[str, ...] = ()


@lru_cache(maxsize=_REMEMBERED)
def person(name: str) -> Person:
    """Return what a person's name says."""
    whole = " ".join(name.split())
    if _SEVERAL.search(_ASIDE.sub(" ", whole)):
        return Person(whole, whole)
    read = _parser().parse(_GLUED.sub(" ", unicodedata.normalize("NFKC", whole)))
    words = tuple(
        token.text
        for token in read.tokens
        if token.role in {"given", "middle", "family"} and not token.tags & {"particle", "conjunction", "initial"}
    )
    if UNSPACED.search(whole):
        return Person(whole, whole, words=words)
    if "," in whole:
        return _inverted(whole, read, words)
    formal = f"{read.title} {read.family}" if read.title and read.family and read.given else ""
    return Person(_called(whole, read), whole, formal, words)


def _inverted(whole: str, read: ParsedName, words: tuple[str, ...]) -> Person:
    """Return what a name with a comma says: "Ruiz, Ana" is Ana Ruiz, "Ana Ruiz, PhD" as it stands, else unclear."""
    before, _, after = (part.strip() for part in whole.partition(","))
    if whole.index(",") > whole.find(read.given) >= 0:  # what stands behind is an honour, a degree, an office
        return Person(_called(whole, read), whole, "", words)
    if after[:1].islower() and len(before.split()) > 1:  # "Ana Ruiz, partner"
        return person(before)._replace(spoken=whole)
    family = [token for token in read.tokens if token.role == "family" and "particle" not in token.tags]
    if not read.given or len(family) != 1 or after[:1].islower():
        return Person(whole, whole, words=words)
    spoken = " ".join(part for part in (read.title, read.given, read.middle, read.family, read.suffix) if part)
    return person(spoken)


def _called(whole: str, read: ParsedName) -> str:
    given = [token for token in read.tokens if token.role == "given"]
    others = [token.text for token in read.tokens if token.role in {"middle", "family"}]
    if not (given and others):
        return whole
    first = given[0].text
    if _is_capitals(first) and not any(map(_is_capitals, others)):  # "RUIZ Ana", as forms have it
        return others[0] if len(first) >= _LEAST_CAPITALS and not is_family_first(first) else whole
    unclear = (
        read.ambiguities
        or "initial" in given[0].tags
        or re.search(r"[.\d]", read.given)
        or len(first) == 1
        or folded(read.given) in _NO_NAME
        or is_family_first(first)
        or (_SLAVIC_FAMILY.search(first) and not _SLAVIC_FAMILY.search(others[-1]))
    )
    return whole if unclear else read.given


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


@lru_cache(maxsize=1)
def _parser() -> Parser:
    """Return the parser; it also turns "Петров Иван Сергеевич" the way it is spoken."""
    from nameparser import Lexicon, Parser, locales, parser_for  # noqa: PLC0415 - a tenth of a second, for names only

    return parser_for(locales.RU, base=Parser(Lexicon.default().add(titles=_TITLES)))
