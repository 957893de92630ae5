"""The choice, each party's last question: what customers usually take for this job."""

from __future__ import annotations

import streamlit as st

from jtbd.i18n import say
from jtbd.model import PartyId
from jtbd.ui.fields import field
from jtbd.ui.fields.words import CHOICE


def show(party: PartyId) -> None:
    """Draw one party's question; only its own answer is shown."""
    with st.container(key=f"choice-{party}"):
        field.choice(say("For this job, what do customers usually take?"), ("choice", party), CHOICE)
