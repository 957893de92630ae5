"""Give and take at a glance: two tables, which are their own text alternative."""

from __future__ import annotations

from html import escape

import streamlit as st

from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.scoring.plain import other
from jtbd.scoring.reciprocity import Need, Reciprocity, reciprocity
from jtbd.ui.parts import chrome
from jtbd.ui.parts.names import starting_first_name
from jtbd.ui.parts.words import first_name, plain


def show(canvas: Canvas, *, opened: bool) -> None:
    """Draw who gives what, and which need is served by whom; what nobody solves only where it is `opened`."""
    found = reciprocity(canvas)
    if not (found.a or found.b):
        return
    with st.container(key="ledger"):
        chrome.label("ledger", "**Give and take**")
        st.markdown(plain(found.balance))
        needs = [*found.served, *(found.open if opened else ())]
        st.html(f"<div>{_gives(canvas, found)}{_needs(canvas, needs) if needs else ''}</div>")


def _gives(canvas: Canvas, found: Reciprocity) -> str:
    """Return a table with a column for each party: what the other one gets from it."""
    heads = "".join(f'<th scope="col" class="{party}">{escape(_gets(canvas, party))}</th>' for party in PARTIES)
    cells = "".join(f"<td>{_list(found, party)}</td>" for party in PARTIES)
    return f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"


def _gets(canvas: Canvas, party: PartyId) -> str:
    return f"{starting_first_name(canvas, other(party))} gets from {first_name(canvas, party)}"


def _list(found: Reciprocity, party: PartyId) -> str:
    items = (
        f"<li>{escape(made.gives)}</li>" if made.gives else '<li class="open">not said yet</li>'
        for made in found.of(party)
    )
    return f'<ol class="{party}">{"".join(items)}</ol>' if found.of(party) else "nothing yet"


def _needs(canvas: Canvas, needs: list[Need]) -> str:
    """Return a table with a row for each need, between the numbers of both parties' promises."""
    heads = (f"{first_name(canvas, 'a')}’s", "serve this need", f"{first_name(canvas, 'b')}’s")
    styles = (' class="a numbers"', "", ' class="b numbers"')
    head = "".join(f'<th scope="col"{style}>{escape(label)}</th>' for label, style in zip(heads, styles, strict=True))
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(_row(canvas, need) for need in needs)}</tbody></table>"
    )


def _row(canvas: Canvas, need: Need) -> str:
    style = "" if need.owned else ' class="open"'
    return (
        f'<tr><td class="a">{_numbers(need.a)}</td>'
        f'<th scope="row"{style}>{escape(need.aspect.text)}{_sought(canvas, need)}</th>'
        f'<td class="b">{_numbers(need.b)}</td></tr>'
    )


def _numbers(numbers: tuple[int, ...]) -> str:
    return " ".join(f"<b>{number}</b>" for number in numbers) or "–"


def _sought(canvas: Canvas, need: Need) -> str:
    """Return who looks after a need that no promise serves."""
    if need.a or need.b:
        return ""
    gap = need.sought
    if gap is None or gap.owner is None:
        return "<small>nobody’s yet</small>"
    return f"<small>{escape(first_name(canvas, gap.owner))} looks for {escape(gap.who or 'somebody')}</small>"
