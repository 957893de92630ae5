"""A party's hourly rate: an amount with its currency, kept only when both are given."""

from __future__ import annotations

import streamlit as st

from jtbd.model import PartyId
from jtbd.ui import state
from jtbd.ui.parts import currency, field
from jtbd.ui.parts.amounts import decimal_text


def show(party: PartyId) -> None:
    """Draw the optional rate; it serves the cost of the meeting and nothing else."""
    stored = state.canvas().parties.of(party).hourly_rate
    amount_key, currency_key = state.key("rate", party), state.key("rate-currency", party)

    def said() -> object:
        amount = decimal_text(st.session_state[amount_key])
        code = currency.code(st.session_state[currency_key])
        return {"amount": amount, "currency": code} if amount else None

    change = field.putting(("parties", party, "hourly_rate"), said)
    shown = (stored.amount, stored.currency) if stored else ("", currency.USUAL[0])
    left, right = st.columns([3, 2])
    with left:
        typed = st.text_input(
            "Hourly rate (optional)",
            value=shown[0],
            key=amount_key,
            help="Shows what this coffee has cost so far.",
            on_change=state.hear,
            args=(change,),
        )
    with right:
        chosen = currency.show("Currency", shown[1], currency_key, change)
    if (typed, chosen) != shown:
        field.keep(change)
