"""Step 4: the reveal."""

from __future__ import annotations

import streamlit as st

from jtbd.figures import aspects as aspects_figure, describe, importance, job_bar, verdict_map
from jtbd.model import PARTIES, Aspect, Canvas, PartyId
from jtbd.scoring import Overlap, Verdict, flag_sentence, headline, overlap
from jtbd.ui import state
from jtbd.ui.parts import chrome, field, flips, guesses, look
from jtbd.ui.parts.words import organisation, plain
from jtbd.ui.screens import rating
from jtbd.ui.steps import Step, rated
from jtbd.usecases import editing


def show() -> None:
    """Draw one sentence, its reasons, then the pictures; the curtain while one of them is not ready."""
    canvas = state.canvas()
    if not rated(canvas):
        _closed(canvas)
        return
    result = overlap(canvas)
    left, right = st.columns([5, 4], gap="large")
    with left:
        _verdict(canvas, result)
    with right:
        look.chart(
            verdict_map.verdict_map(canvas, result, look.palette()),
            key="verdict-map",
            alt=describe.describe_map(canvas, result),
        )
    _job(canvas, result)
    _lines(canvas)
    _open_needs(canvas)
    with st.expander("What would change the verdict", key="flips"):
        flips.show(canvas, result)
    guesses.show(canvas)


def _closed(canvas: Canvas) -> None:
    with st.container(key="curtain", horizontal_alignment="center"):
        st.header("The curtain is still drawn", anchor=False, text_alignment="center")
        waiting = [plain(organisation(canvas, party)) for party in PARTIES if not getattr(canvas.rating.ready, party)]
        st.markdown(
            f"Not ready yet: {' and '.join(waiting)}. What has been said stays hidden until both are.",
            text_alignment="center",
        )
        st.button("To the rating", key="to-rating", type="primary", on_click=_to_rating)


def _to_rating() -> None:
    chrome.go(Step.ASPECTS)
    rating.enter()


def _verdict(canvas: Canvas, result: Overlap) -> None:
    with st.container(key=f"verdict-{result.verdict}"):
        st.header(plain(headline(result, canvas)), anchor=False)
        with st.container(key="reasons"):
            st.markdown("\n".join(f"- {plain(reason)}" for reason in result.reasons))
            for flag in result.flags:
                st.markdown(f"☞ {plain(flag_sentence(flag, canvas))}")
        if result.verdict is Verdict.UNKNOWN:
            st.button("To the rating", key="to-rating", type="primary", on_click=_to_rating)


def _job(canvas: Canvas, result: Overlap) -> None:
    st.subheader("The job, and who solves what of it", anchor=False)
    colours = look.palette()
    look.chart(
        job_bar.job_bar(canvas, result, colours),
        key="job-bar",
        alt=describe.describe_job_bar(canvas, result),
    )
    st.subheader("Need by need", anchor=False)
    look.chart(
        aspects_figure.aspects(canvas, result, colours),
        key="aspects",
        alt=describe.describe_aspects(canvas),
    )
    with st.expander("Where you disagree on what matters", key="importance"):
        look.chart(
            importance.importance(canvas, colours),
            key="importance-figure",
            alt=describe.describe_importance(canvas),
        )


# ── drawing the line ──────────────────────────────────────────────────────────────────────────────────────────────────


def _contested(aspect: Aspect) -> bool:
    return all(aspect.of(party).stance in ("do", "core") for party in PARTIES)


def _lines(canvas: Canvas) -> None:
    contested = [aspect for aspect in canvas.aspects if aspect.dimension == "functional" and _contested(aspect)]
    if not contested:
        return
    st.subheader("Draw the line", anchor=False)
    st.markdown("Both of you solve these. Say who leads; the other yields, and the verdict above moves.")
    for aspect in contested:
        with st.container(key=f"line-{aspect.id}", border=True):
            _line(canvas, aspect)


def _line(canvas: Canvas, aspect: Aspect) -> None:
    left, middle, right = st.columns([3, 3, 4], vertical_alignment="center")
    names: dict[PartyId, str] = {party: plain(organisation(canvas, party)) for party in PARTIES}
    stored = aspect.line
    lead_key, rule_key = state.key("lead", aspect.id), state.key("rule", aspect.id)

    def change(canvas: Canvas) -> Canvas:
        said = st.session_state
        return editing.draw_line(canvas, aspect.id, said[lead_key], said[rule_key].strip())

    with left:
        st.markdown(plain(aspect.text))
    with middle:
        lead = st.segmented_control(
            f"Who leads: {plain(aspect.text)}",
            list(names),
            default=stored.lead if stored else None,
            format_func=names.__getitem__,
            key=lead_key,
            label_visibility="collapsed",
            on_change=state.hear,
            args=(change,),
        )
    with right:
        rule = st.text_input(
            f"The rule for: {plain(aspect.text)}",
            value=(stored.rule or "") if stored else "",
            key=rule_key,
            placeholder="the rule: Northline draws the plan before the lease is signed",
            label_visibility="collapsed",
            disabled=lead is None,
            on_change=state.hear,
            args=(change,),
        )
    known = (stored.lead, stored.rule or "") if stored else (None, rule.strip())
    if (lead, rule.strip()) != known and field.keep(change):
        st.rerun()


# ── who is missing ────────────────────────────────────────────────────────────────────────────────────────────────────


def _open_needs(canvas: Canvas) -> None:
    weighty = [aspect for aspect in canvas.aspects if any(aspect.of(party).importance for party in PARTIES)]
    empty = [a for a in weighty if all(a.of(party).stance not in ("do", "core") for party in PARTIES)]
    if not empty:
        return
    st.subheader("The empty seat", anchor=False)
    st.markdown("Neither of you solves these. Who is missing, and who of you looks for them?")
    for aspect in empty:
        with st.container(key=f"missing-{aspect.id}", border=True):
            _missing(canvas, aspect)


def _missing(canvas: Canvas, aspect: Aspect) -> None:
    known = next((gap for gap in canvas.missing if aspect.id in gap.aspects), None)
    names: dict[PartyId, str] = {party: plain(organisation(canvas, party)) for party in PARTIES}
    who_key, owner_key = state.key("who", aspect.id), state.key("owner", aspect.id)

    def change(canvas: Canvas) -> Canvas:
        said = st.session_state
        return editing.name_missing(canvas, aspect.id, said[who_key].strip(), said[owner_key])

    left, middle, right = st.columns([3, 4, 3], vertical_alignment="center")
    with left:
        st.markdown(plain(aspect.text))
    with middle:
        who = st.text_input(
            f"Who is missing for: {plain(aspect.text)}",
            value=(known.who or "") if known else "",
            key=who_key,
            placeholder="a commercial insurance broker",
            label_visibility="collapsed",
            on_change=state.hear,
            args=(change,),
        )
    with right:
        owner = st.segmented_control(
            f"Who looks for them: {plain(aspect.text)}",
            list(names),
            default=known.owner if known else None,
            format_func=names.__getitem__,
            key=owner_key,
            label_visibility="collapsed",
            on_change=state.hear,
            args=(change,),
        )
    if (who.strip(), owner) != ((known.who or "", known.owner) if known else ("", None)):
        field.keep(change)
