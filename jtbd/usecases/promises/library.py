"""All that was signed in a library, and who the parties are."""

from __future__ import annotations

from dataclasses import dataclass

from jtbd.errors import JtbdError, UnknownParty
from jtbd.network import ME, Directory, directory
from jtbd.store.protocol import is_example
from jtbd.usecases.home import Home
from jtbd.usecases.promises.record import Record, record


@dataclass(frozen=True, slots=True)
class Records:
    """The records of all canvases that can be read.

    Attributes:
        all: a record for each canvas, by its id.
        parties: who is who.
        troubles: why some could not be read, each with what to do.

    """

    all: tuple[Record, ...]
    parties: Directory
    troubles: tuple[JtbdError, ...]

    def partner(self, found: Record) -> str | None:
        """Return the id of the party that a canvas is with, None where nobody has named it."""
        return self.parties.of(found.canvas.parties.b.name)

    def asked(self, name: str) -> str:
        """Return the id of the party that somebody means.

        Raises:
            UnknownParty: it is nobody here.

        """
        found = self.parties.asked(name)
        if found is None:
            raise UnknownParty(name, [ME, *sorted(self.parties.names)])
        return found


def records(home: Home) -> Records:
    """Return what was signed on all canvases but the examples; what cannot be read is told, and hides nothing else.

    Raises:
        FaultyFile, UnreadableFile, NewerFormat: what the owner knows of the parties cannot be read.

    """
    found: list[Record] = []
    troubles: list[JtbdError] = []
    for canvas_id in home.store.ids():
        if is_example(canvas_id):
            continue
        try:
            found.append(record(home, canvas_id))
        except JtbdError as error:
            troubles.append(error)
    names = (each.canvas.parties.b.name for each in found)
    return Records(tuple(found), directory(home.store.network(), (name for name in names if name)), tuple(troubles))
