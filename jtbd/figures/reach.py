"""How far each party reaches into the job, laid out on one line: only a, contested, only b, open.

In this order the reach of a is one stretch from the left and the reach of b another; where they overlap is contested.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from jtbd.figures import words
from jtbd.figures.lettering import percent
from jtbd.figures.palette import Palette, mix
from jtbd.i18n import number
from jtbd.model import Aspect, PartyId
from jtbd.scoring.result import Split
from jtbd.scoring.units import TODAY, row_of

PartName = Literal["only_a", "contested", "only_b", "open"]
Names = Mapping[PartyId, str]
ORDER: Final[tuple[PartName, ...]] = ("only_a", "contested", "only_b", "open")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of the line, from `start` to `end` in shares of the weight."""

    part: PartName
    start: Fraction
    end: Fraction

    @property
    def share(self) -> Fraction:
        """How much of the weight it is."""
        return self.end - self.start


def part_of(aspect: Aspect) -> PartName:
    """Return which part an aspect belongs to today: both solve at least some of it, only one does, or neither."""
    row = row_of(aspect)
    if row.solved_by_both:
        return "contested"
    if row.solved_by_neither:
        return "open"
    return "only_a" if TODAY[row.a.stance] else "only_b"


def stretches(split: Split) -> tuple[Stretch, ...]:
    """Return the parts that are not empty, from left to right; none where nothing has weight."""
    shares = split.shares()
    return tuple(_laid(shares)) if shares else ()


def reach(split: Split, party: PartyId) -> tuple[Fraction, Fraction] | None:
    """Return where a party's reach starts and ends, None where it solves nothing."""
    own = [stretch for stretch in stretches(split) if stretch.part in {f"only_{party}", "contested"}]
    return (own[0].start, own[-1].end) if own else None


def reach_label(names: Names, split: Split, party: PartyId) -> str:
    """Say how much of a job a party solves."""
    found = reach(split, party)
    if found is None:
        return words.NO_REACH.said(name=names[party])
    start, end = found
    return words.REACH.said(name=names[party], share=percent(end - start))


def label_place(found: tuple[Fraction, Fraction] | None, width: float) -> tuple[float, Literal["left", "right"]]:
    """Return where a label stands beside a reach, and which of its sides stands there, so that the edge cuts nothing.

    Places and the label's `width` are shares of the line.
    """
    start, end = map(float, found or (0, 0))
    if start + width <= 1:
        return start, "left"
    return (end, "right") if width <= end else (1, "right")


def part_label(names: Names, part: PartName) -> str:
    """Return what a part is called."""
    if part == "contested":
        return words.CONTESTED.said()
    if part == "open":
        return words.OPEN.said()
    return words.ONLY.said(name=_whose(names, part))


def part_share(names: Names, part: PartName, share: Fraction) -> str:
    """Return how much a part is, for a list of them in a sentence."""
    if part == "contested":
        return words.SHARE_CONTESTED.said(share=percent(share))
    if part == "open":
        return words.SHARE_OPEN.said(share=percent(share))
    return words.SHARE_ONLY.said(name=_whose(names, part), share=percent(share))


def part_count(names: Names, part: PartName, count: int) -> str:
    """Return how many needs are in a part, for a list of them in a sentence."""
    if part == "contested":
        return words.COUNT_CONTESTED.said(number=number(count))
    if part == "open":
        return words.COUNT_OPEN.said(number=number(count))
    return words.COUNT_ONLY.said(name=_whose(names, part), number=number(count))


def fill(part: PartName, palette: Palette) -> str:
    """Return the ground of a part."""
    return palette.paper if part == "open" else _mark(part, palette)


def hatching(part: PartName, palette: Palette) -> str:
    """Return the colour of a part's hatching: faint enough to read a text on it."""
    if part == "open":
        return mix(palette.open, palette.paper, 0.45)
    return mix(_mark(part, palette), palette.paper if part == "contested" else palette.ink, 0.75)


def outline(part: PartName, palette: Palette) -> str:
    """Return the colour of a part's edge."""
    return _mark(part, palette)


def lettering_on(part: PartName, palette: Palette) -> str:
    """Return the colour of a text on a part."""
    return palette.ink if part == "open" else palette.paper


def _whose(names: Names, part: PartName) -> str:
    return names["a" if part == "only_a" else "b"]


def _laid(shares: Mapping[str, Fraction]) -> Iterator[Stretch]:
    start = Fraction(0)
    for part in ORDER:
        if shares[part]:
            yield Stretch(part, start, start + shares[part])
            start += shares[part]


def _mark(part: PartName, palette: Palette) -> str:
    return {"only_a": palette.a, "contested": palette.contested, "only_b": palette.b, "open": palette.open}[part]
