"""A sheet that is settled: signed by both, declined, or found broken; and the way from one sheet to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from jtbd.i18n import mark, say, speaking, spoken
from jtbd.model import Canvas
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome, ending, unsigned
from jtbd.ui.frame.unsigned import Since
from jtbd.ui.paper import pages, receipt, rounds, takeaway
from jtbd.ui.screens.sign import again
from jtbd.ui.steps import Step
from jtbd.usecases.sheets import kept, verifying
from jtbd.usecases.sheets.kept import SettledSheet
from jtbd.usecases.sheets.reading import Broken
from jtbd.usecases.sheets.verifying import Verification

_TO_DO: Final = (
    mark(
        "**Photograph this**, each of you with your own phone. It holds fast what you agreed and which keys signed it: "
        "nobody can ever put another sheet in this one's place."
    ),
    mark(
        "**Take the files along.** The PDF is to read; the original is what counts, and the checker checks it. The "
        "letter has all three with it."
    ),
    mark("**Check it whenever you like**, on any machine, and compare it with your photograph."),
)
_PROVES: Final = mark(
    "**What this proves:** that the content is unchanged since these two keys signed it. **What it does not:** who "
    "held the laptop, which is what the other one saw; and the time, which is this laptop's own."
)


def show(canvas: Canvas, sheet: SettledSheet | Broken, *, waiting: bool, last: bool) -> None:
    """Draw a settled sheet.

    Args:
        canvas: whose it is.
        sheet: the sheet.
        waiting: whether another waits for signatures.
        last: whether it is the last one of all, so that the meeting ends with it.

    """
    since = None
    if isinstance(sheet, Broken):
        chrome.heading(
            say("Sheet {sheet} does not hold any more", sheet=sheet.number),
            say("Its file was changed or damaged after signing."),
        )
        explain(sheet)
        st.markdown(say("Take it from your copy: the mail, the stick, or what the other one took along."))
    elif sheet.complete:
        since = _since(canvas, sheet)
        _signed(canvas, sheet, since, waiting=waiting, last=last)
    else:
        _declined(canvas, sheet, last=last)
    with st.container(horizontal=True, key="next-sheet"):
        _ways_on(sheet, waiting=waiting, again=since is not None)
    if isinstance(sheet, SettledSheet):
        st.caption(say("It is kept on this laptop; the meeting opens here again from the list of all meetings."))


def _ways_on(sheet: SettledSheet | Broken, *, waiting: bool, again: bool) -> None:
    """Draw the ways on; `again` says that the way to sign once more is drawn already."""
    declined = isinstance(sheet, SettledSheet) and not sheet.complete
    if waiting:
        st.button(say("The sheet that waits for signatures"), key="another", type="primary", on_click=rounds.leave)
    elif declined:
        st.button(say("Make a fresh start"), key="another", type="primary", on_click=rounds.go, args=("terms",))
    ending.home("tertiary" if waiting or declined or again else "primary")
    if not (waiting or declined or again):
        st.button(say("Freeze another sheet"), key="another", type="tertiary", on_click=rounds.go, args=("terms",))
    if declined:
        st.button(
            say("Change the promises first"),
            key="rework",
            type="tertiary",
            on_click=chrome.go,
            args=(Step.COMMITMENTS,),
        )


def others(sheets: Sequence[SettledSheet | Broken], shown: SettledSheet | Broken | None) -> None:
    """Draw the way to the other sheets of this canvas."""
    rest = [sheet for sheet in sheets if shown is None or sheet.number != shown.number]
    if not rest:
        return
    with st.container(horizontal=True, key="others"):
        for sheet in reversed(rest):
            st.button(
                _named(sheet),
                key=f"see-{sheet.number}",
                type="tertiary",
                on_click=rounds.go,
                args=("sheet", sheet.number),
            )


def _named(sheet: SettledSheet | Broken) -> str:
    if isinstance(sheet, Broken):
        return say("Sheet {sheet} · broken", sheet=sheet.number)
    if sheet.complete:
        return say("Sheet {sheet} · signed by both", sheet=sheet.number)
    return say("Sheet {sheet} · declined", sheet=sheet.number)


def explain(broken: Broken) -> None:
    """Say what is wrong with a file, letter for letter."""
    with st.container(key="trouble", border=True):
        st.text(broken.message)
        if broken.detail:
            st.text(broken.detail)
        st.text(broken.place)


def _since(canvas: Canvas, sheet: SettledSheet) -> Since | None:
    """Return what was agreed since a sheet; None of one that another took the place of."""
    found = unsigned.since(canvas)
    return found if found and found.number == sheet.number else None


def _signed(canvas: Canvas, sheet: SettledSheet, since: Since | None, *, waiting: bool, last: bool) -> None:
    chrome.heading(
        say("Sheet {sheet} is signed by both", sheet=sheet.number),
        say("What both have signed is unchanged. What you agreed afterwards is not on it.")
        if since
        else plain(sheet.found.message),
    )
    if since:
        again.show(canvas, since, waiting=waiting)
    elif last:
        ending.signed(canvas, sheet)
    left, right = st.columns([9, 16], gap="large")
    with left:
        receipt.code(sheet.sheet)
    with right:
        st.markdown("\n".join(f"{number}. {to_do.said()}" for number, to_do in enumerate(_TO_DO, 1)))
        takeaway.show(sheet)
        _sealed(_seal(takeaway.pdf(sheet), spoken()))
        rounds.show_notes(canvas, sheet.number)
        st.markdown(_PROVES.said())
    receipt.parts(sheet.sheet)
    pages.warn(sheet.sheet)


def _sealed(found: Verification) -> None:
    if found.outcome == "complete":
        st.caption(say("The PDF is sealed: whatever is changed in it from now on shows."))
    elif found.rule == "seal":
        st.caption(
            say(
                "About the PDF: it is an unsealed copy, so nothing vouches for its pages. Rely on the original, which "
                "is attached to it."
            )
        )
    else:
        st.caption(f"{say('About the PDF:')} {plain(found.message)}")


def _declined(canvas: Canvas, sheet: SettledSheet, *, last: bool) -> None:
    chrome.heading(
        say("Sheet {sheet} was declined", sheet=sheet.number),
        say("That is an answer, too. Nobody owes anybody anything from it."),
    )
    with st.container(border=True, key="declined"):
        st.text(sheet.found.message)
        with st.expander(say("Word for word, as it was signed"), key="refusal"):
            for line in verifying.details(sheet.found):
                st.caption(plain(line))
    if last and not any(record.state == "complete" for record in canvas.sheets):
        ending.declined(canvas, sheet)
    st.markdown(say("A copy for who wants one; the refusal on it is signed."))
    takeaway.show(sheet)
    rounds.show_notes(canvas, sheet.number)


@st.cache_data(max_entries=8, show_spinner=False)
def _seal(pdf: bytes, language: str) -> Verification:
    with speaking(language):
        return kept.sealed(pdf)
