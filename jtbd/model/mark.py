"""A drawn signature as SVG path data: a small, closed grammar, so that nothing but strokes can hide in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple, TypeAlias

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from jtbd.i18n import number, say

LONGEST_MARK: Final = 65_536

ARITY: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}
"""How many numbers each command takes at a time; arcs are left out, as their flags can be written in ways that
readers split differently."""

_DOTS_ACROSS: Final = 40
_SPECK: Final = 1.0

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
    for letter, figure in _TOKEN.findall(path):
        if figure:
            numbers.append(float(figure))
            continue
        if command:
            yield Segment(command, tuple(numbers))
        command, numbers = letter, []
    if command:
        yield Segment(command, tuple(numbers))


Point: TypeAlias = tuple[float, float]


def strokes(path: str) -> tuple[tuple[Point, ...], ...]:
    """Return the points of each stroke of path data that `Mark` has accepted, control points included.

    A stroke does not leave the hull of its points. One that was only begun, by a move, has a single point.
    """
    return tuple(tuple(points) for points in _strokes(path))


def _strokes(path: str) -> Iterator[list[Point]]:
    points: list[Point] = []
    x = y = start_x = start_y = 0.0
    for command, numbers in segments(path):
        kind, relative = command.upper(), command.islower()
        if kind == "Z":
            x, y = start_x, start_y
            points.append((x, y))
        arity = ARITY[kind]
        for place in range(0, len(numbers), arity or 1):
            group = numbers[place : place + arity]
            base_x, base_y = (x, y) if relative else (0.0, 0.0)
            if kind == "H":
                points.append((base_x + group[0], y))
            elif kind == "V":
                points.append((x, base_y + group[0]))
            else:
                pairs = [(base_x + group[at], base_y + group[at + 1]) for at in range(0, arity, 2)]
                if kind == "M" and place == 0:
                    if points:
                        yield points
                    points, (start_x, start_y) = [], pairs[-1]
                points.extend(pairs)
            x, y = points[-1]
    if points:
        yield points


def unmeant(path: str, ground: float | None = None) -> str:
    """Return why a drawing is nobody's signature; empty where it may be one.

    A tap leaves a dot, and a path can draw nothing at all. What is a dot depends on what it was drawn on: its longest
    stroke is shorter than a fortieth of the ground.

    Args:
        path: path data that `Mark` has accepted and that is not empty.
        ground: the longer side of what it was drawn on, in its own units; guessed from the drawing where it is None.

    """
    drawn = strokes(path)
    longest = max((_extent(points) for points in drawn), default=0.0)
    if not longest:
        return say("it draws nothing")
    if ground is None:
        ground = max(abs(value) for points in drawn for point in points for value in point)
        longest = 0.0 if longest <= _SPECK else longest
    return say("that is a dot: draw your name") if longest * _DOTS_ACROSS < ground else ""


def _extent(points: tuple[Point, ...]) -> float:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _checked(path: str) -> str:
    if not path:
        return path
    if len(path) > LONGEST_MARK:
        message = say("must be at most {most} characters of SVG path data", most=number(LONGEST_MARK))
        raise PydanticCustomError("mark_long", "{message}", {"message": message})
    if not _PATH.fullmatch(path) or not all(map(_complete, segments(path))):
        message = say(
            "must be SVG path data that starts with M and uses {commands} and plain numbers only, "
            "or empty for a typed signature",
            commands=" ".join(ARITY),
        )
        raise PydanticCustomError("mark", "{message}", {"message": message})
    return path


def _complete(segment: Segment) -> bool:
    arity, count = ARITY[segment.command.upper()], len(segment.numbers)
    return count == 0 if arity == 0 else count > 0 and count % arity == 0


Mark = Annotated[str, AfterValidator(_checked)]
"""SVG path data of a drawn signature, or an empty text for a typed one."""
