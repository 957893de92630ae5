"""Where a person is in the round of signing, as the URL says, and how one step of it is made.

The URL says it (`view=read-b`), so a reload stays there and the browser's back leads to the step before. What the disk
says goes first: whoever has signed is not asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from jtbd.errors import ChangedElsewhere, JtbdError
from jtbd.i18n import say
from jtbd.model import Canvas, PartyId
from jtbd.ui import address, state
from jtbd.ui.address import Part, Stage
from jtbd.ui.fields import field
from jtbd.ui.fields.words import first_name, plain
from jtbd.usecases.sheets import reading
from jtbd.usecases.sheets.reading import Draft
from jtbd.usecases.sheets.signing import Progress

_NOTES: Final = "notes-of-signing"
_ROOM: Final = "room-of-signing"


class _Notes(NamedTuple):
    """What there was to say of a step: what the sheet's PDF lacks, and whether a key was erased."""

    warnings: Sequence[str] = ()
    erased: bool = False


def go(part: Part, of: PartyId | int | None = None) -> None:
    """Open a stage of the round."""
    address.go(replace(address.here(), view=Stage(part, of)))


def leave() -> None:
    """Go where the round itself is: to whoever signs next, or to what came of it."""
    address.go(replace(address.here(), view=None))


def title(text: str, lead: str) -> None:
    """Draw whose turn it is and what for, on a page that has a title of its own."""
    with st.container(key="turn"):
        st.header(text, anchor=False)
        st.markdown(lead)


# ── one step ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def waiting(number: int, party: PartyId) -> Draft | None:
    """Return the draft if it still waits for a party: the second click of a double click finds that it does not."""
    draft = reading.open_draft(state.home(), state.canvas())
    return draft if isinstance(draft, Draft) and draft.number == number and party not in draft.signed else None


def busy(doing: str) -> None:
    """Say beneath the button that was pressed what is being done, before it is done: it may take a while."""
    room: DeltaGenerator | None = st.session_state.get(_ROOM)
    if room is not None and doing:
        room.status(doing, state="running")


def attempt(step: Callable[[], Canvas | None], doing: str | None = None) -> bool:
    """Make one step, in the handler of a button; what went wrong is told by `tell`.

    Args:
        step: does it, and returns the canvas that came of it, or None where there was nothing left to do.
        doing: what the page says meanwhile; that it sets the pages where this is None, nothing where it is empty.

    Returns:
        Whether it was made.

    """
    here = state.session()
    busy(say("Setting the pages …") if doing is None else doing)
    with here.saving:
        if here.refused:  # else what was typed would give way to the canvas that the step returns
            state.retry(state.canvas().id)
        try:
            fresh = step()
        except ChangedElsewhere:
            here.mine = here.canvas
        except JtbdError as error:
            here.fault = error.diagnostics()
        else:
            if fresh and here.mine is None and not here.refused:
                state.replace(fresh)
            return fresh is not None
    return False


def made(draft: Draft, progress: Progress) -> Canvas:
    """Keep in mind what there is to say of a step, and return the canvas that came of it."""
    canvas = progress.canvas
    notes = st.session_state.setdefault(_NOTES, {})
    notes[canvas.id, draft.number] = _Notes(progress.signed.warnings, erased=progress.erased)
    return canvas


def refuse(*messages: str) -> None:
    """Say what keeps a step back, in its handler."""
    state.session().fault = "\n".join(messages)


def tell(*, room: bool = True) -> None:
    """Say what went wrong with the last step, beneath its button; `room` is kept there for what the next one does."""
    for line in state.take_fault().splitlines():
        field.complain(line.strip())
    if room:
        st.session_state[_ROOM] = st.empty()


def show_notes(canvas: Canvas, number: int) -> None:
    """Say what there was to say when a sheet was signed in this tab."""
    notes: _Notes = st.session_state.get(_NOTES, {}).get((canvas.id, number), _Notes())
    if notes.erased:
        name = first_name(canvas, "b")
        st.caption(plain(say("The key that was made for {name} has done its work and was erased.", name=name)))
    for warning in notes.warnings:
        st.caption(plain(warning))
