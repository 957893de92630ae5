"""One promise: read as a sentence, and worked out in place, a line for each of its parts.

A sentence is one button, which the style sheet numbers; what else can be done with a promise is where it is open.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from jtbd import editing
from jtbd.advice.linter import Advice, lint
from jtbd.i18n import say
from jtbd.model import Commitment, other
from jtbd.ui import address, state
from jtbd.ui.fields import advice, cadence, field, picks
from jtbd.ui.fields.words import KIND, first_name, plain
from jtbd.usecases.canvases.days import due_days
from jtbd.wording.plain import listing
from jtbd.wording.promise import begun, clauses, stop


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
    names = {
        "due": "when",
        "gives": f"what {plain(_receiver(promise))} gets",
        "done_when": "how to tell that it is done",
    }
    blank = {item.field for item in found if item.gap}
    if gaps := [name for place, name in names.items() if place in blank]:
        st.caption(f"☞ Still to say: {listing(gaps)}.")
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
    _line("will", (*here, "what"), found)
    _line("when", (*here, "trigger"), found, hint="a client signs a lease")
    today, review = state.home().now().date(), state.canvas().review.next
    picks.date("by", (*here, "due"), () if promise.due else due_days(today, review), blank=say("by: no date"))
    advice.beside("due", found)
    _line(
        f"so that {plain(_receiver(promise))} gets", (*here, "gives"), found, hint="warm leads in time for the budget"
    )
    _line("done when", (*here, "done_when"), found, hint="three introductions sent by 15 December")
    needs = {aspect.id: aspect.text for aspect in state.canvas().aspects}
    field.several("serves", (*here, "serves"), needs, hint="choose needs")
    with st.expander("Every, kind, only if, how well, reward", key=f"more-{promise.id}"):
        cadence.show("every", (*here, "every"), promise.every)
        field.choice("kind", (*here, "kind"), KIND, kind="list", blank="no kind")
        _line("only if", (*here, "qualifies"), found, hint="ten desks or more")
        _line("how well", (*here, "standard"), found, hint="first call within one working day")
        _line("reward", (*here, "reward"), found, hint="none; in kind")
    with st.container(horizontal=True, vertical_alignment="center", key=f"ways-promising-{promise.id}"):
        st.button("Done", key=state.key("worded", promise.id), on_click=close)
        _moves(promise)


def _moves(promise: Commitment) -> None:
    name = plain(promise.what)
    _button("up", f"Move up: {name}", promise.id, editing.move_promise, promise.id, -1)
    _button("down", f"Move down: {name}", promise.id, editing.move_promise, promise.id, 1)
    _button("withdraw", f"Remove: {name}", promise.id, editing.withdraw, promise.id)


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
