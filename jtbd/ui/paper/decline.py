"""Saying no: with a reason, signed like a yes, and friendly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

import streamlit as st

from jtbd.ui.fields import field, passphrase
from jtbd.ui.fields.words import plain
from jtbd.ui.paper import rounds
from jtbd.ui.paper.signature import Signer, in_full
from jtbd.usecases.sheets.signing import Given

LONGEST: Final = 600  # characters, as long as a promise may be
_ASKED: Final = {"reason": "Why not, in a sentence", "suggests": "Who would fit better? (only if you like)"}


@dataclass(frozen=True, slots=True)
class No:
    """A party's refusal: what signs it, why, and who fits better."""

    given: Given
    reason: str
    suggests: str | None


Decline: TypeAlias = Callable[[No], None]
"""Declines with what was given."""


def show(signer: Signer, first_name: str, back: Callable[[], None], decline: Decline) -> None:
    """Draw what is asked of a party that declines.

    Args:
        signer: who it is; `sentence` is the one that declines.
        first_name: how to address the party, as it is.
        back: called for whoever thinks better of it.
        decline: called in the button's handler, once nothing lacks.

    """
    with st.container(key="decline"):
        rounds.title(
            f"{plain(first_name)}, a clear no is a good answer",
            "It ends this round, and nobody owes anybody anything. What you talked about stays in this meeting.",
        )
        with st.form(f"decline-{signer.party}", border=True):
            for part, label in _ASKED.items():
                key = signer.key(part)
                st.text_input(label, key=key, max_chars=LONGEST, autocomplete=field.unknown(key))
            with st.container(key=f"consent-{signer.party}"):
                st.caption(f"This is what you sign: “{plain(signer.shown)}”")
            if signer.locked:
                passphrase.ask("The passphrase of your key", signer.key("passphrase"))
            st.form_submit_button("Decline and sign that", type="primary", on_click=_asked, args=(signer, decline))
            rounds.tell()
        in_full(signer)
        st.button("← Back to the sheet", key="undecided", type="tertiary", on_click=back)


def _asked(signer: Signer, decline: Decline) -> None:
    word = passphrase.take_or_remembered(signer.key("passphrase")) if signer.locked else ""
    reason, suggests = (str(st.session_state.get(signer.key(part)) or "").strip() for part in ("reason", "suggests"))
    lacking = [
        *(() if reason else ("Say why, in a sentence: it is what the other takes home.",)),
        *(() if word or not signer.locked else ("Type the passphrase of your key.",)),
    ]
    if lacking:
        rounds.refuse(*lacking)
    else:
        decline(No(Given(word or None, signer.sentence), reason, suggests or None))
