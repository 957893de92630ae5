"""The owner's own details in memory."""

from __future__ import annotations

from jtbd.model import Party


class MemoryProfile:
    """A `ProfileStore` in memory."""

    def __init__(self, party: Party | None = None) -> None:
        self._party = party

    def load(self) -> Party | None:
        """See `ProfileStore`."""
        return self._party

    def save(self, party: Party) -> None:
        """See `ProfileStore`."""
        self._party = party
