"""A table that was pasted where needs are listed: which of its columns holds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from jtbd.model import Dimension
from jtbd.parsing.table import Column, Table
from jtbd.ui import state
from jtbd.ui.fields.words import plain
from jtbd.wording.plain import quote

_SHOWN: Final = 3
_LINES: Final = "No table: add each line"


def offer(table: Table, dimension: Dimension, take: Callable[[Sequence[str]], None], lines: Sequence[str]) -> None:
    """Ask which column holds the needs, with the likely one chosen, and show what would be added.

    Args:
        table: what was pasted.
        dimension: the list that it was pasted into.
        take: adds the needs that it is given.
        lines: what each line would be if it were no table.

    """
    with st.container(key=f"table-{dimension}"):
        needs = _chosen(table, dimension)
        with st.container(horizontal=True):
            if needs:
                label = f"Add {len(needs)} needs" if len(needs) > 1 else "Add this need"
                st.button(label, key=f"table-add-{dimension}", on_click=take, args=(needs,))
            st.button(_LINES, key=f"table-lines-{dimension}", type="tertiary", on_click=take, args=(lines,))


def _chosen(table: Table, dimension: Dimension) -> tuple[str, ...]:
    """Draw the question, and return the needs of the column that is chosen."""
    if not table.columns:
        st.markdown("This is the head of a table, or its numbers: paste the rows in which the needs stand.")
        return ()
    place = 0
    if len(table.columns) > 1:
        place = st.selectbox(
            "This is a table. Which column holds the needs?",
            range(len(table.columns)),
            index=table.likely,
            format_func=lambda column: _name(table.columns[column], column),
            key=state.key("column", dimension, len(table.columns), table.likely),
        )
    else:
        st.markdown("This is a table. These are its needs, without its head and its numbers:")
    needs = table.columns[place].needs
    more = f" and {len(needs) - _SHOWN} more" if len(needs) > _SHOWN else ""
    st.caption(plain(", ".join(map(quote, needs[:_SHOWN])) + more))
    return needs


def _name(column: Column, place: int) -> str:
    return f"{column.name or f'Column {place + 1}'}: {quote(column.needs[0])}"
