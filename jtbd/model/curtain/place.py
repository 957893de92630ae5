"""Where in a canvas either party says something for itself: its side of a part that has one for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import is_
from typing import Any, Final, NamedTuple, TypeAlias

from jtbd.model.base import Part
from jtbd.model.canvas import Canvas
from jtbd.model.text import PartyId

Path: TypeAlias = tuple[str | int, ...]
"""Names of fields from a canvas on; items of a list go by their id, or else by their place."""

EACH: Final = "*"
"""In a pattern of a path: any item of a list."""


class Place(NamedTuple):
    """A part of the canvas that has a side for each of the two.

    Attributes:
        way: from the canvas to that part, or to each of a list of them.
        names: which fields of a side are meant; without any, all of it.

    """

    way: tuple[str, ...]
    names: tuple[str, ...] = ()

    def patterns(self, party: PartyId) -> tuple[Path, ...]:
        """Return the patterns of the paths that one party's side has."""
        return tuple((*self.way, party, name) for name in self.names) or ((*self.way, party),)

    def says(self, canvas: Canvas, party: PartyId) -> bool:
        """Say whether anything stands on one party's side."""
        return any(_is_said(part, party, self.names) for part in _parts(canvas, self.way))


Side: TypeAlias = tuple[Place, PartyId]


def holds(pattern: Path, path: Path) -> bool:
    """Say whether a path leads to what a pattern names, or further into it."""
    return len(path) >= len(pattern) and all(name in (EACH, step) for name, step in zip(pattern, path, strict=False))


def with_sides(canvas: Canvas, other: Canvas | None, sides: Iterable[Side]) -> dict[str, Any]:
    """Return the fields of a canvas that change where it gets these sides from another one, or where they go blank.

    Args:
        canvas: the canvas; what stands on a side of an item of a list that the other one has not got stays.
        other: where the sides come from; None blanks them.
        sides: which.

    """
    found: dict[str, Any] = {}
    for way, chosen in _by_way(sides).items():
        name = way[0]
        now = found.get(name, getattr(canvas, name))
        then = getattr(other, name) if other else None
        after = _listed(now, then, chosen) if isinstance(now, tuple) else _sided(now, then, chosen)
        if after is not now:
            found[name] = after
    return found


_Chosen: TypeAlias = Sequence[tuple[PartyId, tuple[str, ...]]]


def _by_way(sides: Iterable[Side]) -> Mapping[tuple[str, ...], _Chosen]:
    found: dict[tuple[str, ...], list[tuple[PartyId, tuple[str, ...]]]] = {}
    for place, party in sides:
        found.setdefault(place.way, []).append((party, place.names))
    return found


def _listed(now: tuple[Any, ...], then: tuple[Any, ...] | None, chosen: _Chosen) -> tuple[Any, ...]:
    """Return a list with sides as its items have them elsewhere; itself where they are the same, which is quicker."""
    if then is now:
        return now
    if then is None:
        after = tuple(_sided(item, None, chosen) for item in now)
    else:
        known = {getattr(item, "id", place): item for place, item in enumerate(then)}
        others = (known.get(getattr(item, "id", place), item) for place, item in enumerate(now))
        after = tuple(
            item if other is item else _sided(item, other, chosen) for item, other in zip(now, others, strict=True)
        )
    return now if all(map(is_, after, now)) else after


def _sided(part: Part, other: Part | None, chosen: _Chosen) -> Part:
    """Return a part with sides as another one has them, or blank; itself where they are the same."""
    changes: dict[str, Any] = {}
    for party, names in chosen:
        now = changes.get(party, getattr(part, party))
        if other is None:
            after = _blank(type(part), party) if not names else _renewed(now, _blanks(type(now), names))
        elif names:
            after = _renewed(now, {name: getattr(getattr(other, party), name) for name in names})
        else:
            after = getattr(other, party)
        if after != now:
            changes[party] = after
    if not changes:
        return part
    if other is None:  # blanks fit: to check that of each need takes longer than an answer may
        return part.model_copy(update=changes)
    return part.revise(**changes)


def _renewed(part: Part, fields: Mapping[str, Any]) -> Part:
    changes = {name: value for name, value in fields.items() if getattr(part, name) != value}
    return part.revise(**changes) if changes else part


def _is_said(part: Part, party: PartyId, names: tuple[str, ...]) -> bool:
    if not names:
        return bool(getattr(part, party) != _blank(type(part), party))
    side: Part = getattr(part, party)
    return any(getattr(side, name) != _blank(type(side), name) for name in names)


@cache
def _blank(kind: type[Part], name: str) -> Any:
    return kind.model_fields[name].get_default(call_default_factory=True, validated_data={})


def _blanks(kind: type[Part], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _blank(kind, name) for name in names}


def _parts(canvas: Canvas, way: tuple[str, ...]) -> Iterator[Part]:
    found = getattr(canvas, way[0])
    yield from found if isinstance(found, tuple) else (found,)
