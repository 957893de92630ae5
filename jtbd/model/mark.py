"""A drawn signature as SVG path data: a small, closed grammar, so that nothing but strokes can hide in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

LONGEST_MARK: Final = 65_536

ARITY: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}
"""How many numbers each command takes at a time; arcs are left out, as their flags can be written in ways that
readers split differently."""

_NUMBER: Final = r"[+-]?(?:[0-9]{1,6}(?:\.[0-9]{1,6})?|\.[0-9]{1,6})"
_SEGMENT: Final = rf"[MmLlHhVvCcSsQqTtZz] ?(?:{_NUMBER}(?:(?:, ?| ){_NUMBER})*)? ?"
_PATH: Final = re.compile(rf"(?=[Mm])(?:{_SEGMENT})+")
_TOKEN: Final = re.compile(rf"([A-Za-z])|({_NUMBER})")


class Segment(NamedTuple):
    """One path command with the numbers that follow it."""

    command: str
    numbers: tuple[float, ...]


def segments(path: str) -> Iterator[Segment]:
    """Yield the commands of path data that `Mark` has accepted."""
    command, numbers = "", list[float]()
    for letter, number in _TOKEN.findall(path):
        if number:
            numbers.append(float(number))
            continue
        if command:
            yield Segment(command, tuple(numbers))
        command, numbers = letter, []
    if command:
        yield Segment(command, tuple(numbers))


def _checked(path: str) -> str:
    if not path:
        return path
    if len(path) > LONGEST_MARK:
        raise PydanticCustomError("mark_long", "must be at most 65,536 characters of SVG path data", {})
    if not _PATH.fullmatch(path) or not all(map(_complete, segments(path))):
        raise PydanticCustomError(
            "mark",
            "must be SVG path data that starts with M and uses M L H V C S Q T Z and plain numbers only, "
            "or empty for a typed signature",
            {},
        )
    return path


def _complete(segment: Segment) -> bool:
    arity, count = ARITY[segment.command.upper()], len(segment.numbers)
    return count == 0 if arity == 0 else count > 0 and count % arity == 0


Mark = Annotated[str, AfterValidator(_checked)]
"""SVG path data of a drawn signature, or an empty text for a typed one."""
