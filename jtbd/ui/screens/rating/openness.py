"""Rating openly together: both see both from the start; the way there, and back behind the curtain."""

from __future__ import annotations

import streamlit as st

from jtbd import editing
from jtbd.figures.describe import describe_job_bar
from jtbd.figures.overlap_svg import overlap_svg
from jtbd.figures.palette import Palette
from jtbd.i18n import say
from jtbd.model import PARTIES, Canvas
from jtbd.model.curtain import ANSWERS
from jtbd.scoring import standing
from jtbd.ui import state
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome, openings, turns
from jtbd.ui.screens.rating import board, choice
from jtbd.ui.screens.rating.ratings import Beside
from jtbd.ui.steps import Step
from jtbd.wording import headline


def show() -> None:
    """Draw the grid of both, and the last question of each."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader(say("Rate openly together"), anchor=False)
        st.button(say("Rate privately instead"), key="privately", type="tertiary", on_click=_openly, args=(False,))
    _common_grid()
    board.offer_plain()
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column:
            choice.show(party)
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.button(say("To the overlap →"), key="reveal", type="primary", on_click=chrome.go, args=(Step.OVERLAP,))


@st.fragment
def _common_grid() -> None:
    """Draw the grid for both, and beside it the verdict as it stands."""
    board.show(follow=_follow)


def _follow(canvas: Canvas, colours: Palette) -> Beside:
    found = standing(canvas)
    svg = overlap_svg(canvas, found, colours, width=320)
    return Beside(said=headline(found, canvas), svg=svg, alt=describe_job_bar(canvas, found))


def offer(canvas: Canvas) -> None:
    """Draw the way there, which both have to agree to."""
    started = len(ANSWERS.waits_for(canvas)) < len(PARTIES)
    with st.popover(say("Rate openly together instead"), type="tertiary"):
        warning = say(
            "Both see both columns from the start. Quicker, but the second to speak tends to agree with the first."
        )
        st.markdown(f"{warning} {say('What has been said behind the curtain is shown too.')}" if started else warning)
        agreed = [
            st.checkbox(say("{name} agrees", name=plain(first_name(canvas, party))), key=f"agree-{party}")
            for party in PARTIES
        ]
        st.button(say("Open the curtain"), key="openly", disabled=not all(agreed), on_click=_openly, args=(True,))


def _openly(openly: bool) -> None:
    """Change between rating openly and privately; what one of them had said before the other was ready is noted."""

    def change(canvas: Canvas) -> Canvas:
        return editing.rate_openly(canvas, openly=openly)

    canvas = state.canvas()
    said = [party for party in PARTIES if ANSWERS.has_begun(canvas, party)]
    if openly and said and not ANSWERS.is_open(canvas):
        openings.opens("curtain", *said, late=False, change=change)
    else:
        state.edit(change)
    state.session().draw_the_curtain()
    state.session().begin = turns.cursor() if openly else 0
