"""The owner's key, made before the guest sits down: on the first screen, or in step 1."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.ui import state
from jtbd.ui.fields import field, passphrase
from jtbd.ui.fields.words import plain
from jtbd.usecases.keys.owner import owner_has_key

_KEY: Final = "own-key-early"
_TOLD: Final = f"{_KEY}-told"


def offer() -> None:
    """Draw the way to a key of one's own where this laptop has none, and say when it is made."""
    told = str(st.session_state.pop(_TOLD, ""))
    if owner_has_key(state.home()):
        if told:
            st.caption(f"✓ {told}")
        return
    with (
        st.container(key="own-key-first"),
        st.popover(say("Choose the passphrase that you sign with"), type="tertiary"),
    ):
        st.markdown(
            say(
                "You sign with a key of your own. It stays on this laptop, and a passphrase opens it: choose it now, "
                "before your guest sits down, or it is asked for in front of them at the last step. A few words that "
                "nobody guesses are best; they cannot be recovered."
            )
        )
        with st.form(_KEY, border=False):
            passphrase.choose(_KEY)
            st.form_submit_button(say("Keep it"), key=f"{_KEY}-button", type="primary", on_click=_make)
        if told:
            field.complain(told)


def _make() -> None:
    chosen = passphrase.take_chosen(_KEY)
    if not chosen:
        st.session_state[_TOLD] = say("Type the same passphrase twice: the two differ, or are blank.")
        return
    from jtbd.usecases.keys import keyring  # noqa: PLC0415 - the first screen loads no cryptography

    try:
        made = keyring.make_key(state.home(), None, chosen)
    except JtbdError as error:
        st.session_state[_TOLD] = plain(error.message)
        return
    st.session_state[_TOLD] = " ".join([say("Your key is made; you sign with it."), *map(plain, made.warnings)])
