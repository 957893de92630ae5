"""Step 5: together against alone, and the four values."""

from __future__ import annotations

import streamlit as st

from jtbd.figures import describe, value_bars
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.scoring import ValueTest, value_test
from jtbd.scoring.value_words import value_headline
from jtbd.ui import state
from jtbd.ui.parts import chrome, four, look, prospects
from jtbd.ui.parts.names import starting_first_name, starting_organisation
from jtbd.ui.parts.words import plain
from jtbd.usecases.valuing import is_stated


def show() -> None:
    """Draw both parties' figures, the verdict on them and the four values."""
    chrome.heading(
        "Is it worth more than the sum of its parts?",
        "Margin per year from this job's customers. Rough figures do: 70k.",
    )
    left, right = st.columns([3, 2], gap="large")
    with right:  # before the figures, which take it along
        prospects.choose_currency()
    with left:
        for party, column in zip(PARTIES, st.columns(2, gap="medium"), strict=True):
            with column, st.container(border=True, key=f"value-{party}"):
                _prospect(party)
        canvas = state.canvas()
        test = value_test(canvas)
        with st.container(key="value-verdict"):
            _verdict(canvas, test)
    with right:
        look.chart(
            value_bars.value_bars(canvas, test, look.palette()),
            key="value-bars",
            alt=describe.describe_value(canvas, test),
        )
    four.show()


def _verdict(canvas: Canvas, test: ValueTest) -> None:
    """Draw the verdict in a sentence and what is behind it; nobody has to talk of money."""
    st.markdown(f"**{plain(value_headline(test, canvas))}**")
    st.markdown(
        plain(test.sentence) if is_stated(canvas) else "You need not talk of money: the four values below say it, too."
    )


def _prospect(party: PartyId) -> None:
    st.markdown(f"**{plain(starting_organisation(state.canvas(), party))}**")
    prospects.show("Alone, per year", party, "alone")
    prospects.show("Together, per year", party, "together")
    name = plain(starting_first_name(state.canvas(), party))
    prospects.show(f"{name} takes notice from a gain of", party, "notice")
