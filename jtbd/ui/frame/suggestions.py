"""What the canvas suggests, each one click away from being promised."""

from __future__ import annotations

import datetime as dt
from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.advice.suggestions import Suggestion, SuggestionKind, suggestions
from jtbd.editing.promises import PromiseDraft
from jtbd.i18n import ENGLISH, say, say_count, speaking
from jtbd.model import Canvas, other
from jtbd.scoring import overlap
from jtbd.ui import state
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome
from jtbd.wording.drafts import written
from jtbd.wording.suggestions import suggestion_sentence

_FIRST: Final = 3
_ONE_MONTH: Final = dt.timedelta(weeks=4)


def show(canvas: Canvas) -> None:
    """Draw the first few, and the rest behind them."""
    found = suggestions(canvas, overlap(canvas))
    if not found:
        return
    with st.container(key="suggestions"):
        still_open = say_count("{number} open", "{number} open", len(found))
        chrome.label("suggestions", f"{say('**From what you said**')} · {still_open}")
        for item in found[:_FIRST]:
            _suggestion(item)
        if rest := found[_FIRST:]:
            with st.expander(say_count("{number} more", "{number} more", len(rest)), key="more-suggestions"):
                for item in rest:
                    _suggestion(item)


def _suggestion(item: Suggestion) -> None:
    canvas, about = state.canvas(), (item.kind, item.aspect or item.drafts[0].by)
    drafts = [written(draft, canvas) for draft in item.drafts]
    with st.container(key=f"suggestion-{'-'.join(about)}", horizontal=True, vertical_alignment="center", gap="xsmall"):
        with st.container(width="stretch", gap=None):
            st.markdown(plain(suggestion_sentence(item, canvas)))
            st.caption(plain(drafts[0].what))
        for draft in drafts:
            st.button(
                _label(item.kind, draft),
                key=state.key("take", draft.by, *about),
                help=plain(_as_promised(draft)),
                on_click=_take,
                args=(item.kind, draft),
            )


def _as_promised(draft: PromiseDraft) -> str:
    """Return a draft as the promise that it would be, in the language of promises."""
    with speaking(ENGLISH):
        return say("{promise}; done when {condition}", promise=draft.what, condition=draft.done_when)


def _label(kind: SuggestionKind, draft: PromiseDraft) -> str:
    canvas = state.canvas()
    name, lead = (plain(first_name(canvas, party)) for party in (draft.by, other(draft.by)))
    if kind is SuggestionKind.LINE:
        return say("{leader} leads, {name} passes it on", leader=lead, name=name)
    return say("{name} promises it", name=name)


def due() -> dt.date:
    """Return by when something suggested is to be done: by the review, or else in a month."""
    today = state.home().now().date()
    review = state.canvas().review.next
    return review if review and review > today else today + _ONE_MONTH


def _take(kind: SuggestionKind, draft: PromiseDraft) -> None:
    day = due()
    change = editing.give_way if kind is SuggestionKind.LINE else editing.take_up
    state.edit(lambda canvas: change(canvas, draft, day))
