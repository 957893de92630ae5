"""A party's hourly rate: an amount with its currency, kept only when both are given."""

from __future__ import annotations

import streamlit as st

from jtbd.model import PartyId
from jtbd.ui import state
from jtbd.ui.parts import currency, field


def show(party: PartyId) -> None:
    """Draw the optional rate; it serves the cost of the meeting and nothing else."""
    path = ("parties", party, "hourly_rate")
    stored = state.canvas().parties.of(party).hourly_rate
    left, right = st.columns([3, 2])
    with left:
        typed = st.text_input(
            "Hourly rate (optional)",
            value=stored.amount if stored else "",
            key=state.key("rate", party),
            help="Shows what this coffee has cost so far.",
        )
    with right:
        code = currency.show("Currency", stored.currency if stored else None, state.key("rate-currency", party))
    try:
        amount = typed if stored and typed == stored.amount else field.decimal_text(typed)
    except ValueError as error:
        field.complain(f"Not saved: {error}")
        return
    if stored or amount:
        field.keep(path, stored, {"amount": amount, "currency": code} if amount else None)
