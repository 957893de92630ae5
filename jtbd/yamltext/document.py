"""What reading YAML gives: plain data, and where each piece of it stands in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from jtbd.errors import Fault

NodePath: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys and 0-based indexes; empty for the document itself."""

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | bool | None"
"""What a YAML file may hold."""


class Place(NamedTuple):
    """A position in a file, both 1-based."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data with the places it was read from."""

    value: Plain
    value_places: Mapping[NodePath, Place] = field(repr=False)
    key_places: Mapping[NodePath, Place] = field(repr=False)

    def at(self, path: NodePath) -> Plain:
        """Return the value at a path, None where there is none."""
        found: Plain = self.value
        for step in path:
            if isinstance(found, dict) and isinstance(step, str):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and 0 <= step < len(found):
                found = found[step]
            else:
                return None
        return found

    def place(self, path: NodePath) -> Place:
        """Return where the value at a path begins, or the nearest part around it that exists."""
        for length in range(len(path), -1, -1):
            if found := self.value_places.get(path[:length]):
                return found
        return Place(1, 1)

    def key_place(self, path: NodePath) -> Place:
        """Return where the key that ends a path stands; as `place` for a list's item or a missing key."""
        return self.key_places.get(path) or self.place(path)


class Finding(NamedTuple):
    """One thing that a strict reader refuses.

    Attributes:
        path: where in the document; the nearest part that has a path.
        line: 1-based.
        column: 1-based.
        message: what is wrong and what to write instead.
        doubtful: an unquoted word was taken for text; what belongs in its place may say more about it.

    """

    path: NodePath
    line: int
    column: int
    message: str
    doubtful: bool = False

    def fault(self) -> Fault:
        """Return it as a fault of the file."""
        return Fault(self.line, self.column, path_text(self.path), self.message)


class Reading(NamedTuple):
    """A document as far as it could be made out, with all that is wrong in it; None if reading came to an end early."""

    document: Document | None
    findings: tuple[Finding, ...]


def path_text(path: NodePath) -> str:
    """Return a path as people write it: `aspects[2].a.stance`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
