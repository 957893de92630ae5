"""Give and take, in words."""

from __future__ import annotations

from typing import Final

from jtbd.advice.reciprocity import Balance
from jtbd.model import Canvas, other
from jtbd.wording.plain import party_name, starting_name

_THINGS: Final = ("nothing", "one thing", "two things", "three things", "four things", "five things", "six things")


def balance_sentence(balance: Balance, canvas: Canvas) -> str:
    """Return who promises how much, and for how many needs."""
    more, less = balance.promises[balance.more], balance.promises[other(balance.more)]
    if not more:
        return "Nothing has been promised yet."
    if not less:
        giver, taker = party_name(canvas, balance.more), party_name(canvas, other(balance.more))
        return f"One-way so far: {giver} promises {_things(more)}, {taker} nothing."
    said = _promised(balance, canvas)
    return f"{said} {_served(balance, canvas)}" if any(balance.served.values()) else said


def _promised(balance: Balance, canvas: Canvas) -> str:
    more, less = balance.promises[balance.more], balance.promises[other(balance.more)]
    if more == less:
        return f"Even: each promises {_things(more)}."
    first, second = starting_name(canvas, balance.more), party_name(canvas, other(balance.more))
    return f"{first} promises {_things(more)}, {second} {_things(less)}."


def _served(balance: Balance, canvas: Canvas) -> str:
    first, second = balance.more, other(balance.more)
    one, two, both = balance.served[first], balance.served[second], balance.served_by_both
    name, counterpart = party_name(canvas, first), party_name(canvas, second)
    if one == 1:
        if both:
            return f"1 need is served by {name}, {two} by {counterpart}, {both} by both."
        return f"1 need is served by {name}, {two} by {counterpart}."
    if both:
        return f"{one} needs are served by {name}, {two} by {counterpart}, {both} by both."
    return f"{one} needs are served by {name}, {two} by {counterpart}."


def _things(count: int) -> str:
    return _THINGS[count] if count < len(_THINGS) else f"{count} things"
