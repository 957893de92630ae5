"""What is understood of a promise, shown beside its line while it is typed."""

from __future__ import annotations

import datetime as dt

import streamlit as st
from pydantic import ValidationError

from jtbd.figures.html import element
from jtbd.model import Canvas, Commitment, PartyId
from jtbd.scoring.linter import lint
from jtbd.scoring.plain import other
from jtbd.scoring.promise import clauses
from jtbd.ui import direct, state
from jtbd.ui.parts.words import first_name, refused
from jtbd.usecases.drafting import promised


def show(party: PartyId) -> None:
    """Draw the place where a script of the page, heard.js, says what it was answered."""
    canvas, now = state.canvas(), state.library().now
    address = direct.listen(f"heard-{party}", lambda said: answer(canvas, party, said, now().date()))
    st.html(element("div", class_="heard", data_heard=address, aria_live="polite"))


def answer(canvas: Canvas, party: PartyId, typed: object, today: dt.date) -> dict[str, object]:
    """Return what is understood of what stands on a party's line, and what there is to ask about it.

    Returns:
        `parts`: joint and words of each part that was understood; `asks`: sentences; both empty where nothing is said.

    """
    text = typed if isinstance(typed, str) else ""
    draft = promised(canvas, party, text, today, first_name(canvas, other(party)))
    if not draft.fields["what"]:
        return {"parts": [], "asks": [draft.ask] if draft.ask else []}
    try:
        promise = Commitment.model_validate({"id": "typed", "by": draft.by, **draft.fields})
    except ValidationError as fault:
        return {"parts": [], "asks": [refused(fault)]}
    parts = [(part.joint, part.said) for part in clauses(promise, first_name(canvas, other(draft.by)))]
    whose = [] if draft.by == party else [(f"{first_name(canvas, draft.by)} promises", promise.what)]
    asks = [advice.sentence for advice in lint(promise, canvas, today) if not advice.gap]
    return {"parts": [*whose, *parts], "asks": asks}
