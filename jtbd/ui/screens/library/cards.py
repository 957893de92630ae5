"""The saved meetings, a row each: open one, or go back to an earlier version of one that cannot be opened."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import say, say_count
from jtbd.model import Canvas
from jtbd.ui import address, state
from jtbd.ui.address import Address
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import unsigned
from jtbd.ui.screens.library import dustbin, glance, labels, management
from jtbd.ui.steps import Step
from jtbd.usecases.canvases import library as use, recovering

_AT_ONCE: Final = 12


def show(heading: str, rows: list[use.Summary], name: str) -> None:
    """Draw a list of meetings under its heading; those that somebody has to see to come first, and all of them."""
    with st.container(key=f"list-{name}"):
        st.header(heading, anchor=False)
        first = [row for row in rows if row.fault or row.copies or row.away]  # what somebody has to see to
        usual = [row for row in rows if row not in first]
        for row in (*first, *usual[:_AT_ONCE]):
            _row(row)
        rest = usual[_AT_ONCE:]
        if rest and st.toggle(say_count("{number} more", "{number} more", len(rest)), key=f"more-{name}"):
            for row in rest:
                _row(row)


def _row(row: use.Summary) -> None:
    if row.fault:
        _faulty(row, row.fault)
        return
    try:
        canvas = state.home().store.load(row.id)
    except JtbdError as error:  # since the list was made
        _faulty(row, error.message)
        return
    with st.container(key=f"card-{row.id}"):
        st.button(
            f"**{plain(labels.title(row))}**",
            key=f"open-{row.id}",
            type="tertiary",
            on_click=_open,
            args=(row.id, _step(canvas)),
        )
        st.markdown(plain(row.want) if row.want else say("*no job yet*"))
        with st.container(key=f"glance-{row.id}"):
            glance.verdict(canvas)
        when = say("example") if row.example else labels.day(row.updated, state.home().now()) if row.updated else ""
        st.caption("  \n".join(filter(None, (when, glance.signed(canvas), plain(unsigned.told(canvas))))))
        if not row.example:
            st.button(
                say("Rename or throw away: {name}", name=plain(labels.title_within(row))),
                key=f"manage-{row.id}",
                type="tertiary",
                on_click=management.turn,
                args=(row.id,),
            )
        aside = [say("Set aside, in its folder: {files}", files=", ".join(row.set_aside))] if row.set_aside else []
        if said := [*aside, *use.oddities(row)]:
            st.caption("  \n".join(map(plain, said)))  # in one, since each has a column of its own
    if management.is_open(row.id):
        management.show(row, canvas)


def _faulty(row: use.Summary, why: str) -> None:
    with st.container(border=True):  # without a key: faulty ones may share an id
        st.markdown(say("**{name}** cannot be opened", name=plain(row.id)))
        st.text(why)
        for sentence in use.oddities(row):
            st.text(sentence)
        for way in recovering.ways_back(state.home(), row):
            st.button(
                say("Go on with {version}", version=way.name),
                key=f"back-{row.id}-{way.key}",
                on_click=_go_back,
                args=(row, way.key),
                help=say("The file as it is now is set aside in its folder"),
            )


def _go_back(row: use.Summary, key: str) -> None:
    here = state.session()
    try:
        recovering.go_back(state.home(), row, key)
    except JtbdError as error:
        here.fault = error.diagnostics()
        return
    _open(row.id)


def _step(canvas: Canvas) -> Step | None:
    """Return where a canvas opens: an example at its verdict, a signed one at its promises, others where they stop."""
    if use.is_example(canvas.id):
        return Step.OVERLAP
    return Step.COMMITMENTS if any(sheet.state == "complete" for sheet in canvas.sheets) else None


def _open(canvas_id: str, step: Step | None = None) -> None:
    dustbin.forget()
    address.open_at(Address(canvas=canvas_id, step=step))
