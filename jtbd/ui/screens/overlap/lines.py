"""Drawing the line: for each need that both solve, who leads; and what that makes of the verdict, at once."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.figures.disagreement import by_weight
from jtbd.figures.dumbbell import MOST
from jtbd.figures.html import Html, element
from jtbd.figures.lettering import distinct
from jtbd.figures.needs import LINE
from jtbd.figures.reach import part_of
from jtbd.i18n import say, say_count
from jtbd.model import PARTIES, Aspect, Canvas, Dimension, PartyId
from jtbd.scoring import Overlap
from jtbd.scoring.why import after_line
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.words import organisation, plain
from jtbd.ui.screens.overlap.verdict_head import told

PLACE: Final = "the-line"
"""Where links lead to."""

_ALL: Final = "all-lines"
_WIDTH: Final = 20


def show(canvas: Canvas, result: Overlap, strip: Html) -> None:
    """Draw what both solve, most weighty first, under the verdict as it moves; nothing where nothing is contested."""
    found = [aspect for aspect in canvas.aspects if aspect.dimension is Dimension.FUNCTIONAL]
    contested = by_weight([aspect for aspect in found if part_of(aspect) == "contested"])
    if not contested:
        return
    with st.container(key="lines"):
        st.html(element("span", id=PLACE))
        st.subheader(say("Draw the line"), anchor=False)
        st.markdown(say("Both of you solve these. Say who leads; the other yields, and the verdict moves."))
        with st.container(key="moving"):
            st.html(strip)
            moved = after_line(result)
            st.markdown(told(moved, canvas) if moved else say("No line is drawn yet."))
        with st.container(key="lines-drawn"):
            for aspect in contested[: None if st.session_state.get(_ALL) else MOST]:
                _line(canvas, aspect)
        if len(contested) > MOST:
            st.toggle(say_count("Show all {number}", "Show all {number}", len(contested)), key=_ALL)


def sides(canvas: Canvas) -> dict[PartyId, str]:
    """Return what the two are called on buttons that stand side by side in a narrow window."""
    return distinct({party: organisation(canvas, party) for party in PARTIES}, _WIDTH)


def _line(canvas: Canvas, aspect: Aspect) -> None:
    """Draw the cells of one row; the style sheet lays them out, which costs no containers."""
    names: dict[PartyId, str] = {party: plain(name) for party, name in sides(canvas).items()}
    stored = aspect.line
    lead_key, rule_key = state.key("lead", aspect.id), state.key("rule", aspect.id)

    def change(canvas: Canvas) -> Canvas:
        said = st.session_state
        return editing.draw_line(canvas, aspect.id, said[lead_key], said.get(rule_key, "").strip())

    st.html(element("p", aspect.text, id=f"{LINE}{aspect.id}", class_="row-need"))
    lead = st.segmented_control(
        say("Who leads: {need}", need=plain(aspect.text)),
        list(names),
        default=stored.lead if stored else None,
        format_func=names.__getitem__,
        key=lead_key,
        label_visibility="collapsed",
        on_change=state.hear,
        args=(change,),
    )
    rule = ""
    if lead:
        rule = st.text_input(
            say("The rule for: {need}", need=plain(aspect.text)),
            value=(stored.rule or "") if stored else "",
            key=rule_key,
            autocomplete=field.unknown(rule_key),
            placeholder=say("by which rule? (optional)"),
            label_visibility="collapsed",
            on_change=state.hear,
            args=(change,),
        ).strip()
    known = (stored.lead, stored.rule or "") if stored else (None, "")
    if (lead, rule) != known and field.keep(change):
        st.rerun()
