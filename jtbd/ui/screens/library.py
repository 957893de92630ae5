"""The saved canvases: begin a meeting, reopen one, look around an example."""

from __future__ import annotations

import datetime as dt

import streamlit as st
from pydantic import ValidationError

from jtbd.errors import JtbdError
from jtbd.ui import state
from jtbd.ui.parts import chrome, field
from jtbd.ui.parts.words import plain, refused
from jtbd.usecases import library as use


def show() -> None:
    """Draw what this is, and the canvases, own ones first."""
    state.close()
    chrome.bar()
    with st.container(key="hero"):
        st.title("Do you two serve the same job?", anchor=False)
        st.markdown(
            "Two people, one laptop, one coffee. Say what your common customer needs and what each of you solves. "
            "See whether you complete each other, settle who leads, and both sign what you promise."
        )
        _start()
    rows = state.library().store.summaries()
    own = [row for row in rows if not row.example and not row.archived]
    if own:
        st.subheader("Your canvases", anchor=False)
        _cards(own)
    examples = [row for row in rows if row.example]
    if examples:
        st.subheader("Look around an example", anchor=False)
        _cards(examples)
    st.caption(f"Everything stays on this laptop, in {plain(str(state.library().root))}.")


def _start() -> None:
    """Draw the two names that a canvas goes by; both can wait."""
    with st.form("begin", border=False):
        left, right = st.columns(2)
        with left:
            host = st.text_input(
                "Your organisation", use.remembered(state.library()).organisation or "", placeholder="Harbour Estates"
            )
        with right:
            guest = st.text_input("Theirs", placeholder="Northline Cabling")
        asked = st.form_submit_button("Start a meeting", type="primary")
    st.button("Check a signed sheet", key="check", type="tertiary", on_click=_check)
    if asked:
        _begin(host.strip(), guest.strip())


def _begin(host: str, guest: str) -> None:
    try:
        canvas = use.begin(state.library(), host, guest)
    except ValidationError as error:
        field.complain(refused(error))
        return
    except JtbdError as error:
        chrome.trouble(error)
        return
    state.replace(canvas)
    st.query_params.from_dict({"canvas": canvas.id, "step": "parties"})
    st.rerun()


def _check() -> None:
    st.query_params["check"] = "sheet"


def _cards(rows: list[use.Summary]) -> None:
    with st.grid(min_column_width=300, key="cards-example" if rows[0].example else "cards-own"):
        for row in rows:
            with st.container(border=True, key=None if row.fault else f"card-{row.id}"):  # faulty ones may share an id
                _card(row)


def _card(row: use.Summary) -> None:
    if row.fault:
        st.markdown(f"**{plain(row.id)}** cannot be opened")
        st.text(row.fault)
        return
    st.markdown(f"**{plain(row.title or row.id)}**")
    st.markdown(plain(row.want) if row.want else "*no job yet*")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption("example" if row.example else _day(row.updated) if row.updated else "")
        st.button(
            "Open", key=f"open-{row.id}", on_click=_open, args=(row.id,), help=f"Open {plain(row.title or row.id)}"
        )
    if row.set_aside:
        st.caption(plain(f"Set aside as faulty, in its folder: {', '.join(row.set_aside)}"))


def _day(moment: dt.datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _open(canvas_id: str) -> None:
    st.query_params.from_dict({"canvas": canvas_id})
