"""The complement test, each party's last question (Brandenburger & Nalebuff)."""

from __future__ import annotations

import streamlit as st

from jtbd.model import PartyId
from jtbd.ui import state
from jtbd.ui.parts import field
from jtbd.ui.parts.words import COMPLEMENT, organisation, plain


def show(party: PartyId) -> None:
    """Draw one party's question; only its own answer is shown."""
    canvas = state.canvas()
    theirs = plain(organisation(canvas, "b" if party == "a" else "a"))
    ours = plain(organisation(canvas, party))
    with st.container(key=f"complement-{party}"):
        field.choice(
            f"A customer already has {theirs}. Do they now want {ours} more, just as much, or less?",
            ("complement_test", party),
            COMPLEMENT,
        )
