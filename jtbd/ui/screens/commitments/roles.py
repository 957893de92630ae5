"""Who leads: each party's role, and what it does first."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.advice.advice import Rule
from jtbd.advice.linter import lint_all
from jtbd.i18n import mark, say
from jtbd.model import PARTIES
from jtbd.ui import state
from jtbd.ui.fields import advice, field
from jtbd.ui.fields.names import starting_organisation
from jtbd.ui.fields.words import ROLE, organisation, plain

_FIRST: Final = {
    "a": mark("and first … calls the client first"),
    "b": mark("and first … surveys within five days"),
}


def show() -> None:
    """Draw both roles beside each other, and what to say otherwise where nobody leads, or both do."""
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column, st.container(key=f"role-{party}", horizontal=True, vertical_alignment="bottom", gap="small"):
            name = plain(starting_organisation(state.canvas(), party))
            field.choice(say("{name} will", name=name), ("roles", party, "role"), ROLE)
            first = say("What {name} does first", name=plain(organisation(state.canvas(), party)))
            with st.container(key=f"does-{party}", width="stretch"):
                field.text(first, ("roles", party, "does"), hint=_FIRST[party].said(), hidden=True)
    with st.container(key="advice-roles"):
        advice.show(item for item in lint_all(state.canvas()) if item.rule is Rule.LEAD)
