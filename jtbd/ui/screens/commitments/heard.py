"""What is understood of a promise, shown beside its line while it is typed."""

from __future__ import annotations

import datetime as dt
from typing import Final

import streamlit as st
from pydantic import ValidationError

from jtbd.advice.linter import lint
from jtbd.figures.html import element
from jtbd.i18n import mark, say
from jtbd.model import Canvas, Commitment, PartyId, other
from jtbd.ui import direct, state
from jtbd.ui.fields.words import first_name
from jtbd.usecases.canvases.drafting import promised
from jtbd.wording.advice import advice_sentence
from jtbd.wording.promise import clauses
from jtbd.wording.refusal import refusal

_GAPS: Final = {"due": (mark("by when?"), ", by "), "done_when": (mark("done when?"), "; done when ")}
"""What to ask for what is still to say, by the canvas's field, and how the answer begins, in words that are read."""


def show(party: PartyId) -> None:
    """Draw the place where a script of the page, heard.js, says what it was answered."""
    canvas, now = state.canvas(), state.home().now
    address = direct.listen(f"heard-{party}", lambda said: answer(canvas, party, said, now().date()))
    st.html(element("div", class_="heard", data_heard=address, aria_live="polite"))


def answer(canvas: Canvas, party: PartyId, typed: object, today: dt.date) -> dict[str, object]:
    """Return what is understood of what stands on a party's line, and what there is to ask about it.

    Returns:
        `who`: who promises; `parts`: joint and words of each part that was understood; `gaps`: what is still to say,
        and what to write for it; `asks`: sentences. All are empty where nothing is said.

    """
    text = typed if isinstance(typed, str) else ""
    draft = promised(canvas, party, text, today, first_name(canvas, other(party)))
    if not draft.fields["what"]:
        return {"who": "", "parts": [], "gaps": [], "asks": [draft.ask] if draft.ask else []}
    try:
        promise = Commitment.model_validate({"id": "typed", "by": draft.by, **draft.fields})
    except ValidationError as fault:
        return {"who": "", "parts": [], "gaps": [], "asks": [refusal(fault)]}
    parts = [(part.joint, part.said) for part in clauses(promise, first_name(canvas, other(draft.by)))]
    whose = [] if draft.by == party else [(say("{name} promises", name=first_name(canvas, draft.by)), promise.what)]
    found = lint(promise, canvas, today)
    blank = {advice.field for advice in found if advice.gap}
    return {
        "who": first_name(canvas, draft.by) if draft.by == party else "",
        "parts": [*whose, *parts],
        "gaps": [(asked.said(), begun) for field, (asked, begun) in _GAPS.items() if field in blank],
        "asks": [advice_sentence(advice, canvas) for advice in found if not advice.gap],
    }
