"""Commitment sheets in a folder: drafts that gather signatures, and complete sheets, written once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from jtbd.disk.files import make_folder, names_in, refusals_named, replace, write_new
from jtbd.disk.placing import put_in_place, take_away
from jtbd.errors import AlreadyThere, SheetsInUse

_NUMBERED: Final = re.compile(r"(?:draft|sheet|discarded)-0*([1-9][0-9]{0,17})(?![0-9])", re.IGNORECASE)
"""A number in any name that looks like a sheet's, whatever a sync tool or a person has put behind it."""

_MOST: Final = 10**9 - 1
_NAME: Final = re.compile(r"(draft|sheet|discarded)-([1-9][0-9]{0,8})\.(yaml|pdf|seal\.pem)")


class _Named(NamedTuple):
    kind: str
    number: int
    ending: str
    path: Path


class SheetFolder:
    """A `SheetStore` over a folder: a canvas's own, or any other that a sheet is taken to."""

    def __init__(self, folder: Path) -> None:
        """Keep sheets in `folder`, which is made when first needed."""
        self.folder = folder

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
                with suppress(OSError):  # Windows keeps a file that is open
                    lock.unlink()

    def freeze_draft(self, text: str, taken: Collection[int] = ()) -> tuple[int, Path]:
        """See `SheetStore`."""
        make_folder(self.folder)
        while True:
            number = _free({*taken, *self._numbers()})
            path = self.folder / f"draft-{number}.yaml"
            with suppress(AlreadyThere):  # somebody else took the number just now
                write_new(path, text.encode())
                return number, path

    def replace_draft(self, path: Path, text: str) -> None:
        """See `SheetStore`."""
        if path.name.startswith("sheet-"):
            raise AlreadyThere(str(path), "A complete sheet is never changed; nothing was written.")
        replace(path, text.encode())

    def complete(self, number: int, text: str, pdf: bytes | None) -> Path:
        """See `SheetStore`; the PDF is written first, so the YAML makes the sheet complete."""
        sheet = self.folder / f"sheet-{number}.yaml"
        for path in (sheet, sheet.with_suffix(".pdf")):
            if _is_blank(path):
                with refusals_named(path):
                    take_away(path)
        if sheet.exists():
            raise AlreadyThere(str(sheet), "A complete sheet is never changed; nothing was written.")
        make_folder(self.folder)
        if pdf is not None:
            write_new(sheet.with_suffix(".pdf"), pdf)
        write_new(sheet, text.encode())
        with suppress(OSError):  # a draft too many does no harm: `drafts` passes over it
            (self.folder / f"draft-{number}.yaml").unlink(missing_ok=True)
        return sheet

    def discard(self, number: int) -> None:
        """See `SheetStore`."""
        path = self.folder / f"draft-{number}.yaml"
        with refusals_named(path), suppress(FileNotFoundError):
            put_in_place(path, path.with_name(f"discarded-{number}.yaml"))

    def drafts(self) -> dict[int, Path]:
        """See `SheetStore`."""
        complete = self.completed()
        return {number: path for number, path in self._files("draft").items() if number not in complete}

    def discarded(self) -> dict[int, Path]:
        """See `SheetStore`."""
        return self._files("discarded")

    def completed(self) -> dict[int, Path]:
        """See `SheetStore`."""
        return self._files("sheet")

    def _files(self, kind: str) -> dict[int, Path]:
        found = sorted(named for named in self._named() if (named.kind, named.ending) == (kind, "yaml"))
        return {named.number: named.path for named in found if kind == "draft" or not _is_blank(named.path)}

    def _named(self) -> Iterator[_Named]:
        for name in names_in(self.folder):
            if match := _NAME.fullmatch(name):
                yield _Named(match[1], int(match[2]), match[3], self.folder / name)

    def _numbers(self) -> Iterator[int]:
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
