"""What the two choose before a sheet is frozen: what it is, and what is on it if both want it there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final, get_args

import streamlit as st

from jtbd.i18n import mark, say
from jtbd.model import PARTIES, Canvas
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS
from jtbd.model.text import LAST_DAY
from jtbd.ui import address, state
from jtbd.ui.address import Term
from jtbd.ui.fields.words import BINDING, first_name, plain
from jtbd.ui.frame import chrome
from jtbd.usecases.sheets.terms import OPEN_FOR, Terms

_WORDS: Final[tuple[Term, ...]] = get_args(Term)
"""In the address, so that a reload loses none of it."""

_BOTH: Final = {
    "verdict": (
        mark("The sheet says nothing of it."),
        # For translators: “What goes in” is the heading of what is beside it.
        mark("It is printed with its bar, in the words under “What goes in”."),
    ),
    "money": (
        mark("The sheet has no amounts; they stay on this laptop."),
        mark("These are printed. From which gain one of you takes notice never is."),
    ),
}


def show(canvas: Canvas) -> tuple[Terms, bool]:
    """Draw the terms; return them, and whether the guest signs with a key of their own."""
    chosen = _chosen()
    keys: dict[str, str] = {word: state.key(word) for word in _WORDS}
    with st.container(border=True, key="terms"):
        chrome.label("what", say("What it is"))
        binding = st.radio(
            say("It is"),
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
            say("Confidential"), "confidential", keys, (CONFIDENTIAL_MEANS[False], CONFIDENTIAL_MEANS[True])
        )
        chrome.label("both", say("On the sheet only if you both tick it"))
        verdict = _both(canvas, "verdict", say("What you are to each other in this job"), keys)
        money = _both(canvas, "money", say("What each of you earns a year, alone and together"), keys)
        guest = plain(first_name(canvas, "b"))
        own_key = _tick(
            say("{name} signs with a key of their own, on their own machine", name=guest),
            "ownkey",
            keys,
            (
                say("{name} signs here, with a key made for this sheet alone and erased right after.", name=guest),
                say("{name} takes the sheet along, and it is complete once it comes back.", name=guest),
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
                    say("{name} wants it there", name=plain(first_name(canvas, party))),
                    value=f"{word}-{party}" in _chosen(),
                    key=keys[f"{word}-{party}"],
                    on_change=_noted,
                    args=(keys,),
                )
                for party in PARTIES
            ]
        st.caption(_BOTH[word][all(ticked)].said())
    return all(ticked)


def _until(guest: str) -> dt.date | None:
    """Draw until when a guest who signs at home may sign; after that day the sheet is void."""
    today = state.home().now().date()
    known = address.here().until or today + OPEN_FOR
    key = state.key("until")
    return st.date_input(
        say("{name} may sign until", name=guest),
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
