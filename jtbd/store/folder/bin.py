"""What was thrown away: folders of canvases in `.thrown-away`, each by the moment it went there, for thirty days.

A folder is moved as a whole, and so is it moved back. After thirty days it is deleted, unless there is something in it
that must not be lost: a sheet, or a file that this program did not make.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from jtbd.disk.files import read_bytes
from jtbd.disk.folders import make_folder, names_in, remove_empty
from jtbd.disk.placing import move, take_away
from jtbd.disk.refusals import refusals_named
from jtbd.disk.sweeping import is_temporary
from jtbd.errors import AlreadyThere, CannotWrite, JtbdError
from jtbd.i18n import say, spoken
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder import history, notes, sheets
from jtbd.store.folder.aside import is_set_aside
from jtbd.store.folder.shelf import CANVAS_FILE
from jtbd.store.listing import row_of
from jtbd.store.protocol import Summary, Thrown
from jtbd.store.protocol.rows import THROWN_FOR

FOLDER: Final = ".thrown-away"
_TIME: Final = "%Y%m%dT%H%M%SZ"
_NAME: Final = re.compile(r"([0-9]{8}T[0-9]{6}Z)-(.+)")
_GOING: Final = re.compile(r"\.going-[0-9a-f]{8}")
_LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "Icon\r", ".sheets.lock"})
"""What systems leave in every folder that somebody looks into, and what a crash leaves of a lock."""


class _Held(NamedTuple):
    """What a folder holds: every file, those that are sheets of any state, and those that are not this program's."""

    files: tuple[Path, ...]
    sheets: tuple[str, ...]
    strange: tuple[str, ...]


class Bin:
    """The bin of one folder of canvases."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._rows: dict[tuple[str, str], Thrown] = {}  # what is wrong is said in a language

    def put(self, folder: Path, now: dt.datetime) -> str:
        """Move a canvas's folder here; return by which name it is here.

        Raises:
            CannotWrite: the disk refused; the folder is where it was.

        """
        make_folder(self._folder, private=True)
        at = now.astimezone(dt.UTC)
        with refusals_named(folder):
            while True:  # two of one name, in one second
                name = f"{at.strftime(_TIME)}-{folder.name}"
                try:
                    move(folder, self._folder / name)
                except FileExistsError:
                    at += dt.timedelta(seconds=1)
                else:
                    return name

    def all(self) -> Iterator[Thrown]:
        """Yield what is here, the latest first, as it was when first looked at; what others put here is passed over.

        Raises:
            UnreadableFile: the bin may not be listed.

        """
        for name in sorted(names_in(self._folder), reverse=True):
            if (match := _NAME.fullmatch(name)) and (self._folder / name / CANVAS_FILE).is_file():
                if (known := (name, spoken())) not in self._rows:
                    self._rows[known] = self._row(name, _moment(match[1]), match[2])
                yield self._rows[known]

    def names(self) -> set[str]:
        """Return what the folders here were called, so that nothing new is called so meanwhile."""
        with suppress(JtbdError):  # what cannot be looked at keeps nobody from beginning
            return {called for name in names_in(self._folder) if (called := called_before(name))}
        return set()

    def place(self, name: str) -> Path:
        """Return the folder here of that name.

        Raises:
            CannotWrite: there is none any more, or none of ours.

        """
        if not _NAME.fullmatch(name) or not (self._folder / name).is_dir():
            raise CannotWrite(str(self._folder / name), say("it is not in the bin any more"))
        return self._folder / name

    def take_back(self, name: str, to: Path) -> None:
        """Move a folder out of here.

        Raises:
            AlreadyThere: something goes by the name that it would have; it is untouched.
            CannotWrite: the disk refused, or it is gone; the folder is where it was.

        """
        folder = self.place(name)
        with refusals_named(to):
            try:
                move(folder, to)
            except FileExistsError:
                raise AlreadyThere(
                    str(to), say("Nothing was overwritten, and what was thrown away stays there.")
                ) from None

    def sweep(self, now: dt.datetime) -> int:
        """Delete what has been here for thirty days and may be lost; return how many files that were.

        What a clock says that was wrong when it went here counts for nothing: a canvas was thrown away after it was
        last saved.
        """
        count = 0
        self._rows.clear()
        with suppress(JtbdError):  # it may not be listed: nothing is deleted that nobody can see
            for thrown in self.all():
                if thrown.until and thrown.until < now:
                    going = self._folder / f".going-{secrets.token_hex(4)}"
                    with suppress(OSError):
                        move(self._folder / thrown.name, going)
            for name in names_in(self._folder):
                if _GOING.fullmatch(name):
                    count += _delete(self._folder / name)
        return count

    def _row(self, name: str, at: dt.datetime, called: str) -> Thrown:
        file = self._folder / name / CANVAS_FILE
        try:
            canvas = canvas_from_bytes(read_bytes(file), str(file))
            row = row_of(canvas)
        except JtbdError as error:
            row = Summary(id=called, fault=error.message)
        held = _held(self._folder / name)
        at = max(filter(None, (at, row.updated)))
        until = None if held.sheets or held.strange or row.fault else _until(at)
        return Thrown(name, at, row, until, held.sheets, held.strange)


def called_before(name: str) -> str:
    """Return what a folder here was called before it came here; empty for what is none of ours."""
    match = _NAME.fullmatch(name)
    return match[2] if match else ""


def _until(at: dt.datetime) -> dt.datetime | None:
    with suppress(OverflowError):  # a year that somebody wrote by hand
        return at + THROWN_FOR
    return None


def _moment(said: str) -> dt.datetime:
    with suppress(ValueError):
        return dt.datetime.strptime(said, _TIME).replace(tzinfo=dt.UTC)
    return dt.datetime.max.replace(tzinfo=dt.UTC)  # no day of any calendar: it is never too old


def _held(folder: Path) -> _Held:
    """Look into a folder; a link is not followed, and is nothing of ours."""
    if folder.is_symlink():
        return _Held((), (), (folder.name,))
    files, strange = [], []
    for path in folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            if path != folder / "history":
                strange.append(path.name)
        elif _is_ours(path, folder) and not path.is_symlink():
            files.append(path)
        else:
            strange.append(path.name)
    signed = [path.name for path in files if path.parent == folder and sheets.is_sheet(path.name)]
    return _Held(tuple(files), tuple(sorted(signed)), tuple(sorted(strange)))


def _is_ours(path: Path, folder: Path) -> bool:
    name = path.name
    if name in _LITTER or is_temporary(name):
        return True
    if path.parent == folder / "history":
        return history.is_version(name) or name == notes.FILE
    here = name == CANVAS_FILE or sheets.is_sheet(name) or is_set_aside(name)
    return path.parent == folder and here


def _delete(folder: Path) -> int:
    """Delete what is ours of a folder that is going, and the folder; whatever stays is tried the next time."""
    held = _held(folder)
    count = 0
    for path in () if held.sheets or held.strange else held.files:
        with suppress(OSError):
            take_away(path)
            count += 1
    for left in (folder / "history", folder):
        remove_empty(left)
    return count
