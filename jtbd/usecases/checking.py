"""All faults of files, each with its line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jtbd.errors import Fault, FaultyFile, UnreadableFile
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.files import read_bytes
from jtbd.store.shelf import CANVAS_FILE
from jtbd.templates.reading import parse
from jtbd.usecases.kinds import kind_of


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with one file.

    Attributes:
        file: its name.
        faults: all of them, in the order of their lines; empty where it is as it should be.
        trouble: why it could not be read at all, else empty.

    """

    file: str
    faults: tuple[Fault, ...] = ()
    trouble: str = ""

    @property
    def readable(self) -> bool:
        """Whether it could be read."""
        return not self.trouble

    def report(self) -> str:
        """Return the outcome in words, a line for each fault."""
        if self.trouble:
            return f"jtbd: {self.trouble}"
        if not self.faults:
            return f"{self.file}: holds"
        return FaultyFile(self.file, self.faults).message

    def as_json(self) -> dict[str, object]:
        """Return the outcome as plain data."""
        return {
            "file": self.file,
            "holds": self.readable and not self.faults,
            "faults": [fault._asdict() for fault in self.faults],
            "trouble": self.trouble or None,
        }


def check_file(path: Path) -> Checked:
    """Return what is wrong with a canvas, a sheet or a job template; a folder stands for the canvas in it."""
    file = path / CANVAS_FILE if path.is_dir() else path
    if file is not path and not file.exists():
        return Checked(str(path), trouble=f"{path}: is a folder without a {CANVAS_FILE}\nName the files in it.")
    try:
        _read(read_bytes(file), str(file))
    except FaultyFile as error:
        return Checked(str(file), error.faults)
    except UnreadableFile as error:
        return Checked(str(file), trouble=error.diagnostics())
    return Checked(str(file))


def _read(data: bytes, file: str) -> None:
    """Read a file as what its format says it is; as a canvas where it says nothing.

    Raises:
        UnreadableFile, NewerFormat: it cannot be read.
        FaultyFile: all that is wrong with it.

    """
    match kind_of(data):
        case "template":
            parse(data, file)
        case "sheet":
            from jtbd.usecases.sheetfaults import check_sheet  # noqa: PLC0415 - canvases need no cryptography

            check_sheet(data, file)
        case _:
            canvas_from_bytes(data, file, payable=True)
