"""Step 7: freeze what was agreed, read it as it will print, sign it or decline, take it along."""

from __future__ import annotations

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.formats import day
from jtbd.i18n import say
from jtbd.model import Canvas, PartyId, other
from jtbd.model.answer import Answer
from jtbd.model.consent import default_consent, default_decline, in_short
from jtbd.ui import address, state
from jtbd.ui.address import Stage
from jtbd.ui.fields import passphrase
from jtbd.ui.fields.words import first_name, person, plain
from jtbd.ui.frame import chrome
from jtbd.ui.paper import decline, pages as paper, rounds, signature
from jtbd.ui.paper.signature import Signer
from jtbd.ui.screens.sign import again, handover, outcome, terms
from jtbd.usecases.sheets import freezing, reading, signers, signing
from jtbd.usecases.sheets.kept import SettledSheet, kept_sheets
from jtbd.usecases.sheets.reading import Broken, Draft
from jtbd.usecases.sheets.wrongclock import wrong_clock


def show() -> None:
    """Draw where the round of signing is: the choice of what it is, the sheet, the hand-over, or what came of it."""
    canvas, stage = state.canvas(), address.here().stage
    try:
        draft = reading.open_draft(state.home(), canvas)
        sheets = kept_sheets(state.home(), canvas)
    except JtbdError as error:
        chrome.trouble(error)
        return
    asked = next((sheet for sheet in sheets if stage == ("sheet", sheet.number)), None)
    shown: SettledSheet | Broken | None = None
    if asked:
        shown = asked
    elif isinstance(draft, Broken):
        _broken_draft(draft)
    elif draft:
        _round(canvas, draft, stage)
    elif sheets and not (stage and stage.part == "terms"):
        shown = sheets[-1]
    else:
        terms.show(canvas)
    if shown:
        outcome.show(canvas, shown, waiting=draft is not None, last=draft is None and shown == sheets[-1])
    outcome.others(sheets, shown)


def _broken_draft(draft: Broken) -> None:
    """Say what is wrong with the file of a draft, and offer to drop it."""
    chrome.heading(
        say("The sheet that waits here does not hold"),
        say("Its file was changed or damaged, so nobody should sign it."),
    )
    outcome.explain(draft)
    st.markdown(say("Drop it and freeze it anew; the meeting and all you agreed stay as they are."))
    _discard(draft)


# ── the round ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _round(canvas: Canvas, draft: Draft, stage: Stage | None) -> None:
    """Draw the stage that the URL names, if the sheet still waits for that party, or else the one that is next."""
    named = stage.party if stage else None
    party = named if named and named not in draft.signed else draft.next
    if party == "b":
        passphrase.forget()
    if party is None:
        handover.finish(draft)
        return
    if not signers.signs_here(state.home().keys, draft.sheet, party):
        handover.elsewhere(canvas, draft, party)
        _discard(draft)
        return
    part = stage.part if stage and named == party else "hand" if draft.signed else "read"
    if part == "hand":
        handover.curtain(canvas, draft, party)
    elif part == "decline":
        signer = _signer(draft, party, default_decline(draft.sheet, party))
        decline.show(
            signer,
            first_name(canvas, party),
            lambda: rounds.go("read", party),
            _answering(draft, party, say("Signing your answer …")),
        )
    else:
        _read(canvas, draft, party)


def _signer(draft: Draft, party: PartyId, sentence: str) -> Signer:
    locked = signers.asks_passphrase(state.home().keys, draft.sheet, party)
    shown = in_short(sentence, draft.sheet)
    return Signer(party, draft.number, draft.sheet.commitment.party(party).name, sentence, shown, locked)


def _read(canvas: Canvas, draft: Draft, party: PartyId) -> None:
    chrome.heading(
        say("{name}, this is yours to read and sign", name=plain(first_name(canvas, party))),
        # For translators: Sign is the button that is called so.
        say("The sheet as it will print. Take your time: nothing is signed before you press Sign."),
    )
    with paper.desk(party) as (pages, rail):
        with pages:
            paper.show(draft.verified, signing.since(state.home(), canvas, draft))
        with rail:
            _rail(canvas, draft, party)


