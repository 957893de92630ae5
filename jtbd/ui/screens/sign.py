"""Step 7: freeze what was agreed, read it as it will print, sign it, take it along."""

from __future__ import annotations

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.ui import state
from jtbd.ui.parts import chrome, passphrase, takeaway
from jtbd.ui.parts.signature_pad import signature_pad
from jtbd.ui.parts.words import BINDING, first_name, person, plain
from jtbd.usecases import keyring, signing
from jtbd.usecases.signing import Draft, Terms


def show() -> None:
    """Draw the choice of what it is, the sheet to sign, or the sheets that are signed."""
    canvas = state.canvas()
    try:
        draft = signing.open_draft(state.library(), canvas)
        complete = signing.complete_sheets(state.library(), canvas)
        if draft:
            _sign(canvas, draft)
        elif complete:
            takeaway.show(complete)
            with st.expander("Freeze another sheet", key="another"):
                _freeze(canvas)
        else:
            _freeze(canvas)
    except JtbdError as error:
        chrome.trouble(error)


# ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _freeze(canvas: Canvas) -> None:
    chrome.heading(
        "What do you both sign?", "Choose what it is; all of it is signed. Then the sheet is frozen to read."
    )
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(border=True, key="terms"):
        binding = st.radio("It is", list(BINDING), format_func=BINDING.__getitem__, key=state.key("binding"))
        confidential = st.checkbox(
            "Confidential: neither shows it to others unless the other agrees", key=state.key("confidential")
        )
        money = st.checkbox("With the money figures of step 5", key=state.key("money"))
    terms = Terms(binding=binding, confidential=confidential, money=money)
    with right:
        missing = signing.missing(canvas, terms)
        for sentence in missing:
            st.markdown(f"- {plain(sentence)}")
        chosen = "" if signing.owner_has_key(state.library()) else _new_passphrase(canvas)
        ready = not missing and (chosen or signing.owner_has_key(state.library()))
        if st.button("Freeze the sheet for signing", type="primary", key="freeze", disabled=not ready):
            if chosen:
                keyring.make_key(None, chosen)
            state.replace(signing.freeze_here(state.library(), canvas, terms))
            st.query_params["canvas"] = state.canvas().id
            st.rerun()


def _new_passphrase(canvas: Canvas) -> str:
    st.markdown(
        f"{plain(first_name(canvas, 'a'))}, this laptop has no signing key yet. Choose a passphrase for yours: "
        "you type it whenever you sign, and it cannot be recovered."
    )
    return passphrase.choose(state.key("new-key"))


# ── signing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sign(canvas: Canvas, draft: Draft) -> None:
    party = next(party for party in PARTIES if party not in draft.signed)
    chrome.heading(
        f"{plain(first_name(canvas, party))}, read it and sign",
        "This is the sheet as it will print. To change something in it, discard it and freeze it anew.",
    )
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(key="paper", height=560, border=True):
        for page in _pages(draft):
            st.image(page, width="stretch")
    with right:
        for signed in draft.signed:
            st.markdown(f"✓ {plain(person(canvas, signed))} has signed.")
        _signature(canvas, draft, party)
        with st.popover("Discard this draft", type="tertiary"):
            st.markdown("Signatures on it are lost; the canvas stays as it is.")
            st.button("Discard it", key="discard", on_click=_discard, args=(draft,))


@st.cache_data(max_entries=8, show_spinner="Setting the sheet …", hash_funcs={Draft: lambda draft: repr(draft.sheet)})
def _pages(draft: Draft) -> tuple[bytes, ...]:
    return signing.pages(draft, state.library().now())


def _signature(canvas: Canvas, draft: Draft, party: PartyId) -> None:
    here = (draft.number, party)
    mark, named = _mark(canvas, party, here)
    sentence = signing.consent(draft, party)
    agreed = st.checkbox(plain(sentence), key=state.key("consent", *here))
    given = ""
    if signing.asks_passphrase(state.library(), draft, party):
        given = passphrase.ask("The passphrase of your key", state.key("passphrase", *here))
    else:
        st.caption("Signed with a key made for this sheet; it is removed once it has signed.")
    if st.button("Sign", key=f"sign-{party}", type="primary", disabled=not (agreed and named)):
        try:
            signed = signing.sign_here(
                state.library(), canvas, draft, party, passphrase=given, consent=sentence, mark_svg=mark
            )
        except JtbdError as error:
            chrome.trouble(error)
            return
        state.replace(signed)
        st.rerun()


def _mark(canvas: Canvas, party: PartyId, here: tuple[int, PartyId]) -> tuple[str, bool]:
    """Draw both ways to sign; return the drawn signature, and whether there is a signature at all."""
    name = person(canvas, party)
    drawn = st.segmented_control(
        "Your signature",
        [False, True],
        default=False,
        required=True,
        key=state.key("draw", *here),
        format_func=("type your name", "draw it").__getitem__,
    )
    if drawn:
        mark = signature_pad(state.key("pad", *here), f"Signature of {name}")
        return mark, bool(mark)
    typed = st.text_input("Your full name", key=state.key("typed", *here), placeholder=name)
    named = " ".join(typed.split()).casefold() == name.casefold()
    if typed and not named:
        st.caption(f"As it stands on the sheet: {plain(name)}")
    return "", named


def _discard(draft: Draft) -> None:
    state.replace(signing.discard(state.library(), state.canvas(), draft))
