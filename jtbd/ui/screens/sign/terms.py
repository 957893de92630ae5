"""What the two choose before they sign: what it is, what goes in, and with which key the guest signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.ui import address, state
from jtbd.ui.fields import passphrase
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome
from jtbd.ui.paper import pages, rounds
from jtbd.ui.screens.sign import choice, contents, guest_key
from jtbd.usecases.keys import keyring
from jtbd.usecases.keys.guestkey import GuestKey
from jtbd.usecases.sheets import freezing, readiness, words as sheetwords
from jtbd.usecases.sheets.terms import Terms


def show(canvas: Canvas) -> None:
    """Draw the choice, what it makes of the sheet, and the button that freezes it."""
    chrome.heading(
        say("What do you both sign?"), say("Choose together what it is. Every choice here is part of what you sign.")
    )
    left, right = st.columns([11, 9], gap="large")
    with left:
        terms, own_key = choice.show(canvas)
        guest = guest_key.show(canvas) if own_key else None
    with right:
        covered = [readiness.COVERED.said()] if readiness.is_covered(canvas, terms) else []
        missing = [*readiness.missing(canvas, terms), *_unsaved(), *covered]
        if missing:
            chrome.label("missing", say("Still missing"))
            for sentence in missing:
                st.markdown(f"- {plain(sentence)}")
        elif sheet := sheetwords.rehearsed(canvas, terms, state.home().now().date()):
            contents.show(sheet, canvas)
            contents.ask_first(canvas)
            pages.warn(sheet)
        _freeze(canvas, terms, guest, ready=not missing and (guest is not None or not own_key))


def _unsaved() -> Iterator[str]:
    """Every sheet waits for what is not saved, and for a choice between two versions."""
    if state.session().refused:
        yield say("Not all that you typed is saved: the box above says why.")
    if state.session().mine:
        yield say("There are two versions of this meeting: choose one above.")


def _freeze(canvas: Canvas, terms: Terms, guest: GuestKey | None, *, ready: bool) -> None:
    key = state.key("new-key")
    with st.form("freeze", border=False):
        if not freezing.owner_has_key(state.home()):
            st.markdown(
                say(
                    "{name}, this laptop has no signing key yet. Choose a passphrase for yours: you type it whenever "
                    "you sign, and it cannot be recovered.",
                    name=plain(first_name(canvas, "a")),
                )
            )
            passphrase.choose(key)
        st.form_submit_button(
            say("Freeze the sheet for signing"),
            key="freeze-button",
            type="primary",
            disabled=not ready,
            on_click=_asked,
            args=(canvas.id, canvas.revision, terms, guest, key),
        )
        rounds.tell()
    st.caption(say("Frozen means: from here on it can be read, signed or thrown away, but not changed."))


def _asked(canvas_id: str, revision: int, terms: Terms, guest: GuestKey | None, key: str) -> None:
    """Freeze what was on the screen; a second click finds that the canvas has its draft already."""
    chosen = passphrase.take_chosen(key)

    def freeze() -> Canvas | None:
        canvas, home = state.canvas(), state.home()
        if (canvas.id, canvas.revision) != (canvas_id, revision):
            return None
        if not freezing.owner_has_key(home):
            if not chosen:
                rounds.refuse(say("Type the same passphrase twice: the two differ, or are blank."))
                return None
            keyring.make_key(home, None, chosen)
            passphrase.remember(chosen)
        return freezing.freeze_here(home, canvas, terms, guest)

    if rounds.attempt(freeze):
        address.go(replace(address.here(), terms=(), until=None, view=None, canvas=state.canvas().id))
