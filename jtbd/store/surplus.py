"""Which earlier versions of a canvas need not be kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jtbd.store.protocol import Revision

KEPT: Final = 50
"""So many of the latest versions are kept; of older ones the first of each hour."""


def surplus(revisions: Iterable[Revision]) -> set[Revision]:
    """Return what need not be kept: all but the latest `KEPT`, the first of each hour, and what was written by hand."""
    ordered = sorted(revisions)
    first_of_hour: dict[str, Revision] = {}
    for revision in ordered:
        first_of_hour.setdefault(f"{revision.at:%Y%m%d%H}", revision)
    return {
        revision
        for revision in ordered[:-KEPT]
        if not revision.by_hand and first_of_hour[f"{revision.at:%Y%m%d%H}"] != revision
    }
