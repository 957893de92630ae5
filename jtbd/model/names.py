"""Names as people write them: when two are the same, where one stands in a text, and which are nobody's.

All comparisons of names go through `folded`: no case, no difference between the quotes, dashes and blanks that
keyboards and programs put in each other's place, nothing that cannot be seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_QUOTES: Final = {
    **dict.fromkeys("‘’‚‛ʹʻʼʽˈˊˋ`´′‵＇׳ꞌ‹›", "'"),
    **dict.fromkeys("“”„‟″‶«»＂״〝〞", '"'),
}
_DASHES: Final = frozenset("\u2212\u2043")  # minus and hyphen bullet; the others have a category of their own
_UNSEEN: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
"""What Unicode calls default-ignorable and has in no category of its own; the rest of it is `Cf`."""

_EAST_ASIAN: Final = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
UNSPACED: Final = re.compile(f"[{_EAST_ASIAN}]")
"""Han, kana, Hangul: family names come first, and a blank behind them is there or not."""

_RUNNING_ON: Final = re.compile(f"[{_EAST_ASIAN}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Scripts that leave no blank between words: those, Thai, Lao, Burmese, Khmer."""

_BLANKS: Final = "\u2800"  # Braille's, which is no blank to Unicode
_VOICING: Final = "\uff9e\uff9f"  # half-width kana carry their marks behind them
_REMEMBERED: Final = 4096


class Letter(NamedTuple):
    """One letter of a name as it is compared, and where it stands in the text (in NFC) that it was read from."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=_REMEMBERED)
def folded(text: str) -> str:
    """Return a name as it is compared; two are the same where this is."""
    return "".join(letter.folded for letter in letters(text))


def same(name: str | None, other: str | None) -> bool:
    """Say whether two names are the same; a blank one is the same as none."""
    return folded(name or "") == folded(other or "")


def letters(text: str) -> tuple[Letter, ...]:
    """Return a text letter by letter; blanks where they say nothing are left away.

    That is at the ends, beside another blank, beside a dash, and between two letters of Han, kana or Hangul.
    """
    found: list[Letter] = []
    for letter in _letters(unicodedata.normalize("NFC", text)):
        if found and found[-1].folded == " " and _closes_up(found, letter):
            found.pop()
        if letter.folded == " " and (not found or found[-1].folded in " -"):
            continue
        found.append(letter)
    if found and found[-1].folded == " ":
        found.pop()
    return tuple(found)


def _closes_up(found: list[Letter], after: Letter) -> bool:
    """Say whether the blank at the end is none, because of what stands beside it."""
    if after.folded == "-":
        return True
    return len(found) > 1 and all(UNSPACED.match(letter.folded) for letter in (found[-2], after))


def written_in(text: str, name: str) -> str | None:
    """Return a name as it stands in a text, whichever way it is written there; None where it does not."""
    sought, read = folded(name), letters(text)
    if not sought:
        return None
    begin, end = (
        "" if _RUNNING_ON.match(edge) else bound for edge, bound in ((sought[0], r"(?<!\w)"), (sought[-1], r"(?!\w)"))
    )
    place = re.search(f"{begin}{re.escape(sought)}{end}", "".join(letter.folded for letter in read))
    if place is None:
        return None
    return unicodedata.normalize("NFC", text)[read[place.start()].start : read[place.end() - 1].end]


def _letters(text: str) -> Iterator[Letter]:
    """Yield what each letter of a text in NFC folds to, with the marks that it carries."""
    for start, end in _clusters(text):
        for character in _fold(text[start:end]):
            yield Letter(character, start, end)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _carried(text[place]):
            yield start, place
            start = place


def _carried(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in _VOICING or _is_unseen(character)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or _UNSEEN.match(character) is not None


def _fold(cluster: str) -> str:
    """Return a letter without case and form; of I, İ, i and ı all are one, whatever country they were typed in."""
    seen = "".join(plain(character) for character in cluster if not _is_unseen(character))
    before = ""
    while seen != before:
        before = seen
        seen = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    undotted = unicodedata.normalize("NFD", seen).replace("i\u0307", "i").replace("ı", "i")
    return unicodedata.normalize("NFC", "".join(map(plain, undotted)))


def plain(character: str) -> str:
    """Return a quote, a dash or a blank as the one of ASCII that it stands for; any other character as it is."""
    if character.isspace() or character in _BLANKS:
        return " "
    if unicodedata.category(character) == "Pd" or character in _DASHES:
        return "-"
    return _QUOTES.get(character, character)


# ── nobody ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_YET_TO_COME: Final = frozenset(
    folded(words)
    for words in (
        *("n/a", "n / a", "n.a.", "n. a.", "n.n.", "n. n.", "n n", "nn", "xxx", "xxxx", "a n other", "a.n. other"),
        *("to be decided", "to be determined", "to be defined", "to be announced", "to be confirmed", "to be named"),
        *("to be appointed", "to follow", "not yet known", "not known", "not yet", "not decided", "undecided"),
        *("unknown", "no name", "unbekannt", "noch offen", "wird noch benannt", "nomen nescio", "folgt", "pending"),
        *("inconnu", "inconnue", "à définir", "à déterminer", "à confirmer", "à préciser", "à désigner"),
        *("por definir", "por determinar", "por confirmar", "pendiente", "desconocido", "desconocida", "sin definir"),
        *("a definir", "a definire", "da definire", "da definirsi", "sconosciuto", "desconhecido", "onbekend"),
        *("nog onbekend", "n.t.b.", "nader te bepalen", "okänd", "ukjent", "ukendt", "nieznany", "do ustalenia"),
        *("neznámý", "neznámá", "bude doplněno", "未定", "未詳", "待定", "不明", "미정"),
    )
)
_NO_PERSON: Final = frozenset(
    folded(words)
    for words in (
        *("xx", "nobody", "nobody yet", "no one", "no-one", "noone", "none", "none yet", "null", "nil"),
        *("somebody", "someone", "anyone", "anybody", "whoever", "vacant", "missing", "open", "offen"),
        *("niemand", "jemand", "personne", "quelqu'un", "nadie", "nessuno", "brak"),
    )
)
"""Words that may well be a firm's name."""

_STANDS_IN: Final = re.compile(r"\A\W*(?:t ?\.? ?b ?\.? ?[acdn])(?!\w)(?!')")
"""TBD, T.B.A., tbc and what comes after it: TBD (sales)."""


@lru_cache(maxsize=_REMEMBERED)
def nobody(name: str | None) -> bool:
    """Say whether what stands in a person's place names nobody: nothing, "TBD", "n.n.", "?", "someone"."""
    return no_firm(name) or not _NO_PERSON.isdisjoint(_bare(name))


@lru_cache(maxsize=_REMEMBERED)
def no_firm(name: str | None) -> bool:
    """Say whether what stands in an organisation's place names none: nothing, "TBD", "n/a", a dash."""
    said, bare = _bare(name)
    return not bare or not _YET_TO_COME.isdisjoint((said, bare)) or _STANDS_IN.match(said) is not None


def _bare(name: str | None) -> tuple[str, str]:
    """Return a name as it is compared, and that without the signs around it."""
    said = folded(name or "")
    return said, said.strip(" ()[]{}<>*_.:;,!?'\"-/\\|~+=#…")
