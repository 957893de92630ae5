"""The blank answers of a turn, told to whoever has said to be done."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from jtbd.scoring.blanks import Blank, count
from jtbd.ui.fields.words import plain
from jtbd.ui.screens.rating.ratings import asks


def tell(blanks: Sequence[Blank]) -> None:
    """Draw how many answers are blank, and which."""
    said = count(blanks)
    lines = [f"**{said} {'answer is' if said == 1 else 'answers are'} still blank:**", ""]
    lines += [f"- {plain(need)}: {' and '.join(asks(name, '').lower() for name in named)}" for need, named in blanks]
    with st.container(key="blanks"):
        st.markdown("\n".join(lines))
