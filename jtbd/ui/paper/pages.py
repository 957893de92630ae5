"""A sheet on the screen as it will print: its pages, large enough to read, and the same in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from jtbd.i18n import say, speaking, spoken
from jtbd.model import PartyId
from jtbd.model.sheet import Sheet
from jtbd.ui import state
from jtbd.ui.fields.words import plain
from jtbd.usecases.sheets import printing, words as sheetwords
from jtbd.usecases.sheets.verifying import VerifiedSheet

_BY_SHEET: Final[dict[str | type[Any], Callable[[Any], Any]]] = {
    Sheet: repr,
    VerifiedSheet: lambda sheet: sheet.file,
}


@contextmanager
def desk(party: PartyId) -> Iterator[tuple[DeltaGenerator, DeltaGenerator]]:
    """Lay out a sheet that a party is to read, and beside it, or below larger pages, the rail for the signature."""
    wide = bool(st.session_state.get(state.key("wide")))
    with st.container(key="document-wide" if wide else "document"):
        pages, rail = st.container(key="pages"), st.container(key=f"rail-{party}")
        with pages, st.container(key="larger"):
            st.toggle(say("Larger pages"), key=state.key("wide"))
        yield pages, rail


def show(sheet: VerifiedSheet, since: tuple[str, ...] = ()) -> None:
    """Draw every page one below the other, and what stands on them in words; `since` is what changed since another."""
    room = st.empty()
    room.status(
        say("Setting the pages …"), state="running"
    )  # at once: a spinner of Streamlit's comes after half a second
    pages = _pages(sheet, since)
    with st.container(key="paper"):
        for number, page in enumerate(pages, start=1):
            alt = say("Page {page} of {pages} of the sheet; below it stands in words", page=number, pages=len(pages))
            st.image(page, width="stretch", alt=alt)
    room.empty()
    with st.expander(say("The same in words"), key="in-words"):
        for line in since:
            st.text(line)
        for passage in _words(sheet, spoken()):
            st.markdown(f"**{plain(passage.title)}**")
            for line in passage.lines:
                st.text(line)


def warn(sheet: Sheet) -> None:
    """Name the characters that cannot be printed on this machine, or seen anywhere, and say what that means."""
    missing, hidden = _oddities(sheet, spoken())
    if missing:
        with st.container(border=True, key="unprinted"):
            st.markdown(say("**Not every character can be printed here**"))
            st.text(
                say(
                    "No font on this laptop has {characters} ({names}).",
                    characters=" ".join(missing),
                    names=sheetwords.named(missing),
                )
            )
            st.markdown(
                say(
                    "The PDF will have a box in the place of each, say so, and be a plain PDF instead of one made to "
                    "be archived. The sheet's own file, which is what counts, has every character. To print them, "
                    "install a font that has them."
                )
            )
    if hidden:
        with st.container(border=True, key="unseen"):
            st.text(hidden)


def rehearse(sheet: VerifiedSheet, room: DeltaGenerator) -> None:
    """Say in a room what the PDF will lack, by printing it before anybody has signed."""
    if lacking := _lacking(sheet, spoken()):
        with room.container(border=True, key="rehearsed"):
            for warning in lacking:
                st.text(warning)


@st.cache_data(max_entries=8, show_spinner=False, hash_funcs=_BY_SHEET)
def _lacking(sheet: VerifiedSheet, language: str) -> tuple[str, ...]:
    with speaking(language):
        return printing.lacking(sheet, state.home().now())


@st.cache_data(max_entries=8, show_spinner=False, hash_funcs=_BY_SHEET)
def _pages(sheet: VerifiedSheet, since: tuple[str, ...]) -> tuple[bytes, ...]:
    return printing.preview_sheet(sheet, state.home().now(), since)


@st.cache_data(max_entries=8, show_spinner=False, hash_funcs=_BY_SHEET)
def _words(sheet: VerifiedSheet, language: str) -> tuple[sheetwords.Passage, ...]:
    with speaking(language):
        return sheetwords.in_words(sheet)


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs=_BY_SHEET)
def _oddities(sheet: Sheet, language: str) -> tuple[tuple[str, ...], str]:
    with speaking(language):
        return sheetwords.unprinted(sheet), sheetwords.hidden(sheet)
