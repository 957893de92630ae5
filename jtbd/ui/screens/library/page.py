"""The saved canvases: begin a meeting, reopen one, call it otherwise or throw it away, look around an example."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path
from typing import Final

import streamlit as st
from pydantic import ValidationError

from jtbd.errors import JtbdError
from jtbd.model import Canvas
from jtbd.ui import address, state
from jtbd.ui.address import Address
from jtbd.ui.fields import field, ownkey
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome, length, unsaved, unsigned
from jtbd.ui.screens.library import glance
from jtbd.ui.steps import Step
from jtbd.usecases.canvases import library as use, recovering
from jtbd.wording.refusal import refusal

_AT_ONCE: Final = 12
_MANAGED: Final = "managed"
_THROWN: Final = "thrown-just-now"
_LEAD: Final = """Two people, one laptop, one coffee:

1. Say what your common customer needs, and what each of you solves of it.
2. See whether you complete each other, compete, or share too little.
3. Settle who leads, and both sign what you promise."""
_LENS: Final = {
    "a": "**You**  \nsolve this",
    "both": "**Both**  \nrivals, or a line to draw",
    "b": "**They**  \nsolve that",
    "open": "what nobody solves: *an empty seat*",
}


def show() -> None:
    """Draw what this is, and the canvases, own ones first."""
    state.close()
    chrome.bar()
    unsaved.offer()
    if trouble := state.take_fault():
        field.complain(trouble)
    try:
        rows = state.library().store.summaries()
    except JtbdError as error:  # a folder that cannot be listed is not an empty one
        chrome.trouble(error)
        return
    if trouble := use.trouble_ahead(state.library()):
        field.complain(plain(trouble))
    own = [row for row in rows if not row.example and not row.archived]
    with st.container(key="hero" if own else "hero-first"):
        if own:
            st.title("Do you two serve the same job?", anchor=False)
            _start()
        else:
            left, right = st.columns([7, 5], gap="large", vertical_alignment="center")
            with left:
                _welcome()
            with right:
                _lens()
    _gone()
    if own:
        _list("Your meetings", own, "own")
    if examples := [row for row in rows if row.example]:
        _list("Look around an example", examples, "examples")
    _bin()
    with st.container(key="colophon", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(f"Everything stays on this laptop, in {plain(_place(state.library().root))}.", width="content")
        st.button("Check a signed sheet", key="check", type="tertiary", on_click=_check)


# ── beginning ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _welcome() -> None:
    st.title("Do you two serve the same job?", anchor=False)
    with st.container(key="lead"):
        st.markdown(_LEAD)
    _start()


def _lens() -> None:
    """Draw what the two will see of themselves; its circles are in the style sheet."""
    with st.container(key="lens"):
        for part, said in _LENS.items():
            with st.container(key=f"lens-{part}"):
                st.markdown(said)


def _start() -> None:
    """Draw the two names that a canvas goes by; both can wait."""
    with st.form("begin", border=False):
        with st.container(key="names", horizontal=True, vertical_alignment="bottom"):
            host = st.text_input(
                "Your organisation", use.remembered(state.library()).organisation or "", placeholder="Harbour Estates"
            )
            st.markdown("×", width="content")
            guest = st.text_input("Theirs", placeholder="Northline Cabling", autocomplete=field.unknown("theirs"))
        with st.container(key="lengths", horizontal=True, vertical_alignment="center"):
            asked = st.form_submit_button("Start a meeting", type="primary")
            shortly = st.form_submit_button(
                "Three minutes only",
                help="Job, rating, verdict. The whole meeting is one click away, and nothing is lost.",
            )
    ownkey.offer()
    if asked or shortly:
        _begin(host.strip(), guest.strip(), short=shortly)


def _begin(host: str, guest: str, *, short: bool) -> None:
    try:
        minutes = use.FEW_MINUTES if short else use.PLANNED_MINUTES
        canvas = use.begin(state.library(), host, guest, minutes=minutes)
    except ValidationError as error:
        field.complain(refusal(error))
        return
    except JtbdError as error:
        chrome.trouble(error)
        return
    state.replace(canvas, settles=False)
    if short:
        address.open_at(Address(canvas=canvas.id))
        length.shorten()
    else:
        address.open_at(Address(canvas=canvas.id, step=Step.PARTIES))
    st.rerun()


def _place(folder: Path) -> str:
    """Return a folder as people write it, which is short where it is their own."""
    try:
        home = Path.home()
    except RuntimeError:  # containers know none
        return str(folder)
    own = os.name != "nt" and folder.is_relative_to(home)
    return str("~" / folder.relative_to(home)) if own else str(folder)


def _check() -> None:
    address.go(replace(address.here(), check=True))


# ── the list ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _list(heading: str, rows: list[use.Summary], name: str) -> None:
    with st.container(key=f"list-{name}"):
        st.header(heading, anchor=False)
        first = [row for row in rows if row.fault or row.copies or row.away]  # what somebody has to see to
        usual = [row for row in rows if row not in first]
        for row in (*first, *usual[:_AT_ONCE]):
            _row(row)
        rest = usual[_AT_ONCE:]
        if rest and st.toggle(f"{len(rest)} more", key=f"more-{name}"):
            for row in rest:
                _row(row)


def _row(row: use.Summary) -> None:
    if row.fault:
        _faulty(row, row.fault)
        return
    try:
        canvas = state.library().store.load(row.id)
    except JtbdError as error:  # since the list was made
        _faulty(row, error.message)
        return
    with st.container(key=f"card-{row.id}"):
        called = plain(row.title or _names(row))
        st.button(f"**{called}**", key=f"open-{row.id}", type="tertiary", on_click=_open, args=(row.id, _step(canvas)))
        st.markdown(plain(row.want) if row.want else "*no job yet*")
        with st.container(key=f"glance-{row.id}"):
            glance.verdict(canvas)
        when = "example" if row.example else _day(row.updated, state.library().now()) if row.updated else ""
        st.caption("  \n".join(filter(None, (when, glance.signed(canvas), plain(unsigned.told(canvas))))))
        if not row.example:
            st.button(
                f"Rename or throw away: {called}",
                key=f"manage-{row.id}",
                type="tertiary",
                on_click=_manage,
                args=(row.id,),
            )
        aside = [f"Set aside, in its folder: {', '.join(row.set_aside)}"] if row.set_aside else []
        if said := [*aside, *use.oddities(row)]:
            st.caption("  \n".join(map(plain, said)))  # in one, since each has a column of its own
    if st.session_state.get(_MANAGED) == row.id:
        _managed(row, canvas)


def _faulty(row: use.Summary, why: str) -> None:
    with st.container(border=True):  # without a key: faulty ones may share an id
        st.markdown(f"**{plain(row.id)}** cannot be opened")
        st.text(why)
        for sentence in use.oddities(row):
            st.text(sentence)
        for way in recovering.ways_back(state.library(), row):
            st.button(
                f"Go on with {way.name}",
                key=f"back-{row.id}-{way.name}",
                on_click=_go_back,
                args=(row, way.name),
                help="The file as it is now is set aside in its folder",
            )


def _go_back(row: use.Summary, name: str) -> None:
    here = state.session()
    try:
        recovering.go_back(state.library(), row, name)
    except JtbdError as error:
        here.fault = error.diagnostics()
        return
    _open(row.id)


def _names(row: use.Summary) -> str:
    return " × ".join(filter(None, (row.party_a, row.party_b))) or "A meeting without names"


def _day(moment: dt.datetime, now: dt.datetime) -> str:
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return "today" if days == 0 else "yesterday"
    return f"{moment.day} {moment:%B}" if moment.year == now.year else f"{moment.day} {moment:%B %Y}"


def _step(canvas: Canvas) -> Step | None:
    """Return where a canvas opens: an example at its verdict, a signed one at its promises, others where they stop."""
    if use.is_example(canvas.id):
        return Step.OVERLAP
    return Step.COMMITMENTS if any(sheet.state == "complete" for sheet in canvas.sheets) else None


def _open(canvas_id: str, step: Step | None = None) -> None:
    st.session_state.pop(_THROWN, None)
    address.open_at(Address(canvas=canvas_id, step=step))


# ── another name, and the bin ─────────────────────────────────────────────────────────────────────────────────────────


def _manage(canvas_id: str | None) -> None:
    """Open what can be done to a meeting beside opening it, or close that."""
    closes = canvas_id is None or st.session_state.get(_MANAGED) == canvas_id
    st.session_state[_MANAGED] = None if closes else canvas_id


def _managed(row: use.Summary, canvas: Canvas) -> None:
    """Draw the name of a meeting, to be written anew, and the way to the bin; of a signed one, what goes with it."""
    with st.container(key="managed"):
        with st.form(f"rename-{row.id}", border=False):
            title = st.text_input(
                "Name of this meeting",
                row.title or "",
                placeholder=_names(row),
                autocomplete=field.unknown("title"),
            )
            if st.form_submit_button("Keep this name"):
                _rename(canvas, title.strip())
        try:
            held = use.held(state.library(), row.id)
        except JtbdError as error:
            field.complain(plain(error.message))
            return
        if held:
            st.markdown(f"**{plain(held)}**")
        with st.container(key="managed-ways", horizontal=True):
            st.button(
                "Throw it away, with its sheets" if held else "Throw it away",
                key=f"throw-{row.id}",
                on_click=_throw_away,
                args=(canvas, row.title or _names(row)),
            )
            st.button("Never mind", key="manage-no", type="tertiary", on_click=_manage, args=(None,))


def _rename(canvas: Canvas, title: str) -> None:
    try:
        use.rename(state.library(), canvas.id, title, canvas.revision)
    except ValidationError as error:
        field.complain(refusal(error))
        return
    except JtbdError as error:
        chrome.trouble(error)
        return
    st.session_state[_MANAGED] = None
    st.rerun()


def _throw_away(canvas: Canvas, called: str) -> None:
    here = state.session()
    st.session_state[_MANAGED] = None
    if canvas.id in state.unsaved():
        here.fault = "Not all of it is saved yet: save it, or a copy of it, before it is thrown away."
        return
    try:
        st.session_state[_THROWN] = use.throw_away(state.library(), canvas.id, canvas.revision), called
    except JtbdError as error:
        here.fault = error.diagnostics()


def _restore(name: str) -> None:
    here = state.session()
    st.session_state.pop(_THROWN, None)
    try:
        use.restore(state.library(), name)
    except JtbdError as error:
        here.fault = error.diagnostics()


def _gone() -> None:
    """Say what was just thrown away, and offer it back."""
    if thrown := st.session_state.get(_THROWN):
        name, called = thrown
        with st.container(key="just-thrown", horizontal=True, vertical_alignment="center"):
            st.markdown(f"Thrown away: {plain(called)}", width="content")
            st.button("Undo", key="throw-undo", on_click=_restore, args=(name,))


def _bin() -> None:
    """Draw what was thrown away, when asked for: what it was, how long it is kept, and the way back."""
    try:
        gone = state.library().store.thrown()
    except JtbdError as error:
        chrome.trouble(error)
        return
    if not gone or not st.toggle(f"Thrown away · {len(gone)}", key="show-thrown"):
        return
    with st.container(key="thrown"):
        for place, thrown in enumerate(gone):
            called = plain(thrown.row.title or _names(thrown.row) if not thrown.row.fault else thrown.row.id)
            now = state.library().now()
            with st.container(key=f"thrown-{place}", horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{called}**")
                st.caption(plain(f"{_day(thrown.at.astimezone(now.tzinfo), now)}, {use.fate(thrown, now)}"))
                st.button("Restore", key=f"restore-{place}", on_click=_restore, args=(thrown.name,))
