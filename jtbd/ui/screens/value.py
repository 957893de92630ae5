"""Step 5: together against alone, and the four values."""

from __future__ import annotations

import streamlit as st

from jtbd.figures import describe, value_bars
from jtbd.model import PARTIES, Canvas, PartyId, Prospect
from jtbd.scoring import ValueTest, value_test
from jtbd.scoring.value_words import value_headline
from jtbd.ui import state
from jtbd.ui.parts import chrome, currency, field, four, look
from jtbd.ui.parts.names import starting_first_name, starting_organisation
from jtbd.ui.parts.words import plain
from jtbd.usecases.editing import put


def show() -> None:
    """Draw both parties' figures, the verdict on them and the four values."""
    chrome.heading(
        "Is it worth more than the sum of its parts?",
        "Margin per year from this job's customers. Rough figures do: 70k.",
    )
    left, right = st.columns([3, 2], gap="large")
    with right:  # before the figures, which take it along
        _currency()
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
    stated = any(canvas.value.of(party) != Prospect() for party in PARTIES)
    st.markdown(plain(test.sentence) if stated else "You need not talk of money: the four values below say it, too.")


def _currency() -> None:
    """Draw the currency; the usual one stands there until the first figure, which takes it along."""
    value = state.canvas().value
    proposed = None if any(value.of(party) != Prospect() for party in PARTIES) else currency.USUAL[0]
    shown = value.currency or proposed
    with st.container(key="in-currency"):
        if currency.show("Currency of both", shown, state.key("currency"), _in_currency) != shown:
            field.keep(_in_currency)


def _in_currency(canvas: Canvas) -> Canvas:
    return put(canvas, ("value", "currency"), currency.code(st.session_state[state.key("currency")]))


def _prospect(party: PartyId) -> None:
    st.markdown(f"**{plain(starting_organisation(state.canvas(), party))}**")
    here = ("value", party)
    field.amount("Alone, per year", (*here, "alone"), hint="40k", then=_in_currency)
    field.amount("Together, per year", (*here, "together"), hint="70k", then=_in_currency)
    name = plain(starting_first_name(state.canvas(), party))
    field.amount(f"{name} takes notice from a gain of", (*here, "notice"), hint="10k", then=_in_currency)
