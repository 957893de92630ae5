"""Step 7: freeze what was agreed, read it as it will print, sign it, take it along."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from jtbd.errors import ChangedElsewhere, JtbdError
from jtbd.model import PARTIES, Answers, Canvas, PartyId
from jtbd.ui import state
from jtbd.ui.parts import chrome, field, passphrase, takeaway
from jtbd.ui.parts.signature_pad import signature_pad
from jtbd.ui.parts.words import BINDING, first_name, person, plain
from jtbd.ui.steps import rated
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
    except ChangedElsewhere:
        state.session().mine = canvas
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
        missing = [*signing.missing(canvas, terms), *_hidden(canvas)]
        for sentence in missing:
            st.markdown(f"- {plain(sentence)}")
        with st.form("freeze", border=False):
            chosen = "" if signing.owner_has_key(state.library()) else _new_passphrase(canvas)
            asked = st.form_submit_button("Freeze the sheet for signing", type="primary", disabled=bool(missing))
        if asked:
            _frozen(canvas, terms, chosen)


def _hidden(canvas: Canvas) -> Iterator[str]:
    """A sheet shows the overlap, so it waits for the curtain to be lifted, and for a choice between two versions."""
    said = any(aspect.of(party) != Answers() for aspect in canvas.aspects for party in PARTIES)
    if said and not rated(canvas):
        yield "The curtain is still drawn: the sheet shows the overlap, so both finish their rating first."
    if state.session().mine:
        yield "There are two versions of this canvas: choose one above."


def _frozen(canvas: Canvas, terms: Terms, chosen: str) -> None:
    if not signing.owner_has_key(state.library()):
        if not chosen:
            field.complain("Type the same passphrase twice: the two differ, or are blank.")
            return
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
    """Draw what a party signs with: a drawn or typed name, the statement of consent, the key's passphrase."""
    here = (draft.number, party)
    name = person(canvas, party)
    drawn = st.segmented_control(
        "Your signature",
        [False, True],
        default=False,
        required=True,
        key=state.key("draw", *here),
        format_func=("type your name", "draw it").__getitem__,
    )
    mark = signature_pad(state.key("pad", *here), f"Signature of {name}") if drawn else ""
    sentence = signing.consent(draft, party)
    locked = signing.asks_passphrase(state.library(), draft, party)
    with st.container(key=f"signature-{party}"), st.form(f"sign-{party}", border=False):
        typed = "" if drawn else st.text_input("Your full name", key=state.key("typed", *here), placeholder=name)
        agreed = st.checkbox(plain(sentence), key=state.key("consent", *here))
        given = passphrase.ask("The passphrase of your key", state.key("passphrase", *here)) if locked else ""
        if not locked:
            st.caption("Signed with a key made for this sheet; it is removed once it has signed.")
        asked = st.form_submit_button("Sign", type="primary")
    if not asked:
        return
    lacking = list(_lacking(name, drawn=bool(drawn), mark=mark, typed=typed, agreed=agreed))
    if locked and not given:
        lacking.append("Type the passphrase of your key.")
    for message in lacking:
        field.complain(message)
    if not lacking:
        _signed(canvas, draft, party, given, sentence, mark)


def _lacking(name: str, *, drawn: bool, mark: str, typed: str, agreed: bool) -> Iterator[str]:
    if drawn and not mark:
        yield "Draw your signature first."
    if not drawn and " ".join(typed.split()).casefold() != " ".join(name.split()).casefold():
        yield f"Type your name as it stands on the sheet: {name}."
    if not agreed:
        yield "Tick the statement of consent first."


def _signed(canvas: Canvas, draft: Draft, party: PartyId, given: str, sentence: str, mark: str) -> None:  # noqa: PLR0917
    try:
        signed = signing.sign_here(
            state.library(), canvas, draft, party, passphrase=given, consent=sentence, mark_svg=mark
        )
    except JtbdError as error:
        field.complain(error.diagnostics())
        return
    state.replace(signed)
    st.rerun()


def _discard(draft: Draft) -> None:
    state.replace(signing.discard(state.library(), state.canvas(), draft))
