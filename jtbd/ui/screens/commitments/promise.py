"""One promise: read as a sentence, and worked out in place, a line for each of its parts.

A sentence is one button, which the style sheet numbers; what else can be done with a promise is where it is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.advice.linter import Advice, lint
from jtbd.i18n import Message, mark, say, say_in
from jtbd.model import Commitment, other
from jtbd.ui import address, state
from jtbd.ui.fields import advice, cadence, field, picks
from jtbd.ui.fields.words import KIND, first_name, plain
from jtbd.usecases.canvases.days import due_days
from jtbd.wording.promise import begun, clauses, stop

_ASKED: Final = frozenset({"due", "gives", "done_when"})
_GAPS: Final[Mapping[frozenset[str], Message]] = {
    frozenset({"due"}): mark("Still to say: when."),
    frozenset({"gives"}): mark("Still to say: what {name} gets."),
    frozenset({"done_when"}): mark("Still to say: how to tell that it is done."),
    frozenset({"due", "gives"}): mark("Still to say: when and what {name} gets."),
    frozenset({"due", "done_when"}): mark("Still to say: when and how to tell that it is done."),
    frozenset({"gives", "done_when"}): mark("Still to say: what {name} gets and how to tell that it is done."),
    _ASKED: mark("Still to say: when, what {name} gets and how to tell that it is done."),
}
"""By which of the fields are blank."""


def show(promise: Commitment) -> None:
    """Draw a promise; the one that the URL names is open."""
    if address.here().promise == promise.id:
        with st.container(key=f"promising-{promise.id}", gap="xsmall"):
            _worked_out(promise)
    else:
        _read(promise)


# ── read ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _read(promise: Commitment) -> None:
    st.button(
        _sentence(promise),
        key=state.key("reword", promise.id),
        type="tertiary",
        width="stretch",
        wrap=True,
        on_click=_open,
        args=(promise.id,),
    )
    _hint(promise)


def _sentence(promise: Commitment) -> str:
    """Return a promise as one sentence in Markdown, with its joints in italics."""
    parts = clauses(promise, _receiver(promise))
    said = "".join(f"{stop(part)} *{plain(part.joint)}* {plain(part.said)}" for part in parts)
    return plain(begun(promise, parts)) + said


def _hint(promise: Commitment) -> None:
    """Draw what is still to be said, in one line; what could be worded better, in another."""
    found = lint(promise, state.canvas(), state.home().now().date())
    blank = frozenset(item.field for item in found if item.gap)
    if gaps := _GAPS.get(blank & _ASKED):
        st.caption(f"☞ {gaps.said(name=plain(_receiver(promise)))}")
    advice.show([item for item in found if not item.gap][:1])


def _open(commitment_id: str) -> None:
    address.go(replace(address.here(), promise=commitment_id))


def close() -> None:
    """Show every promise as a sentence."""
    address.go(replace(address.here(), promise=None))


# ── worked out ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _worked_out(promise: Commitment) -> None:
    here = ("commitments", promise.id)
    found = lint(promise, state.canvas(), state.home().now().date())
    _line(say_in("part of a promise", "will"), (*here, "what"), found)
    _line(say_in("part of a promise", "when"), (*here, "trigger"), found, hint=say("a client signs a lease"))
    today, review = state.home().now().date(), state.canvas().review.next
    due = say_in("part of a promise", "by")
    picks.date(due, (*here, "due"), () if promise.due else due_days(today, review), blank=say("by: no date"))
    advice.beside("due", found)
    gives = say_in("part of a promise", "so that {name} gets", name=plain(_receiver(promise)))
    _line(gives, (*here, "gives"), found, hint=say("warm leads in time for the budget"))
    done = say_in("part of a promise", "done when")
    _line(done, (*here, "done_when"), found, hint=say("three introductions sent by 15 December"))
    needs = {aspect.id: aspect.text for aspect in state.canvas().aspects}
    field.several(say_in("part of a promise", "serves"), (*here, "serves"), needs, hint=say("choose needs"))
    with st.expander(say("Every, kind, only if, how well, reward"), key=f"more-{promise.id}"):
        cadence.show(say_in("part of a promise", "every"), (*here, "every"), promise.every)
        kind = say_in("part of a promise", "kind")
        field.choice(kind, (*here, "kind"), KIND, kind="list", blank=say("no kind"))
        only_if = say_in("part of a promise", "only if")
        _line(only_if, (*here, "qualifies"), found, hint=say("ten desks or more"))
        how_well = say_in("part of a promise", "how well")
        _line(how_well, (*here, "standard"), found, hint=say("first call within one working day"))
        reward = say_in("part of a promise", "reward")
        _line(reward, (*here, "reward"), found, hint=say("none; in kind"))
    with st.container(horizontal=True, vertical_alignment="center", key=f"ways-promising-{promise.id}"):
        st.button(say("Done"), key=state.key("worded", promise.id), on_click=close)
        _moves(promise)


def _moves(promise: Commitment) -> None:
    what = plain(promise.what)
    _button("up", say("Move up: {promise}", promise=what), promise.id, editing.move_promise, promise.id, -1)
    _button("down", say("Move down: {promise}", promise=what), promise.id, editing.move_promise, promise.id, 1)
    _button("withdraw", say("Remove: {promise}", promise=what), promise.id, editing.withdraw, promise.id)


def _button(what: str, label: str, promise_id: str, *change: object) -> None:
    """Draw a button whose label is its name; the style sheet shows a sign in its place, which costs no tooltip."""
    st.button(label, key=state.key(what, promise_id), type="tertiary", on_click=_change, args=change)


def _change(change: editing.Change, *args: object) -> None:
    state.edit(lambda canvas: change(canvas, *args))


def _line(label: str, path: editing.FieldPath, found: tuple[Advice, ...], hint: str = "") -> None:
    field.text(label, path, hint=hint)
    advice.beside(str(path[-1]), found)


def _receiver(promise: Commitment) -> str:
    return first_name(state.canvas(), other(promise.by))
