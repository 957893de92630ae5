"""What is asked of whatever remembers the owner of a laptop, beside the keys."""

from __future__ import annotations

from typing import Protocol

from jtbd.model import Party


class ProfileStore(Protocol):
    """The owner's own details."""

    def load(self) -> Party | None:
        """Return them; None where nothing is remembered yet.

        Raises:
            UnreadableFile: they may not be read, or are no text.
            NewerFormat: a newer version of this program wrote them.
            FaultyFile: something in them does not hold, each with its line.

        """
        ...

    def save(self, party: Party) -> None:
        """Keep them in the place of what was remembered, for their owner's eyes only.

        Raises:
            CannotWrite: the disk refused; what was remembered is untouched.

        """
