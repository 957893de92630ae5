"""What the two choose before they sign: what it is, what goes in, and with which key the guest signs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, get_args

import streamlit as st

from jtbd.errors import JtbdError
from jtbd.model import PARTIES, Answers, Canvas, PartyId
from jtbd.model.curtain import rated
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS, Sheet
from jtbd.model.text import LAST_DAY
from jtbd.ui import address, state
from jtbd.ui.address import Term
from jtbd.ui.fields import field, passphrase
from jtbd.ui.fields.words import BINDING, first_name, plain
from jtbd.ui.frame import chrome
from jtbd.ui.paper import pages, rounds
from jtbd.usecases.canvases import valuing
from jtbd.usecases.canvases.asking import asked_before_freezing
from jtbd.usecases.keys import keyring
from jtbd.usecases.keys.guestkey import GuestKey, guest_key
from jtbd.usecases.sheets import freezing, words as sheetwords
from jtbd.usecases.sheets.freezing import Terms
from jtbd.usecases.sheets.sheets import OPEN_FOR

_WORDS: Final[tuple[Term, ...]] = get_args(Term)
"""In the address, so that a reload loses none of it."""

_BOTH: Final = {
    "verdict": (
        "The sheet says nothing of it.",
        "It is printed with its bar, in the words under “What goes in”.",
    ),
    "money": (
        "The sheet has no amounts; they stay on this laptop.",
        "These are printed. From which gain one of you takes notice never is.",
    ),
}


def show(canvas: Canvas) -> None:
    """Draw the choice, what it makes of the sheet, and the button that freezes it."""
    chrome.heading("What do you both sign?", "Choose together what it is. Every choice here is part of what you sign.")
    left, right = st.columns([11, 9], gap="large")
    with left:
        terms, own_key = _choice(canvas)
        guest = _own_key(canvas) if own_key else None
    with right:
        covered = terms.money and valuing.is_covered(canvas)
        missing = [
            *freezing.missing(canvas, replace(terms, money=terms.money and not covered)),
            *_hidden(canvas, terms),
        ]
        if covered:
            missing.append("The money figures are still covered: both give theirs in step 5 first.")
        if missing:
            chrome.label("missing", "Still missing")
            for sentence in missing:
                st.markdown(f"- {plain(sentence)}")
        elif sheet := sheetwords.rehearsed(canvas, terms, state.library().now().date()):
            _contents(sheet, canvas)
            _asked_first(canvas)
            pages.warn(sheet)
        _freeze(canvas, terms, guest, ready=not missing and (guest is not None or not own_key))


# ── the choice ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _choice(canvas: Canvas) -> tuple[Terms, bool]:
    """Draw the terms; return them, and whether the guest signs with a key of their own."""
    chosen = _chosen()
    keys: dict[str, str] = {word: state.key(word) for word in _WORDS}
    with st.container(border=True, key="terms"):
        chrome.label("what", "What it is")
        binding = st.radio(
            "It is",
            list(BINDING),
            index=int("contract" in chosen),
            format_func=BINDING.__getitem__,
            captions=[BINDING_MEANS[kind] for kind in BINDING],
            key=keys["contract"],
            label_visibility="collapsed",
            on_change=_noted,
            args=(keys,),
        )
        confidential = _tick(
            "Confidential", "confidential", keys, (CONFIDENTIAL_MEANS[False], CONFIDENTIAL_MEANS[True])
        )
        chrome.label("both", "On the sheet only if you both tick it")
        verdict = _both(canvas, "verdict", "What you are to each other in this job", keys)
        money = _both(canvas, "money", "What each of you earns a year, alone and together", keys)
        guest = plain(first_name(canvas, "b"))
        own_key = _tick(
            f"{guest} signs with a key of their own, on their own machine",
            "ownkey",
            keys,
            (
                f"{guest} signs here, with a key made for this sheet alone and erased right after.",
                f"{guest} takes the sheet along, and it is complete once it comes back.",
            ),
        )
        until = _until(guest) if own_key else None
    terms = Terms(binding=binding, confidential=confidential, money=money, verdict=verdict, open_until=until)
    return terms, own_key


def _both(canvas: Canvas, word: str, what: str, keys: dict[str, str]) -> bool:
    """Draw a tick for each party; say whether both want a thing on the sheet, so that neither tells what is both's."""
    with st.container(key=f"both-{word}", gap=None):
        st.text(what)
        with st.container(horizontal=True, key=f"ticks-{word}"):
            ticked = [
                st.checkbox(
                    f"{plain(first_name(canvas, party))} wants it there",
                    value=f"{word}-{party}" in _chosen(),
                    key=keys[f"{word}-{party}"],
                    on_change=_noted,
                    args=(keys,),
                )
                for party in PARTIES
            ]
        st.caption(_BOTH[word][all(ticked)])
    return all(ticked)


def _until(guest: str) -> dt.date | None:
    """Draw until when a guest who signs at home may sign; after that day the sheet is void."""
    today = state.library().now().date()
    known = address.here().until or today + OPEN_FOR
    key = state.key("until")
    return st.date_input(
        f"{guest} may sign until",
        value=min(max(known, today), LAST_DAY),
        min_value=today,
        max_value=LAST_DAY,
        key=key,
        format="YYYY-MM-DD",
        on_change=_noted_day,
        args=(key,),
    )


def _noted_day(key: str) -> None:
    chosen = st.session_state.get(key)
    if isinstance(chosen, dt.date):
        address.go(replace(address.here(), until=chosen))


def _tick(label: str, word: str, keys: dict[str, str], means: tuple[str, str]) -> bool:
    """Draw a choice with what it means to leave it and to make it."""
    with st.container(key=f"tick-{word}", gap=None):
        chosen = st.checkbox(label, value=word in _chosen(), key=keys[word], on_change=_noted, args=(keys,))
        st.caption(means[chosen])
    return chosen


