"""A sheet that comes back as a file: where its draft waits, and what becomes of the file."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from jtbd.disk.files import read_bytes, refusals_named
from jtbd.errors import ExampleIsReadOnly, NoDraftHere, UnknownCanvas
from jtbd.model.sheet import Sheet
from jtbd.sign.keys import pem as keys
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.places import canvases_folder, config_folder, working_folder
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.canvases.records import record_beside
from jtbd.usecases.clock import local_now
from jtbd.usecases.sheets.importing import Brought, bring_to, kept_in, read_brought, waiting_in
from jtbd.usecases.sheets.replacing import refuse_given_up


def import_file(path: Path, canvases: str | None, into: Path | None) -> Brought:
    """Bring back the sheet in a file to the draft that waits for it.

    The draft is looked for in the folder of the canvas that the sheet was frozen from, and then beside the file; or
    in one folder that is named. Beside the file, the file itself does not count as what is kept there.

    Args:
        path: the file that came back.
        canvases: the folder of canvases; None for where the environment or the platform puts it.
        into: the one folder to look in.

    Raises:
        UnreadableFile, NotASheet, InvalidSheet: the file is no sheet, or does not hold.
        SheetGivenUp: it was discarded, or another took its place.
        NoDraftHere: no such draft waits.
        JtbdError: as `bring_back`.

    """
    data = read_bytes(path)
    sheet = read_brought(data, path)
    homes = [into] if into else _canvas_folders(sheet, canvases)
    places = homes if into or _same(path.parent, *homes) else [*homes, path.parent]
    with _out_of_the_way(path, keys.seal_key_path(config_folder(os.environ), sheet.commitment.id, _draft_beside(path))):
        for folder in places:
            found = _bring_into(folder, path, data, sheet)
            if found and (found.new or folder in homes or not _same(found.signed.path, path)):
                warnings = (*found.signed.warnings, *record_beside(folder, canvases))
                return replace(found, signed=replace(found.signed, warnings=warnings))
    looked = [f"in {folder}" if folder in homes else f"beside {path}" for folder in places]
    raise NoDraftHere(sheet.commitment.id, sheet.commitment.canvas.id, looked)


def _canvas_folders(sheet: Sheet, canvases: str | None) -> list[Path]:
    """Return the folder of the canvas that a sheet was frozen from, if that is among the saved ones."""
    store = FolderStore(canvases_folder(canvases, os.environ, working_folder()), None, local_now)
    with suppress(UnknownCanvas, ExampleIsReadOnly):
        return [store.sheets(sheet.commitment.canvas.id).folder]
    return []


def _bring_into(folder: Path, path: Path, data: bytes, sheet: Sheet) -> Brought | None:
    sheets = SheetFolder(folder)
    if found := kept_in(sheets, sheet):
        return found
    refuse_given_up(sheet, sheets)
    if draft := waiting_in(sheets, sheet):
        return bring_to(sheets, draft, data, path, config=config_folder(os.environ), at=local_now())
    return None


@contextmanager
def _out_of_the_way(path: Path, seal_key: Path) -> Iterator[None]:
    """Move a file whose name hides the very draft that it should complete, as `sheet-1.yaml` hides `draft-1.yaml`.

    It is back afterwards, unless the sheet that was completed and sealed has taken its name.
    """
    draft = _draft_beside(path)
    if draft == path or not (draft.is_file() and seal_key.is_file()):
        yield
        return
    aside = path.with_name(f"{path.stem}.brought-{secrets.token_hex(4)}.yaml")
    with refusals_named(aside):
        path.rename(aside)
    try:
        yield
    finally:
        if path.exists():
            aside.unlink()
        else:
            aside.rename(path)


def _draft_beside(path: Path) -> Path:
    return path.with_name(path.name.replace("sheet-", "draft-", 1))


def _same(path: Path, *others: Path) -> bool:
    return any(path.resolve() == other.resolve() for other in others)
