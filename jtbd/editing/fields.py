"""One field of a document: read, and changed, by the path that leads to it."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from jtbd.model.base import Part
from jtbd.model.unseen import without_unseen

_P = TypeVar("_P", bound=Part)
Path = tuple[str | int, ...]


def put(part: _P, path: Path, value: object) -> _P:
    """Return the document with one field changed; items of a list go by their id, or else by their place.

    A blank text blanks the field, and a missing part on the way is made.

    Raises:
        pydantic.ValidationError: the value does not fit the field.

    """
    return cast("_P", _put(part, path, said(value) if isinstance(value, str) else value))


def said(text: str | None) -> str | None:
    """Return a text as it was said; None where nobody sees anything of it."""
    return text if text and without_unseen(text).strip() else None


def _put(node: Any, path: Path, value: object) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, tuple):
        return tuple(
            _put(item, rest, value) if head in (place, getattr(item, "id", None)) else item
            for place, item in enumerate(node)
        )
    if node is None:
        return {head: _put(None, rest, value)}
    return node.revise(**{str(head): _put(getattr(node, str(head)), rest, value)})


def get(part: Part, path: Path) -> Any:
    """Return what stands at the path, None where a part on the way is missing."""
    node: Any = part
    for head in path:
        if isinstance(node, tuple):
            node = next((item for place, item in enumerate(node) if head in (place, getattr(item, "id", None))), None)
        else:
            node = getattr(node, str(head), None)
    return node
