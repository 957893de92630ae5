"""What a year is worth: both parties' figures in one currency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from jtbd.editing import FieldPath, get, put
from jtbd.i18n import Message, mark
from jtbd.model import PARTIES, Canvas, Prospect
from jtbd.model.currency import unpayable
from jtbd.model.curtain import Turn, is_seen
from jtbd.parsing.amount import UnclearAmount, kept
from jtbd.wording.plain import party_name

FIGURES: Final = tuple(Prospect.model_fields)

# For translators: before what is wrong with a figure: what a year is worth alone, together, or from when it is noticed.
_WHOSE: Final[Mapping[str | int, Message]] = {
    "alone": mark("{name}, alone:"),
    "together": mark("{name}, together:"),
    "notice": mark("{name}, notice:"),
}
_COVERED: Final = mark("{name}: a figure that is covered cannot be paid in {currency}; change it first")


def figures() -> Iterator[FieldPath]:
    """Yield where each of both parties' figures stands."""
    return (("value", party, name) for party in PARTIES for name in FIGURES)


def is_stated(canvas: Canvas) -> bool:
    """Say whether anybody has given a figure."""
    return any(canvas.value.of(party) != Prospect() for party in PARTIES)


def in_currency(canvas: Canvas, code: str | None, turn: Turn | None = None) -> Canvas:
    """Return a canvas whose figures are in a currency; they stay what they are, with the decimals that it has.

    Args:
        canvas: the canvas.
        code: the currency.
        turn: whose turn it is; of a figure that is covered no word is said.

    Raises:
        UnclearAmount: one of them cannot be paid in it; says which, and what to write there first.

    """
    if code == canvas.value.currency:
        return canvas
    canvas = put(canvas, ("value", "currency"), code)
    for path in figures():
        amount = get(canvas, path)
        if not (amount and code):
            continue
        if wrong := unpayable(Decimal(amount), code, first=True):
            name = party_name(canvas, "a" if path[1] == "a" else "b")
            seen = f"{_WHOSE[path[2]].said(name=name)} {wrong}"
            raise UnclearAmount(seen if is_seen(canvas, path, turn) else _COVERED.said(name=name, currency=code))
        canvas = put(canvas, path, kept(Decimal(amount), code))
    return canvas
