"""Signing again: what was agreed since a sheet was signed or frozen, and what to do so that a sheet says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from jtbd.i18n import Message, mark, say
from jtbd.model import Canvas
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame.unsigned import Since
from jtbd.ui.paper import rounds
from jtbd.usecases.sheets.reading import Draft
from jtbd.usecases.sheets.unsigned import Change, Promised, Unsigned, unsigned

_CHANGED: Final[Mapping[Change, Message]] = {
    Change.ADDED: mark("added · {name}: “{promise}”"),
    Change.CHANGED: mark("changed · {name}: “{promise}”"),
    Change.REMOVED: mark("removed · {name}: “{promise}”"),
}


def show(canvas: Canvas, found: Since, *, waiting: bool) -> None:
    """Draw what differs from the last sheet, and the way to sign it unless a sheet is waiting for that already."""
    with st.container(key="unsigned", border=True):
        st.markdown(f"**{plain(found.sentence)}**")
        _listed(canvas, found.found)
        if not waiting:
            st.button(say("Sign again"), key="again", type="primary", on_click=rounds.go, args=("terms",))


def of_draft(canvas: Canvas, draft: Draft) -> None:
    """Say what was agreed after a sheet was frozen, which is not on the sheet that is to be signed."""
    if found := unsigned(canvas, draft.sheet.commitment):
        with st.container(key="since-frozen", border=True):
            st.markdown(say("**Since this sheet was frozen: {changes}.**", changes=plain(found.sentence)))
            _listed(canvas, found)
            st.markdown(say("That is not on this sheet. To have it there, discard this draft and freeze it anew."))


def _listed(canvas: Canvas, found: Unsigned) -> None:
    """Draw each promise that differs, a line each."""
    if found.promises:
        st.markdown("\n".join(f"- {_line(canvas, promise)}" for promise in found.promises))


def _line(canvas: Canvas, promise: Promised) -> str:
    return _CHANGED[promise.change].said(name=plain(first_name(canvas, promise.by)), promise=plain(promise.what))
