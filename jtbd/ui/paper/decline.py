"""Saying no: with a reason, signed like a yes, and friendly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from jtbd.i18n import mark, say
from jtbd.model.answer import Refusal
from jtbd.ui.fields import field, passphrase
from jtbd.ui.fields.words import plain
from jtbd.ui.paper import rounds
from jtbd.ui.paper.signature import Sign, Signer, in_full

LONGEST: Final = 600  # characters, as long as a promise may be
_ASKED: Final = {
    "reason": mark("Why not, in a sentence"),
    "suggests": mark("Who would fit better? (only if you like)"),
}


def show(signer: Signer, first_name: str, back: Callable[[], None], decline: Sign) -> None:
    """Draw what is asked of a party that declines.

    Args:
        signer: who it is; `sentence` is the one that declines.
        first_name: how to address the party, as it is.
        back: called for whoever thinks better of it.
        decline: called in the button's handler, once nothing lacks.

    """
    with st.container(key="decline"):
        rounds.title(
            say("{name}, a clear no is a good answer", name=plain(first_name)),
            say("It ends this round, and nobody owes anybody anything. What you talked about stays in this meeting."),
        )
        with st.form(f"decline-{signer.party}", border=True):
            for part, label in _ASKED.items():
                key = signer.key(part)
                st.text_input(label.said(), key=key, max_chars=LONGEST, autocomplete=field.unknown(key))
            with st.container(key=f"consent-{signer.party}"):
                st.caption(say("This is what you sign: “{sentence}”", sentence=plain(signer.shown)))
            if signer.locked:
                passphrase.ask(say("The passphrase of your key"), signer.key("passphrase"))
            st.form_submit_button(
                say("Decline and sign that"),
                key=f"decline-button-{signer.party}",
                type="primary",
                on_click=_asked,
                args=(signer, decline),
            )
            rounds.tell()
        in_full(signer)
        st.button(say("← Back to the sheet"), key="undecided", type="tertiary", on_click=back)


def _asked(signer: Signer, decline: Sign) -> None:
    word = passphrase.take_or_remembered(signer.key("passphrase")) if signer.locked else ""
    reason, suggests = (str(st.session_state.get(signer.key(part)) or "").strip() for part in ("reason", "suggests"))
    lacking = [
        *(() if reason else (say("Say why, in a sentence: it is what the other takes home."),)),
        *(() if word or not signer.locked else (say("Type the passphrase of your key."),)),
    ]
    if lacking:
        rounds.refuse(*lacking)
    else:
        decline(Refusal(reason, suggests or None, signer.sentence), word or None)
