"""Where the two see much in it besides money, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from jtbd.model import PARTIES, Canvas
from jtbd.scoring.four import seen_much
from jtbd.wording.plain import listing, party_name, starting_name

_YOURS: Final[Mapping[str, str]] = {
    "internal": "for yourselves",
    "external": "for customers and partners",
    "network": "for the ecosystem",
    "civic": "for society",
}
_ITS: Final[Mapping[str, str]] = {**_YOURS, "internal": "for itself"}


def four_sentence(canvas: Canvas) -> str:
    """Return in which of the four values each party sees much or more; empty where neither said so."""
    seen = seen_much(canvas)
    alone = {party: _values(seen.only(party), _ITS) for party in PARTIES if seen.only(party)}
    if seen.both:
        also = (f"{party_name(canvas, party)} also sees it {values}" for party, values in alone.items())
        return f"{'; '.join((f'Both of you see much in it {_values(seen.both, _YOURS)}', *also))}."
    names = (party_name if place else starting_name for place in range(len(alone)))
    said = [
        f"{name(canvas, party)} sees much in it {values}"
        for name, (party, values) in zip(names, alone.items(), strict=True)
    ]
    return f"{'; '.join(said)}." if said else ""


def _values(names: Iterable[str], labels: Mapping[str, str]) -> str:
    return listing([labels[name] for name in names])
