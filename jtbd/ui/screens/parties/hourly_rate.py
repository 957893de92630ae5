"""A party's hourly rate: an amount with its currency, kept only when both are given."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import streamlit as st

from jtbd.i18n import say
from jtbd.model import Canvas, Money, PartyId
from jtbd.model.currency import unpayable
from jtbd.parsing.amount import is_shown, parted
from jtbd.parsing.money import currency_beside, currency_code, hourly_amount
from jtbd.ui import state
from jtbd.ui.fields import currency, field


def show(party: PartyId, name: str) -> None:
    """Draw the optional rate of somebody; it serves the cost of the meeting and nothing else."""
    stored = _stored(party)
    left, right = st.columns([3, 2])
    with left:
        typed = st.text_input(
            say("{name}: hourly rate (optional)", name=name),
            value=_shown(stored),
            key=_amount_key(party),
            autocomplete=None if party == "a" else field.unknown(_amount_key(party)),
            help=say("Shows what this coffee has cost so far."),
            on_change=_hear_amount,
            args=(party,),
        )
    with right:
        shown = stored.currency if stored else currency.USUAL[0]
        chosen = currency.show(say("Currency"), shown, _currency_key(party), lambda: _hear(party))
    if chosen != shown or not is_shown(typed, stored.amount if stored else ""):
        field.keep(_rated(party))
    elif stored and (wrong := unpayable(Decimal(stored.amount), stored.currency)):
        field.complain(wrong)


def _amount_key(party: PartyId) -> str:
    return state.key("rate", party)


def _currency_key(party: PartyId) -> str:
    return state.key("rate-currency", party)


def _stored(party: PartyId) -> Money | None:
    return state.canvas().parties.of(party).hourly_rate


def _shown(stored: Money | None) -> str:
    return parted(stored.amount, stored.currency) if stored else ""


def _rated(party: PartyId) -> Callable[[Canvas], Canvas]:
    """Return the change that the two fields ask for."""

    def said() -> object:
        typed = st.session_state[_amount_key(party)]
        code = currency_code(st.session_state[_currency_key(party)])
        amount = hourly_amount(typed, code, _stored(party))
        return {"amount": amount, "currency": code} if amount else None

    return field.putting(("parties", party, "hourly_rate"), said)


def _hear_amount(party: PartyId) -> None:
    """Save the rate; the first one may bring its currency with it."""
    named = currency_beside(st.session_state[_amount_key(party)], per="hour")
    if named and _stored(party) is None and st.session_state[_currency_key(party)] == currency.USUAL[0]:
        st.session_state[_currency_key(party)] = named
    _hear(party)


def _hear(party: PartyId) -> None:
    if state.edit(_rated(party)) and (stored := _stored(party)):
        st.session_state[_amount_key(party)] = _shown(stored)
