"""The four values: what the partnership is worth besides money, a row each.

A party's rows are one grid without a container for each; the reasons are text until somebody wants to write them.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.editing import FieldPath, get
from jtbd.i18n import mark, say
from jtbd.model import PARTIES
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.names import starting_organisation
from jtbd.ui.fields.words import FOUR_VALUES, plain
from jtbd.ui.frame import chrome
from jtbd.wording.four import four_sentence

_WHY: Final = "say-why"
_SCORE: Final = {0: "0", 1: "1", 2: "2", 3: "3"}
_HOW_MUCH: Final = {
    "internal": mark("{firm}: worth to us, 0 to 3"),
    "external": mark("{firm}: worth to customers and partners, 0 to 3"),
    "network": mark("{firm}: worth to the ecosystem, 0 to 3"),
    "civic": mark("{firm}: worth to society, 0 to 3"),
}
_WHAT: Final = {
    "internal": mark("{firm}: what is it worth to us?"),
    "external": mark("{firm}: what is it worth to customers and partners?"),
    "network": mark("{firm}: what is it worth to the ecosystem?"),
    "civic": mark("{firm}: what is it worth to society?"),
}
_HINT: Final = {
    "internal": mark("fewer dead leads"),
    "external": mark("one move and one contact"),
    "network": mark("an insurer joins"),
    "civic": mark("empty offices re-let sooner"),
}


def show() -> None:
    """Draw both parties' answers beside each other, and where they meet."""
    with st.container(key="four", gap="small"):
        chrome.label("four", say("**What else is it worth?** 0 nothing · 1 some · 2 much · 3 decisive"))
        writes = st.toggle(say("Say why"), key=_WHY)
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
    name = str(path[-1])
    why = "" if writes else get(state.canvas(), (*path, "text"))
    st.markdown(f"{label}\n\n{plain(why)}" if why else label)
    field.choice(_HOW_MUCH[name].said(firm=whose), (*path, "score"), _SCORE, hidden=True)
    if writes:
        field.text(_WHAT[name].said(firm=whose), (*path, "text"), hint=_HINT[name].said(), hidden=True)
