"""All faults of files, each with its line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from jtbd.disk.files import read_bytes
from jtbd.errors import Fault, FaultyFile, UnreadableFile, shown
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder import strays
from jtbd.store.folder.shelf import CANVAS_FILE
from jtbd.store.network import network_from_bytes
from jtbd.templates.reading import parse
from jtbd.usecases.canvases.asking import asked_of_file
from jtbd.usecases.canvases.oddities import AWAY, version_beside
from jtbd.usecases.sheets.kinds import kind_of


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with one file.

    Attributes:
        file: its name.
        faults: all of them, in the order of their lines; empty where it is as it should be.
        trouble: why it could not be read at all, else empty.
        beside: other versions of a canvas that programs which sync folders left beside it.
        asks: what of a canvas could be said better, each with its line; no fault.

    """

    file: str
    faults: tuple[Fault, ...] = ()
    trouble: str = ""
    beside: tuple[str, ...] = ()
    asks: tuple[Fault, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether it could be read."""
        return not self.trouble

    def report(self) -> str:
        """Return the outcome in words, a line for each fault, each question and each other version."""
        more = (*(f"  ☞ {ask}" for ask in self.asks), *(f"  {shown(version_beside(name))}" for name in self.beside))
        return "\n".join((self._outcome(), *more))

    def _outcome(self) -> str:
        if self.trouble:
            return f"jtbd: {self.trouble}"
        if not self.faults:
            return say("{file}: holds", file=shown(self.file))
        return FaultyFile(self.file, self.faults).message

    def as_json(self) -> dict[str, object]:
        """Return the outcome as plain data."""
        return {
            "file": self.file,
            "holds": self.readable and not self.faults,
            "faults": [fault._asdict() for fault in self.faults],
            "trouble": self.trouble or None,
            **({"copies": [*self.beside]} if self.beside else {}),
            **({"asks": [ask._asdict() for ask in self.asks]} if self.asks else {}),
        }


def check_file(path: Path, today: dt.date) -> Checked:
    """Return what is wrong with a canvas, a sheet or a job template; a folder stands for the canvas in it.

    Args:
        path: the file or the folder.
        today: the day on which it is checked, since a promise should not be due before.

    """
    if not path.is_dir():
        return _checked(path, today)
    file = path / CANVAS_FILE
    copies, away = strays.beside(path)
    if file.exists():
        return replace(_checked(file, today), beside=copies)
    trouble = (
        f"{say('{folder}: holds a canvas that is not downloaded yet', folder=shown(path))}\n{AWAY.said()}"
        if away
        else f"{say('{folder}: is a folder without a {file}', folder=shown(path), file=CANVAS_FILE)}\n"
        f"{say('Name the files in it.')}"
    )
    return Checked(str(path), trouble=trouble, beside=copies)


def _checked(file: Path, today: dt.date) -> Checked:
    try:
        asks = _read(read_bytes(file), str(file), today)
    except FaultyFile as error:
        return Checked(str(file), error.faults)
    except UnreadableFile as error:
        return Checked(str(file), trouble=error.diagnostics())
    return Checked(str(file), asks=asks)


def _read(data: bytes, file: str, today: dt.date) -> tuple[Fault, ...]:
    """Read a file as what its format says it is; as a canvas where it says nothing; return what to ask about it.

    Raises:
        UnreadableFile, NewerFormat: it cannot be read.
        FaultyFile: all that is wrong with it.

    """
    match kind_of(data):
        case "template":
            parse(data, file)
        case "sheet":
            from jtbd.usecases.sheets.faults import check_sheet  # noqa: PLC0415 - canvases need no cryptography

            check_sheet(data, file)
        case "network":
            network_from_bytes(data, file)
        case _:
            canvas = canvas_from_bytes(data, file, payable=True)
            if canvas.ledger:
                _check_ledger(canvas, data, file)
            return asked_of_file(canvas, data, file, today)
    return ()


def _check_ledger(canvas: Canvas, data: bytes, file: str) -> None:
    """Refuse a ledger that speaks of what was not signed, by the sheets that lie beside the canvas.

    Raises:
        FaultyFile: all that is wrong with it.
        UnreadableFile: the sheets cannot be looked at.

    """
    from jtbd.store.folder.sheets import SheetFolder  # noqa: PLC0415 - a canvas without a ledger needs no cryptography
    from jtbd.usecases.sheets.signed import ledger_faults  # noqa: PLC0415

    if wrong := ledger_faults(canvas, data, file, SheetFolder(Path(file).parent)):
        raise FaultyFile(file, wrong)
