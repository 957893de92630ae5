"""What a canvas remembers of its sheets, kept true to the sheets themselves.

A sheet is written first and its canvas afterwards, by whoever signs and wherever: between the two somebody else may
change the canvas, or the program may end. The sheets are what counts; a record is brought up to date after them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from jtbd.errors import CannotWrite, CanvasInUse, ChangedElsewhere, JtbdError, UnknownCanvas
from jtbd.i18n import say
from jtbd.model import Canvas, SheetRecord
from jtbd.sign.check.sheet import read_verified
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.folder.shelf import CANVAS_FILE, id_in
from jtbd.store.protocol import IN_THE_ROUND, CanvasStore, is_example
from jtbd.usecases.home import Home

State: TypeAlias = Literal["draft", "complete", "declined"]

_NONE: Final[Mapping[int, VerifiedSheet]] = MappingProxyType({})

_TRIES: Final = 5
"""How often a save that somebody else came before is tried again; a second time is rare, a third was never seen."""


def state_of(outcome: Outcome) -> State:
    """Return how a record says what verification of a sheet said."""
    match outcome:
        case Outcome.COMPLETE:
            return "complete"
        case Outcome.DECLINED:
            return "declined"
        case _:
            return "draft"


def record_state(store: CanvasStore, canvas_id: str, number: int, state: State) -> Canvas:
    """Write a sheet's state into its canvas as it is on disk now, and return that canvas.

    A canvas that was changed elsewhere meanwhile keeps those changes; one without such a record stays as it is.

    Raises:
        UnknownCanvas, SameIdTwice, FaultyFile, UnreadableFile, NewerFormat: the canvas cannot be read.
        ExampleIsReadOnly: it is a shipped example.
        ChangedElsewhere, CanvasInUse, CannotWrite: it could not be saved.

    """
    return _changed(
        store,
        canvas_id,
        lambda records: {
            known: record.revise(state=state) if known == number else record for known, record in records.items()
        },
    )


def reconciled(store: CanvasStore, canvas: Canvas) -> Canvas:
    """Return a canvas that was just opened with its records as its sheets are.

    A crash or a race may have left a record that says `draft` of a sheet that is complete or declined, or a sheet
    without a record. Where the canvas cannot be saved just now, it is returned as it was opened.

    Raises:
        UnknownCanvas, SameIdTwice, FaultyFile, UnreadableFile, NewerFormat: the canvas cannot be read.

    """
    if is_example(canvas.id):
        return canvas
    with suppress(ChangedElsewhere, CanvasInUse, CannotWrite):
        return _reconcile(store, canvas)
    return canvas


def recorded(home: Home, canvas_id: str, known: Mapping[int, VerifiedSheet] = _NONE) -> Iterator[str]:
    """Bring the records of a saved canvas up to date after its sheets; yield why that was not possible.

    Args:
        home: the saved canvases.
        canvas_id: which of them.
        known: sheets of it by their numbers that were just verified, so that nobody has to read them again.

    """
    try:
        _reconcile(home.store, home.store.load(canvas_id), known)
    except JtbdError as error:
        yield _later(error)


def record_beside(home: Home, folder: Path, known: Mapping[int, VerifiedSheet] = _NONE) -> Iterator[str]:
    """Bring the records of a canvas up to date after the sheets in its folder; yield why that was not possible.

    Args:
        home: the saved canvases.
        folder: where a sheet was written; nothing is done unless it is the own folder of a saved canvas.
        known: as in `recorded`.

    """
    if not (folder / CANVAS_FILE).is_file() or is_example(canvas_id := id_in(folder)):
        return
    try:
        ours = home.store.sheets(canvas_id) == SheetFolder(folder)
    except UnknownCanvas:  # it lies elsewhere
        return
    except JtbdError as error:
        yield _later(error)
        return
    if ours:
        yield from recorded(home, canvas_id, known)


def _later(error: JtbdError) -> str:
    later = say("the canvas beside it does not know yet, and will when it is opened next:")
    return f"{later} {error.message}"


def _reconcile(store: CanvasStore, canvas: Canvas, known: Mapping[int, VerifiedSheet] = _NONE) -> Canvas:
    found = {record.number: record for record in _found(store, canvas, known)}
    return _changed(store, canvas.id, lambda records: {**records, **found}) if found else canvas


def _changed(
    store: CanvasStore, canvas_id: str, change: Callable[[dict[int, SheetRecord]], dict[int, SheetRecord]]
) -> Canvas:
    for left in reversed(range(_TRIES)):
        canvas = store.load(canvas_id)
        changed = change({record.number: record for record in canvas.sheets})
        records = tuple(changed[number] for number in sorted(changed))
        if records == canvas.sheets:
            break
        try:
            return store.save(canvas.revise(sheets=records), canvas.revision)
        except ChangedElsewhere:
            if not left:
                raise
    return canvas


def _found(store: CanvasStore, canvas: Canvas, known: Mapping[int, VerifiedSheet]) -> Iterator[SheetRecord]:
    """Yield a record of each sheet that is complete or declined and not yet on record as such."""
    over = {record.number for record in canvas.sheets if record.state != "draft"}
    sheets = store.sheets(canvas.id)
    every = [(stage, number) for stage in IN_THE_ROUND for number in sheets.numbers(stage)]
    for stage, number in every:
        if number in over:
            continue
        with suppress(JtbdError):  # a file that cannot be read, or is no sheet, says nothing
            verified = known.get(number) or read_verified(sheets.read(stage, number))
            state, sheet = state_of(verified.outcome), verified.sheet
            if state != "draft" and sheet.commitment.canvas.id == canvas.id:
                yield SheetRecord(number=number, id=verified.id, content_hash=sheet.content_hash, state=state)
