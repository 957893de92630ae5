"""Rules between the fields of a canvas: ids are unique, and what is referred to exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from jtbd.i18n import say


class Problem(NamedTuple):
    """A rule that is broken: where, what to do, and the value found there."""

    path: tuple[str | int, ...]
    message: str
    value: object


def reference_problems(data: object) -> Iterator[Problem]:
    """Yield every broken rule of a canvas, as plain data or as models; what has another shape is passed over.

    It reads unvalidated data so that these faults are reported beside those of single fields. A seat that is missing
    may be named before its aspect is written down, so `missing` may name an aspect that is not there.
    """
    known: set[object] = set()
    yield from _doubled(data, "aspects", known)
    yield from _doubled(data, "commitments", set())
    for place, item in enumerate(_items(_get(data, "commitments"))):
        for nth, aspect in enumerate(_items(_get(item, "serves"))):
            if isinstance(aspect, str) and aspect not in known:
                yield Problem(
                    ("commitments", place, "serves", nth), say("no aspect has the id {id}", id=aspect), aspect
                )


def _doubled(data: object, key: str, seen: set[object]) -> Iterator[Problem]:
    for place, item in enumerate(_items(_get(data, key))):
        identifier = _get(item, "id")
        if not isinstance(identifier, str):
            continue
        if identifier in seen:
            yield Problem(
                (key, place, "id"), say("{id} is used twice: give each its own id", id=identifier), identifier
            )
        seen.add(identifier)


def _get(item: object, name: str) -> Any:
    return item.get(name) if isinstance(item, Mapping) else getattr(item, name, None)


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()
