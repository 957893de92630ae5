"""One split of a job as a bar in SVG, with the reach of a above it and that of b below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from jtbd.figures import words
from jtbd.figures.lettering import columns, percent
from jtbd.figures.palette import Palette
from jtbd.figures.reach import (
    Names,
    PartName,
    Stretch,
    fill,
    hatching,
    label_place,
    lettering_on,
    outline,
    reach,
    reach_label,
    stretches,
)
from jtbd.figures.svg import COLUMN, SIZE, element, number, text
from jtbd.model import PartyId
from jtbd.scoring.result import Split

_TITLE, _LABEL, _BRACKET, _BAR = 18, 17, 7, 22
_EDGE: Final = 1
_TILE: Final = 6
_DOWN: Final = "M-1 5L1 7M-1 -1L7 7M5 -1L7 1"
_UP: Final = "M-1 1L1 -1M-1 7L7 -1M5 7L7 5"
HATCHES: Final[Mapping[PartName, str]] = {"contested": _DOWN + _UP, "only_b": _DOWN, "open": _UP}
"""Strokes across a tile and its corners, so that they run on from tile to tile."""


def bar_height(split: Split) -> int:
    """Return how high a titled bar is, in pixels."""
    return _TITLE + 2 * (_LABEL + _BRACKET) + _BAR if split.total else _TITLE + _LABEL


def bar(title: str, names: Names, split: Split, palette: Palette, *, top: int, width: int) -> Iterator[str]:
    """Yield the elements of a titled bar; where nothing has weight, a sentence that says so."""
    yield text(title, 0, top + SIZE, palette.ink, weight="bold")
    shares = split.shares()
    if shares is None:
        yield text(words.NO_WEIGHT.said(), 0, top + _TITLE + SIZE, palette.quiet)
        return
    # The two that matter most stand beside the title, too: a narrow stretch has no room for its own share.
    summary = words.SUMMARY.said(contested=percent(shares["contested"]), open=percent(shares["open"]))
    yield text(summary, width, top + SIZE, palette.quiet, anchor="end")
    edge = top + _TITLE + _LABEL + _BRACKET
    for stretch in stretches(split):
        yield from _stretch(stretch, palette, top=edge, width=width)
    yield from _reach(names, split, "a", palette, edge=edge, width=width)
    yield from _reach(names, split, "b", palette, edge=edge + _BAR, width=width)


def hatchings(palette: Palette) -> str:
    """Return the definitions of the patterns that bars use."""
    return "".join(
        # Without a ground of their own: renderers of print show the seams between tiles.
        element(
            "pattern",
            element("path", d=strokes, fill="none", stroke=hatching(part, palette), stroke_width=1),
            id=pattern_id(part, palette),
            patternUnits="userSpaceOnUse",
            width=_TILE,
            height=_TILE,
        )
        for part, strokes in HATCHES.items()
    )


def pattern_id(part: PartName, palette: Palette) -> str:
    """Return by which id the hatching of a part is found."""
    # Two pictures on one page may differ in palette; the colour keeps their patterns apart.
    return f"jtbd-{part}-{outline(part, palette)[1:]}"


def block(stretch: Stretch, palette: Palette, *, top: Fraction | int, width: int, height: int) -> Iterator[str]:
    """Yield one part of a bar, in its colour and hatching."""
    part, start, length = stretch.part, stretch.start * width, stretch.share * width
    inner = max(length - _EDGE, Fraction(_EDGE))
    place = {
        "x": number(start + Fraction(_EDGE, 2)),
        "y": number(top),
        "width": number(inner),
        "height": str(height),
    }
    yield element("rect", **place, fill=fill(part, palette), stroke=outline(part, palette), stroke_width=_EDGE)
    if part in HATCHES:
        yield element("rect", **place, fill=f"url(#{pattern_id(part, palette)})")


def _stretch(stretch: Stretch, palette: Palette, *, top: int, width: int) -> Iterator[str]:
    yield from block(stretch, palette, top=top, width=width, height=_BAR)
    start, length = stretch.start * width, stretch.share * width
    label = percent(stretch.share)
    if columns(label) * COLUMN < length:
        baseline = top + _BAR / 2 + SIZE * 0.36
        yield text(label, start + length / 2, baseline, lettering_on(stretch.part, palette), anchor="middle")


def _reach(names: Names, split: Split, party: PartyId, palette: Palette, *, edge: int, width: int) -> Iterator[str]:
    """Yield a bracket along the reach of a party, above the bar for a and below it for b, and its label."""
    above = party == "a"
    colour, label, found = palette.of(party), reach_label(names, split, party), reach(split, party)
    if found:
        start, end = (number(place * (width - 2 * _EDGE) + _EDGE) for place in found)
        near, far = (edge - 2, edge - _BRACKET + 1) if above else (edge + 2, edge + _BRACKET - 1)
        path = f"M{start} {near}V{far}H{end}V{near}"
        yield element("path", d=path, fill="none", stroke=colour, stroke_width=1.5)
    baseline = edge - _BRACKET - 3 if above else edge + _BRACKET + SIZE + 1
    place, side = label_place(found, columns(label) * COLUMN / width)
    yield text(label, place * width, baseline, colour, anchor="start" if side == "left" else "end")
