"""The rating: each behind the curtain, or openly together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

import streamlit as st

from jtbd import editing
from jtbd.figures.describe import describe_job_bar
from jtbd.figures.overlap_svg import overlap_svg
from jtbd.figures.palette import Palette
from jtbd.model import PARTIES, Answers, Canvas, PartyId, other
from jtbd.model.curtain import rated
from jtbd.scoring import standing
from jtbd.scoring.blanks import blanks_of, count
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.names import starting_first_name
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome, look, openings, turns, unsaved, versions
from jtbd.ui.screens.rating import blanks, choice
from jtbd.ui.screens.rating.grid import rating_grid
from jtbd.ui.screens.rating.plain import rating_plain
from jtbd.ui.screens.rating.ratings import Beside, Change, Side, Snapshot
from jtbd.ui.steps import Step
from jtbd.wording import headline

_PLAIN: Final = "plain-fields"

Follow: TypeAlias = Callable[[Canvas, Palette], Beside]


def show() -> None:
    """Draw the curtain, one party's turn, or both openly."""
    canvas = state.canvas()
    turn, asked = state.session().turn, state.session().asked_of("answers")
    if canvas.rating.mode == "open":
        _open()
    elif turn:
        _turn(canvas, turn)
    elif asked:
        _covered(canvas, asked)
    else:
        _curtain(canvas)
    st.button("← The list of needs", key="list", type="tertiary", on_click=turns.leave)


# ── the curtain ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _curtain(canvas: Canvas) -> None:
    """Draw who is ready; nothing that anybody said is in the page."""
    with st.container(key="curtain", horizontal_alignment="center"):
        waiting = [party for party in PARTIES if not getattr(canvas.rating.ready, party)]
        if waiting:
            st.header(
                f"Hand the laptop to {plain(first_name(canvas, waiting[0]))}", anchor=False, text_alignment="center"
            )
            st.markdown(
                "Each of you rates alone; the other looks out of the window. "
                "Neither sees what the other says until both are ready.",
                text_alignment="center",
            )
        else:
            st.header("Both are ready", anchor=False, text_alignment="center")
            st.markdown("Turn the laptop so that both can see it.", text_alignment="center")
        with st.container(key="at-the-curtain", horizontal=True, horizontal_alignment="center"):
            for party in PARTIES:
                ready = getattr(canvas.rating.ready, party)
                name = plain(first_name(canvas, party))
                first = bool(waiting) and party == waiting[0]
                st.button(
                    f"{name} is ready · change" if ready else f"I am {name}: start",
                    key=f"turn-{party}",
                    type="primary" if first else "secondary",
                    on_click=_ask if ready else _take,
                    args=(party,),
                )
            if not waiting:
                st.button("Lift the curtain", key="reveal", type="primary", on_click=chrome.go, args=(Step.OVERLAP,))
        openings.tell("answers", "curtain")
        if waiting:
            _offer_open(canvas)


def _offer_open(canvas: Canvas) -> None:
    started = canvas.rating.ready.a or canvas.rating.ready.b
    with st.popover("Rate openly together instead", type="tertiary"):
        st.markdown(
            "Both see both columns from the start. Quicker, but the second to speak tends to agree with the first."
            + (" What has been said behind the curtain is shown too." if started else "")
        )
        agreed = [st.checkbox(f"{plain(first_name(canvas, party))} agrees", key=f"agree-{party}") for party in PARTIES]
        st.button("Open the curtain", key="openly", disabled=not all(agreed), on_click=_openly, args=(True,))


def _openly(openly: bool) -> None:
    """Change between rating openly and privately; what one of them had said before the other was ready is noted."""

    def change(canvas: Canvas) -> Canvas:
        return editing.rate_openly(canvas, openly=openly)

    canvas = state.canvas()
    said = [party for party in PARTIES if _has_said(canvas, party)]
    if openly and said and not rated(canvas):
        openings.opens("curtain", *said, late=False, change=change)
    else:
        state.edit(change)
    state.session().draw_the_curtain()
    state.session().begin = turns.cursor() if openly else 0


def _has_said(canvas: Canvas, party: PartyId) -> bool:
    asked_last = canvas.complement_test.of(party) or canvas.choice.of(party)
    answered = any(aspect.of(party) != Answers() for aspect in canvas.aspects)
    return bool(getattr(canvas.rating.ready, party) or answered or asked_last)


def _take(party: PartyId) -> None:
    if getattr(state.canvas().rating.ready, party):  # meanwhile, in another window
        _ask(party)
        return
    state.session().draw_the_curtain()
    state.session().turn, state.session().begin = party, turns.cursor()
    state.edit(lambda canvas: editing.finish_turn(canvas, party, done=False))


# ── a turn once more ──────────────────────────────────────────────────────────────────────────────────────────────────


def _ask(party: PartyId) -> None:
    """Ask for the answers of a party that is ready: whoever pressed it may not be that party."""
    state.session().draw_the_curtain()
    state.session().asked = ("answers", party)


