"""Opening again what somebody had finished with behind the curtain: asked for first, noted, and told to both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.formats import day, hour, listing
from jtbd.i18n import WITHIN, say, say_count_in, say_in
from jtbd.model import Canvas, PartyId
from jtbd.model.curtain import Turn
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.names import starting_first_name
from jtbd.ui.fields.words import first_name, plain
from jtbd.usecases.canvases.library import is_example
from jtbd.usecases.canvases.openings import Opening, What, note, opened_by, openings

__all__ = ["ask", "begin", "leave", "opens", "reopen", "sentences", "tell"]

_NAMED: Final = 3
"""So many times are named each; of more it is said how many they were."""


def ask(canvas: Canvas, party: PartyId, covered: str, consequence: str, yes: Callable[[], None]) -> None:
    """Draw what stands in the place of what is covered, until its owner says who is there.

    Args:
        canvas: the canvas.
        party: whose it is.
        covered: says what is covered, as a heading.
        consequence: what opening it leads to, as a sentence.
        yes: opens it.

    """
    name = plain(first_name(canvas, party))
    with st.container(key="curtain", horizontal_alignment="center"):
        st.header(plain(covered), anchor=False, text_alignment="center")
        st.markdown(
            f"{say('That is for {name} alone: hand the laptop over first.', name=name)} {consequence}",
            text_alignment="center",
        )
        with st.container(key="at-the-cover", horizontal=True, horizontal_alignment="center"):
            st.button(say("Leave it covered"), key="leave-covered", on_click=leave)
            st.button(say("I am {name}: open it", name=name), key="uncover", type="primary", on_click=yes)


def begin(turn: Turn) -> bool:
    """Begin a turn, or ask who is there where its party had finished with it; return whether it has begun.

    Whoever pressed it may not be that party, and may have pressed what an earlier page still offered.
    """
    here = state.session()
    here.draw_the_curtain()
    if turn.is_finished(state.canvas()):
        here.asked = turn
    else:
        here.turn = turn
    return here.turn is turn


def reopen(turn: Turn, change: Callable[[Canvas], Canvas] | None = None) -> bool:
    """Let a party that had finished have its turn again; only what is noted is shown."""
    here, canvas = state.session(), state.canvas()
    here.draw_the_curtain()
    if opens(opened_by(canvas, turn), turn.party, late=turn.round.is_open(canvas), change=change):
        here.turn = turn
    return here.turn is turn


def leave() -> None:
    """Leave covered what was asked for."""
    state.session().asked = None


def opens(what: What, *parties: PartyId, late: bool, change: Callable[[Canvas], Canvas] | None = None) -> bool:
    """Note that something is opened, and make the change that goes with it; in a handler.

    Only what is noted and saved may be shown. An example is copied by its first change, and noted is it of the copy.

    Returns:
        Whether it may be shown; if not, the page tells why.

    """
    here = state.session()

    def noted() -> bool:
        try:
            note(state.home(), state.canvas(), what, *parties, late=late)
        except (JtbdError, OSError) as error:
            here.fault = f"{say('Not opened, since it could not be noted:')} {error}"
            return False
        return True

    def changed() -> bool:
        return change is None or (state.edit(change) and not here.refused and here.mine is None)

    if is_example(state.canvas().id):
        return changed() and (is_example(state.canvas().id) or noted())
    return noted() and changed()


def tell(*what: What) -> None:
    """Draw a line for whatever was opened again; nothing where nothing was."""
    try:
        found = [opening for opening in openings(state.home(), state.canvas()) if opening.what in what]
    except JtbdError as error:
        field.complain(f"{say('Whether something was opened again cannot be read:')} {error.message}")
        return
    lines = [*sentences(found, state.canvas(), state.home().now())]
    if lines:
        with st.container(key="opened", width="content"):
            st.markdown("\n\n".join(map(plain, lines)))


def sentences(found: Sequence[Opening], canvas: Canvas, now: dt.datetime) -> Iterator[str]:
    """Yield what was opened again, and when, each as a sentence."""

    def alike(opening: Opening) -> tuple[What, tuple[PartyId, ...], bool]:
        return opening.what, opening.parties, opening.late

    for (what, parties, late), times in groupby(sorted(found, key=alike), key=alike):
        when = _times(sorted(opening.at for opening in times), now)
        if what == "curtain":
            yield _curtain([first_name(canvas, party) for party in parties], when)
        else:
            yield _turn(what, canvas, parties[0], when, late=late)


def _curtain(names: Sequence[str], when: str) -> str:
    if not names:
        return say(
            "The curtain was opened for both {when}, before both had said “ready”: nobody had said anything yet.",
            when=when,
        )
    return say(
        "The curtain was opened for both {when}, before both had said “ready”: what {names} had said by then was "
        "shown.",
        when=when,
        names=listing(names),
    )


def _turn(what: What, canvas: Canvas, party: PartyId, when: str, *, late: bool) -> str:
    whose, name = starting_first_name(canvas, party), first_name(canvas, party)
    if what == "threshold":
        return say("From which gain {name} takes notice was opened again {when}.", name=name, when=when)
    if what == "answers" and late:
        return say("{whose}’s answers were opened again {when}, after both had said “ready”.", whose=whose, when=when)
    if what == "answers":
        return say(
            "{whose}’s answers were opened again {when}, after {name} had said “ready”.",
            whose=whose,
            when=when,
            name=name,
        )
    if late:
        return say("{whose}’s amounts were opened again {when}, after both had given theirs.", whose=whose, when=when)
    return say(
        "{whose}’s amounts were opened again {when}, after {name} had given them.", whose=whose, when=when, name=name
    )


def _times(moments: Sequence[dt.datetime], now: dt.datetime) -> str:
    said = [*dict.fromkeys(_time(moment, now) for moment in moments)]
    if len(said) > _NAMED:
        return say_count_in(
            WITHIN,
            "{number} time, the last time {when}",
            "{number} times, the last time {when}",
            len(moments),
            when=said[-1],
        )
    return listing(said)


def _time(moment: dt.datetime, now: dt.datetime) -> str:
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return say_in(WITHIN, "at {hour}", hour=hour(local))
    return say_in(WITHIN, "at {hour} on {day}", hour=hour(local), day=day(local.date()))