def _chosen() -> tuple[Term, ...]:
    return address.here().terms


def _noted(keys: dict[str, str]) -> None:
    said = {word: st.session_state.get(key) for word, key in keys.items()}
    words = tuple(word for word in _WORDS if said[word] is True or said[word] == word)
    address.go(replace(address.here(), terms=words))


def _own_key(canvas: Canvas) -> GuestKey | None:
    """Draw the ways to hand over a public key, and what was made of it."""
    with st.container(border=True, key="own-key"):
        guest = plain(first_name(canvas, "b"))
        st.markdown(f"{guest}'s **public** key, as `jtbd key show` prints it. The private half stays with {guest}.")
        dropped = st.file_uploader("A file", type=["pem", "pub", "txt"], key=state.key("own-key-file"))
        pasted = st.text_area("Or the text itself", key=state.key("own-key-text"), height=90)
        given = dropped.getvalue() if dropped else pasted.encode()
        if not given.strip():
            return None
        try:
            found = guest_key(state.library(), given)
        except JtbdError as error:
            field.complain(error.message)
            return None
        st.markdown("✓ The key is read.")
        with st.expander("For experts", key="own-key-read"):
            st.markdown(f"{guest} sees the same under `jtbd key show`: `{found.thumbprint}`")
        return found


# ── what it makes of the sheet ────────────────────────────────────────────────────────────────────────────────────────


def _hidden(canvas: Canvas, terms: Terms) -> Iterator[str]:
    """What shows the overlap waits for the curtain to be lifted, every sheet for a choice between two versions."""
    said = any(aspect.of(party) != Answers() for aspect in canvas.aspects for party in PARTIES)
    if terms.verdict and said and not rated(canvas):
        yield (
            "The curtain is still drawn: what you are to each other is to be on the sheet, so both finish their "
            "rating first."
        )
    if state.session().refused:
        yield "Not all that you typed is saved: the box above says why."
    if state.session().mine:
        yield "There are two versions of this meeting: choose one above."


def _asked_first(canvas: Canvas) -> None:
    """Ask about days that are over or can mean several, as long as they can be changed."""
    if questions := asked_before_freezing(canvas, state.library().now().date()):
        chrome.label("asked", "Ask each other first")
        for question in questions:
            st.markdown(f"- {plain(question)}")


def _contents(sheet: Sheet, canvas: Canvas) -> None:
    """Say what goes into the sheet, what stays out, and what one might miss in it later."""
    content = sheet.commitment
    chrome.label("contents", "What goes in")
    counts = {party: sum(item.by == party for item in content.commitments) for party in PARTIES}
    promises = " and ".join(f"{count} by {plain(first_name(canvas, party))}" for party, count in counts.items())
    lines = ["the customer's job, and who does what in it", f"the promises: {promises}"]
    if told := sheetwords.verdict(sheet):
        lines.append(f"what you are to each other: “{plain(told)}”")
    if content.value:
        lines.append("the money: what each of you earns a year, alone and together")
    lines.append("what makes every later change show, of the sheet and of who may sign it")
    left = ("" if told else ", what you are to each other", "" if content.value else ", the money")
    out = f"What stays out: what each of you said of each need{''.join(left)}."
    st.markdown("\n".join(f"- {line}" for line in lines) + f"\n\n{out}")
    blank = [*_blank(sheet, canvas, counts)]
    if blank:
        st.caption(f"Not in it, and you may want it there: {'; '.join(blank)}.")


def _blank(sheet: Sheet, canvas: Canvas, counts: Mapping[PartyId, int]) -> Iterator[str]:
    content = sheet.commitment
    for party in PARTIES:
        if not counts[party]:
            yield f"a promise by {plain(first_name(canvas, party))}"
    if not any(party.role for party in content.parties):
        yield "who leads"
    if not all(item.done_when for item in content.commitments):
        yield "when each promise counts as done"
    if not (content.review.next or content.review.every):
        yield "when you look at it again"


# ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _freeze(canvas: Canvas, terms: Terms, guest: GuestKey | None, *, ready: bool) -> None:
    key = state.key("new-key")
    with st.form("freeze", border=False):
        if not freezing.owner_has_key(state.library()):
            st.markdown(
                f"{plain(first_name(canvas, 'a'))}, this laptop has no signing key yet. Choose a passphrase for yours: "
                "you type it whenever you sign, and it cannot be recovered."
            )
            passphrase.choose(key)
        st.form_submit_button(
            "Freeze the sheet for signing",
            type="primary",
            disabled=not ready,
            on_click=_asked,
            args=(canvas.id, canvas.revision, terms, guest, key),
        )
        rounds.tell()
    st.caption("Frozen means: from here on it can be read, signed or thrown away, but not changed.")


def _asked(canvas_id: str, revision: int, terms: Terms, guest: GuestKey | None, key: str) -> None:
    """Freeze what was on the screen; a second click finds that the canvas has its draft already."""
    chosen = passphrase.take_chosen(key)

    def freeze() -> Canvas | None:
        canvas, library = state.canvas(), state.library()
        if (canvas.id, canvas.revision) != (canvas_id, revision):
            return None
        if not freezing.owner_has_key(library):
            if not chosen:
                rounds.refuse("Type the same passphrase twice: the two differ, or are blank.")
                return None
            keyring.make_key(None, chosen)
            passphrase.remember(chosen)
        return freezing.freeze_here(library, canvas, terms, guest)

    if rounds.attempt(freeze):
        address.go(replace(address.here(), terms=(), until=None, view=None, canvas=state.canvas().id))
