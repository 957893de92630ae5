"""Failures of files: faulty, unreadable, newer, in the way, not writable."""

from __future__ import annotations

from collections.abc import Sequence

from jtbd.errors.base import Fault, JtbdError, shown
from jtbd.i18n import say, say_count


class FaultyFile(JtbdError):
    """A readable file that is not a valid document; carries every fault found in it."""

    def __init__(self, file: str, faults: Sequence[Fault], remedy: str = "") -> None:
        self.file = file
        self.faults = tuple(sorted(faults))
        count = say_count("{file}: {number} fault", "{file}: {number} faults", len(self.faults), file=shown(file))
        super().__init__(
            "\n".join((count, *(f"  {fault}" for fault in self.faults))),
            remedy or say("Correct the lines named above; nothing was written."),
        )


class UnreadableFile(JtbdError):
    """A file that is missing, may not be read, is too large or is not UTF-8 text."""

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        self.file = file
        super().__init__(f"{shown(file)}: {reason}", remedy)


class NewerFormat(UnreadableFile):
    """A file written by a newer version of the program."""

    def __init__(self, file: str, found: str, known: str, line: int) -> None:
        super().__init__(
            file,
            say(
                "line {line} says format {found}; this version reads up to {known}",
                line=line,
                found=found,
                known=known,
            ),
            say(
                "Update the program ({command}) and open the file again; nothing was written.",
                command="pip install --upgrade jtbd",
            ),
        )


class CannotWrite(JtbdError):
    """The disk refused a write: full, read-only, held by another program or gone."""

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        super().__init__(
            f"{say('{file} could not be written:', file=shown(file))} {reason}",
            remedy or say("Free space or choose another folder; nothing was lost."),
        )


class AlreadyThere(JtbdError):
    """Something that must never be overwritten stands where a file should go."""

    def __init__(self, file: str, remedy: str = "") -> None:
        super().__init__(
            say("{file} is already there", file=shown(file)),
            remedy or say("Choose another name or folder; nothing was overwritten."),
        )
