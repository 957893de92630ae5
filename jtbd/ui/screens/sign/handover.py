"""From one to the other: the curtain between two signatures on one laptop, and a signature made on another machine."""

from __future__ import annotations

import streamlit as st

from jtbd.formats import listing
from jtbd.i18n import say
from jtbd.model import Canvas, PartyId
from jtbd.ui import state
from jtbd.ui.fields.words import first_name, person, plain
from jtbd.ui.frame import chrome
from jtbd.ui.paper import rounds, takeaway
from jtbd.usecases.sheets import reading, signing
from jtbd.usecases.sheets.reading import Draft


def curtain(canvas: Canvas, draft: Draft, party: PartyId) -> None:
    """Draw the hand-over of the laptop to whoever signs now."""
    name = plain(first_name(canvas, party))
    lead = say("{name} reads the sheet alone and in peace, and then signs it or says why not.", name=name)
    with st.container(key="curtain", horizontal_alignment="center"):
        st.header(say("Hand the laptop to {name}", name=name), anchor=False, text_alignment="center")
        if draft.signed:
            lead = f"{say('✓ {names} has signed.', names=_signed(canvas, draft))} {lead}"
        st.markdown(lead, text_alignment="center")
        label = say("I am {name}: read the sheet", name=name)
        st.button(label, key=f"read-{party}", type="primary", on_click=rounds.go, args=("read", party))
        rounds.show_notes(canvas, draft.number)


def _signed(canvas: Canvas, draft: Draft) -> str:
    return listing([plain(person(canvas, party)) for party in draft.signed])


def elsewhere(canvas: Canvas, draft: Draft, party: PartyId) -> None:
    """Draw what to do where the key that signs next is not on this laptop."""
    name = plain(first_name(canvas, party))
    lead = say(
        "The key that this sheet names for {name} is not on this laptop, so {name} signs where it is.", name=name
    )
    if draft.signed:
        lead = f"{say('{names} has signed.', names=_signed(canvas, draft))} {lead}"
    chrome.heading(say("{name} signs elsewhere", name=name), lead)
    left, right = st.columns(2, gap="large")
    with left, st.container(border=True, key="send"):
        chrome.label("send", say("1 · {name} takes it along", name=name))
        takeaway.draft_downloads(draft, party)
        st.markdown(
            # For translators: “Check a signed sheet” is the button of the first page that is called so.
            say(
                "On {name}'s machine, with Common Job: open **Check a signed sheet**, drop the draft there, read it "
                "and sign. Or in a terminal:",
                name=name,
            )
        )
        st.code(f"jtbd sign {takeaway.draft_stem(draft, party)}.yaml --party {party}", language=None)
        st.caption(say("On its way, by mail or on a stick, nobody can change it unnoticed."))
        with st.expander(say("For experts"), key="key-waited-for"):
            st.text(say("The key that has to sign it: {key}", key=draft.sheet.commitment.party(party).key))
    with right, st.container(border=True, key="bring"):
        chrome.label("bring", say("2 · Bring back a sheet that was signed elsewhere"))
        key = state.key("brought", draft.number)
        brought = st.file_uploader(say("The sheet as it came back"), key=key)  # of any name: what is in it decides
        st.button(
            say("Take it in"),
            key="take-in",
            type="primary",
            disabled=brought is None,
            on_click=_bring,
            args=(draft.number, brought.getvalue() if brought else b""),
        )
        rounds.tell()
        st.caption(say("It is checked first. Once both have signed it, it is completed and sealed here."))


def _bring(number: int, brought: bytes) -> None:
    def bring() -> Canvas | None:
        home, canvas = state.home(), state.canvas()
        draft = reading.open_draft(home, canvas)
        if not isinstance(draft, Draft) or draft.number != number:
            return None
        made = signing.bring_back_here(home, canvas, draft, brought)
        if made.signed.sheet == draft.sheet:
            rounds.refuse(say("Nothing was signed on it that is not here already."))
            return None
        return rounds.made(draft, made)

    if rounds.attempt(bring, say("Checking what came back …")):
        rounds.leave()


def finish(draft: Draft) -> None:
    """Draw what is left to do where both have signed and the sheet was not completed."""
    chrome.heading(
        say("Both have signed"), say("What is left is to complete the sheet: to print it, and to seal the print.")
    )
    st.button(say("Complete it"), key="finish", type="primary", on_click=_finish, args=(draft.number,))
    rounds.tell()


def _finish(number: int) -> None:
    def complete() -> Canvas | None:
        home, canvas = state.home(), state.canvas()
        draft = reading.open_draft(home, canvas)
        if not isinstance(draft, Draft) or draft.number != number:
            return None
        return rounds.made(draft, signing.finish_here(home, canvas, draft))

    rounds.attempt(complete, say("Printing and sealing the pages …"))
