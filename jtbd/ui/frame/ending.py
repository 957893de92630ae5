"""The end of a meeting, with a smile: how long it took, who does what next, when the two see each other again."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from jtbd.i18n import say
from jtbd.model import PARTIES, Canvas
from jtbd.model.statement import signed_at
from jtbd.ui import address, state
from jtbd.ui.fields.words import first_name, plain
from jtbd.usecases.sheets import ending
from jtbd.usecases.sheets.kept import SettledSheet


def signed(canvas: Canvas, sheet: SettledSheet) -> None:
    """Draw the end of a meeting in which both have signed."""
    content, today = sheet.sheet.commitment, state.home().now().date()
    names = {party: first_name(canvas, party) for party in PARTIES}
    took = _took(canvas, sheet)
    with st.container(key="ending"):
        st.subheader(say("Done in {time}.", time=took) if took else say("Done."), anchor=False)
        for each in ending.nexts(content, today, names):
            name, due = plain(names[each.party]), plain(each.due)
            whose = say("**{name}**, {when}:", name=name, when=due) if due else f"**{name}**:"
            st.markdown(f"{whose} {plain(each.said)}.")
        if again := ending.again(content.review, today):
            st.markdown(f"**{plain(again)}**")


def declined(canvas: Canvas, sheet: SettledSheet) -> None:
    """Draw the end of a meeting in which one of the two said no."""
    took = _took(canvas, sheet)
    with st.container(key="ending"):
        st.subheader(say("Settled in {time}.", time=took) if took else say("Settled."), anchor=False)
        st.markdown(
            say(
                "A clear no saves both of you a year of hoping. You know now what the other one does: when a customer "
                "of yours needs that, you know whom to send them to. Finish your coffee."
            )
        )


def parted(canvas: Canvas) -> None:
    """Draw the end of a meeting of two who part as friends."""
    took = ending.took(canvas, state.home().now())
    with st.container(key="ending"):
        st.subheader(
            say("Done in {time}, and no hard feelings.", time=took) if took else say("No hard feelings."), anchor=False
        )
        st.markdown(
            say("Nobody owes anybody anything. When a customer of yours needs what the other one does, send them on.")
        )
    home()


def home(kind: Literal["primary", "tertiary"] = "primary") -> None:
    """Draw the way to all meetings."""
    st.button(say("All meetings"), key="home-at-last", type=kind, on_click=address.home)


def _took(canvas: Canvas, sheet: SettledSheet) -> str:
    return ending.took(canvas, max(map(signed_at, sheet.found.statements)))
