"""What a text in the pseudo-language shows: words that are in no catalogue, and sentences that were glued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pseudo import CLOSE, OPEN

SHORT: Final = 2
"""Letters of a text that may stand in any word by chance."""

_WORDS: Final = re.compile(r"[A-Za-z]{2,}(?:[ '’-]+[A-Za-z]{2,})*")
_ENDED: Final = tuple(".!?:…”)›→")
_PARTED: Final = re.compile(r"[·|•—–✓☞→;\n\t]| - ")


def faults(text: str, *, own: Iterable[str] = ()) -> list[str]:
    """Return what is wrong with a text as it is shown in the pseudo-language; each line is looked at by itself.

    Args:
        text: what is shown, without marks of HTML or Markdown.
        own: what people wrote, ids, paths, names of files, codes: what stays as it is in every language.

    """
    for words in sorted({word for word in own if word}, key=len, reverse=True):
        text = re.sub(rf"(?<![^\W\d_]){re.escape(words)}(?![^\W\d_])", "0", text)
    return [fault for line in text.splitlines() for fault in _faults(line)]


def texts_of(document: Any) -> set[str]:
    """Return the texts of a document, which people wrote or machines go by, but for those of a letter or two."""
    if isinstance(document, str):
        return {document, document.rstrip(" .")} if len(document) > SHORT else set()
    items = document.values() if isinstance(document, dict) else document if isinstance(document, list | tuple) else ()
    return {text for item in items for text in texts_of(item)}


def _faults(line: str) -> Iterator[str]:
    depth, outside, inside, last = 0, "", "", ""
    for letter in line:
        if letter == OPEN:
            if depth:
                yield f"a sentence within a sentence: {line!r}"
            elif last and not last.rstrip().endswith(_ENDED) and not _PARTED.search(outside):
                yield f"a sentence in more than one pair of brackets: {line!r}"
            yield from _unsaid(outside, line)
            depth, outside, inside = depth + 1, "", ""
        elif letter == CLOSE:
            depth -= 1
            last = inside
        elif depth > 0:
            inside += letter
        else:
            outside += letter
    if depth:
        yield f"a sentence that is cut: {line!r}"
    yield from _unsaid(outside, line)


def _unsaid(outside: str, line: str) -> Iterator[str]:
    for words in _WORDS.findall(outside):
        yield f"in no catalogue, {words!r}: {line!r}"
