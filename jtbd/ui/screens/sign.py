"""Step 7: freeze what was agreed, read it as it will print, sign it, take it along."""

from __future__ import annotations

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.ui import state
from jtbd.ui.parts import chrome, takeaway
from jtbd.ui.parts.signature_pad import signature_pad
from jtbd.ui.parts.words import first_name, person, plain
from jtbd.usecases import signing
from jtbd.usecases.signing import Terms, Work


def show() -> None:
    """Draw the choice of what it is, the sheet to sign, or the sheets that are signed."""
    canvas = state.canvas()
    try:
        draft = signing.open_draft(state.library(), canvas)
        if draft:
            _sign(canvas, draft)
        else:
            _freeze(canvas)
        takeaway.show(signing.complete_sheets(state.library(), canvas))
    except JtbdError as error:
        chrome.trouble(error)


# ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _freeze(canvas: Canvas) -> None:
    chrome.heading("What do you both sign?", "Choose what it is; all of it is signed. Then the sheet is frozen for reading.")
    with st.container(border=True, key="terms"):
        binding = st.radio(
            "It is",
            ["intent", "contract"],
            format_func={
                "intent": "a statement of intent: what stands behind it is your word",
                "contract": "meant to bind: you intend to be legally bound by it",
            }.__getitem__,
            key=state.key("binding"),
        )
        confidential = st.checkbox("Confidential: neither shows it to others unless the other agrees", key=state.key("confidential"))
        money = st.checkbox("With the money figures", key=state.key("money"))
    terms = Terms(binding="contract" if binding == "contract" else "intent", confidential=confidential, money=money)
    missing = signing.missing(canvas, terms)
    for sentence in missing:
        st.markdown(f"- {plain(sentence)}")
    has_key = signing.owner_has_key(state.library())
    passphrase = ""
    if not has_key:
        st.markdown(
            f"{plain(first_name(canvas, 'a'))}, this laptop has no signing key yet. Choose a passphrase for yours: "
            "it will be asked for whenever you sign, and cannot be recovered."
        )
        left, right = st.columns(2)
        with left:
            passphrase = st.text_input("New passphrase", type="password", key=state.key("new-passphrase"))
        with right:
            again = st.text_input("Once more", type="password", key=state.key("again"))
        if passphrase != again:
            st.caption(":red[The two differ.]")
            passphrase = ""
    if st.button(
        "Freeze the sheet for signing", type="primary", key="freeze", disabled=bool(missing) or not (has_key or passphrase)
    ):
        frozen = signing.freeze_here(state.library(), canvas, terms, new_passphrase=passphrase or None)
        state.replace(frozen)
        st.rerun()


# ── signing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sign(canvas: Canvas, work: Work) -> None:
    waiting = [party for party in PARTIES if party not in work.signed]
    party = waiting[0]
    chrome.heading(
        f"{plain(first_name(canvas, party))}, read it and sign",
        "This is the sheet as it will print. Nothing in it can be changed any more; to change something, discard it and freeze anew.",
    )
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(key="paper", height=620, border=True):
        for page in _pages(work.content):
            st.image(page, caption=None, width="stretch", output_format="PNG")
    with right:
        for signed in work.signed:
            st.markdown(f"✓ {plain(person(canvas, signed))} has signed.")
        _signature(canvas, work, party)
        st.button("Discard this draft", key="discard", type="tertiary", on_click=_discard, args=(work,))


@st.cache_data(max_entries=8, show_spinner="Setting the sheet …")
def _pages(content: bytes) -> list[bytes]:
    return signing.pages(content)


def _signature(canvas: Canvas, work: Work, party: PartyId) -> None:
    here = (work.number, party)
    how = st.segmented_control(
        "Your signature", ["type", "draw"], default="type", required=True, key=state.key("how", *here),
        format_func={"type": "type your name", "draw": "draw it"}.__getitem__,
    )
    mark = ""
    typed = ""
    if how == "draw":
        mark = signature_pad(state.key("pad", *here), f"Signature of {person(canvas, party)}")
    else:
        typed = st.text_input("Your full name", key=state.key("typed", *here), placeholder=person(canvas, party))
    consent = signing.consent(work, party)
    agreed = st.checkbox(plain(consent), key=state.key("consent", *here))
    passphrase = ""
    if signing.asks_passphrase(state.library(), work, party):
        passphrase = st.text_input("The passphrase of your key", type="password", key=state.key("passphrase", *here))
    else:
        st.caption("Signed with a key made for this sheet; it is removed once it has signed.")
    named = bool(mark) or typed.strip().casefold() == person(canvas, party).casefold()
    if typed and not named:
        st.caption(f"Type it as on the sheet: {plain(person(canvas, party))}.")
    if st.button("Sign", key="sign", type="primary", disabled=not (agreed and named)):
        signed = signing.sign_here(
            state.library(), canvas, work, party, passphrase=passphrase or None, consent=consent, mark=mark
        )
        state.replace(signed)
        st.rerun()


def _discard(work: Work) -> None:
    state.replace(signing.discard(state.library(), state.canvas(), work))
