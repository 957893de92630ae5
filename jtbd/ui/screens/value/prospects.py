"""What a year is worth to each: three figures a party, in one currency of both."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

import streamlit as st

from jtbd.editing import FieldPath, get, put
from jtbd.i18n import say
from jtbd.model import Canvas, PartyId
from jtbd.model.currency import unknown, unpayable
from jtbd.model.curtain import is_seen, may_change
from jtbd.parsing.amount import is_shown, parted, read_amount
from jtbd.parsing.money import currency_beside, currency_code
from jtbd.ui import state
from jtbd.ui.fields import currency, field
from jtbd.usecases.canvases.valuing import figures, in_currency, is_stated

_HINTS: Final = {"alone": "40k", "together": "70k", "notice": "10k"}


def choose_currency() -> None:
    """Draw the currency; the usual one stands there until the first figure, which takes it along."""
    value = state.canvas().value
    shown = value.currency or (None if is_stated(state.canvas()) else currency.USUAL[0])
    with st.container(key="in-currency"):
        if currency.show(say("Currency of both"), shown, _currency_key(), _hear_currency) != shown:
            field.keep(_in_currency)
        elif value.currency and (wrong := unknown(value.currency)):
            field.complain(wrong)


def show(label: str, party: PartyId, name: str) -> None:
    """Draw one figure; it takes the currency along."""
    path: FieldPath = ("value", party, name)
    key, stored = _key(path), get(state.canvas(), path) or ""
    typed = st.text_input(
        label,
        value=_shown(path),
        key=key,
        autocomplete=field.unknown(key),
        placeholder=_HINTS[name],
        on_change=_hear,
        args=(path,),
    )
    code = state.canvas().value.currency
    if not is_shown(typed, stored):
        field.keep(_putting(path))
    elif stored and code and not unknown(code) and (wrong := unpayable(Decimal(stored), code)):
        field.complain(wrong)


def tell(party: PartyId) -> None:
    """Draw what a party has given that both may see, as text."""
    rows = ((say("Alone, per year"), "alone"), (say("Together, per year"), "together"))
    st.markdown("  \n".join(f"{label} **{_shown(('value', party, name))}**" for label, name in rows))


def complain(party: PartyId) -> None:
    """Say which of a party's figures that are no fields now no sheet could hold; of what is covered not how much."""
    canvas, turn = state.canvas(), state.session().turn
    code = canvas.value.currency
    if not code or unknown(code):
        return
    for path in figures():
        stored = get(canvas, path)
        wrong = unpayable(Decimal(stored), code) if stored and path[1] == party else ""
        if wrong and not may_change(canvas, path, turn):  # or else it has a field, which says so itself
            covered = say("a figure that is covered cannot be paid in {currency}: change it", currency=code)
            field.complain(wrong if is_seen(canvas, path, turn) else covered)


def _currency_key() -> str:
    return state.key("currency")


def _key(path: FieldPath) -> str:
    return state.key("amount", *path)


def _shown(path: FieldPath) -> str:
    canvas = state.canvas()
    return parted(get(canvas, path) or "", canvas.value.currency)


def _in_currency(canvas: Canvas) -> Canvas:
    return in_currency(canvas, currency_code(st.session_state[_currency_key()]), state.session().turn)


def _putting(path: FieldPath) -> Callable[[Canvas], Canvas]:
    """Return the change that a figure's field asks for."""

    def change(canvas: Canvas) -> Canvas:
        code = currency_code(st.session_state[_currency_key()])
        amount = read_amount(st.session_state[_key(path)], code, signed=path[-1] != "notice")
        canvas = put(canvas, path, amount.text)
        try:
            return in_currency(canvas, code)
        except ValueError:  # another figure keeps that back; where the currency is chosen it says so
            return canvas

    return change


def _hear_currency() -> None:
    if state.edit(_in_currency):
        _show_all()


def _hear(path: FieldPath) -> None:
    """Save a figure; the first one may bring its currency with it: €, Rs., zł."""
    canvas = state.canvas()
    named = currency_beside(st.session_state[_key(path)])
    if named and canvas.value.currency is None and not is_stated(canvas):
        st.session_state[_currency_key()] = named
    if state.edit(_putting(path)):
        st.session_state[_key(path)] = _shown(path)
        _show_all()


def _show_all() -> None:
    """Have all fields show what was understood; what could not be kept stays as it was typed."""
    for path in figures():
        typed, stored = st.session_state.get(_key(path)), get(state.canvas(), path) or ""
        if typed is not None and is_shown(typed, stored):
            st.session_state[_key(path)] = _shown(path)
