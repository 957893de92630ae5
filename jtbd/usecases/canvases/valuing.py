"""What a year is worth: both parties' figures in one currency."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from jtbd.editing import FieldPath, get, put
from jtbd.model import PARTIES, Canvas, PartyId, Prospect
from jtbd.model.currency import unpayable
from jtbd.parsing.amount import UnclearAmount, kept
from jtbd.wording.plain import party_name

SHARED: Final = ("alone", "together")
"""What both see once both have given it; at which gain one takes notice stays its own."""

FIGURES: Final = (*SHARED, "notice")


def figures() -> Iterator[FieldPath]:
    """Yield where each of both parties' figures stands."""
    return (("value", party, name) for party in PARTIES for name in FIGURES)


def is_stated(canvas: Canvas) -> bool:
    """Say whether anybody has given a figure."""
    return any(canvas.value.of(party) != Prospect() for party in PARTIES)


def has_given(canvas: Canvas, party: PartyId) -> bool:
    """Say whether a party has given its part: what a year is worth to it alone, and together."""
    return all(getattr(canvas.value.of(party), name) is not None for name in SHARED)


def has_begun(canvas: Canvas, party: PartyId) -> bool:
    """Say whether a party has given any figure."""
    return canvas.value.of(party) != Prospect()


def is_open(canvas: Canvas) -> bool:
    """Say whether both may see what either gives: they do so openly, or both have given their part."""
    return canvas.rating.mode == "open" or all(has_given(canvas, party) for party in PARTIES)


def is_covered(canvas: Canvas) -> bool:
    """Say whether there are figures that both are to see in the end and may not see yet."""
    begun = any(getattr(canvas.value.of(party), name) is not None for party in PARTIES for name in SHARED)
    return begun and not is_open(canvas)


def is_seen(canvas: Canvas, path: FieldPath, enters: PartyId | None = None) -> bool:
    """Say whether a figure may be on the screen.

    Args:
        canvas: the canvas.
        path: where the figure stands.
        enters: who gives figures there now, if anybody does; in private nobody else's are there then.

    """
    _, party, name = path
    return party == enters or (name in SHARED and is_open(canvas))


def in_currency(canvas: Canvas, code: str | None, enters: PartyId | None = None) -> Canvas:
    """Return a canvas whose figures are in a currency; they stay what they are, with the decimals that it has.

    Args:
        canvas: the canvas.
        code: the currency.
        enters: who gives figures now; of a figure that is covered no word is said.

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
            covered = f"{_whose(canvas, path[:2])}: a figure that is covered cannot be paid in {code}; change it first"
            seen = f"{_whose(canvas, path)}: {wrong} there first"
            raise UnclearAmount(seen if is_seen(canvas, path, enters) else covered)
        canvas = put(canvas, path, kept(Decimal(amount), code))
    return canvas


def _whose(canvas: Canvas, path: FieldPath) -> str:
    party: PartyId = "a" if path[1] == "a" else "b"
    return ", ".join([party_name(canvas, party), *map(str, path[2:])])
