"""The four values: what the partnership is worth besides money, a row each."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.model import PARTIES, PartyId
from jtbd.scoring.value_words import four_sentence
from jtbd.ui import state
from jtbd.ui.parts import chrome, field
from jtbd.ui.parts.names import starting_organisation
from jtbd.ui.parts.words import FOUR_VALUES, plain

_SCORE: Final = {0: "0", 1: "1", 2: "2", 3: "3"}
_HINT: Final = {
    "internal": "fewer dead leads",
    "external": "one move and one contact",
    "network": "an insurer joins",
    "civic": "empty offices re-let sooner",
}


def show() -> None:
    """Draw both parties' answers beside each other, and where they meet."""
    with st.container(key="four", gap="small"):
        legend = "0 nothing · 1 some · 2 much · 3 decisive"
        chrome.label("four", f"**What else is it worth?** {legend}")
        for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
            with column, st.container(key=f"four-{party}", gap="xsmall"):
                st.markdown(f"**{plain(starting_organisation(state.canvas(), party))}**")
                for name, label in FOUR_VALUES.items():
                    _value(party, name, label)
        if said := four_sentence(state.canvas()):
            st.markdown(plain(said))


def _value(party: PartyId, name: str, label: str) -> None:
    path = ("value", "four", party, name)
    whose = plain(starting_organisation(state.canvas(), party))
    with st.container(key=f"four-{party}-{name}", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(label)
        field.choice(f"{whose}: worth {label}, 0 to 3", (*path, "score"), _SCORE, hidden=True)
        with st.container(width="stretch", key=f"four-text-{party}-{name}"):
            field.text(f"{whose}: what is it worth {label}?", (*path, "text"), hint=_HINT[name], hidden=True)
