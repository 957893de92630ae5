"""Step 5: together against alone, and the four values.

What a year is worth to somebody is given behind a curtain, as the answers of the rating are; from which gain somebody
takes notice stays behind it for good.
"""

from __future__ import annotations

import streamlit as st

from jtbd.figures import describe, value_bars
from jtbd.i18n import say
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.curtain import AMOUNTS, Turn, may_change
from jtbd.scoring import ValueTest, value_test
from jtbd.ui import state
from jtbd.ui.fields.names import starting_first_name, starting_organisation
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome, look, openings
from jtbd.ui.screens.value import four, prospects
from jtbd.usecases.canvases import valuing
from jtbd.wording.value import value_headline, value_sentence


def show() -> None:
    """Draw what either has given as far as both may see it, the verdict on it and the four values."""
    asked = state.session().asked_of(AMOUNTS)
    if asked:
        _cover(state.canvas(), asked)
        return
    chrome.heading(
        say("Is it worth more than the sum of its parts?"),
        say("Margin per year from this job's customers. Rough figures do: 70k."),
    )
    left, right = st.columns([3, 2], gap="large")
    with right:  # before the figures, which take it along
        prospects.choose_currency()
    with left:
        for party, column in zip(PARTIES, st.columns(2, gap="medium"), strict=True):
            with column, st.container(border=True, key=f"value-{party}"):
                _prospect(state.canvas(), party)
        canvas = state.canvas()
        test = value_test(canvas) if AMOUNTS.is_seen(canvas, state.session().turn) else None
        with st.container(key="value-verdict"):
            _verdict(canvas, test)
        openings.tell("amounts", "threshold")
    if test:
        with right:
            look.chart(
                value_bars.value_bars(canvas, test, look.palette()),
                key="value-bars",
                alt=describe.describe_value(canvas, test),
            )
    four.show()


def _verdict(canvas: Canvas, test: ValueTest | None) -> None:
    """Draw the verdict in a sentence and what is behind it, or why there is none; nobody has to talk of money."""
    if test is None:
        st.markdown(say("**Each of you gives it alone.**"))
        st.markdown(
            say(
                "Both see it once both have given theirs. From which gain one of you takes notice is never shown, only "
                "whether that is reached. You need not talk of money: the four values below say it, too."
            )
        )
    else:
        st.markdown(f"**{plain(value_headline(test, canvas))}**")
        if valuing.is_stated(canvas):
            st.markdown(plain(value_sentence(test, canvas)))
        else:
            st.markdown(say("You need not talk of money: the four values below say it, too."))


# ── one party's year ──────────────────────────────────────────────────────────────────────────────────────────────────


def _prospect(canvas: Canvas, party: PartyId) -> None:
    st.markdown(f"**{plain(starting_organisation(canvas, party))}**")
    turn = state.session().turn
    if AMOUNTS.openly(canvas):
        _fields(party, *(name for name in valuing.FIGURES if may_change(canvas, ("value", party, name))))
        _threshold(canvas, party)
    elif turn == Turn(AMOUNTS, party):
        with st.container(key="own-amounts"):
            _fields(party, *valuing.FIGURES)
        st.button(say("I am done: draw the curtain"), key="amounts-done", type="primary", on_click=_done)
    else:
        if AMOUNTS.is_seen(canvas, turn):
            prospects.tell(party)
        else:
            st.markdown(_progress(canvas, party))
        prospects.complain(party)
        if turn is None:
            _offer_turn(canvas, party)


def _fields(party: PartyId, *names: str) -> None:
    labels = {
        "alone": say("Alone, per year"),
        "together": say("Together, per year"),
        "notice": say("{name} takes notice from a gain of", name=plain(starting_first_name(state.canvas(), party))),
    }
    for name in names:
        prospects.show(labels[name], party, name)


def _progress(canvas: Canvas, party: PartyId) -> str:
    if AMOUNTS.is_open(canvas):
        return say("✓ Given, and covered for as long as somebody changes theirs.")
    if AMOUNTS.ready(canvas, party):
        return say("✓ Given, and covered until both have given theirs.")
    return say("Not all of it is given yet.") if AMOUNTS.has_begun(canvas, party) else say("Not given yet.")


def _offer_turn(canvas: Canvas, party: PartyId) -> None:
    """Draw the way to give one's figures, or to change them."""
    name = plain(first_name(canvas, party))
    waiting = AMOUNTS.waits_for(canvas)
    given = party not in waiting
    st.button(
        say("{name} has given it · change", name=name) if given else say("I am {name}: give mine", name=name),
        key=f"enter-{party}",
        type="primary" if party in waiting[:1] else "secondary",
        on_click=_enter,
        args=(party,),
    )


def _threshold(canvas: Canvas, party: PartyId) -> None:
    """Draw from which gain a party takes notice for as long as it types that, where all else is given openly."""
    name = plain(first_name(canvas, party))
    turn = Turn(AMOUNTS, party)
    given = turn.is_finished(canvas)
    if state.session().turn == turn:
        with st.container(key="own-amounts"):
            _fields(party, "notice")
        st.button(say("Cover it"), key="amounts-done", type="primary", on_click=_done)
        return
    st.caption(
        say("From which gain {name} takes notice: said, and covered.", name=name)
        if given
        else say("From which gain {name} takes notice: not said; it stays covered.", name=name)
    )
    prospects.complain(party)
    if state.session().turn is None:
        label = say("I am {name}: change it", name=name) if given else say("I am {name}: say it", name=name)
        st.button(label, key=f"enter-{party}", on_click=_enter, args=(party,))


# ── whose turn it is ──────────────────────────────────────────────────────────────────────────────────────────────────


def _enter(party: PartyId) -> None:
    openings.begin(Turn(AMOUNTS, party))


def _done() -> None:
    state.session().draw_the_curtain()


def _cover(canvas: Canvas, party: PartyId) -> None:
    """Draw that what a party has given is covered until it says that it is there; none of it is in the page."""
    covered = (
        say("From which gain {name} takes notice is covered", name=first_name(canvas, party))
        if AMOUNTS.openly(canvas)
        else say("{name}’s amounts are covered", name=starting_first_name(canvas, party))
    )
    openings.ask(canvas, party, covered, say("Both are told that this was opened again."), _uncover)


def _uncover() -> None:
    """Open what was asked for, once: a second click finds nothing that is asked for."""
    here = state.session()
    with here.saving:
        if party := here.asked_of(AMOUNTS):
            openings.reopen(Turn(AMOUNTS, party))
