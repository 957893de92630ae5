"""What a year is worth: both parties' figures in one currency."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from jtbd.model import PARTIES, Canvas, PartyId, Prospect
from jtbd.model.currency import unpayable
from jtbd.parsing.amount import UnclearAmount, kept
from jtbd.scoring.plain import party_name
from jtbd.usecases.editing import Path, get, put

FIGURES: Final = ("alone", "together", "notice")


def figures() -> Iterator[Path]:
    """Yield where each of both parties' figures stands."""
    return (("value", party, name) for party in PARTIES for name in FIGURES)


def is_stated(canvas: Canvas) -> bool:
    """Say whether anybody has given a figure."""
    return any(canvas.value.of(party) != Prospect() for party in PARTIES)


def in_currency(canvas: Canvas, code: str | None) -> Canvas:
    """Return a canvas whose figures are in a currency; they stay what they are, with the decimals that it has.

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
        if wrong := unpayable(Decimal(amount), code):
            raise UnclearAmount(f"{_whose(canvas, path)}: {wrong} there first")
        canvas = put(canvas, path, kept(Decimal(amount), code))
    return canvas


def _whose(canvas: Canvas, path: Path) -> str:
    party: PartyId = "a" if path[1] == "a" else "b"
    return f"{party_name(canvas, party)}, {path[2]}"
