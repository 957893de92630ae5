"""Advice beside what was typed: never a wall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from zlib import crc32

import streamlit as st

from jtbd.advice.linter import Advice
from jtbd.errors import JtbdError
from jtbd.i18n import say
from jtbd.ui import state
from jtbd.ui.fields.words import plain
from jtbd.usecases.canvases import waving
from jtbd.wording.advice import advice_sentence


def show(advice: Iterable[Advice]) -> None:
    """Draw each sentence of advice on a line of its own."""
    for item in advice:
        st.caption(f"☞ {_said(item)}")


def beside(field: str, advice: Sequence[Advice]) -> None:
    """Draw what there is to say of one field: of its wording always, that it is blank only where it is the first."""
    gap = next((item for item in advice if item.gap), None)
    show(item for item in advice if item.field == field and (item is gap or not item.gap))


# ── what may be wrong, and can be waved away ──────────────────────────────────────────────────────────────────────────


def away() -> frozenset[str]:
    """Return what was waved away from the open canvas, for `offer`; once for a page."""
    known = frozenset(state.session().waved)
    with suppress(JtbdError):  # then it is said again, which is no harm
        known |= waving.waved(state.home(), state.canvas())
    return known


def offer(advice: Iterable[Advice], of: str, known: frozenset[str]) -> None:
    """Draw what there is to say on words, each with a way to wave it away.

    Args:
        advice: what there is to say.
        of: what the words stand in, for the keys.
        known: from `away`.

    """
    for item in advice:
        if waving.is_waved(item, state.canvas(), known):
            continue
        said = _said(item)
        st.caption(f"☞ {said}")
        key = state.key("wave", of, f"{crc32(f'{item.field} {item.about}'.encode()):x}")
        st.button(f"{say('Leave it:')} {said}", key=key, type="tertiary", on_click=_wave, args=(item,))


def _wave(item: Advice) -> None:
    """Wave it away; from an example, which keeps no notes, or where the disk refuses it, in this window alone."""
    state.session().waved.add(item.about)
    with suppress(JtbdError, OSError):
        waving.wave(state.home(), state.canvas(), item)


def _said(item: Advice) -> str:
    return plain(advice_sentence(item, state.canvas()))