def _rail(canvas: Canvas, draft: Draft, party: PartyId) -> None:
    """Draw what is beside the pages: who has signed, the signature, and the ways out."""
    for signed in draft.signed:
        st.markdown(say("✓ {names} has signed.", names=plain(person(canvas, signed))))
    again.of_draft(canvas, draft)
    paper.warn(draft.sheet)
    rehearsed = st.empty()  # filled last: to print it for a try takes a while
    if not signers.signs_here(state.home().keys, draft.sheet, "b") and not draft.signed:
        _given_away(canvas, draft)
    home = state.home()
    for doubt in wrong_clock(home.store.sheets(canvas.id), draft, canvas.updated, home.now()):
        with st.container(border=True, key="wrong-clock"):
            st.markdown(f"{say('**Look at the clock first.**')} {plain(doubt)}")
    signer = _signer(draft, party, default_consent(draft.sheet, party))
    last = len(draft.signed) + 1 == len(draft.sheet.commitment.required)
    doing = say("Signing, and sealing the pages …") if last else say("Signing …")
    signature.show(signer, _answering(draft, party, doing))
    if signer.locked:
        st.caption(say("Signed with your own key, which the passphrase opens."))
    else:
        st.caption(
            say(
                "Signed with a key made for this sheet alone. It is erased the moment you have signed, so that nobody "
                "can ever sign with it again."
            )
        )
    with st.container(horizontal=True, key="ways-out"):
        st.button(
            say("I would rather not sign"), key="no", type="tertiary", on_click=rounds.go, args=("decline", party)
        )
        if not draft.signed and signers.signs_here(state.home().keys, draft.sheet, other(party)):
            name = plain(first_name(canvas, other(party)))
            st.button(
                say("{name} signs first", name=name),
                key="swap",
                type="tertiary",
                on_click=rounds.go,
                args=("hand", other(party)),
            )
        _discard(draft)
    if not draft.signed:
        paper.rehearse(draft.verified, rehearsed)


def _given_away(canvas: Canvas, draft: Draft) -> None:
    """Say what it means to sign first for a guest who signs at home, and offer the other order."""
    guest, last = plain(first_name(canvas, "b")), draft.sheet.commitment.open_until
    with st.container(border=True, key="given-away"):
        if last:
            st.markdown(
                say(
                    "{name} signs at home. If you sign first, {name} holds a sheet that binds you, and may complete it "
                    "or not until {day}; thrown away here, it can still be completed there. The other way round, "
                    "{name} signs first, and you have the last word.",
                    name=guest,
                    day=day(last),
                )
            )
        else:
            st.markdown(
                say(
                    "{name} signs at home. If you sign first, {name} holds a sheet that binds you, and may complete it "
                    "or not; thrown away here, it can still be completed there. The other way round, {name} signs "
                    "first, and you have the last word.",
                    name=guest,
                )
            )
        st.button(say("{name} signs first", name=guest), key="guest-first", on_click=rounds.go, args=("read", "b"))


# ── what the buttons do ───────────────────────────────────────────────────────────────────────────────────────────────


def _answering(draft: Draft, party: PartyId, doing: str) -> signature.Sign:
    """Return what signs a party's answer to a draft; the page says meanwhile what it is doing."""
    number = draft.number

    def sign(answer: Answer, passphrase: str | None) -> None:
        def step() -> Canvas | None:
            waiting = rounds.waiting(number, party)
            if waiting is None:
                return None
            made = signing.sign_here(state.home(), state.canvas(), waiting, party, answer, ask=lambda _: passphrase)
            return rounds.made(waiting, made)

        if rounds.attempt(step, doing):
            rounds.leave()

    return sign


def _discard(draft: Draft | Broken) -> None:
    with st.popover(say("Discard this draft"), type="tertiary"):
        st.markdown(say("Signatures on it are lost; the meeting stays as it is."))
        st.button(say("Discard it"), key="discard", on_click=_discarded, args=(draft.number,))
        rounds.tell(room=False)


def _discarded(number: int) -> None:
    if rounds.attempt(lambda: freezing.discard(state.home(), state.canvas(), number), doing=""):
        rounds.leave()
