"""What can be said behind the curtain, taken from the module that says so: for tests that look for leaks.

A round that is new in `jtbd.model.curtain` is walked by being there: what can be said in it is read off the model.
Whether a field says that one is ready, `DECLARED` has to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from jtbd.editing import FieldPath, finish_turn, get, put
from jtbd.model import Canvas, PartyId
from jtbd.model.base import Part, part_in
from jtbd.model.curtain import AMOUNTS, ANSWERS, EACH, PRIVATE, Path, Round

_OPPOSITES: Final = (
    (False, True),
    (0, 3),
    ("4711", "815"),
    ("one thing that was said", "another thing that was said"),
    ("2027-01-05", "2027-02-06"),
    ("2027-01-05T09:00:00+01:00", "2027-02-06T09:00:00+01:00"),
)


DECLARED: Final[Mapping[Round, Callable[[Canvas, PartyId, bool], Canvas]]] = {
    ANSWERS: lambda canvas, party, ready: finish_turn(canvas, party, done=ready),
    AMOUNTS: lambda canvas, _party, _ready: canvas,
}
"""Says that a party is ready, or not, where a field of its own says so."""


class Leaf(NamedTuple):
    """One thing that can be said, or a list of things: where it stands, and the type of what stands there."""

    path: Path
    kind: Any

    def filled(self, which: int) -> object:
        """Return one of two things that can be said there."""
        return _filled(self.kind, which)


def leaves(part: type[Part], way: Path = ()) -> Iterator[Leaf]:
    """Yield all that can stand in a document of this kind, into each of its lists."""
    for name, field in part.model_fields.items():
        inner, path = part_in(field.annotation), (*way, name)
        if inner is None:
            yield Leaf(path, field.annotation)
        else:
            yield from leaves(inner, (*path, EACH) if _is_list(field.annotation) else path)


def sayable(canvas: Canvas, *rounds: Round) -> Iterator[Leaf]:
    """Yield all that either can say of a canvas in some rounds, in all without any; a list is one thing."""
    for one in PRIVATE:
        if one.round in (rounds or (one.round,)):
            for pattern in one.place.patterns(one.party):
                for path in _paths(canvas, pattern):
                    yield from _below(Leaf(path, _kind(canvas, path)))


def said(canvas: Canvas, one: Round, party: PartyId, which: int) -> Canvas:
    """Return a canvas on which a party has said all that it can in a round, one way or the other, and is ready."""
    for leaf in sayable(canvas, one):
        if party in leaf.path:
            canvas = put(canvas, leaf.path, leaf.filled(which))
    return DECLARED[one](canvas, party, True)


def partly(canvas: Canvas, one: Round, party: PartyId, which: int) -> Canvas:
    """Return a canvas on which a party has said as much of a round as it can without being ready."""
    canvas = DECLARED[one](canvas, party, False)
    for leaf in sayable(canvas, one):
        more = put(canvas, leaf.path, leaf.filled(which)) if party in leaf.path else canvas
        canvas = canvas if one.ready(more, party) else more
    return canvas


def _paths(canvas: Canvas, pattern: Path) -> Iterator[FieldPath]:
    """Yield where in a canvas the places of a pattern are."""
    if EACH not in pattern:
        yield pattern
        return
    at = pattern.index(EACH)
    for place, item in enumerate(get(canvas, pattern[:at])):
        yield (*pattern[:at], getattr(item, "id", place), *pattern[at + 1 :])


def _kind(canvas: Canvas, path: FieldPath) -> Any:
    holder = get(canvas, path[:-1])
    return type(holder).model_fields[str(path[-1])].annotation


def _below(leaf: Leaf) -> Iterator[Leaf]:
    inner = part_in(leaf.kind)
    if inner is None or _is_list(leaf.kind):
        yield leaf
        return
    for name, field in inner.model_fields.items():
        yield from _below(Leaf((*leaf.path, name), field.annotation))


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple or any(map(_is_list, get_args(kind)))


def _filled(kind: Any, which: int) -> object:
    inner = part_in(kind)
    if inner is not None:
        one = {field.alias or name: _filled(field.annotation, which) for name, field in inner.model_fields.items()}
        return (one,) if _is_list(kind) else one
    words = [*_words(TypeAdapter(kind).json_schema())]
    if words:
        return (words[0], words[-1])[which]
    return next(pair[which] for pair in _OPPOSITES if all(_fits(kind, value) for value in pair))


def _words(schema: Any) -> Iterator[str]:
    """Yield the words that a type is a choice of."""
    match schema:
        case {"enum": words}:
            yield from words
        case dict():
            for inner in schema.values():
                yield from _words(inner)
        case list():
            for inner in schema:
                yield from _words(inner)


def _fits(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True
