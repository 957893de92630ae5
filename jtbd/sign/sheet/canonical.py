"""The canonical YAML of sheets: one content has one text, which every reader reads alike.

Canonical YAML is block style, two spaces a level, a list's dash at its parent's column, LF. Keys are plain lower-case
ASCII words, sorted by byte. A text is its RFC 8785 JSON string, which is also a double-quoted text of YAML; a number is
whole; the only bare words are `true` and `false`; nothing is null, and empty lists and maps are `[]` and `{}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Any, Final

from jtbd.errors import FaultyFile, InvalidSheet, UnreadableFile
from jtbd.i18n import mark, number, say
from jtbd.model.text import normalised
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.flaw import Flaw, because
from jtbd.yamltext.reader import read
from jtbd.yamltext.words import doubt_about, value_of

LONGEST_BEYOND_ASCII: Final = 1_000
"""Only a JWS and a mark are longer, and both are ASCII. Putting combining marks into order takes time that grows with
the square of their number: half a megabyte of them, minutes."""

_OPENING: Final = mark("this is not a canonical sheet:")
_WHOLE: Final = mark("this is not a canonical sheet: {reason}")
_MOST_SHOWN: Final = 80
_KEY: Final = re.compile(r"[a-z][a-z0-9_]*")


def canonical_yaml(document: Mapping[str, Any]) -> bytes:
    """Return the canonical YAML of plain data.

    Raises:
        ValueError: a key, a value or a character that canonical YAML does not have.

    """
    return ("\n".join(_mapping(document, "")) + "\n").encode()


def parse(data: bytes, file: str = "sheet") -> dict[str, Any]:
    """Return the plain data of canonical YAML.

    Raises:
        InvalidSheet: rule `canonical`: it is not YAML, or not in the one form; the message names the first line that
            differs.

    """
    try:
        value = read(data, file).value
        if not isinstance(value, dict):
            raise InvalidSheet("canonical", say("this is not a canonical sheet: it is not a mapping"))
        again = canonical_yaml(value)
    except (FaultyFile, UnreadableFile) as error:
        raise InvalidSheet("canonical", f"{_OPENING.said()} {error.message}") from error
    except ValueError as error:
        raise InvalidSheet("canonical", because(_OPENING, _WHOLE, error)) from error
    if again != data:
        raise InvalidSheet("canonical", _difference(data, again))
    return value


def _mapping(mapping: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key in sorted(mapping):
        if not _plain(key):
            raise Flaw(say("{key} cannot be a key", key=repr(key)))
        value = mapping[key]
        if isinstance(value, Mapping) and value:
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + "  ")
        elif _is_list(value) and value:
            yield f"{indent}{key}:"
            yield from _sequence(value, indent)
        else:
            yield f"{indent}{key}: {_scalar(value)}"


@lru_cache(maxsize=256)
def _plain(key: str) -> bool:
    return bool(_KEY.fullmatch(key)) and value_of(key) == key and doubt_about(key) is None


def _sequence(items: Sequence[Any], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping) and item:
            first, *rest = _mapping(item, indent + "  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
        elif _is_list(item):
            raise Flaw(say("a list cannot stand directly in a list"))
        else:
            yield f"{indent}- {_scalar(item)}"


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        if len(value) > LONGEST_BEYOND_ASCII and not value.isascii():
            raise Flaw(say("a text of more than {most} characters must be ASCII", most=number(LONGEST_BEYOND_ASCII)))
        if normalised(value) != value:
            raise Flaw(say("text must be in Unicode normal form C with LF line ends"))
        return canonical_json(value).decode()
    if isinstance(value, bool | int):
        return canonical_json(value).decode()
    if isinstance(value, Mapping) and not value:
        return "{}"
    if _is_list(value) and not value:
        return "[]"
    raise Flaw(say("a {kind} cannot stand in a sheet", kind=type(value).__name__))


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _difference(found: bytes, expected: bytes) -> str:
    pairs = zip_longest(found.splitlines(keepends=True), expected.splitlines(keepends=True), fillvalue=b"")
    place, (is_now, should_be) = next((n, pair) for n, pair in enumerate(pairs, start=1) if pair[0] != pair[1])
    return say(
        "line {line} is not in canonical form: it reads {found}, where the one form of this content reads {expected}",
        line=place,
        found=_shown(is_now),
        expected=_shown(should_be),
    )


def _shown(line: bytes) -> str:
    text = ascii(line.decode(errors="backslashreplace"))
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
