"""The blank answers of a turn, told to whoever has said to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from jtbd.formats import listing
from jtbd.i18n import WITHIN, Message, mark_in, say, say_count
from jtbd.scoring.blanks import Blank, Field, count
from jtbd.ui.fields.words import plain

_ASKED: Final[Mapping[Field, Message]] = {
    "importance": mark_in(WITHIN, "how much it matters"),
    "stance": mark_in(WITHIN, "what you do about it"),
}


def tell(blanks: Sequence[Blank]) -> None:
    """Draw how many answers are blank, and which."""
    lines = [
        say_count("**{number} answer is still blank:**", "**{number} answers are still blank:**", count(blanks)),
        "",
    ]
    lines += [f"- {_left(need, named)}" for need, named in blanks]
    with st.container(key="blanks"):
        st.markdown("\n".join(lines))


def _left(need: str, named: Sequence[Field]) -> str:
    # For translators: {questions} are those of a need that were not answered, as "how much it matters".
    return say("{need}: {questions}", need=plain(need), questions=listing([_ASKED[name].said() for name in named]))
