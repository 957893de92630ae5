"""The order of a list: one item moved among its peers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


def moved_among(items: Sequence[_T], one: _T, peers: Sequence[bool], by: int) -> tuple[_T, ...]:
    """Return the items with one of them moved among its peers, whose places the others keep."""
    places = [place for place, peer in enumerate(peers) if peer]
    order = [items[place] for place in places]
    target = order.index(one) + by
    if not 0 <= target < len(order):
        return tuple(items)
    order.remove(one)
    order.insert(target, one)
    result = list(items)
    for place, item in zip(places, order, strict=True):
        result[place] = item
    return tuple(result)