def _covered(canvas: Canvas, party: PartyId) -> None:
    """Draw that a party's answers are covered until it says that it is there; none of them is in the page."""
    name = plain(first_name(canvas, party))
    openings.ask(
        canvas,
        party,
        f"{starting_first_name(canvas, party)}’s answers are covered",
        f"{name} then says “I am done” once more, and the overlap tells both that they were opened again.",
        _uncover,
    )


def _uncover() -> None:
    """Open what was asked for, once: a second click finds nothing that is asked for."""
    here = state.session()
    with here.saving:
        if asked := here.asked_of("answers"):
            turns.reopen(asked)


def _grid(parties: Sequence[PartyId], *, guess: str = "", follow: Follow | None = None) -> None:
    """Draw the grid; always within a fragment, so that an answer redraws what is beside the grid and no more.

    Args:
        parties: who rates.
        guess: how to call the other where a guess is asked for.
        follow: returns what follows from the answers, for the grid to show beside them.

    """
    here, canvas, colours = state.session(), state.canvas(), look.palette()
    sides = [Side(party, first_name(canvas, party), getattr(colours, party)) for party in parties]
    change, ways = state.editor(), state.ways()

    def snapshot(canvas: Canvas) -> Snapshot:
        return Snapshot(canvas.aspects, follow(canvas, colours) if follow else None, ways(canvas))

    def at_once(changes: Sequence[Change]) -> Snapshot | None:
        private = here.canvas is None or here.canvas.rating.mode == "private"
        if private and tuple(parties) != (here.turn,):  # the curtain has fallen since: the address is deaf
            return None
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
        field.complain(f"Not saved: {trouble}")
    # Not for the undo button: to draw the page anew would take the next key from the grid.
    if versions.unoffered() or unsaved.is_outdated():
        st.rerun()


def _offer_plain() -> None:
    """Draw the switch to fields of Streamlit's own; outside the fragment, where it is not drawn at every answer."""
    st.toggle("Plain fields instead of the grid", key=_PLAIN, help="The same questions as lists to choose from")


def _rate(changes: Sequence[Change]) -> None:
    state.edit(*_edits(changes))


def _edits(changes: Sequence[Change]) -> list[Callable[[Canvas], Canvas]]:
    """Return an edit for each answer, so that each can be taken back by itself."""
    return [partial(editing.answer, answers=(change,)) for change in changes]


# ── a private turn ────────────────────────────────────────────────────────────────────────────────────────────────────


def _turn(canvas: Canvas, party: PartyId) -> None:
    guessed = first_name(canvas, other(party))
    st.subheader(
        f"{plain(first_name(canvas, party))}, how do your customers see it, and what do you do about it?", anchor=False
    )
    with st.container(key="ways-to-rate", horizontal=True):
        predict = st.toggle(f"Also guess what {plain(guessed)} will say", key=state.key("predict", party))
        _offer_plain()
    told = state.session().told
    (_grid_alone if told else _own_grid)(party, guessed if predict else "")
    with st.container(key="last-question", horizontal=True, vertical_alignment="bottom"):
        choice.show(party)
        finish = st.container(width="content")
    left = blanks_of(state.canvas(), party) if told else []
    if left:
        blanks.tell(left)
    with st.container(horizontal=True, horizontal_alignment="right") if left else finish:
        if left:  # not in the other's place, or a double click would press both
            all_of_it = "it" if count(left) == 1 else f"all {count(left)}"
            st.button(f"Leave {all_of_it} blank: draw the curtain", key="done-anyway", on_click=_finish, args=(party,))
        st.button("I am done: draw the curtain", key="done", type="primary", on_click=_done, args=(party,))


def _grid_alone(party: PartyId, guess: str) -> None:
    _grid((party,), guess=guess)


_own_grid: Final = st.fragment(_grid_alone)


def _done(party: PartyId) -> None:
    """Draw the curtain; where answers are blank, tell of them first."""
    if blanks_of(state.canvas(), party):
        state.session().told = True
    else:
        _finish(party)


def _finish(party: PartyId) -> None:
    state.edit(lambda canvas: editing.finish_turn(canvas, party))
    state.session().draw_the_curtain()


# ── openly together ───────────────────────────────────────────────────────────────────────────────────────────────────


def _open() -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader("Rate openly together", anchor=False)
        st.button("Rate privately instead", key="privately", type="tertiary", on_click=_openly, args=(False,))
    _common_grid()
    _offer_plain()
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column:
            choice.show(party)
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.button("To the overlap →", key="reveal", type="primary", on_click=chrome.go, args=(Step.OVERLAP,))


@st.fragment
def _common_grid() -> None:
    """Draw the grid for both, and beside it the verdict as it stands."""
    _grid(PARTIES, follow=_follow)


def _follow(canvas: Canvas, colours: Palette) -> Beside:
    found = standing(canvas)
    svg = overlap_svg(canvas, found, colours, width=320)
    return Beside(said=headline(found, canvas), svg=svg, alt=describe_job_bar(canvas, found))
