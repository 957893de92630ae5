"""Step 2: the job that the same customer wants done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.advice.advice import Rule
from jtbd.advice.statement import job_advice
from jtbd.i18n import WITHIN, Message, mark, mark_in, say, say_count, say_count_in, say_in
from jtbd.parsing.story import GAPS, Gap, taken_apart
from jtbd.ui import state
from jtbd.ui.fields import advice, field
from jtbd.ui.fields.words import plain
from jtbd.ui.frame import chrome
from jtbd.usecases.canvases import templates

_PARTS: Final[Mapping[Gap, Message]] = {
    "performer": mark_in(WITHIN, "*as* {words}"),
    "when": mark_in(WITHIN, "*when* {words}"),
    "want": mark_in(WITHIN, "*I want to* {words}"),
    "so_that": mark_in(WITHIN, "*so that* {words}"),
}
_ROOM: Final = 40
"""Characters that a field shows in its own size."""
_LARGEST: Final = 1.45
_SMALLEST: Final = 0.8


def show() -> None:
    """Draw the job statement, what it could be taken from, and the guard's advice."""
    chrome.heading(
        say("Which job does your common customer want done?"),
        say("One sentence, in the customer’s words, free of anything that either of you sells."),
    )
    left, right = st.columns([7, 5], gap="large")
    with left:
        _statement()
    with right, st.container(key="shelf"):
        _templates()


def _statement() -> None:
    """Draw the sentence with its four gaps, then what is wrong with it, then the whole of it to read aloud."""
    with st.container(key="job"):
        _fit()
        field.text(say("As …"), ("job", "performer"), hint=say("owner of a 20-person firm"))
        field.text(say("when …"), ("job", "when"), hint=say("our lease ends"))
        field.text(say("I want to …"), ("job", "want"), hint=say("move our business to new premises"))
        field.text(say("so that …"), ("job", "so_that"), hint=say("we lose no working day"))
        whole = _story()
        with st.container(key="advice-job"):
            said = [item for item in job_advice(state.canvas()) if item.rule is not Rule.STORY]
            advice.offer(said, "job", advice.away())
        if not whole:
            _aloud()


def _fit() -> None:
    """Have what is long stand in smaller letters, so that its field shows all of it; it is read aloud below."""
    for gap in GAPS:
        if (length := len(getattr(state.canvas().job, gap) or "")) > _ROOM:
            size = max(_SMALLEST, _LARGEST * _ROOM / length)
            where = f".st-key-job .st-key-{state.key('text', 'job', gap)} input"
            st.html(f"<style>{where} {{ font-size: {size:.2f}rem }}</style>")


def _story() -> bool:
    """Offer to take apart a whole story that was written into a gap, also if it is too long for that; say if so."""
    for gap in GAPS:
        said = st.session_state.get(state.key("text", "job", gap)) or ""
        if parts := taken_apart(said, gap):
            words = " · ".join(_PARTS[part].said(words=plain(text)) for part, text in parts.items())
            job = state.canvas().job
            lost = [part for part in parts if part != gap and getattr(job, part) not in {None, parts[part]}]
            label = say("Take it apart, in place of what stands there") if lost else say("Take it apart")
            with st.container(key="story", border=True):
                st.markdown(say("That is the whole sentence: {words}", words=words))
                st.button(label, key="take-apart", on_click=_take_apart, args=(gap, said))
            return True
    return False


def _take_apart(gap: Gap, said: str) -> None:
    """Put the parts of a story into their gaps, and blank the one it was written into unless it has a part of it."""
    parts: dict[Gap, str | None] = {gap: None, **taken_apart(said, gap)}
    still = st.session_state.get(state.key("text", "job", gap)) == said
    if still and state.edit(lambda canvas: canvas.revise(job=canvas.job.revise(**parts))):
        field.show(*(("job", name) for name in parts))


def _aloud() -> None:
    job = state.canvas().job
    if job.want:
        sentence = _ALOUD[bool(job.when), bool(job.so_that)]
        with st.container(key="aloud"):
            st.markdown(sentence.said(when=plain(job.when), want=plain(job.want), so_that=plain(job.so_that)))


_ALOUD: Final = {
    (False, False): mark("Read it aloud: “I want to {want}.” Would your customer say so?"),
    (False, True): mark("Read it aloud: “I want to {want} so that {so_that}.” Would your customer say so?"),
    (True, False): mark("Read it aloud: “When {when}, I want to {want}.” Would your customer say so?"),
    (True, True): mark("Read it aloud: “When {when}, I want to {want} so that {so_that}.” Would your customer say so?"),
}
"""The job as a sentence: whether it says when, and whether it says so that."""


def _templates() -> None:
    shelf = templates.open_shelf(state.home())
    trades = shelf.by_trade()
    chrome.label("shelf", say("**Or begin with one of these**"))
    trade = st.pills(
        say("Trade"), list(trades), key=state.key("trade"), format_func=plain, label_visibility="collapsed"
    )
    for refused in shelf.refused:
        field.complain(refused.message)
    if not trade:
        st.caption(
            say_count(
                "{number} job in {trades}, each with its needs.",
                "{number} jobs in {trades}, each with its needs.",
                len(shelf.templates),
                trades=say_count_in(WITHIN, "{number} trade", "{number} trades", len(trades)),
            )
        )
        return
    for template in trades[trade]:
        with st.container(key=f"template-{template.id}", horizontal=True, vertical_alignment="center"):
            needs = say_count("{number} need", "{number} needs", len(template.aspects))
            st.markdown(f"{plain(template.title)}  \n*{needs}*", width="stretch")
            st.button(
                say_in("of a template", "Use"),
                key=f"use-{template.id}",
                on_click=_use,
                args=(template,),
                help=say("Use: {title}", title=plain(template.title)),
            )
    st.caption(say("Puts its sentence in place of yours and adds its needs to your list; you change both as you like."))


def _use(template: templates.JobTemplate) -> None:
    if state.edit(lambda canvas: editing.start_from(canvas, template)):
        field.show(*(("job", name) for name in GAPS))
        st.session_state[state.key("trade")] = None
