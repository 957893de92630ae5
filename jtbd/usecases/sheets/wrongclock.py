"""A laptop's clock that cannot be right, found before its time goes into a signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from jtbd.disk.files import read_bytes
from jtbd.errors import JtbdError
from jtbd.model.moments import date
from jtbd.model.statement import signed_at
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.folder.shelf import CANVAS_FILE
from jtbd.store.protocol import SheetStore
from jtbd.usecases.sheets.reading import Draft

_WAVERS: Final = dt.timedelta(minutes=2)
"""Two laptops' clocks, and a clock that was just set right, differ by so much."""


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
    said = ", and ".join(f"{what} {_moment(then, now)}" for what, then in later)
    doubt = (
        f"This laptop's clock says {_moment(now, now)}, but {said}. One of these clocks is wrong: set this one right "
        "before you sign, since the time becomes part of the signature."
    )
    return (doubt,)


def changed_beside(folder: Path, canvas_id: str) -> dt.datetime | None:
    """Return when the canvas that drafts of a folder lie beside was last changed; None where there is none."""
    for file in (folder / CANVAS_FILE, folder.parent / CANVAS_FILE):
        with suppress(JtbdError, OSError):
            canvas = canvas_from_bytes(read_bytes(file), str(file))
            if canvas.id == canvas_id:
                return canvas.updated
    return None


def _known(sheets: SheetStore, draft: Draft, changed: dt.datetime | None) -> Iterator[tuple[str, dt.datetime]]:
    for statement in draft.verified.statements:
        yield f"{draft.sheet.commitment.party(statement.party).name} signed", signed_at(statement)
    if changed:
        yield "the meeting was last changed", changed
    if written := sheets.written("draft", draft.number):
        yield "the sheet was written", written


def _moment(moment: dt.datetime, like: dt.datetime) -> str:
    local = moment.astimezone(like.tzinfo)
    return f"{local:%H:%M} on {date(local.date())}"
