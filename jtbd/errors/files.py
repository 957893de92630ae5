"""Failures of files: faulty, unreadable, newer, in the way, not writable."""

from __future__ import annotations

from collections.abc import Sequence

from jtbd.errors.base import Fault, JtbdError, shown


class FaultyFile(JtbdError):
    """A readable file that is not a valid document; carries every fault found in it."""

    def __init__(self, file: str, faults: Sequence[Fault], remedy: str = "") -> None:
        self.file = file
        self.faults = tuple(sorted(faults))
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(
            f"{shown(file)}: {count}\n{lines}", remedy or "Correct the lines named above; nothing was written."
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
            f"line {line} says format {found}; this version reads up to {known}",
            "Update the program (pip install --upgrade jtbd) and open the file again; nothing was written.",
        )


class CannotWrite(JtbdError):
    """The disk refused a write: full, read-only, held by another program or gone."""

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        super().__init__(
            f"{shown(file)} could not be written: {reason}",
            remedy or "Free space or choose another folder; nothing was lost.",
        )


class AlreadyThere(JtbdError):
    """Something that must never be overwritten stands where a file should go."""

    def __init__(self, file: str, remedy: str = "Choose another name or folder; nothing was overwritten.") -> None:
        super().__init__(f"{shown(file)} is already there", remedy)
