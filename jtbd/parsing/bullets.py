"""Lists as people paste them: one bare item for each bullet, whatever its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jtbd.model.unseen import without_unseen
from jtbd.parsing.mark import is_marked, without_mark

NEED: Final = re.compile(
    r"(?:customers?.?s? |user |our |the |key )?(?:needs?|jobs?(?: to be done)?|outcomes?|aspects?|pains?|gains?|"
    r"desired outcomes?|requirements?|wants?|wish(?:es)?|goals?|user stor(?:y|ies)|stor(?:y|ies)|needs? statements?|"
    r"job statements?)|"
    r"bedürfnis(?:se)?|bedarf|anforderung(?:en)?|besoins?|necesidad(?:es)?|bisogn[oi]|necessidades?|behoeften?|"
    r"потребност[ьи]|ニーズ|需求|니즈|احتياج(?:ات)?",
    re.IGNORECASE,
)
"""What stands over a list of needs."""

_LINE_ENDS: Final = re.compile(r"\r\n|[\n\r\f\x85\u2029]")
_SOFT_BREAKS: Final = re.compile(r"[\v\u2028]+")
_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s+\S")
_UNDERLINE: Final = re.compile(r"\s*={3,}\s*")
_CLOSING: Final = re.compile(r"(?:\s?</(?:li|p|ul|ol)>)+\Z", re.IGNORECASE)
_RATED: Final = re.compile(r"\s?(?:[–—:-]\s?\d{1,3}\s?/\s?(?:5|10|100)|[(\[]\d{1,3}\s?/\s?(?:5|10|100)[)\]])\Z")
_AND_ALSO: Final = re.compile(r"(?<=[;,；，、])\s(?:and|or|and/or)\Z", re.IGNORECASE)


def items(text: str) -> tuple[str, ...]:
    """Return the items of a pasted list, each on one line without its mark and its rating.

    A text without marks has an item a line.
    An indented line that goes on in small letters belongs to the item above it. What heads a list is no item: a line
    before marked ones that ends with a colon, headings as Markdown writes them.
    """
    lines = [line for line in _LINE_ENDS.split(_SOFT_BREAKS.sub(" ", text)) if line.strip()]
    bare = (_bare(line) for line in _without_numbers([*_whole(_without_headings(lines))]))
    return tuple(item for item in bare if item)


def _bare(line: str) -> str:
    seen = " ".join(without_unseen(without_mark(line)).split())
    said = _AND_ALSO.sub("", _CLOSING.sub("", without_mark(seen))).rstrip(" ;,；，、")
    return _RATED.sub("", said)


def _without_headings(lines: list[str]) -> list[str]:
    """Return the lines without what heads them, or all of them where nothing else is there."""
    kept = [
        line
        for place, line in enumerate(lines)
        if not (_HEADING.match(line) or _heads(line, *lines[place + 1 : place + 2]))
        and not (place == 0 and NEED.fullmatch(line.strip(" :：")))
    ]
    return [line for line in kept if not _UNDERLINE.fullmatch(line)] or lines


def _heads(line: str, after: str = "") -> bool:
    if _UNDERLINE.fullmatch(after):
        return True
    return line.rstrip().endswith((":", "：")) and not is_marked(line) and is_marked(after)


def _without_numbers(lines: list[str]) -> list[str]:
    """Return lines that count on from 1 with nothing but a blank behind their number without it."""
    counted = [re.match(rf"\s*0?{number}\s+", line) for number, line in enumerate(lines, 1)]
    if len(lines) > 1 and all(counted):
        return [line[found.end() :] for line, found in zip(lines, counted, strict=True) if found]
    return lines


def _whole(lines: list[str]) -> Iterator[str]:
    """Yield each item with the lines that go on with it."""
    item = ""
    for line in lines:
        if item and _goes_on(line) and is_marked(item):
            item = f"{item} {line.strip()}"
            continue
        if item:
            yield item
        item = line
    if item:
        yield item


def _goes_on(line: str) -> bool:
    return line[0].isspace() and line.lstrip()[0].islower() and not is_marked(line)
