"""Commitment sheets in a folder: drafts that gather signatures, and complete sheets, written once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from jtbd.disk.files import LARGEST_PDF, drop, read_bytes, replace, write_new
from jtbd.disk.folders import make_folder, names_in
from jtbd.disk.placing import put_in_place, take_away
from jtbd.disk.refusals import refusals_named
from jtbd.errors import AlreadyThere, SheetsInUse
from jtbd.i18n import say
from jtbd.store.folder.keys import KeyFile
from jtbd.store.protocol import Stage

_NUMBERED: Final = re.compile(r"(?:draft|sheet|discarded)-0*([1-9][0-9]{0,17})(?![0-9])", re.IGNORECASE)
"""A number in any name that looks like a sheet's, whatever a sync tool or a person has put behind it."""

_MOST: Final = 10**9 - 1
_NAME: Final = re.compile(r"(draft|sheet|discarded)-([1-9][0-9]{0,8})\.(yaml|pdf|seal\.pem)")


class SheetFolder:
    """A `SheetStore` over a folder: a canvas's own, or any other that a sheet is taken to."""

    def __init__(self, folder: Path) -> None:
        """Keep sheets in `folder`, which is made when first needed."""
        self.folder = folder

    def __eq__(self, other: object) -> bool:
        """Say whether the other one is of the same folder, by whatever name."""
        return isinstance(other, SheetFolder) and self.folder.resolve() == other.folder.resolve()

    def __hash__(self) -> int:
        return hash(self.folder.resolve())

    @property
    def where(self) -> str:
        """See `SheetStore`."""
        return str(self.folder)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """See `SheetStore`; nothing is left of the lock, as the folder may be one that people look into."""
        from jtbd.store.folder.lock import held  # noqa: PLC0415 - reading needs no lock, and its import takes a while

        make_folder(self.folder)
        lock = self.folder / ".sheets.lock"
        with held(lock, SheetsInUse(str(self.folder))):
            try:
                yield
            finally:
                drop(lock)  # Windows keeps a file that is open

    # ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def numbers(self, stage: Stage) -> tuple[int, ...]:
        """See `SheetStore`."""
        if stage != "draft":
            return self._at(stage)
        complete = self._at("sheet")
        return tuple(number for number in self._at("draft") if number not in complete)

    def read(self, stage: Stage, number: int) -> bytes:
        """See `SheetStore`."""
        return read_bytes(self.path(stage, number))

    def pdf(self, number: int) -> bytes | None:
        """See `SheetStore`."""
        path = self._pdf(number)
        return read_bytes(path, LARGEST_PDF) if path.is_file() else None

    def written(self, stage: Stage, number: int) -> dt.datetime | None:
        """See `SheetStore`."""
        with suppress(OSError):
            return dt.datetime.fromtimestamp(self.path(stage, number).stat().st_mtime, dt.UTC)
        return None

    def place(self, stage: Stage, number: int) -> str:
        """See `SheetStore`."""
        return str(self.path(stage, number))

    def path(self, stage: Stage, number: int) -> Path:
        """Return the file of what is at a stage under a number: `draft-1.yaml`, `sheet-1.yaml`, `discarded-1.yaml`."""
        return self.folder / f"{stage}-{number}.yaml"

    def old_seal_key(self, number: int) -> KeyFile | None:
        """See `SheetStore`: `draft-1.seal.pem`."""
        path = self.folder / f"draft-{number}.seal.pem"
        return KeyFile(path) if path.is_file() else None

    # ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def freeze_draft(self, file: bytes, taken: Collection[int] = ()) -> int:
        """See `SheetStore`."""
        make_folder(self.folder)
        while True:
            number = _free({*taken, *self._taken()})
            with suppress(AlreadyThere):  # somebody else took the number just now
                write_new(self.path("draft", number), file)
                return number

    def replace_draft(self, number: int, file: bytes) -> None:
        """See `SheetStore`."""
        self._refuse_complete(number)
        replace(self.path("draft", number), file)

    def complete(self, number: int, file: bytes, pdf: bytes | None) -> None:
        """See `SheetStore`; the PDF is written first, so the YAML makes the sheet complete."""
        sheet = self.path("sheet", number)
        for path in (sheet, self._pdf(number)):
            if _is_blank(path):
                with refusals_named(path):
                    take_away(path)
        self._refuse_complete(number)
        make_folder(self.folder)
        if pdf is not None:
            write_new(self._pdf(number), pdf)
        write_new(sheet, file)
        drop(self.path("draft", number))  # a draft too many does no harm: `numbers` passes over it

    def discard(self, number: int) -> None:
        """See `SheetStore`."""
        path = self.path("draft", number)
        with refusals_named(path), suppress(FileNotFoundError):
            put_in_place(path, self.path("discarded", number))

    def drop_pdf(self, number: int) -> None:
        """See `SheetStore`."""
        self._refuse_complete(number)
        with refusals_named(self._pdf(number)):
            take_away(self._pdf(number))

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _pdf(self, number: int) -> Path:
        return self.path("sheet", number).with_suffix(".pdf")

    def _refuse_complete(self, number: int) -> None:
        sheet = self.path("sheet", number)
        if sheet.exists() and not _is_blank(sheet):
            raise AlreadyThere(str(sheet), say("A complete sheet is never changed; nothing was written."))

    def _at(self, stage: Stage) -> tuple[int, ...]:
        found = (match for name in names_in(self.folder) if (match := _NAME.fullmatch(name)))
        numbers = sorted(int(match[2]) for match in found if (match[1], match[3]) == (stage, "yaml"))
        return tuple(number for number in numbers if stage == "draft" or not _is_blank(self.path(stage, number)))

    def _taken(self) -> Iterator[int]:
        for name in names_in(self.folder):
            if match := _NUMBERED.match(name):
                yield int(match[1])


def is_sheet(name: str) -> bool:
    """Say whether a file of that name is a sheet of any state, or goes with one."""
    return bool(_NAME.fullmatch(name))


def _free(taken: Collection[int]) -> int:
    """Return the number after all that were ever given; where somebody wrote a greatest one by hand, any free one."""
    highest = max(taken, default=0)
    if highest < _MOST:
        return highest + 1
    return next(number for number in count(1) if number not in taken)


def _is_blank(path: Path) -> bool:
    """Whether a file is a name and nothing else: on a disk without links a crash may have come before its content."""
    with suppress(OSError):
        return path.stat().st_size == 0
    return False
