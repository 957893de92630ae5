"""What somebody has to see to about a canvas in a list: other versions of it, and what is away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jtbd.store.protocol import Summary

AWAY: Final = "It is not downloaded yet: open its folder with the program that syncs it, and wait until it is there."


def oddities(row: Summary) -> Iterator[str]:
    """Yield each as a sentence."""
    for name in row.copies:
        yield version_beside(name)
    if row.away:
        yield AWAY


def version_beside(name: str) -> str:
    """Return the sentence about another version of a canvas that lies beside it."""
    return f"{name} is another version of it, as programs that sync folders make them: compare the two, keep one."
