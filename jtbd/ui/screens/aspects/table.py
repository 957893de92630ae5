"""A table that was pasted where needs are listed: which of its columns holds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from jtbd.i18n import say, say_count
from jtbd.model import Dimension
from jtbd.parsing.table import Column, Table
from jtbd.ui import state
from jtbd.ui.fields.words import plain
from jtbd.wording.plain import quote

_SHOWN: Final = 3


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
                label = say_count("Add this need", "Add {number} needs", len(needs))
                st.button(label, key=f"table-add-{dimension}", on_click=take, args=(needs,))
            st.button(
                say("No table: add each line"),
                key=f"table-lines-{dimension}",
                type="tertiary",
                on_click=take,
                args=(lines,),
            )


def _chosen(table: Table, dimension: Dimension) -> tuple[str, ...]:
    """Draw the question, and return the needs of the column that is chosen."""
    if not table.columns:
        st.markdown(say("This is the head of a table, or its numbers: paste the rows in which the needs stand."))
        return ()
    place = 0
    if len(table.columns) > 1:
        place = st.selectbox(
            say("This is a table. Which column holds the needs?"),
            range(len(table.columns)),
            index=table.likely,
            format_func=lambda column: _name(table.columns[column], column),
            key=state.key("column", dimension, len(table.columns), table.likely),
        )
    else:
        st.markdown(say("This is a table. These are its needs, without its head and its numbers:"))
    needs = table.columns[place].needs
    shown, more = ", ".join(map(quote, needs[:_SHOWN])), len(needs) - _SHOWN
    if more > 0:
        shown = say_count("{needs} and {number} more", "{needs} and {number} more", more, needs=shown)
    st.caption(plain(shown))
    return needs


def _name(column: Column, place: int) -> str:
    need = quote(column.needs[0])
    return f"{column.name}: {need}" if column.name else say("Column {number}: {need}", number=place + 1, need=need)
