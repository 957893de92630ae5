"""The grid on which needs are rated, or the fields in its place, and how what is said there is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

import streamlit as st

from jtbd import editing
from jtbd.figures.palette import Palette
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.model.curtain import ANSWERS, veiled
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.words import first_name
from jtbd.ui.frame import look, unsaved, versions
from jtbd.ui.screens.rating.grid import rating_grid
from jtbd.ui.screens.rating.plain import rating_plain
from jtbd.ui.screens.rating.ratings import Beside, Change, Side, Snapshot

_PLAIN: Final = "plain-fields"

Follow: TypeAlias = Callable[[Canvas, Palette], Beside]


def show(*, guess: str = "", follow: Follow | None = None) -> None:
    """Draw the grid; always within a fragment, so that an answer redraws what is beside the grid and no more.

    Who rates is who may: the party in its turn, or both openly.

    Args:
        guess: how to call the other where a guess is asked for.
        follow: returns what follows from the answers, for the grid to show beside them.

    """
    here, canvas, colours = state.session(), state.canvas(), look.palette()
    parties = ANSWERS.at_hand(canvas, here.turn)
    sides = [Side(party, first_name(canvas, party), getattr(colours, party)) for party in parties]
    change, ways = state.editor(), state.ways()

    def snapshot(canvas: Canvas) -> Snapshot:
        seen = veiled(canvas, here.turn)
        return Snapshot(seen.aspects, follow(seen, colours) if follow else None, ways(canvas))

    def at_once(changes: Sequence[Change]) -> Snapshot | None:
        now = here.canvas
        if now is None or not {*parties} <= {*ANSWERS.at_hand(now, here.turn)}:
            return None  # the curtain has fallen since: the address is deaf
        if here.told:  # the page lists what is blank, and has to hear of each answer
            return None
        after = change(*_edits(changes))
        return snapshot(after) if after else None

    if st.session_state.get(_PLAIN):
        draw, key = rating_plain, state.key("plain", *parties)
    else:
        draw, key = rating_grid, state.lasting_key("grid", *parties)  # undo leaves the focus where it is
    draw(
        lambda: snapshot(state.canvas()),
        sides,
        key=key,
        on_change=_rate,
        guess=guess,
        at_once=at_once,
        begin=here.begin,
        keep=state.lasting_key("answers"),
    )
    if trouble := state.take_fault():
        field.complain(f"{say('Not saved:')} {trouble}")
    # Not for the undo button: to draw the page anew would take the next key from the grid.
    if versions.unoffered() or unsaved.is_outdated():
        st.rerun()


def offer_plain() -> None:
    """Draw the switch to fields of Streamlit's own; outside the fragment, where it is not drawn at every answer."""
    st.toggle(
        say("Plain fields instead of the grid"), key=_PLAIN, help=say("The same questions as lists to choose from")
    )


def _rate(changes: Sequence[Change]) -> None:
    state.edit(*_edits(changes))


def _edits(changes: Sequence[Change]) -> list[Callable[[Canvas], Canvas]]:
    """Return an edit for each answer, so that each can be taken back by itself."""
    return [partial(editing.answer, answers=(change,)) for change in changes]
