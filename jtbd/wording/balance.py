"""Give and take, in words."""

from __future__ import annotations

from typing import Final

from jtbd.advice.reciprocity import Balance
from jtbd.i18n import WITHIN, mark_count, mark_in, number, say, say_count_in
from jtbd.model import Canvas, other
from jtbd.wording.plain import party_name, starting_name

_THINGS: Final = (
    mark_in(WITHIN, "nothing"),
    mark_in(WITHIN, "one thing"),
    mark_in(WITHIN, "two things"),
    mark_in(WITHIN, "three things"),
    mark_in(WITHIN, "four things"),
    mark_in(WITHIN, "five things"),
    mark_in(WITHIN, "six things"),
)


def balance_sentence(balance: Balance, canvas: Canvas) -> str:
    """Return who promises how much, and for how many needs."""
    more, less = balance.promises[balance.more], balance.promises[other(balance.more)]
    if not more:
        return say("Nothing has been promised yet.")
    if not less:
        return say(
            "One-way so far: {giver} promises {things}, {taker} nothing.",
            giver=party_name(canvas, balance.more),
            things=_things(more),
            taker=party_name(canvas, other(balance.more)),
        )
    said = _promised(balance, canvas)
    return f"{said} {_served(balance, canvas)}" if any(balance.served.values()) else said


def _promised(balance: Balance, canvas: Canvas) -> str:
    more, less = balance.promises[balance.more], balance.promises[other(balance.more)]
    if more == less:
        return say("Even: each promises {things}.", things=_things(more))
    return say(
        "{giver} promises {things}, {taker} {fewer}.",
        giver=starting_name(canvas, balance.more),
        things=_things(more),
        taker=party_name(canvas, other(balance.more)),
        fewer=_things(less),
    )


def _served(balance: Balance, canvas: Canvas) -> str:
    first, second = balance.more, other(balance.more)
    said = _BY_BOTH if balance.served_by_both else _BY_EACH
    return said.counted(
        balance.served[first],
        name=party_name(canvas, first),
        fewer=number(balance.served[second]),
        counterpart=party_name(canvas, second),
        both=number(balance.served_by_both),
    )


_BY_EACH: Final = mark_count(
    "{number} need is served by {name}, {fewer} by {counterpart}.",
    "{number} needs are served by {name}, {fewer} by {counterpart}.",
)
_BY_BOTH: Final = mark_count(
    "{number} need is served by {name}, {fewer} by {counterpart}, {both} by both.",
    "{number} needs are served by {name}, {fewer} by {counterpart}, {both} by both.",
)


def _things(count: int) -> str:
    if count < len(_THINGS):
        return _THINGS[count].said()
    return say_count_in(WITHIN, "{number} thing", "{number} things", count)
