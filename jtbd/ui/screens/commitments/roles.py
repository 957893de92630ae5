"""Who leads: each party's role, and what it does first."""

from __future__ import annotations

import streamlit as st

from jtbd.advice.advice import Rule
from jtbd.advice.linter import lint_all
from jtbd.model import PARTIES
from jtbd.ui import state
from jtbd.ui.fields import advice, field
from jtbd.ui.fields.names import starting_organisation
from jtbd.ui.fields.words import ROLE, organisation, plain

_FIRST = {"a": "calls the client first", "b": "surveys within five days"}


def show() -> None:
    """Draw both roles beside each other, and what to say otherwise where nobody leads, or both do."""
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column, st.container(key=f"role-{party}", horizontal=True, vertical_alignment="bottom", gap="small"):
            name = plain(starting_organisation(state.canvas(), party))
            field.choice(f"{name} will", ("roles", party, "role"), ROLE)
            first = f"What {plain(organisation(state.canvas(), party))} does first"
            with st.container(key=f"does-{party}", width="stretch"):
                field.text(first, ("roles", party, "does"), hint=f"and first … {_FIRST[party]}", hidden=True)
    with st.container(key="advice-roles"):
        advice.show(item for item in lint_all(state.canvas()) if item.rule is Rule.LEAD)
