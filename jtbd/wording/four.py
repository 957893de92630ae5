"""Where the two see much in it besides money, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from jtbd.formats import listing
from jtbd.i18n import WITHIN, Message, mark_in, say
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.scoring.four import seen_much
from jtbd.wording.plain import party_name, starting_name

_YOURS: Final[Mapping[str, Message]] = {
    "internal": mark_in(WITHIN, "for yourselves"),
    "external": mark_in(WITHIN, "for customers and partners"),
    "network": mark_in(WITHIN, "for the ecosystem"),
    "civic": mark_in(WITHIN, "for society"),
}
_ITS: Final[Mapping[str, Message]] = {**_YOURS, "internal": mark_in(WITHIN, "for itself")}


def four_sentence(canvas: Canvas) -> str:
    """Return in which of the four values each party sees much or more; empty where neither said so."""
    seen = seen_much(canvas)
    alone = [party for party in PARTIES if seen.only(party)]
    slots = {f"values_{party}": _values(seen.only(party), _ITS) for party in alone}
    slots |= {party: party_name(canvas, party) for party in alone}
    if not seen.both:
        return _alone(alone, slots, canvas)
    both = _values(seen.both, _YOURS)
    match alone:
        case []:
            return say("Both of you see much in it {values}.", values=both)
        case [party]:
            return say(
                "Both of you see much in it {values}; {name} also sees it {also}.",
                values=both,
                name=slots[party],
                also=slots[f"values_{party}"],
            )
        case _:
            return say(
                "Both of you see much in it {values}; {a} also sees it {values_a}; {b} also sees it {values_b}.",
                values=both,
                **slots,
            )


def _alone(parties: Sequence[PartyId], slots: Mapping[str, str], canvas: Canvas) -> str:
    match parties:
        case []:
            return ""
        case [party]:
            name = starting_name(canvas, party)
            return say("{name} sees much in it {values}.", name=name, values=slots[f"values_{party}"])
        case _:
            named = {**slots, "a": starting_name(canvas, "a")}
            return say("{a} sees much in it {values_a}; {b} sees much in it {values_b}.", **named)


def _values(names: Iterable[str], labels: Mapping[str, Message]) -> str:
    return listing([labels[name].said() for name in names])
