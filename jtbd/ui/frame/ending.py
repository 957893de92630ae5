"""The end of a meeting, with a smile: how long it took, who does what next, when the two see each other again."""

from __future__ import annotations

from typing import Literal

import streamlit as st

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
        st.subheader(f"Done in {took}." if took else "Done.", anchor=False)
        for each in ending.nexts(content, today, names):
            due = f", {plain(each.due)}" if each.due else ""
            st.markdown(f"**{plain(names[each.party])}**{due}: {plain(each.said)}.")
        if again := ending.again(content.review, today):
            st.markdown(f"**{plain(again)}**")


def declined(canvas: Canvas, sheet: SettledSheet) -> None:
    """Draw the end of a meeting in which one of the two said no."""
    took = _took(canvas, sheet)
    with st.container(key="ending"):
        st.subheader(f"Settled in {took}." if took else "Settled.", anchor=False)
        st.markdown(
            "A clear no saves both of you a year of hoping. You know now what the other one does: when a customer of "
            "yours needs that, you know whom to send them to. Finish your coffee."
        )


def parted(canvas: Canvas) -> None:
    """Draw the end of a meeting of two who part as friends."""
    took = ending.took(canvas, state.home().now())
    with st.container(key="ending"):
        st.subheader(f"Done in {took}, and no hard feelings." if took else "No hard feelings.", anchor=False)
        st.markdown(
            "Nobody owes anybody anything. When a customer of yours needs what the other one does, send them on."
        )
    home()


def home(kind: Literal["primary", "tertiary"] = "primary") -> None:
    """Draw the way to all meetings."""
    st.button("All meetings", key="home-at-last", type=kind, on_click=address.home)


def _took(canvas: Canvas, sheet: SettledSheet) -> str:
    return ending.took(canvas, max(map(signed_at, sheet.found.statements)))
