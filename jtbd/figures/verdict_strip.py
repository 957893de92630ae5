"""The strip of verdicts: one line from partners to rivals, where the two stand on it, and where their lines lead."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from jtbd.figures.describe import describe_strip
from jtbd.figures.ground import Point, Stretch, ground
from jtbd.figures.html import Html, element, join, places
from jtbd.figures.lettering import columns
from jtbd.model import Canvas
from jtbd.scoring.result import Overlap, Verdict

TINTS: Final[Mapping[Verdict | None, tuple[str, int]]] = {
    Verdict.COMPLEMENTARY: ("contested", 5),
    Verdict.CONTESTED: ("contested", 14),
    Verdict.COMPETITIVE: ("contested", 28),
    Verdict.LITTLE_IN_COMMON: ("open", 22),
    None: ("open", 5),
}
"""Of which colour, in how many per cent on paper: one hue in rising strength, since rivalry is a matter of degree."""


def verdict_strip(canvas: Canvas, overlap: Overlap) -> Html:
    """Draw the line with the names of its stretches above and what is written at the points below."""
    found = ground(canvas, overlap)
    picture = element(
        "div",
        element("div", *(_name(stretch, overlap) for stretch in found.stretches), class_="strip-names"),
        element(
            "div",
            *map(_field, found.stretches),
            *_way(found.points),
            *(_mark(point, found.points[0].place) for point in found.points),
            class_="strip",
        ),
        element("div", *(_label(point, lane) for lane, point in enumerate(found.points)), class_="strip-labels"),
        class_="verdict-strip",
        role="img",
        aria_label=describe_strip(canvas, overlap),
    )
    note = element("p", found.remark, class_="figure-note") if found.remark else Html()
    return element("div", join(picture, note), class_="figure")


def _name(stretch: Stretch, overlap: Overlap) -> Html:
    holds = " holds" if stretch.verdict is overlap.verdict else ""
    return element("span", stretch.name, class_=f"strip-name{holds}", style=_across(stretch))


def _field(stretch: Stretch) -> Html:
    colour, share = TINTS[stretch.verdict]
    tint = f"--tint:color-mix(in srgb,var(--{colour}) {share}%,var(--paper))"
    return element("div", class_="strip-field", style=f"{_across(stretch)};{tint}")


def _across(stretch: Stretch) -> str:
    return places(x=stretch.start, w=stretch.end - stretch.start)


def _way(points: tuple[Point, ...]) -> tuple[Html, ...]:
    """Return the way from today's point to where the lines lead."""
    if len(points) < 2:  # noqa: PLR2004 - from one to another
        return ()
    start, end = sorted(point.place for point in points)
    return (element("i", class_="strip-way", style=places(x=start, w=end - start)),)


def _mark(point: Point, start: Fraction) -> Html:
    return element("i", class_=f"mark mark-{point.kind}", style=places(x=point.place, start=start))


def _label(point: Point, lane: int) -> Html:
    """Return what is written at a point, on a line of its own; the style sheet keeps its width off the edge."""
    at = f"{places(x=point.place)};--lane:{lane};--columns:{columns(point.label)}"
    return element("span", point.label, class_=f"strip-label of-{point.kind}", style=at)
