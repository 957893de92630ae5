"""Step 6: who leads, and who promises what."""

from __future__ import annotations

import streamlit as st

from jtbd.model import PARTIES, Canvas, Commitment, Every, PartyId
from jtbd.scoring import overlap
from jtbd.scoring.linter import lint, lint_all
from jtbd.scoring.suggestions import Suggestion, SuggestionKind, suggestions
from jtbd.ui import state
from jtbd.ui.parts import advice, chrome, field
from jtbd.ui.parts.words import KIND, ROLE, first_name, organisation, plain
from jtbd.ui.steps import Step, rated
from jtbd.usecases import editing

_CADENCE = {"days": "days", "weeks": "weeks", "months": "months"}


def show() -> None:
    """Draw the roles, both parties' promises beside each other, suggestions and the review."""
    chrome.heading(
        "Who leads, and who promises what?",
        "A promise has an owner, a date and a test that a third person could apply.",
    )
    _roles()
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column:
            _promises(party)
    _general(state.canvas())
    _suggested(state.canvas())
    _review()


def _roles() -> None:
    for party, column in zip(PARTIES, st.columns(2, gap="large"), strict=True):
        with column, st.container(border=True, key=f"role-{party}"):
            name = plain(organisation(state.canvas(), party))
            field.choice(f"{name} will", ("roles", party, "role"), ROLE)
            field.text(f"What {name} does first", ("roles", party, "does"), hint="calls the client first", hidden=True)


def _promises(party: PartyId) -> None:
    canvas = state.canvas()
    other = plain(first_name(canvas, "b" if party == "a" else "a"))
    st.subheader(f"{plain(first_name(canvas, party))} promises {other}", anchor=False)
    mine = [promise for promise in canvas.commitments if promise.by == party]
    for place, promise in enumerate(mine):
        _promise(promise, opened=place == len(mine) - 1)
    with st.form(key=f"promise-{party}-{len(mine)}", border=False):
        left, right = st.columns([5, 1], vertical_alignment="bottom")
        with left:
            what = st.text_input(
                f"{plain(first_name(canvas, party))} will …",
                key=state.key("promise", party, len(mine)),
                placeholder="introduce … to every client who signs a lease",
            )
        with right:
            added = st.form_submit_button("Add", key=f"promise-button-{party}")
    if added and what.strip() and field.keep(lambda canvas: editing.promise(canvas, party, what.strip())):
        st.rerun()


def _promise(promise: Commitment, *, opened: bool) -> None:
    here = ("commitments", promise.id)
    with st.expander(_heading(promise), expanded=opened, key=f"commitment-{promise.id}"):
        field.text("Promise", (*here, "what"))
        field.text("Whenever", (*here, "trigger"), hint="a client signs a lease")
        left, right = st.columns(2)
        with left:
            field.date("By", (*here, "due"))
        with right:
            _every((*here, "every"), promise.every)
        field.text("Done when", (*here, "done_when"), hint="three introductions sent by 15 December")
        field.text("What the other gets out of it", (*here, "gives"), hint="warm leads before the budget is fixed")
        needs = {aspect.id: aspect.text for aspect in state.canvas().aspects}
        field.several("Serves these needs", (*here, "serves"), needs, hint="choose needs")
        advice.show(lint(state.canvas().commitment(promise.id) or promise, state.canvas()))
        with st.expander("Kind, qualification, standard, reward", key=f"more-{promise.id}"):
            field.choice("Kind", (*here, "kind"), KIND, kind="list", blank="no kind")
            field.text("Counts only if", (*here, "qualifies"), hint="lease signed, ten desks or more")
            field.text("How well", (*here, "standard"), hint="first call within one working day")
            field.text("Reward", (*here, "reward"), hint="none; in kind")
        st.button(
            "Remove", key=state.key("withdraw", promise.id), type="tertiary", on_click=_withdraw, args=(promise.id,)
        )


def _heading(promise: Commitment) -> str:
    """Return the promise, and how many pieces of advice there are on it."""
    found = lint(promise, state.canvas())
    return plain(promise.what) + (f" · ☞ {len(found)}" if found else "")


def _withdraw(commitment_id: str) -> None:
    state.edit(lambda canvas: editing.withdraw(canvas, commitment_id))


def _every(path: editing.Path, stored: Every | None) -> None:
    """Draw a cadence: a number and its unit, kept only when both are given."""
    unit = next((name for name in _CADENCE if stored and getattr(stored, name)), "weeks")
    number = getattr(stored, unit) if stored else None
    number_key, unit_key = state.key("every", *path), state.key("unit", *path)

    def said() -> object:
        given = st.session_state[number_key]
        return {st.session_state[unit_key]: given} if given else None

    change = field.putting(path, said)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        given = st.number_input(
            "Every", 1, 520, number, key=number_key, placeholder="–", on_change=state.hear, args=(change,)
        )
        chosen = st.selectbox(
            "of these",
            list(_CADENCE),
            list(_CADENCE).index(unit),
            key=unit_key,
            label_visibility="collapsed",
            on_change=state.hear,
            args=(change,),
        )
        if given:
            field.eraser(number_key, "Not at regular times", change)
    if (given, chosen) != (number, unit):
        field.keep(change)


def _general(canvas: Canvas) -> None:
    advice.show(item for item in lint_all(canvas) if item.commitment is None)


def _suggested(canvas: Canvas) -> None:
    known = suggestions(canvas, overlap(canvas)) if rated(canvas) else ()
    if not known:
        return
    count = "1 suggestion" if len(known) == 1 else f"{len(known)} suggestions"
    with st.expander(f"{count} from the canvas", key="suggestions"):
        for item in known:
            about = (item.kind, item.aspect or item.party or "")
            with st.container(horizontal=True, vertical_alignment="center", key=state.key("suggestion", *about)):
                st.markdown(plain(item.sentence), width="stretch")
                if item.kind is SuggestionKind.LINE:
                    st.button("Draw the line", key=state.key("draw", *about), on_click=chrome.go, args=(Step.OVERLAP,))
                    continue
                for party in (item.party,) if item.party else PARTIES:
                    name = plain(first_name(canvas, party))
                    st.button(
                        f"{name} takes it up",
                        key=state.key("take", party, *about),
                        help=plain(item.draft),
                        on_click=_take,
                        args=(item, party),
                    )


def _take(item: Suggestion, party: PartyId) -> None:
    serves = [item.aspect] if item.aspect else []
    state.edit(lambda canvas: editing.promise(canvas, party, item.draft, serves))


def _review() -> None:
    with st.container(border=True, key="review"):
        left, right = st.columns(2)
        with left:
            field.date("We look at it again on", ("review", "next"))
        with right:
            _every(("review", "every"), state.canvas().review.every)
