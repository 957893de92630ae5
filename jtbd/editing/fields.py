"""One field of a document: read, and changed, by the path that leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar, cast

from jtbd.errors import PartIsGone
from jtbd.errors.canvases import Kind
from jtbd.model.base import Part, part_in
from jtbd.model.unseen import without_unseen

_P = TypeVar("_P", bound=Part)
FieldPath = tuple[str | int, ...]
"""Names of fields; items of a list go by their id, or else by their place."""

_KINDS: Final[Mapping[str, Kind]] = {"aspects": "need", "commitments": "promise", "meetings": "coffee"}


def put(part: _P, path: FieldPath, value: object) -> _P:
    """Return the document with one field changed.

    A blank text blanks the field, and a missing part on the way is made.

    Raises:
        pydantic.ValidationError: the value does not fit the field.
        PartIsGone: an item on the way is not in its list any more.
        AttributeError: there is no field of that name; whoever wrote the path made a mistake.

    """
    return cast("_P", _put(part, path, said(value) if isinstance(value, str) else value))


def said(text: str | None) -> str | None:
    """Return a text as it was said; None where nobody sees anything of it."""
    return text if text and without_unseen(text).strip() else None


def _put(node: Any, path: FieldPath, value: object) -> Any:
    if not path:
        return value
    name, rest = str(path[0]), path[1:]
    part = _field(node, name)
    if isinstance(part, tuple) and rest:
        return node.revise(**{name: _put_among(part, name, rest, value)})
    if part is None and rest:
        return node.revise(**{name: _made(_kind(type(node), name), rest, value)})
    return node.revise(**{name: _put(part, rest, value)})


def _put_among(items: tuple[Any, ...], name: str, path: FieldPath, value: object) -> tuple[Any, ...]:
    place = _place(items, path[0])
    if place is None:
        raise gone(name, value)
    return (*items[:place], _put(items[place], path[1:], value), *items[place + 1 :])


def _made(kind: type[Part], path: FieldPath, value: object) -> dict[str, Any]:
    """Return a part that is missing, as plain data with one field."""
    name, rest = str(path[0]), path[1:]
    if rest:
        return {name: _made(_kind(kind, name), rest, value)}
    _declared(kind, name)
    return {name: value}


def get(part: Part, path: FieldPath) -> Any:
    """Return what stands at the path, None where a part on the way is missing.

    Raises:
        AttributeError: there is no field of that name; whoever wrote the path made a mistake.

    """
    node: Any = part
    for nth, step in enumerate(path):
        if isinstance(node, tuple):
            place = _place(node, step)
            if place is None:
                return None
            node = node[place]
            continue
        found = _field(node, str(step))
        if found is None:
            _look_for(type(node), path[nth:])
            return None
        node = found
    return node


def gone(name: str, said: object = None) -> PartIsGone:
    """Return what there is to say of an item of a list, by the list's name, that somebody wanted to change."""
    return PartIsGone(_KINDS[name], said if isinstance(said, str) else "")


def _place(items: tuple[Any, ...], step: str | int) -> int | None:
    return next((place for place, item in enumerate(items) if step in (place, getattr(item, "id", None))), None)


def _look_for(kind: type[Part], path: FieldPath) -> None:
    """Look whether all names of a path at which nothing stands are fields."""
    for step in path[:-1]:
        kind = _kind(kind, str(step))
    _declared(kind, str(path[-1]))


def _field(part: Part, name: str) -> Any:
    _declared(type(part), name)
    return getattr(part, name)


def _kind(kind: type[Part], name: str) -> type[Part]:
    """Return which part stands in a field."""
    found = part_in(_declared(kind, name))
    if found is None:
        raise AttributeError(f"{kind.__name__}.{name} has no fields", name=name)
    return found


def _declared(kind: type[Part], name: str) -> Any:
    """Return the type of a field."""
    if name not in kind.model_fields:
        raise AttributeError(f"{kind.__name__} has no field {name}", name=name)
    return kind.model_fields[name].annotation
