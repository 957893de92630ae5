"""What next: each verdict leads somewhere, a clear no as well."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.advice.suggestions import Draft, DraftKind
from jtbd.errors import JtbdError
from jtbd.figures.html import element
from jtbd.i18n import Message, mark, say
from jtbd.model import PARTIES, Canvas, Role
from jtbd.scoring import Overlap, Verdict
from jtbd.ui import address, state
from jtbd.ui.address import Address
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome, ending, length, suggestions
from jtbd.ui.screens.overlap.lines import PLACE
from jtbd.ui.steps import Step
from jtbd.usecases.canvases import library, parting
from jtbd.usecases.sheets import filenames
from jtbd.wording.drafts import written

_NEXT: Final[Mapping[Verdict, Message]] = {
    Verdict.LITTLE_IN_COMMON: mark(
        "Try another job of the same customers, do each other one small favour, or part as friends. A clear no is a "
        "good answer."
    ),
    Verdict.COMPETITIVE: mark(
        "Divide what both of you solve and see whether the verdict moves, pass on what you cannot take on yourselves, "
        "or part as friends. A clear no is a good answer."
    ),
    Verdict.CONTESTED: mark("Draw the line, need by need; then say who leads."),
    Verdict.COMPLEMENTARY: mark("Say who leads, and promise one thing each. What it is worth can be said first."),
}
_LETTER: Final = "goodbye"


def show(canvas: Canvas, result: Overlap) -> None:
    """Draw what the verdict asks for, and the ways there; where there is none yet, the way back is drawn above."""
    verdict = (result.after_line or result).verdict
    if verdict is Verdict.UNKNOWN:
        return
    with st.container(key="after-verdict"):
        chrome.label("next", say("**What next**"))
        st.markdown(_NEXT[verdict].said())
        with st.container(key="ways-on", horizontal=True, vertical_alignment="center"):
            _WAYS[verdict](canvas)
        if st.session_state.get(_LETTER) == canvas.id and verdict in _NOES:
            _letter(canvas, verdict)


_NOES: Final = frozenset({Verdict.LITTLE_IN_COMMON, Verdict.COMPETITIVE})


def _lead(_: Canvas) -> None:
    st.button(say("Who leads? →"), key="to-leading", on_click=chrome.go, args=(Step.COMMITMENTS,))
    if length.is_short():
        st.button(say("What is it worth? →"), key="to-value", on_click=chrome.go, args=(Step.VALUE,))


def _divide(_: Canvas) -> None:
    st.html(element("a", say("Draw the line ↓"), href=f"#{PLACE}", class_="as-button"), width="content")
    st.button(say("Who leads? →"), key="to-leading", type="tertiary", on_click=chrome.go, args=(Step.COMMITMENTS,))


def _rivals(canvas: Canvas) -> None:
    st.html(element("a", say("Divide: draw the line ↓"), href=f"#{PLACE}", class_="as-button"), width="content")
    st.button(say("Pass on what is too much"), key="overflow", on_click=_promise, args=(DraftKind.OVERFLOW,))
    st.button(say("Part as friends"), key="part", on_click=_write, args=(canvas.id,))


def _strangers(canvas: Canvas) -> None:
    st.button(say("Another job, same two"), key="another-job", on_click=_another_job)
    st.button(say("One small favour each"), key="favour", on_click=_promise, args=(DraftKind.FAVOUR,))
    st.button(say("Part as friends"), key="part", on_click=_write, args=(canvas.id,))


_WAYS: Final[Mapping[Verdict, Callable[[Canvas], None]]] = {
    Verdict.LITTLE_IN_COMMON: _strangers,
    Verdict.COMPETITIVE: _rivals,
    Verdict.CONTESTED: _divide,
    Verdict.COMPLEMENTARY: _lead,
}


def _promise(kind: DraftKind) -> None:
    """Write one promise for each who has made none, both as those who refer, and go to where they can be reworded."""
    due = suggestions.due()

    def promise(canvas: Canvas) -> Canvas:
        for party in PARTIES:
            if all(made.by != party for made in canvas.commitments):
                canvas = editing.take_up(canvas, written(Draft(kind, party), canvas), due)
            if canvas.roles.of(party).role is None:
                canvas = editing.put(canvas, ("roles", party, "role"), Role.REFER)
        return canvas

    if state.edit(promise):
        chrome.go(Step.COMMITMENTS)


def _another_job() -> None:
    try:
        fresh = library.begin_with(state.home(), state.canvas().parties)
    except JtbdError as error:
        state.session().fault = error.diagnostics()
        return
    state.replace(fresh, settles=False)
    address.open_at(Address(canvas=fresh.id, step=Step.JOB, short=length.is_short()))


def _write(canvas_id: str) -> None:
    st.session_state[_LETTER] = canvas_id


def _letter(canvas: Canvas, verdict: Verdict) -> None:
    """Draw a friendly letter to keep: to read, to save, to open as a mail."""
    today = state.home().now().date()
    letter = parting.goodbye(canvas, verdict, today)
    with st.container(key="goodbye"):
        st.text(letter.text)
        with st.container(key="keep-goodbye", horizontal=True):
            st.link_button(say("Open as a mail"), letter.link)
            st.download_button(
                say("Save it"),
                f"{letter.subject}\n\n{letter.text}\n",
                f"{filenames.after(canvas.parties.a.name, today, 'goodbye')}.txt",
                "text/plain",
                key="save-goodbye",
                on_click="ignore",
            )
        st.caption(plain(say("It is written from what stands here. Name who is missing below, and it asks for them.")))
        ending.parted(canvas)
