"""Languages that a test makes: written, read and compiled as a translator's are, with the translator's own script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias

import catalogue
import pytest
from babel.core import Locale
from babel.messages.catalog import Message

from jtbd import i18n

Translation: TypeAlias = Callable[[str, Sequence[str], int], Sequence[str]]
"""From a context, the English texts (of what is counted, for one and for many) and the number of forms, the forms."""

_SLOT: Final = re.compile(r"(?<!\{)\{\w+\}(?!\})")
_KEPT: Final = re.compile(
    r"""
    \{\{|\}\}|\{[^{}]*\}               # braces and slots
    | %\([a-z_]+\)[a-z]|%[a-z]\b       # slots of argparse
    | </?[a-z][^<>]*>|&[a-z]+;         # HTML
    | `[^`]*`|:[a-z]+/[a-z_]+:|:[a-z]+(?=\[)|\]\([^)]*\)|https?://\S+
    | (?<![\w-])--?[a-z][\w-]*         # options
    | \b[\w-]*[\w]+\.(?:yaml|pdf|html|eml|ics|zip|json|csv|toml|key|py)\b
    | \bjtbd\b
    """,
    re.VERBOSE,
)
_UMLAUTS: Final = str.maketrans("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ")
_ENGLISH: Final = re.compile(r"(?<![\w@./-])[A-Za-z]*[aeiouy][A-Za-z]*(?![\w@])")
_OF_BABEL: Final = {"und", "oder", "Uhr", *Locale("de").months["format"]["wide"].values()}
"""The words that Babel has in days, hours and lists."""


def texts_in(message: Message) -> tuple[str, ...]:
    """Return the English texts of an entry: one, or those for one and for many."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def messages(*, counted: bool = False) -> list[Message]:
    """Return all entries of the catalogue, or those alone that count something."""
    return [message for message in catalogue.gathered() if message.id and (message.pluralizable or not counted)]


def write(folder: Path, tag: str, translated: Translation) -> None:
    """Make a language: begin it, say in it what a function says, and compile it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "LOCALE", folder)
        assert catalogue.main(["begin", tag]) == 0
        place = folder / tag / "LC_MESSAGES" / "jtbd.po"
        said = catalogue._read(tag)
        for message in said:
            forms = said.num_plurals if message.pluralizable else 1
            if message.id and (found := translated(str(message.context or ""), texts_in(message), forms)):
                message.string = tuple(found) if message.pluralizable else found[0]
        place.write_bytes(catalogue.written(said))
        assert catalogue.main(["compile", tag]) == 0


@contextmanager
def shelved(folder: Path) -> Iterator[None]:
    """Have the program read the catalogues of a folder, and nothing that it has read before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "shelf", lambda: folder)
        forget()
        yield
    forget()


def forget() -> None:
    """Have the program read its catalogues anew."""
    for read in (i18n.chosen, i18n._known, i18n._catalogue):
        read.cache_clear()


# ── a language in which nothing is as in English ──────────────────────────────────────────────────────────────────────


def turned(context: str, texts: Sequence[str], forms: int) -> Sequence[str]:
    """Say everything with its slots in the reverse order and umlauts for all vowels, so that English shows."""
    said = [GERMAN.get((context, text)) or _umlauted(_swapped(text)) for text in texts]
    return [*said, *[said[-1]] * (forms - len(said))]


def english(text: str, own: Iterable[str]) -> list[str]:
    """Return what is English in what was said in that language.

    Args:
        text: what is said.
        own: what people wrote, and what else stays as it is.

    """
    for words in sorted({word for word in own if word}, key=len, reverse=True):
        text = text.replace(words, "0")
    left = [word for word in _ENGLISH.findall(_KEPT.sub("0", text)) if len(word) > 1 and word not in _OF_BABEL]
    return left + re.findall(r"(?<!\d )\b[A-Z]{3} [−-]?\d|\d,\d{3}\b|[{}]", text)


def _swapped(text: str) -> str:
    slots = _SLOT.findall(text)
    return _SLOT.sub(lambda _: slots.pop(), text)


def _umlauted(text: str) -> str:
    pieces, end = [], 0
    for found in _KEPT.finditer(text):
        pieces += [text[end : found.start()].translate(_UMLAUTS), found[0]]
        end = found.end()
    return "".join((*pieces, text[end:].translate(_UMLAUTS)))


GERMAN: Final[Mapping[tuple[str, str], str]] = {
    (i18n.WITHIN, "{currency} {amount}"): "{amount} {currency}",
    (i18n.WITHIN, "{number} %"): "{number} %",
}
"""What has to be said as Germans do, since it is looked at."""
