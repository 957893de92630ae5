"""Step 3: what the customer needs, and what each of the two says of it.

A list of needs is one grid without a container for each row, and has the widgets of one purpose at a time, to write or
to arrange: mounting widgets is what opening this page takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from jtbd import editing
from jtbd.advice.statement import aspect_advice
from jtbd.figures.html import element
from jtbd.i18n import mark, number, say
from jtbd.model import Aspect, Dimension
from jtbd.parsing.bullets import items
from jtbd.parsing.table import read_table
from jtbd.ui import state
from jtbd.ui.fields import advice, field
from jtbd.ui.fields.words import STEP, plain
from jtbd.ui.frame import chrome
from jtbd.ui.screens.aspects import table

_ON_A_PAGE: Final = 25
_ARRANGE: Final = "arrange"


def show() -> None:
    """Draw the list of needs."""
    chrome.heading(
        say("What does the customer need in this job?"),
        say("8 to 20 needs are usual: to get done, to feel, to be seen."),
    )
    if state.canvas().aspects:
        st.toggle(say("Order and job steps"), key=_ARRANGE)
    left, right = st.columns(2, gap="large")
    with left:
        _dimension(Dimension.FUNCTIONAL)
    with right:
        _dimension(Dimension.EMOTIONAL)
        _dimension(Dimension.SOCIAL)
    if not state.canvas().aspects:
        st.caption(say("Add a need above, or take a job template in step 2."))


def _dimension(dimension: Dimension) -> None:
    mine = [aspect for aspect in state.canvas().aspects if aspect.dimension is dimension]
    draw = _arranged if st.session_state.get(_ARRANGE) else _written
    known = advice.away() if draw is _written else frozenset()
    with st.container(key=f"dimension-{dimension}"):
        count = f" · {number(len(mine))}" if mine else ""
        chrome.label(f"dimension-{dimension}", f"{_HEADING[dimension].said()}{count}")
        rows = st.container(key=f"rows-{dimension}" if draw is _written else f"order-{dimension}")
        below = st.container() if _pages(len(mine)) > 1 else rows
        _add(dimension, len(mine))
        with below:
            first = (_page(dimension, len(mine)) - 1) * _ON_A_PAGE
        with rows:
            for aspect in mine[first : first + _ON_A_PAGE]:
                draw(aspect, known)


def _page(dimension: Dimension, count: int) -> int:
    """Return the page to draw: each widget takes Streamlit the longer the more there are, in browser and server."""
    pages = _pages(count)
    return st.pagination(pages, key=state.key("page", dimension, pages)) if pages > 1 else 1


def _pages(count: int) -> int:
    return max(1, -(-count // _ON_A_PAGE))


def _written(aspect: Aspect, known: frozenset[str]) -> None:
    """Draw a need to write in, and what could be said better, but for what is `known` to be waved away."""
    name = plain(aspect.text)
    field.text(say("Need {need}", need=name), ("aspects", aspect.id, "text"), hidden=True)
    _button("remove", say("Remove: {need}", need=name), aspect.id, editing.remove_aspect, aspect.id)
    advice.offer(aspect_advice(aspect.text, state.canvas()), aspect.id, known)


def _arranged(aspect: Aspect, _: frozenset[str]) -> None:
    """Draw a need to put in its place: among the others, and in the customer's job."""
    name = plain(aspect.text)
    st.markdown(name)
    field.choice(
        say("Job step of {need}", need=name),
        ("aspects", aspect.id, "step"),
        STEP,
        kind="list",
        hidden=True,
        blank=say("job step"),
    )
    _button("up", say("Move up: {need}", need=name), aspect.id, editing.move_aspect, aspect.id, -1)
    _button("down", say("Move down: {need}", need=name), aspect.id, editing.move_aspect, aspect.id, 1)


def _button(what: str, label: str, aspect_id: str, *change: object) -> None:
    """Draw a button whose label is its name; the style sheet shows a sign in its place, which costs no tooltip."""
    st.button(label, key=state.key(what, aspect_id), type="tertiary", on_click=_change, args=change)


def _change(change: editing.Change, *args: object) -> None:
    state.edit(lambda canvas: change(canvas, *args))


def _add(dimension: Dimension, count: int) -> None:
    """One line each; the box empties itself when they are taken, by the button or by leaving it, whichever way.

    A table is not taken before it was said which of its columns holds the needs.
    """
    key = state.key("add", dimension, count)

    def take(needs: Sequence[str]) -> None:
        _put(dimension, count, needs)

    with st.container(key=f"add-{dimension}-{count}"):
        typed = st.text_area(
            _ADDS[dimension].said(),
            key=key,
            placeholder=_EXAMPLE[dimension].said(),
            label_visibility="collapsed",
            height=68,
            on_change=_take,
            args=(dimension, count, key),
        )
        if columns := read_table(typed):
            table.offer(columns, dimension, take, items(typed))
        else:
            st.button(say("Add"), key=f"add-button-{dimension}", on_click=_take, args=(dimension, count, key))
        if refusals := st.session_state.get(_refusals(dimension)):
            st.html(element("span", str(refusals), class_=f"not-taken not-taken-{dimension}"))
    if typed.strip() and (fault := state.take_fault()):
        field.complain(f"{say('Not saved:')} {fault}")


def _take(dimension: Dimension, count: int, key: str) -> None:
    """Take what stands in the box, unless it is a table, whose columns are to be offered."""
    typed = st.session_state.get(key) or ""
    taken = not read_table(typed) and _put(dimension, count, items(typed))
    if typed and not taken:
        st.session_state[_refusals(dimension)] = st.session_state.get(_refusals(dimension), 0) + 1


def _refusals(dimension: Dimension) -> str:
    """Return where it is counted how often what stood in the box was not taken, for the script of the page."""
    return f"not-taken-{dimension}"


def _put(dimension: Dimension, count: int, needs: Sequence[str]) -> bool:
    """Append needs, once: a click that leaves the box says them twice, the second time of an old count.

    Returns:
        Whether they are among the needs now.

    """
    with state.session().saving:  # Streamlit hears the two messages of one click in two threads
        if count != _count(dimension):
            return True
        if not needs or not state.edit(lambda canvas: editing.add_needs(canvas, needs, dimension)):
            return False
        pages = _pages(_count(dimension))
        st.session_state[state.key("page", dimension, pages)] = pages
        return True


def _count(dimension: Dimension) -> int:
    return sum(aspect.dimension is dimension for aspect in state.canvas().aspects)


_HEADING: Final = {
    Dimension.FUNCTIONAL: mark("**Functional** what has to get done"),
    Dimension.EMOTIONAL: mark("**Emotional** how they want to feel"),
    Dimension.SOCIAL: mark("**Social** how they want to be seen"),
}
_ADDS: Final = {
    Dimension.FUNCTIONAL: mark("Add functional needs"),
    Dimension.EMOTIONAL: mark("Add emotional needs"),
    Dimension.SOCIAL: mark("Add social needs"),
}
_EXAMPLE: Final = {
    Dimension.FUNCTIONAL: mark("Add a need, or paste a list: find premises that fit our way of working"),
    Dimension.EMOTIONAL: mark("Add a need, or paste a list: feel sure that nothing is forgotten"),
    Dimension.SOCIAL: mark("Add a need, or paste a list: be seen by our staff as having thought of them"),
}
