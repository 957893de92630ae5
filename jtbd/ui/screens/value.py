"""Step 5: together against alone, and the four values."""

from __future__ import annotations

import streamlit as st

from jtbd.figures import describe, value_bars
from jtbd.model import PARTIES, Canvas, PartyId, Prospect
from jtbd.scoring import value_test
from jtbd.ui import state
from jtbd.ui.parts import chrome, currency, field, look
from jtbd.ui.parts.words import FOUR_VALUES, first_name, organisation, plain
from jtbd.usecases.editing import put

_SCORE = {0: "none", 1: "some", 2: "much", 3: "decisive"}


def show() -> None:
    """Draw both parties' figures, the verdict on them and the four values."""
    chrome.heading(
        "Is it worth more than the sum of its parts?", "Margin per year from this job's customers: rough figures do."
    )
    left, right = st.columns([3, 2], gap="large")
    with left:
        _currency()
        for party, column in zip(PARTIES, st.columns(2, gap="medium"), strict=True):
            with column, st.container(border=True, key=f"value-{party}"):
                _prospect(party)
    with right, st.container(key="value-verdict"):
        canvas = state.canvas()
        test = value_test(canvas)
        st.markdown(f"**{plain(test.sentence)}**")
        look.chart(
            value_bars.value_bars(canvas, test, look.palette()),
            key="value-bars",
            alt=describe.describe_value(canvas, test),
        )
    st.subheader("What else is it worth?", anchor=False)
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column:
            _four(party)


def _currency() -> None:
    """Draw the currency; the usual one stands there until the first figure, which takes it along."""
    value = state.canvas().value
    proposed = None if any(value.of(party) != Prospect() for party in PARTIES) else currency.USUAL[0]
    shown = value.currency or proposed
    if currency.show("Currency of both", shown, state.key("currency"), _in_currency) != shown:
        field.keep(_in_currency)


def _in_currency(canvas: Canvas) -> Canvas:
    return put(canvas, ("value", "currency"), currency.code(st.session_state[state.key("currency")]))


def _prospect(party: PartyId) -> None:
    st.markdown(f"**{plain(organisation(state.canvas(), party))}**")
    here = ("value", party)
    field.amount("Alone, per year", (*here, "alone"), hint="40 000", then=_in_currency)
    field.amount("Together, per year", (*here, "together"), hint="70 000", then=_in_currency)
    name = plain(first_name(state.canvas(), party))
    field.amount(
        f"{name} takes notice from a gain of",
        (*here, "notice"),
        hint="10 000",
        help_="A smaller gain is chump change.",
        then=_in_currency,
    )


def _four(party: PartyId) -> None:
    with st.expander(f"{plain(organisation(state.canvas(), party))}: worth to us, customers, ecosystem, society"):
        for name, label in FOUR_VALUES.items():
            path = ("value", "four", party, name)
            field.choice(label.capitalize(), (*path, "score"), _SCORE)
            field.text(f"What is it worth {label}?", (*path, "text"), hint="in a few words", hidden=True)
