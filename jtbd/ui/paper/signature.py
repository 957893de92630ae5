"""What a party signs with: a typed or a drawn name, the statement of consent, the passphrase of its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import streamlit as st

from jtbd.i18n import say
from jtbd.model import PartyId
from jtbd.model.answer import Answer, Consent
from jtbd.model.names import same
from jtbd.parsing.spelling import misspelling
from jtbd.ui import state
from jtbd.ui.fields import field, passphrase
from jtbd.ui.fields.words import plain
from jtbd.ui.paper import pad, rounds
from jtbd.wording.misspelling import misspelt

Sign: TypeAlias = Callable[[Answer, str | None], None]
"""Signs an answer with the passphrase that was typed; None where the key asks for none."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who is asked to sign.

    Attributes:
        party: whose signature it is.
        sheet: tells this sheet from others on the same page.
        name: the name as it stands on the sheet.
        sentence: the statement of consent, in full, as it is signed.
        shown: the same as it is read: with what machines go by in short.
        locked: whether the key asks for a passphrase.

    """

    party: PartyId
    sheet: str | int
    name: str
    sentence: str
    shown: str
    locked: bool

    def key(self, part: str) -> str:
        """Return the key of one of its widgets."""
        return state.key(part, self.sheet, self.party)


def show(signer: Signer, sign: Sign) -> None:
    """Draw what is asked for; `sign` is called in the button's handler, with what was given, once nothing lacks."""
    drawn = st.segmented_control(
        say("Your signature"),
        [False, True],
        default=False,
        required=True,
        key=signer.key("draw"),
        format_func=(say("Type your name"), say("Draw it")).__getitem__,
    )
    if drawn:
        pad.signature_pad(signer.key("pad"), say("Signature of {name}", name=signer.name))
    with st.container(key=f"signature-{signer.party}"), st.form(f"sign-{signer.party}", border=False):
        if not drawn:
            key = signer.key("typed")
            st.text_input(say("Your full name"), key=key, placeholder=signer.name, autocomplete=field.unknown(key))
        st.checkbox(plain(signer.shown), key=signer.key("consent"))
        if signer.locked:
            passphrase.ask(say("The passphrase of your key"), signer.key("passphrase"))
        st.form_submit_button(
            say("Sign"),
            key=f"sign-button-{signer.party}",
            type="primary",
            width="stretch",
            on_click=_asked,
            args=(signer, sign),
        )
        rounds.tell()
    in_full(signer)


def in_full(signer: Signer) -> None:
    """Draw the statement letter for letter, folded away: what is signed is this, and nothing is left out of it."""
    with st.expander(say("For experts"), key=f"in-full-{signer.party}"):
        st.caption(say("This is signed, letter for letter:"))
        st.text(signer.sentence)


def _asked(signer: Signer, sign: Sign) -> None:
    """Read what the fields say now, not what they said when they were drawn."""
    said = st.session_state
    word = passphrase.take_or_remembered(signer.key("passphrase")) if signer.locked else ""
    drawn = bool(said.get(signer.key("draw")))
    mark = pad.drawn(signer.key("pad")) if drawn else ""
    lacking = [*_lacking(signer, drawn=drawn, mark=mark, word=word)]
    if lacking:
        rounds.refuse(*lacking)
    else:
        sign(Consent(signer.sentence, mark), word or None)


def _lacking(signer: Signer, *, drawn: bool, mark: str, word: str) -> Iterator[str]:
    said = st.session_state
    if drawn and not mark:
        yield say("Draw your signature first.")
    elif drawn and (wrong := pad.unmeant(mark)):
        yield wrong
    if not drawn:
        yield from _misspelt(str(said.get(signer.key("typed")) or ""), signer.name)
    if not said.get(signer.key("consent")):
        yield say("Tick the statement of consent first.")
    if signer.locked and not word:
        yield say("Type the passphrase of your key.")


def _misspelt(typed: str, name: str) -> Iterator[str]:
    """Yield what is wrong with a typed signature: the letter, where the rest is right."""
    if not same(typed, name):
        wrong = misspelling(typed, name)
        asked = say("Type your name as it stands on the sheet: {name}.", name=name)
        yield f"{asked} {misspelt(wrong)}" if wrong else asked
