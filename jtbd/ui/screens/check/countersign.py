"""A sheet that was brought here for the signature of this laptop's own key: read it, sign or decline, send it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.model import PartyId
from jtbd.model.answer import Answer
from jtbd.model.consent import default_consent, default_decline, in_short
from jtbd.model.sheet import Sheet
from jtbd.ui import address, state
from jtbd.ui.fields.words import plain
from jtbd.ui.paper import decline, pages as paper, rounds, signature, takeaway, verification
from jtbd.ui.paper.signature import Signer
from jtbd.usecases.sheets import countersigning, signers
from jtbd.usecases.sheets.countersigning import Countersigned
from jtbd.usecases.sheets.verifying import VerifiedSheet

_GIVEN_BACK: Final = "countersigned"


def given_back(sheet: VerifiedSheet) -> Countersigned | None:
    """Return what this tab has made of this very file: the same with one more signature."""
    made: dict[bytes, Countersigned] = st.session_state.get(_GIVEN_BACK, {})
    return made.get(sheet.file)


def offer(sheet: VerifiedSheet, missing: Sequence[PartyId]) -> None:
    """Draw the sheet to read and sign if it waits for this laptop's own key; if not, say for which it waits."""
    party = signers.own_party(state.home().keys, sheet.sheet)
    if party is None or party not in missing:
        _not_ours(sheet.sheet, missing, signed=party is not None)
        return
    name = sheet.sheet.commitment.party(party).name
    if address.here().stage == ("decline", party):
        no = _signer(sheet.sheet, party, default_decline(sheet.sheet, party))
        decline.show(no, name, rounds.leave, _answering(sheet, party))
        return
    rounds.title(
        say("{name}, this waits for your signature", name=plain(name)),
        say("Your key is on this laptop. Read it, then sign it."),
    )
    yes = _signer(sheet.sheet, party, default_consent(sheet.sheet, party))
    with paper.desk(party) as (pages, rail):
        with pages:
            paper.show(sheet)
        with rail:
            paper.warn(sheet.sheet)
            signature.show(yes, _answering(sheet, party))
            st.caption(
                say("Signed with your own key. Nothing is kept here: you take the signed sheet along and send it back.")
            )
            with st.container(key="ways-out"):
                st.button(
                    say("I would rather not sign"),
                    key="no",
                    type="tertiary",
                    on_click=rounds.go,
                    args=("decline", party),
                )


def _signer(sheet: Sheet, party: PartyId, sentence: str) -> Signer:
    content, locked = sheet.commitment, signers.asks_passphrase(state.home().keys, sheet, party)
    name = content.party(party).name
    return Signer(party, content.id, name, sentence, in_short(sentence, sheet), locked)


def _not_ours(sheet: Sheet, missing: Sequence[PartyId], *, signed: bool) -> None:
    parties = [sheet.commitment.party(party) for party in missing]
    with st.container(key="not-ours"):
        if signed:
            st.markdown(say("You have signed this one already."))
        st.text(_waits([party.name for party in parties]))
        with st.expander(say("For experts"), key="keys-waited-for"):
            for party in parties:
                st.text(say("{name}'s key: {key}", name=party.name, key=party.key))


def _waits(names: Sequence[str]) -> str:
    """Say whose keys it waits for: that of one, or those of both."""
    name, *others = names
    if others:
        return say(
            "It waits for a key that is not on this laptop: {name}'s and {other}'s. "
            "It can be signed where that key is.",
            name=name,
            other=others[0],
        )
    return say(
        "It waits for a key that is not on this laptop: {name}'s. It can be signed where that key is.", name=name
    )


def _answering(sheet: VerifiedSheet, party: PartyId) -> signature.Sign:
    """Return what signs a party's answer to the sheet."""

    def sign(answer: Answer, passphrase: str | None) -> None:
        home = state.home()
        _make(sheet, lambda: countersigning.countersign(home, sheet, party, answer, ask=lambda _: passphrase))

    return sign


def _make(sheet: VerifiedSheet, make: Callable[[], Countersigned]) -> None:
    """Make what is given back, once however often the button was pressed."""
    rounds.busy(say("Signing …"))
    with state.session().saving:
        if given_back(sheet):
            return
        try:
            made = make()
        except JtbdError as error:
            rounds.refuse(*error.diagnostics().splitlines())
        else:
            st.session_state.setdefault(_GIVEN_BACK, {})[sheet.file] = made
            rounds.leave()


def take_along(made: Countersigned) -> None:
    """Draw what came of it, to be sent back to where it was frozen."""
    found = made.verified.found
    st.markdown(
        say("**Signed.** Nothing of it is kept here, so take it along now and send it back to where it was frozen.")
    )
    left, right = st.columns([11, 9], gap="large")
    with left:
        verification.show(found)
        takeaway.given_back(made)
        for warning in made.warnings:
            st.caption(plain(warning))
        st.caption(
            say(
                "There it is taken in under step 7, “Bring back a sheet that was signed elsewhere”, or with "
                "`jtbd import`; once both have signed, it is completed and sealed."
            )
        )
    with right:
        verification.promised(found)
