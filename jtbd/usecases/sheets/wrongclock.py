"""A laptop's clock that cannot be right, found before its time goes into a signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from jtbd.disk.files import read_bytes
from jtbd.errors import JtbdError
from jtbd.formats import day, hour
from jtbd.i18n import WITHIN, Message, mark, mark_in
from jtbd.model.statement import signed_at
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder.shelf import CANVAS_FILE
from jtbd.store.protocol import SheetStore
from jtbd.usecases.sheets.reading import Draft

_WAVERS: Final = dt.timedelta(minutes=2)
"""Two laptops' clocks, and a clock that was just set right, differ by so much."""

# For translators: this, and the two below it, stand in the sentences in the places of {first} to {fourth}.
_SIGNED: Final = mark_in(WITHIN, "{name} signed {hour} on {day}")
_CHANGED: Final = mark_in(WITHIN, "the meeting was last changed {hour} on {day}")
_WRITTEN: Final = mark_in(WITHIN, "the sheet was written {hour} on {day}")
_DOUBTS: Final[Mapping[int, Message]] = {
    1: mark("This laptop's clock says {hour} on {day}, but {first}."),
    2: mark("This laptop's clock says {hour} on {day}, but {first}, and {second}."),
    3: mark("This laptop's clock says {hour} on {day}, but {first}, and {second}, and {third}."),
    4: mark("This laptop's clock says {hour} on {day}, but {first}, and {second}, and {third}, and {fourth}."),
}
"""By how much there is that is later: two signatures, the last change, the sheet itself."""

_NTH: Final = ("first", "second", "third", "fourth")
_SET_IT_RIGHT: Final = mark(
    "One of these clocks is wrong: set this one right before you sign, since the time becomes part of the signature."
)


def wrong_clock(sheets: SheetStore, draft: Draft, changed: dt.datetime | None, now: dt.datetime) -> tuple[str, ...]:
    """Return why the laptop's clock cannot be right, each as a sentence; the time of a signature is its time.

    It runs before the meeting was last changed, before the other one signed, or before the sheet was written; or one of
    these was done by a clock that ran in the future.

    Args:
        sheets: where the draft is.
        draft: the sheet that is to be signed.
        changed: when its canvas was last changed, None where that is not known.
        now: the laptop's time.

    """
    later = [(what, then) for what, then in _known(sheets, draft, changed) if then - now > _WAVERS]
    if not later:
        return ()
    told = [
        what(hour=hour(then.astimezone(now.tzinfo)), day=day(then.astimezone(now.tzinfo).date()))
        for what, then in later
    ]
    doubt = _DOUBTS[len(told)].said(hour=hour(now), day=day(now.date()), **dict(zip(_NTH, told, strict=False)))
    return (f"{doubt} {_SET_IT_RIGHT.said()}",)


def changed_beside(folder: Path, canvas_id: str) -> dt.datetime | None:
    """Return when the canvas that drafts of a folder lie beside was last changed; None where there is none."""
    for file in (folder / CANVAS_FILE, folder.parent / CANVAS_FILE):
        with suppress(JtbdError, OSError):
            canvas = canvas_from_bytes(read_bytes(file), str(file))
            if canvas.id == canvas_id:
                return canvas.updated
    return None


def _known(
    sheets: SheetStore, draft: Draft, changed: dt.datetime | None
) -> Iterator[tuple[Callable[..., str], dt.datetime]]:
    for statement in draft.verified.statements:
        name = draft.sheet.commitment.party(statement.party).name
        yield partial(_SIGNED.said, name=name), signed_at(statement)
    if changed:
        yield _CHANGED.said, changed
    if written := sheets.written("draft", draft.number):
        yield _WRITTEN.said, written
