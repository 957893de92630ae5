"""The four values: what the partnership is worth besides money, a row each.

A party's rows are one grid without a container for each; the reasons are text until somebody wants to write them.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.editing import FieldPath, get
from jtbd.model import PARTIES
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.names import starting_organisation
from jtbd.ui.fields.words import FOUR_VALUES, plain
from jtbd.ui.frame import chrome
from jtbd.wording.four import four_sentence

_WHY: Final = "say-why"
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
        chrome.label("four", "**What else is it worth?** 0 nothing · 1 some · 2 much · 3 decisive")
        writes = st.toggle("Say why", key=_WHY)
        for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
            with column, st.container(key=f"four-{party}"):
                whose = plain(starting_organisation(state.canvas(), party))
                st.markdown(f"**{whose}**")
                for name, label in FOUR_VALUES.items():
                    _value(("value", "four", party, name), whose, label, writes=writes)
        if said := four_sentence(state.canvas()):
            st.markdown(plain(said))


def _value(path: FieldPath, whose: str, label: str, *, writes: bool) -> None:
    """Draw one value: what it is, how much, and why, as text or to write in."""
    why = "" if writes else get(state.canvas(), (*path, "text"))
    st.markdown(f"{label}\n\n{plain(why)}" if why else label)
    field.choice(f"{whose}: worth {label}, 0 to 3", (*path, "score"), _SCORE, hidden=True)
    if writes:
        hint = _HINT[str(path[-1])]
        field.text(f"{whose}: what is it worth {label}?", (*path, "text"), hint=hint, hidden=True)
