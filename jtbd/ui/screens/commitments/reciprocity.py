"""Give and take at a glance: two tables, which are their own text alternative."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from jtbd.advice.reciprocity import Need, Reciprocity, reciprocity
from jtbd.figures.html import Html, element
from jtbd.i18n import say
from jtbd.model import PARTIES, Canvas, PartyId, other
from jtbd.model.names import nobody
from jtbd.ui.fields.names import starting_first_name
from jtbd.ui.fields.words import first_name, plain
from jtbd.ui.frame import chrome
from jtbd.wording.balance import balance_sentence


def show(canvas: Canvas, *, opened: bool) -> None:
    """Draw who gives what, and which need is served by whom; what nobody solves only where it is `opened`."""
    found = reciprocity(canvas)
    if not (found.a or found.b):
        return
    with st.container(key="ledger"):
        chrome.label("ledger", say("**Give and take**"))
        st.markdown(plain(balance_sentence(found.balance, canvas)))
        needs = [*found.served, *(found.open if opened else ())]
        tables = [_gives(canvas, found), *([_needs(canvas, needs)] if needs else [])]
        st.html(element("div", *tables))


def _gives(canvas: Canvas, found: Reciprocity) -> Html:
    """Return a table with a column for each party: what the other one gets from it."""
    heads = [element("th", _gets(canvas, party), scope="col", class_=party) for party in PARTIES]
    lists = [element("td", _list(found, party)) for party in PARTIES]
    return _table(heads, [element("tr", *lists)])


def _table(heads: Sequence[Html], rows: Sequence[Html]) -> Html:
    return element("table", element("thead", element("tr", *heads)), element("tbody", *rows))


def _gets(canvas: Canvas, party: PartyId) -> str:
    return say(
        "{name} gets from {other}", name=starting_first_name(canvas, other(party)), other=first_name(canvas, party)
    )


def _list(found: Reciprocity, party: PartyId) -> str:
    items = [
        element("li", made.gives) if made.gives else element("li", say("not said yet"), class_="open")
        for made in found.of(party)
    ]
    return element("ol", *items, class_=party) if items else say("nothing yet")


def _needs(canvas: Canvas, needs: list[Need]) -> Html:
    """Return a table with a row for each need, between the numbers of both parties' promises."""
    # For translators: heads of three columns: numbers of the promises by one, the need that they serve, and numbers of
    # those by the other: “Mara’s | serve this need | Omar’s”.
    served = say("serve this need")
    # For translators: promises of {name}, over their numbers, as “Mara’s”.
    whose = {party: say("{name}’s", name=first_name(canvas, party)) for party in PARTIES}
    heads = [
        element("th", whose["a"], scope="col", class_="a numbers"),
        element("th", served, scope="col"),
        element("th", whose["b"], scope="col", class_="b numbers"),
    ]
    return _table(heads, [_row(canvas, need) for need in needs])


def _row(canvas: Canvas, need: Need) -> Html:
    return element(
        "tr",
        element("td", _numbers(need.a), class_="a"),
        element("th", need.aspect.text, _sought(canvas, need), scope="row", class_=None if need.owned else "open"),
        element("td", _numbers(need.b), class_="b"),
    )


def _numbers(numbers: tuple[int, ...]) -> str:
    return Html(" ".join(element("b", str(number)) for number in numbers)) or "–"


def _sought(canvas: Canvas, need: Need) -> str:
    """Return who looks after a need that no promise serves."""
    if need.a or need.b:
        return ""
    gap = need.sought
    if gap is None or gap.owner is None:
        return element("small", say("nobody’s yet"))
    name = first_name(canvas, gap.owner)
    if nobody(gap.who):
        return element("small", say("{name} looks for somebody", name=name))
    return element("small", say("{name} looks for {who}", name=name, who=gap.who))
