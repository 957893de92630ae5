"""A sheet that comes back as a file: where its draft waits, and what becomes of the file."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from jtbd.disk.files import read_bytes
from jtbd.disk.placing import move, take_away
from jtbd.disk.refusals import refusals_named
from jtbd.errors import ExampleIsReadOnly, NoDraftHere, UnknownCanvas
from jtbd.model.sheet import Sheet
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.protocol import SheetStore
from jtbd.usecases.canvases.records import record_beside, recorded
from jtbd.usecases.home import Home
from jtbd.usecases.sheets.importing import Brought, bring_to, kept_in, read_brought, waiting_in
from jtbd.usecases.sheets.replacing import refuse_given_up


def import_file(home: Home, path: Path, into: Path | None) -> Brought:
    """Bring back the sheet in a file to the draft that waits for it.

    The draft is looked for with the canvas that the sheet was frozen from, and then beside the file; or in one folder
    that is named. Beside the file, the file itself does not count as what is kept there.

    Args:
        home: the saved canvases, and the keys.
        path: the file that came back.
        into: the one folder to look in.

    Raises:
        UnreadableFile, NotASheet, InvalidSheet: the file is no sheet, or does not hold.
        SheetGivenUp: it was discarded, or another took its place.
        NoDraftHere: no such draft waits.
        JtbdError: as `bring_back`.

    """
    data = read_bytes(path)
    sheet = read_brought(data, str(path))
    saved, beside = None if into else _saved(home, sheet), SheetFolder(into or path.parent)
    looked = []
    with _out_of_the_way(home, path, sheet):
        if saved:
            looked.append(f"in {saved.where}")
            if found := _bring_into(home, saved, path, data, sheet):
                return _told(found, recorded(home, sheet.commitment.canvas.id))
        if saved != beside:
            looked.append(f"in {into}" if into else f"beside {path}")
            found = _bring_into(home, beside, path, data, sheet)
            if found and (found.new or into or not _same(Path(found.signed.place), path)):
                return _told(found, record_beside(home, beside.folder))
    raise NoDraftHere(sheet.commitment.id, sheet.commitment.canvas.id, looked)


def _saved(home: Home, sheet: Sheet) -> SheetStore | None:
    """Return the sheets of the canvas that a sheet was frozen from, if that is among the saved ones."""
    with suppress(UnknownCanvas, ExampleIsReadOnly):
        return home.store.sheets(sheet.commitment.canvas.id)
    return None


def _bring_into(home: Home, sheets: SheetStore, path: Path, data: bytes, sheet: Sheet) -> Brought | None:
    if found := kept_in(sheets, sheet):
        return found
    refuse_given_up(sheet, sheets)
    if draft := waiting_in(sheets, sheet):
        return bring_to(sheets, draft, data, str(path), keys=home.keys, at=home.now())
    return None


def _told(found: Brought, unrecorded: Iterator[str]) -> Brought:
    return replace(found, signed=replace(found.signed, warnings=(*found.signed.warnings, *unrecorded)))


@contextmanager
def _out_of_the_way(home: Home, path: Path, sheet: Sheet) -> Iterator[None]:
    """Move a file whose name hides the very draft that it should complete, as `sheet-1.yaml` hides `draft-1.yaml`.

    It is back afterwards, unless the sheet that was completed and sealed has taken its name.
    """
    draft = path.with_name(path.name.replace("sheet-", "draft-", 1))
    sealed_here = home.keys.seal(sheet.commitment.id).is_there() or draft.with_suffix(".seal.pem").is_file()
    if draft == path or not (draft.is_file() and sealed_here):
        yield
        return
    aside = path.with_name(f"{path.stem}.brought-{secrets.token_hex(4)}.yaml")
    with refusals_named(aside):
        move(path, aside)
    try:
        yield
    finally:
        if path.exists():
            take_away(aside)
        else:
            move(aside, path)


def _same(path: Path, other: Path) -> bool:
    return path.resolve() == other.resolve()
