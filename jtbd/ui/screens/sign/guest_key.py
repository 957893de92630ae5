"""The key that a guest signs with at home: handed over, read, and shown."""

from __future__ import annotations

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.words import first_name, plain
from jtbd.usecases.keys.guestkey import GuestKey, guest_key


def show(canvas: Canvas) -> GuestKey | None:
    """Draw the ways to hand over a public key, and what was made of it."""
    with st.container(border=True, key="own-key"):
        guest = plain(first_name(canvas, "b"))
        st.markdown(
            say(
                "{name}'s **public** key, as `jtbd key show` prints it. The private half stays with {name}.", name=guest
            )
        )
        dropped = st.file_uploader(say("A file"), type=["pem", "pub", "txt"], key=state.key("own-key-file"))
        pasted = st.text_area(say("Or the text itself"), key=state.key("own-key-text"), height=90)
        given = dropped.getvalue() if dropped else pasted.encode()
        if not given.strip():
            return None
        try:
            found = guest_key(state.home(), given)
        except JtbdError as error:
            field.complain(error.message)
            return None
        st.markdown(say("✓ The key is read."))
        with st.expander(say("For experts"), key="own-key-read"):
            st.markdown(say("{name} sees the same under `jtbd key show`: `{key}`", name=guest, key=found.thumbprint))
        return found
