"""The empty seat: who is missing for what neither solves, and who of the two looks for them."""

from __future__ import annotations

from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.figures.disagreement import by_weight
from jtbd.figures.dumbbell import MOST
from jtbd.figures.html import element
from jtbd.figures.needs import MISSING
from jtbd.figures.reach import part_of
from jtbd.i18n import say, say_count
from jtbd.model import PARTIES, Aspect, Canvas, PartyId
from jtbd.ui import state
from jtbd.ui.fields import field
from jtbd.ui.fields.words import plain
from jtbd.ui.screens.overlap.lines import sides

_ALL: Final = "all-empty-seats"


def show(canvas: Canvas) -> None:
    """Draw the needs that matter to one and that nobody solves, most weighty first; nothing where there are none."""
    weighty = [aspect for aspect in canvas.aspects if any(aspect.of(party).importance for party in PARTIES)]
    empty = by_weight([aspect for aspect in weighty if part_of(aspect) == "open"])
    if not empty:
        return
    with st.container(key="empty-seats"):
        st.subheader(say("The empty seat"), anchor=False)
        st.markdown(say("Neither of you solves these. Who is missing, and who of you looks for them?"))
        with st.container(key="seats"):
            for aspect in empty[: None if st.session_state.get(_ALL) else MOST]:
                _seat(canvas, aspect)
        if len(empty) > MOST:
            st.toggle(say_count("Show all {number}", "Show all {number}", len(empty)), key=_ALL)


def _seat(canvas: Canvas, aspect: Aspect) -> None:
    """Draw the cells of one row; the style sheet lays them out, which costs no containers."""
    known = next((gap for gap in canvas.missing if aspect.id in gap.aspects), None)
    names: dict[PartyId, str] = {party: plain(name) for party, name in sides(canvas).items()}
    who_key, owner_key = state.key("who", aspect.id), state.key("owner", aspect.id)

    def change(canvas: Canvas) -> Canvas:
        said = st.session_state
        return editing.name_missing(canvas, aspect.id, said[who_key].strip(), said[owner_key])

    st.html(element("p", aspect.text, id=f"{MISSING}{aspect.id}", class_="row-need"))
    who = st.text_input(
        say("Who is missing for: {need}", need=plain(aspect.text)),
        value=(known.who or "") if known else "",
        key=who_key,
        autocomplete=field.unknown(who_key),
        placeholder=say("who is missing? a commercial insurance broker"),
        label_visibility="collapsed",
        on_change=state.hear,
        args=(change,),
    )
    owner = st.segmented_control(
        say("Who looks for them: {need}", need=plain(aspect.text)),
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
