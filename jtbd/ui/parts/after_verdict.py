"""What to do next, where the verdict is the end of a short meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from jtbd.scoring import Verdict
from jtbd.ui.parts import chrome

_NEXT: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: "Answer what is still blank, and look again.",
    Verdict.LITTLE_IN_COMMON: "Part as friends. If you know who would fit better, name them in the empty seat below.",
    Verdict.COMPETITIVE: "Draw the line below on what both of you solve, and see whether the verdict moves. "
    "If it does not, you know whom you are up against, and that took three minutes.",
    Verdict.CONTESTED: "Draw the line below, need by need. Then say what it is worth, and promise one thing each.",
    Verdict.COMPLEMENTARY: "Say what it is worth to each of you, then promise one thing each and sign it.",
}


def show(verdict: Verdict) -> None:
    """Draw what this verdict asks for; the foot of the page goes on with the whole meeting."""
    with st.container(key="after-verdict"):
        chrome.label("next", "**What next**")
        st.markdown(_NEXT[verdict])
