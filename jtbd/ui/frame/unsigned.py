"""What was agreed since both signed: a mark at each promise, and a line in the list of meetings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import streamlit as st

from jtbd.i18n import Message, mark, say, say_count
from jtbd.model import Canvas, PartyId
from jtbd.ui import state
from jtbd.ui.fields.words import plain
from jtbd.usecases.sheets.unsigned import Change, Unsigned, unsigned

_MARKS: Final[Mapping[Change, tuple[str, Message]]] = {
    Change.ADDED: ("\\+", mark("added since sheet {sheet}, not signed yet")),
    Change.CHANGED: ("±", mark("changed since sheet {sheet}, not signed yet")),
    Change.REMOVED: ("−", mark("removed since sheet {sheet}, which still has it: “{promise}”")),
}


class Since(NamedTuple):
    """What differs, and from which sheet."""

    number: int
    found: Unsigned

    @property
    def sentence(self) -> str:
        """What differs, in a sentence."""
        return say("Since sheet {sheet}: {changes}, not signed yet.", sheet=self.number, changes=self.found.sentence)


def since(canvas: Canvas) -> Since | None:
    """Return what a canvas says otherwise than the sheet that both signed last; None where there is nothing to sign."""
    if not any(sheet.state == "complete" for sheet in canvas.sheets):
        return None
    from jtbd.usecases.sheets import kept  # noqa: PLC0415 - what verifies takes a while to load, and most meetings have no sheet

    last = kept.newest(state.home(), canvas)
    found = unsigned(canvas, last.sheet.commitment) if last else None
    return Since(last.number, found) if last and found else None


def told(canvas: Canvas) -> str:
    """Return that in a line for the list of meetings; empty where there is nothing to sign."""
    found = since(canvas)
    if not found:
        return ""
    return say_count(
        "{number} change since sheet {sheet}, not signed yet",
        "{number} changes since sheet {sheet}, not signed yet",
        found.found.count,
        sheet=found.number,
    )


def tell(found: Since | None, promise_id: str) -> None:
    """Draw a small mark beneath a promise that is not signed as it stands."""
    if found and (change := found.found.of(promise_id)):
        sign, message = _MARKS[change]
        st.caption(f"{sign} {message.said(sheet=found.number)}")


def gone(found: Since | None, party: PartyId) -> None:
    """Draw a small mark for each promise of a party that was signed and taken away since."""
    for promise in found.found.promises if found else ():
        if promise.change is Change.REMOVED and promise.by == party:
            sign, message = _MARKS[promise.change]
            words = message.said(sheet=found.number if found else "", promise=plain(promise.what))
            st.caption(f"{sign} {words}")
