"""A sheet that comes home: signed, or declined, on another machine, and put on the draft that waits here."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from jtbd.disk.files import read_bytes
from jtbd.disk.placing import move, take_away
from jtbd.disk.refusals import refusals_named
from jtbd.errors import ExampleIsReadOnly, NoDraftHere, UnknownCanvas
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.sign.merging import merged
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.protocol import KeyStore, SheetStore
from jtbd.usecases.canvases.records import record_beside, recorded
from jtbd.usecases.home import Home
from jtbd.usecases.sheets.reading import Draft, read_draft, read_given, speaking_of
from jtbd.usecases.sheets.replacing import refuse_given_up
from jtbd.usecases.sheets.writing import Signed, put_back


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a sheet that came home.

    Attributes:
        signed: the sheet as it is kept here now.
        new: whether anything was written; not, where all that was brought is here already.

    """

    signed: Signed
    new: bool


def take_in(sheets: SheetStore, brought: VerifiedSheet, *, keys: KeyStore, at: dt.datetime) -> Arrival | None:
    """Take in a sheet where its draft waits, or where it is complete already; None where it is neither.

    Args:
        sheets: where to look.
        brought: the sheet as it was signed elsewhere.
        keys: where keys are kept.
        at: now.

    Raises:
        UnreadableFile, InvalidSheet: what is kept here cannot be used.
        SheetGivenUp: it was discarded here, or another took its place.
        OtherSheet, AlreadyDeclined, SheetChanged, AlreadyThere, CannotWrite: as `put_on`.

    """
    for number, file in speaking_of(brought.id, sheets, "sheet"):
        place = sheets.place("sheet", number)
        kept = read_given(file, place)
        merged(kept, brought, place)  # which contradict each other or are the same
        return Arrival(Signed(number, place, kept), new=False)
    refuse_given_up(brought.sheet, sheets)
    for number, _ in speaking_of(brought.id, sheets, "draft"):
        return put_on(sheets, read_draft(sheets, number), brought, keys=keys, at=at)
    return None


def put_on(sheets: SheetStore, draft: Draft, brought: VerifiedSheet, *, keys: KeyStore, at: dt.datetime) -> Arrival:
    """Put what was signed elsewhere on its draft; once both have signed, it is completed and sealed here.

    Where nothing new was brought, the draft stays as it is.

    Args:
        sheets: where the draft is.
        draft: the draft that waits here, as it is now.
        brought: the same sheet as it was signed elsewhere.
        keys: where keys are kept.
        at: now.

    Raises:
        OtherSheet: another content, or another signature of the same party.
        AlreadyDeclined: a party has declined here, which ended the round.
        SheetChanged: the draft was signed by somebody else just now.
        AlreadyThere, CannotWrite: nothing was written.

    """
    both = merged(draft.verified, brought, draft.place)
    same = both.file == draft.verified.file
    if same and not both.over:
        return Arrival(Signed(draft.number, draft.place, both), new=False)
    new = not same or both.outcome is Outcome.COMPLETE
    return Arrival(put_back(sheets, draft, both, keys=keys, at=at), new=new)


# ── as a file ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def import_file(home: Home, path: Path, into: Path | None) -> Arrival:
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
        JtbdError: as `take_in`.

    """
    brought = read_given(read_bytes(path), str(path))
    canvas_id = brought.sheet.commitment.canvas.id
    saved, beside = None if into else _saved(home, canvas_id), SheetFolder(into or path.parent)
    looked: dict[str, object] = {}
    with _out_of_the_way(home, path, brought.id):
        if saved:
            looked["folder"] = saved.where
            if found := take_in(saved, brought, keys=home.keys, at=home.now()):
                return _told(found, recorded(home, canvas_id, found.signed.known))
        if saved != beside:
            looked |= {"folder": into} if into else {"file": path}
            found = take_in(beside, brought, keys=home.keys, at=home.now())
            if found and (found.new or into or not _same(Path(found.signed.place), path)):
                return _told(found, record_beside(home, beside.folder, found.signed.known))
    raise NoDraftHere(brought.id, canvas_id, **looked)


def _saved(home: Home, canvas_id: str) -> SheetStore | None:
    """Return the sheets of the canvas that a sheet was frozen from, if that is among the saved ones."""
    with suppress(UnknownCanvas, ExampleIsReadOnly):
        return home.store.sheets(canvas_id)
    return None


def _told(found: Arrival, unrecorded: Iterator[str]) -> Arrival:
    return replace(found, signed=replace(found.signed, warnings=(*found.signed.warnings, *unrecorded)))


@contextmanager
def _out_of_the_way(home: Home, path: Path, sheet_id: str) -> Iterator[None]:
    """Move a file whose name hides the very draft that it should complete, as `sheet-1.yaml` hides `draft-1.yaml`.

    It is back afterwards, unless the sheet that was completed and sealed has taken its name.
    """
    draft = path.with_name(path.name.replace("sheet-", "draft-", 1))
    sealed_here = home.keys.seal(sheet_id).is_there() or draft.with_suffix(".seal.pem").is_file()
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
